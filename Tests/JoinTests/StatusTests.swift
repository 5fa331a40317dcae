import Records
import StageSupport
import Testing
import Vocabulary

/// Employees' statuses out of flags, passports and memberships (contract section 5).
struct StatusTests {
  /// Persons by their number; each is at RA2 and some at RX1, too.
  private static let staff = """
    | ods code | emp no | forename | surname | dob        | nino     | status |
    | RA2      | 10     | Ann      | Lee     | 01/02/1980 | AB000010 |        |
    | RX1      | 10     | Ann      | Lee     | 01/02/1980 | AB000010 |        |
    | RA2      | 20     | Ben      | Kay     | 01/02/1980 | AB000020 |        |
    | RX1      | 20     | Ben      | Kay     | 01/02/1980 | AB000020 | Left   |
    | RA2      | 30     | Cat      | Day     | 01/02/1980 | AB000030 |        |
    """

  private func passportStatuses(_ passports: String) throws -> [String] {
    let night = try DrawnNight(staff: Self.staff, passports: passports)
    #expect(night.links.passports.links.allSatisfy { $0.outcome == .linked })
    return night.perEmployee { employee in
      let date = night.links.statuses.reviewDate[employee].text
      return night.links.statuses.passport[employee].word + (date.isEmpty ? "" : " \(date)")
    }.filter { !$0.hasSuffix("none") }
  }

