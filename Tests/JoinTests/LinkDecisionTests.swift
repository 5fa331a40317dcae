import Records
import StageSupport
import Testing
import Vocabulary

/// Decisions of earlier nights about links (contract sections 2 and 5).
struct LinkDecisionTests {
  private static let staff = """
    | ods code | emp no | forename | surname | dob        | nino      | email  |
    | RA2      | 1      | Ann      | Lee     | 01/02/1980 | AB000001A | a@b.uk |
    | RX1      | 1      | Ann      | Lee     | 01/02/1980 | AB000001A |        |
    | RA2      | 2      | Ben      | Kay     | 02/02/1980 |           | b@b.uk |
    | RX1      | 2      | Ben      | Kay     | 02/02/1980 |           |        |
    """

  /// What becomes of a passport of Ann's; decisions are `subject, employee, decision, until`.
  private func link(_ decisions: String...) throws -> (link: String, idle: [Int]) {
    let night = try DrawnNight(
      staff: Self.staff, passports: "id,forename,surname,email\nP-1,Ann,Lee,a@b.uk\n",
      network: "forename,surname,email\nAnn,Lee,a@b.uk\n",
      decisions: "kind,subject,employee,decision,until\n"
        + decisions.map { "link,\($0)\n" }.joined())
    #expect(night.drawnLinks(.network) == ["a@b.uk work-email RA2/00000001"])
    return (night.drawnLinks().joined(), night.links.idleDecisions)
  }

  @Test(arguments: [
    ("passport:P-1,RA2/2,accept,", "P-1 decision RA2/00000002"),
    ("passport:P-1,rx1/00000002-1,Accept,", "P-1 decision RX1/00000002"),
    ("passport:P-1,RA2/1,reject,", "P-1 unmatched"),
    // The whole person is no candidate any more.
    ("passport:P-1,RX1/1,reject,", "P-1 unmatched"),
    ("passport:P-1,RA2/2,reject,", "P-1 work-email RA2/00000001"),
    ("passport:P-1,RA2/2,,", "P-1 work-email RA2/00000001"),
    // Until its last day a decision counts.
    ("passport:P-1,RA2/2,accept,15/06/2026", "P-1 decision RA2/00000002"),
    ("passport:P-1,RA2/2,accept,14/06/2026", "P-1 work-email RA2/00000001"),
    ("passport:P-1,RA2/1,reject,14/06/2026", "P-1 work-email RA2/00000001"),
  ])
  func `an accept links, a reject takes the person away`(decision: String, link: String) throws {
    let result = try self.link(decision)
    #expect(result.link == link)
    #expect(result.idle == [])
  }

  @Test func `the last decision on an entry and an employee wins`() throws {
    let accept = "passport:P-1,RA2/2,accept,"
    let reject = "passport:P-1,RA2/2,reject,"
    #expect(try link(reject, accept).link == "P-1 decision RA2/00000002")
    #expect(try link(accept, reject).link == "P-1 work-email RA2/00000001")
    #expect(
      try link("passport:P-1,RA2/1,accept,", "passport:P-1,RA2/1,reject,").link == "P-1 unmatched")
    // Empty ones and those that are over take nothing back.
    #expect(
      try link(accept, "passport:P-1,RA2/2,,", "passport:P-1,RA2/2,reject,01/01/2026").link
        == "P-1 decision RA2/00000002")
  }

  @Test func `of accepts of different employees the last wins, rejects of others apart`() throws {
    let ann = "passport:P-1,RA2/1,accept,"
    let ben = "passport:P-1,RA2/2,accept,"
    #expect(try link(ann, ben).link == "P-1 decision RA2/00000002")
    #expect(try link(ben, ann).link == "P-1 decision RA2/00000001")
    #expect(
      try link(ann, ben, "passport:P-1,RA2/2,reject,").link == "P-1 decision RA2/00000001")
    #expect(
      try link(ann, "passport:P-1,RX1/2,reject,", "passport:P-1,RA2/2,reject,").link
        == "P-1 decision RA2/00000001")
  }

  @Test func `a decision about what is not there has no effect and is remembered`() throws {
    let result = try link(
      "passport:P-2,RA2/1,accept,", "passport:P-1,RA2/9,accept,", "passport:P-1,RX9/1,reject,",
      "P-1,RA2/2,accept,", "network:P-1,RA2/2,accept,", "passport:p-1,RA2/2,accept,",
      // Over or empty: nothing to be told.
      "passport:P-2,RA2/1,accept,01/01/2026", "passport:P-2,RA2/1,,")
    #expect(result.link == "P-1 work-email RA2/00000001")
    #expect(result.idle == [0, 1, 2, 3, 4, 5])
  }

  @Test func `a decision goes before all methods, and then no conflict is remembered`() throws {
    let night = try DrawnNight(
      staff: Self.staff,
      passports: "id,org code,emp no,forename,surname\nP-1,RA2,2,Ann,Lee\nP-2,RA2,2,Ann,Lee\n",
      decisions: "kind,subject,employee,decision\nlink,passport:RA2:P-1,RX1/1,accept\n")
    #expect(
      night.drawnLinks() == ["RA2:P-1 decision RX1/00000001", "RA2:P-2 unmatched conflict"])
  }

  @Test func `a reject is heeded before the entry's organisation is looked at`() throws {
    let passports = "id,org code,forename,surname,dob\nP-1,RA2,Ben,Kay,02/02/1980\n"
    #expect(
      try DrawnNight(staff: Self.staff, passports: passports).drawnLinks() == [
        "RA2:P-1 name-and-birth-date RA2/00000002"
      ])
    let night = try DrawnNight(
      staff: Self.staff, passports: passports,
      decisions: "kind,subject,employee,decision\nlink,passport:RA2:P-1,RA2/2,reject\n")
    #expect(night.drawnLinks() == ["RA2:P-1 name-and-birth-date RX1/00000002"])
  }

  @Test func `of a repeated entry a decision counts only where entry and employee agree`() throws {
    let night = try DrawnNight(
      staff: Self.staff,
      passports: """
        | id  | forename | surname |
        | P-1 | Zoe      | Fry     |
        | P-1 | Ben      | Kay     |
        | P-1 | Zoe      | Fry     |
        | P-1 |          | Lee     |
        """,
      decisions: """
        | kind | subject        | employee | decision |
        | link | passport:P-1   | RA2/1    | accept   |
        | link | passport:P-1#2 | RA2/2    | accept   |
        | link | passport:P-1#3 | RA2/1    | accept   |
        | link | passport:P-1#4 | RX1/1    | accept   |
        | link | passport:P-1#4 | RA2/2    | accept   |
        | link | passport:P-1#5 | RA2/2    | accept   |
        """)
    #expect(
      night.drawnLinks() == [
        "P-1 decision RA2/00000001", "P-1#2 decision RA2/00000002", "P-1#3 unmatched",
        "P-1#4 decision RX1/00000001",
      ])
    #expect(night.links.idleDecisions == [2, 4, 5])
  }
}
