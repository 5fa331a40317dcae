import Normalise
import Records
import StageSupport
import Testing
import Vocabulary

/// What flag cells say (contract section 3).
struct CarerFlagTests {
  /// What each cell says, as the only flag of an employee.
  private func flags(
    _ cells: [String], own: [CarerFlag: [String]] = [:]
  ) throws -> [CarerFlag] {
    var staff = "ods code,emp no,forename,surname,carer\n"
    for (number, cell) in cells.enumerated() {
      let doubled = cell.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"")
      staff += "RA2,\(number + 1),Ann,Lee,\"\(doubled)\"\n"
    }
    var settings = NormaliseSettings()
    settings.carerFlagKeys = own
    return try DrawnNight(staff: staff, normalise: settings).workforce.employees.flag
  }

  @Test(arguments: [
    (
      CarerFlag.carer,
      """
      y, yes, true, t, 1, carer, working carer, unpaid carer, i am a carer, yes - carer,
      yes - working carer, yes - unpaid carer, achieved
      """
    ),
    (.notCarer, "n, no, false, f, 0, not a carer, i am not a carer"),
    (
      .declined,
      """
      prefer not to say, pnts, declined, decline to say, not disclosed, do not wish to disclose,
      i do not wish to disclose, undisclosed, withheld
      """
    ),
    (
      .notRecorded,
      """
      unknown, not stated, not known, null, none, n/a, na, -, not recorded, unspecified, tbc
      """
    ),
  ])
  func `each spelling says its flag, however it is dressed`(
    flag: CarerFlag, drawing: String
  ) throws {
    let spellings = drawing.split(whereSeparator: { $0 == "," || $0 == "\n" }).map {
      $0.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
    for dressed in [
      spellings, spellings.map { $0.uppercased() }, spellings.map { "“ \($0). ”" },
      spellings.map { "‘\($0)’" }, spellings.map { "\"\($0)\"" },
      spellings.map { $0.split(separator: " ").joined(separator: "  ") },
    ] {
      #expect(
        try flags(dressed) == [CarerFlag](repeating: flag, count: spellings.count), "\(dressed)")
    }
  }

  @Test func `an empty cell says nothing`() throws {
    #expect(
      try flags(["", "  ", "\"\"", ".", "''"]) == [CarerFlag](repeating: .notRecorded, count: 5))
  }

  @Test func `anything else is unreadable`() throws {
    let cells = [
      "?", "maybe", "yes - young carer", "carers", "yess", "2", "y/n", "not carer", "former carer",
      "no - carer", "achieved 2024", "yes..", "oui", "--", "prefer not", "not-disclosed",
    ]
    #expect(try flags(cells) == [CarerFlag](repeating: .unreadable, count: cells.count))
  }

  @Test func `the pipeline file's own spellings win over the table`() throws {
    let own: [CarerFlag: [String]] = [
      .carer: [" Young  CARER.", "Ja"], .notCarer: ["carer"], .notRecorded: ["No"],
      .declined: ["“Nope”"],
    ]
    #expect(
      try flags(["young carer", "JA", "Carer", "no", "nope", "yes", "?"], own: own) == [
        .carer, .carer, .notCarer, .notRecorded, .declined, .carer, .unreadable,
      ])
  }
}

/// Which of all that is said of an employee is its flag.
struct FlagDecisionTests {
  private func flags(_ staff: String, competences: String = "") throws -> [String] {
    let night = try DrawnNight(staff: staff, competences: competences)
    let employees = night.workforce.employees
    return (0..<employees.count).map { employee in
      let date = employees.flagDate[employee].text
      return "\(employees.number[employee].text.drop { $0 == "0" }) "
        + employees.flag[employee].rawValue + (date.isEmpty ? "" : " \(date)")
    }
  }