  /// Organisation, number, NI number and consent of one active passport; the employees for whom it
  /// counts; whether it is foreign; the organisations that then have a log.
  @Test(arguments: [
    // At home: for the linked employee, with consent for the others of the person, too.
    ("RA2,10,,no", "RA2/00000010", false, "RA2"), ("RA2,10,,", "RA2/00000010", false, "RA2"),
    ("RA2,10,,yes", "RA2/00000010 RX1/00000010", false, "RA2"),
    ("RX1,10,,yes", "RA2/00000010 RX1/00000010", false, "RX1"),
    ("RX1,20,,", "RX1/00000020", false, "RX1"),
    // The entry names another organisation.
    ("RX1,,AB000030,", "", true, ""), ("RX1,,AB000030,perhaps", "", true, ""),
    ("RX9,,AB000030,yes", "RA2/00000030", true, ""),
    ("RX9,,AB000010,yes", "RA2/00000010 RX1/00000010", true, ""),
    // The entry names none.
    (",,AB000030,", "RA2/00000030", false, "RA2"),
    // Only one of the two is active.
    (",,AB000020,", "RA2/00000020", false, "RA2"),
    (",,AB000020,yes", "RA2/00000020 RX1/00000020", false, "RA2"),
    // Active in two organisations.
    (",,AB000010,", "", true, ""), (",,AB000010,yes", "RA2/00000010 RX1/00000010", true, ""),
  ])
  func `for whom a passport counts`(
    cells: String, counted: String, isForeign: Bool, logs: String
  ) throws {
    let night = try DrawnNight(
      staff: Self.staff, passports: "org code,emp no,nino,consent\n\(cells)\n")
    #expect(night.links.passports.links.map(\.outcome) == [.linked])
    #expect(
      night.perEmployee { night.links.statuses.passport[$0].word }
        .filter { $0.hasSuffix(" active") }.map { $0.dropLast(7) }.joined(separator: " ")
        == counted)
    #expect(night.links.isForeign == [isForeign])
    let organisations = zip(night.workforce.organisations, night.links.statuses.hasPassportLog)
    #expect(organisations.filter(\.1).map(\.0.text).joined(separator: " ") == logs)
  }

  @Test func `two active employees of one organisation are not in several`() throws {
    let night = try DrawnNight(
      staff: """
        | ods code | emp no | forename | surname | dob        | nino     |
        | RA2      | 1      | Ann      | Lee     | 01/02/1980 | AB000010 |
        | RA2      | 2      | Ann      | Lee     | 01/02/1980 | AB000010 |
        """, passports: "nino\nAB000010\n")
    #expect(night.links.isForeign == [false])
    #expect(night.links.statuses.passport == [.active, .none])
  }

  @Test func `a passport that is not linked counts for nobody and is not foreign`() throws {
    let night = try DrawnNight(
      staff: Self.staff, passports: "org code,emp no,surname,consent\nRA2,77,Fry,yes\n")
    #expect(night.links.isForeign == [false])
    #expect(night.links.statuses.passport.allSatisfy { $0 == .none })
    #expect(night.links.statuses.hasPassportLog == [false, false])
  }

  @Test func `of several passports the best state counts`() throws {
    #expect(
      try passportStatuses(
        """
        | org code | emp no | nino     | status | review date | consent |
        | RA2      | 10     |          | ended  | 01/01/2030  |         |
        | RA2      | 10     |          | draft  | 02/01/2030  |         |
        | RA2      | 10     |          |        | 01/01/2026  |         |
        | RX1      | 10     |          | ended  | 03/01/2030  | yes     |
        | RX1      | 20     |          | draft  | 04/01/2030  | yes     |
        | RA2      | 30     |          | ended  | 05/01/2030  |         |
        """) == [
          "RA2/00000010 review-overdue 2026-01-01", "RA2/00000020 draft 2030-01-04",
          "RA2/00000030 ended 2030-01-05", "RX1/00000010 ended 2030-01-03",
          "RX1/00000020 draft 2030-01-04",
        ])
  }

  @Test func `of several in the best state the latest agreed one, then the last, gives the date`()
    throws
  {
    #expect(
      try passportStatuses(
        """
        | org code | emp no | agreed date | review date | consent |
        | RA2      | 10     | 01/01/2025  | 01/01/2030  |         |
        | RA2      | 10     | 02/01/2025  | 02/01/2030  |         |
        | RA2      | 10     | 01/01/2024  | 03/01/2030  |         |
        | RA2      | 10     |             | 04/01/2030  |         |
        | RA2      | 20     |             | 01/01/2030  |         |
        | RA2      | 20     |             | 02/01/2030  |         |
        | RA2      | 30     | 01/01/2025  | 01/01/2030  |         |
        | RA2      | 30     | 01/01/2025  |             |         |
        """) == [
          "RA2/00000010 active 2030-01-02", "RA2/00000020 active 2030-01-02",
          "RA2/00000030 active",
        ])
  }

  @Test func `a passport shared by another employee counts as one that was read where it stands`()
    throws
  {
    #expect(
      try passportStatuses(
        """
        | org code | emp no | agreed date | review date | consent |
        | RA2      | 10     | 01/01/2025  | 01/01/2030  |         |
        | RX1      | 10     | 01/01/2025  | 02/01/2030  | yes     |
        | RX1      | 20     | 01/01/2025  | 03/01/2030  | yes     |
        | RX1      | 20     | 31/12/2024  | 04/01/2030  | yes     |
        | RA2      | 20     | 01/01/2025  | 05/01/2030  |         |
        """) == [
          "RA2/00000010 active 2030-01-02", "RA2/00000020 active 2030-01-05",
          "RX1/00000010 active 2030-01-02", "RX1/00000020 active 2030-01-03",
        ])
  }

  @Test func `an ended passport at home is a log, and the log is the linked employee's`() throws {
    let night = try DrawnNight(
      staff: Self.staff, passports: "org code,emp no,status,consent\nRX1,10,ended,yes\n")
    #expect(night.links.statuses.hasPassportLog == [false, true])
  }

  @Test func `of several memberships the best counts, for the linked employee only`() throws {
    let night = try DrawnNight(
      staff: Self.staff,
      network: """
        | org code | emp no | type  | joined date | date left  | consent |
        | RA2      | 10     | carer |             | 01/01/2026 | yes     |
        | RA2      | 10     | carer | 01/01/2027  |            | yes     |
        | RA2      | 10     | ally  |             |            | yes     |
        | RX1      | 10     | carer |             | 01/01/2026 | yes     |
        | RX1      | 10     | carer | 01/01/2027  |            | yes     |
        | RA2      | 20     | ally  |             |            | yes     |
        | RA2      | 20     | carer |             |            | yes     |
        | RX1      | 20     | carer |             | 01/01/2026 | yes     |
        """)
    #expect(
      night.perEmployee { night.links.statuses.network[$0].word } == [
        "RA2/00000010 ally", "RA2/00000020 carer-member", "RA2/00000030 none",
        "RX1/00000010 future", "RX1/00000020 left",
      ])
  }

  /// Flag, passport status and member type; reconciled status and evidence.
  @Test(arguments: [
    ("yes", "", "", "carer", "esr"), ("yes", "active", "carer", "carer", "esr+passport+network"),
    ("yes", "ended", "ally", "carer", "esr"), ("yes", "", "carer", "carer", "esr+network"),
    ("yes", "overdue", "", "carer", "esr+passport"), ("yes", "draft", "left", "carer", "esr"),
    ("pnts", "", "", "declined", ""), ("pnts", "active", "", "declined", "passport"),
    ("pnts", "active", "carer", "declined", "passport+network"),
    ("no", "", "", "not-carer", ""), ("no", "active", "", "carer-unflagged", "passport"),
    ("no", "", "carer", "carer-unflagged", "network"), ("no", "", "ally", "not-carer", ""),
    ("no", "draft", "future", "not-carer", ""),
    ("", "", "", "not-recorded", ""), ("", "overdue", "", "carer-unflagged", "passport"),
    ("", "draft", "ally", "not-recorded", ""), ("", "ended", "left", "not-recorded", ""),
    ("", "active", "carer", "carer-unflagged", "passport+network"),
    ("?", "", "", "not-recorded", ""), ("?", "", "carer", "carer-unflagged", "network"),
  ])
  func `status and evidence follow from flag, passport and membership`(
    flag: String, passport: String, membership: String, status: String, evidence: String
  ) throws {
    let passports = ["active": ",", "overdue": ",01/01/2026", "draft": "draft,", "ended": "ended,"]
    let memberships = [
      "carer": "carer,,", "ally": "ally,,", "future": "carer,01/01/2027,",
      "left": "carer,,01/01/2026",
    ]
    let night = try DrawnNight(
      staff: "ods code,emp no,forename,surname,carer\nRA2,1,Ann,Lee,\(flag)\n",
      passports: "org code,emp no,status,review date\n"
        + (passports[passport].map { "RA2,1,\($0)\n" } ?? ""),
      network: "org code,emp no,type,date joined,date left\n"
        + (memberships[membership].map { "RA2,1,\($0)\n" } ?? ""))
    #expect(night.links.statuses.reconciled.map(\.rawValue) == [status])
    #expect(night.links.statuses.evidence.map(\.text) == [evidence])
  }
}
