import Records
import StageSupport
import Testing
import Vocabulary

/// The subject keys of list entries (contract section 5).
struct EntryKeyTests {
  private static let staff = "ods code,emp no,forename,surname\nRA2,1,Ann,Lee\n"

  @Test func `a key is the reference, else the number, the email, the name, the place`() throws {
    let night = try DrawnNight(
      staff: Self.staff,
      passports: """
        | id  | org code | emp no | email    | nino      | surname   | forename  |
        | P-1 | RA2      | 1      | A@b.uk   |           | Lee       | Ann       |
        | P-1 |          | 1      | A@b.uk   |           | Lee       | Ann       |
        |     | RA2      | 7      | A@b.uk   |           | Lee       | Ann       |
        |     |          | 7      | A@b.uk   |           | Lee       | Ann       |
        |     | RA2      |        | A@b.uk   |           | Lee       | Ann       |
        |     | RA2      |        |          |           | O'Neill   | Dr Zoë A. |
        |     |          | 7      |          |           | Lee       |           |
        |     |          | 7      |          |           |           | Ann       |
        |     |          |        |          | AB123456C | ...       | Ann       |
        """)
    #expect(
      night.links.passports.subjects == [
        "passport:RA2:P-1", "passport:P-1", "passport:RA2/00000007", "passport:a@b.uk",
        "passport:a@b.uk#2", "passport:oneill zoea", "passport:lee", "passport:passports.csv:9",
        "passport:passports.csv:10",
      ])
  }

  @Test func `second and later entries of one list with a key are counted`() throws {
    let night = try DrawnNight(
      staff: Self.staff,
      passports: """
        | id  | surname |
        | P-1 | Lee     |
        | P-2 | Lee     |
        | P-1 | Kay     |
        | p-1 | Lee     |
        | P-1 | Lee     |
        """,
      network: """
        | email  | surname |
        | a@b.uk | Lee     |
        |        | P-1     |
        | A@B.uk | Kay     |
        """)
    #expect(
      night.links.passports.subjects == [
        "passport:P-1", "passport:P-2", "passport:P-1#2", "passport:p-1", "passport:P-1#3",
      ])
    #expect(night.links.passports.isRepeated == [false, false, true, false, true])
    #expect(
      night.links.memberships.subjects == ["network:a@b.uk", "network:p", "network:a@b.uk#2"])
  }

  @Test func `keys that are not ASCII are counted`() throws {
    let night = try DrawnNight(
      staff: Self.staff,
      passports: """
        | id  | surname |
        | P-É | Lee     |
        | P-E | Lee     |
        | P-É | Kay     |
        """)
    #expect(
      night.links.passports.subjects == ["passport:P-É", "passport:P-E", "passport:P-É#2"])
    #expect(night.links.passports.isRepeated == [false, false, true])
  }

  @Test func `keys are the same where their bytes are`() throws {
    let night = try DrawnNight(
      staff: Self.staff,
      passports: """
        | id         | surname |
        | \u{E9}     | Lee     |
        | e\u{301}   | Lee     |
        | e\u{301}   | Kay     |
        """)
    #expect(night.links.passports.isRepeated == [false, false, true])
    #expect(
      night.links.passports.subjects.map { Array($0.unicodeScalars) } == [
        Array("passport:\u{E9}".unicodeScalars), Array("passport:e\u{301}".unicodeScalars),
        Array("passport:e\u{301}#2".unicodeScalars),
      ])
  }

  @Test func `the organisation of the block is part of the key`() throws {
    let night = try DrawnNight(
      staff: Self.staff,
      more: [DrawnFile(.passports, "id,surname,emp no\nP-1,Lee,\n,Lee,7\n", organisation: "RA2")])
    #expect(night.links.passports.subjects == ["passport:RA2:P-1", "passport:RA2/00000007"])
  }
}