  @Test func `the latest date decides, then the primary assignment, then the flag`() throws {
    let flags = try flags(
      """
      | ods code | emp no | forename | surname | assignment no | primary | carer | carer date |
      | RA2      | 11     | Ann      | Lee     | 1             | yes     | yes   | 01/01/2020 |
      | RA2      | 11     | Ann      | Lee     | 2             | no      | no    | 02/01/2020 |
      | RA2      | 12     | Ann      | Lee     | 1             | no      | yes   | 01/01/2020 |
      | RA2      | 12     | Ann      | Lee     | 2             | yes     | no    | 01/01/2020 |
      | RA2      | 13     | Ann      | Lee     | 1             | yes     | no    | 01/01/2020 |
      | RA2      | 13     | Ann      | Lee     | 2             | yes     | pnts  | 01/01/2020 |
      | RA2      | 14     | Ann      | Lee     | 1             | yes     | pnts  |            |
      | RA2      | 14     | Ann      | Lee     | 2             | yes     | yes   |            |
      | RA2      | 15     | Ann      | Lee     | 1             | yes     | no    |            |
      | RA2      | 15     | Ann      | Lee     | 2             | yes     | yes   |            |
      | RA2      | 16     | Ann      | Lee     | 1             | yes     | yes   |            |
      | RA2      | 16     | Ann      | Lee     | 2             | no      | no    | 01/01/1970 |
      """)
    #expect(
      flags == [
        "11 not-carer 2020-01-02", "12 not-carer 2020-01-01", "13 declined 2020-01-01", "14 carer",
        "15 carer", "16 not-carer 1970-01-01",
      ])
  }

  @Test func `a date after the as-of date counts as the earliest, and is shown`() throws {
    let flags = try flags(
      """
      | ods code | emp no | forename | surname | assignment no | primary | carer | carer date |
      | RA2      | 11     | Ann      | Lee     | 1             | yes     | yes   | 16/06/2026 |
      | RA2      | 11     | Ann      | Lee     | 2             | no      | no    | 01/01/1970 |
      | RA2      | 12     | Ann      | Lee     | 1             | yes     | yes   | 15/06/2026 |
      | RA2      | 12     | Ann      | Lee     | 2             | no      | no    | 14/06/2026 |
      | RA2      | 13     | Ann      | Lee     | 1             | yes     | yes   | 16/06/2026 |
      | RA2      | 14     | Ann      | Lee     | 1             | no      | no    | 16/06/2026 |
      | RA2      | 14     | Ann      | Lee     | 2             | no      | yes   |            |
      """)
    #expect(
      flags == [
        "11 not-carer 1970-01-01", "12 carer 2026-06-15", "13 carer 2026-06-16", "14 carer",
      ])
  }

  @Test func `of two that are the same the first in row order gives the date`() throws {
    let flags = try flags(
      """
      | ods code | emp no | forename | surname | assignment no | carer | carer date |
      | RA2      | 11     | Ann      | Lee     | 2             | yes   | 16/06/2026 |
      | RA2      | 11     | Ann      | Lee     | 1             | yes   |            |
      | RA2      | 12     | Ann      | Lee     | 1             | yes   | 16/06/2026 |
      | RA2      | 12     | Ann      | Lee     | 2             | yes   |            |
      | RA2      | 12     | Ann      | Lee     | 3             | yes   | 17/06/2026 |
      """)
    #expect(flags == ["11 carer", "12 carer 2026-06-16"])
  }

  @Test func `what is not recorded or unreadable is left out, but unreadable is told`() throws {
    let flags = try flags(
      """
      | ods code | emp no | forename | surname | primary | carer   | carer date |
      | RA2      | 11     | Ann      | Lee     | yes     | ?       | 01/01/2026 |
      | RA2      | 11     | Ann      | Lee     |         | no      | 01/01/2020 |
      | RA2      | 12     | Ann      | Lee     | yes     | unknown | 01/01/2026 |
      | RA2      | 12     | Ann      | Lee     |         | yes     |            |
      | RA2      | 13     | Ann      | Lee     | yes     |         |            |
      | RA2      | 13     | Ann      | Lee     |         | ?       | 01/01/2020 |
      | RA2      | 14     | Ann      | Lee     | yes     |         | 01/01/2020 |
      | RA2      | 14     | Ann      | Lee     |         | none    |            |
      """)
    #expect(
      flags == ["11 not-carer 2020-01-01", "12 carer", "13 unreadable", "14 not-recorded"])
  }

  @Test func `assignments that are not active say something, too`() throws {
    let flags = try flags(
      """
      | ods code | emp no | forename | surname | end date   | carer | carer date |
      | RA2      | 11     | Ann      | Lee     |            | no    | 01/01/2020 |
      | RA2      | 11     | Ann      | Lee     | 01/01/2021 | yes   | 02/01/2020 |
      """)
    #expect(flags == ["11 carer 2020-01-02"])
  }

  @Test func `a competence counts like a primary assignment, behind all rows`() throws {
    let flags = try flags(
      """
      | ods code | emp no | forename | surname | primary | carer | carer date |
      | RA2      | 11     | Ann      | Lee     | yes     | no    | 01/01/2020 |
      | RA2      | 12     | Ann      | Lee     |         | yes   | 01/01/2020 |
      | RA2      | 13     | Ann      | Lee     | yes     | no    | 02/01/2020 |
      | RA2      | 14     | Ann      | Lee     | yes     | yes   | 16/06/2026 |
      | RA2      | 15     | Ann      | Lee     | yes     | ?     | 01/01/2020 |
      | RA2      | 16     | Ann      | Lee     | yes     |       |            |
      | RA2      | 17     | Ann      | Lee     |         | yes   | 16/06/2026 |
      | RA2      | 18     | Ann      | Lee     |         |       |            |
      """,
      competences: """
        | ods code | emp no | competence | level | date from  | date to    |
        | RA2      | 11     | Carer      |       | 01/01/2020 |            |
        | RA2      | 12     | Carer      | No    | 01/01/2020 |            |
        | RA2      | 13     | Carer      |       | 01/01/2020 |            |
        | RA2      | 14     | Carer      |       |            |            |
        | RA2      | 15     | Carer      | pnts  |            |            |
        | RA2      | 16     | Carer      |       | 01/01/2020 | 14/06/2026 |
        | RA2      | 17     | Carer      |       |            |            |
        | RA2      | 18     | Carer      | No    | 01/01/2020 |            |
        | RA2      | 18     | Carer      |       | 01/01/2020 |            |
        """)
    #expect(
      flags == [
        // Same date and both like primary: carer before not-carer.
        "11 carer 2020-01-01",
        // Same date: like primary before not primary.
        "12 not-carer 2020-01-01", "13 not-carer 2020-01-02", "14 carer 2026-06-16", "15 declined",
        // One that is not open says nothing.
        "16 not-recorded", "17 carer", "18 carer 2020-01-01",
      ])
  }
}
