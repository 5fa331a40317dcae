import Ingest
import Records
import StageSupport
import Testing
import Vocabulary

/// What the records of an interface file become as rows of staff and competences.
struct OutboundRowTests {
  typealias File = DrawnOutbound

  private static let employer = File.organisation("900", "RA2")

  private static func full(_ records: [String]) -> DrawnOutbound {
    DrawnOutbound(records: [employer] + records)
  }

  private func staff(_ records: [String]) throws -> [String] {
    try Extracts(reading: [Self.full(records)]).drawnStaff
  }

  /// Cells of a person, of an assignment, and the row that they are.
  @Test(arguments: [44, 40])
  func `a staff row is an assignment and its person`(width: Int) throws {
    let rows = try staff([
      File.person(
        "A48180", width: width,
        [
          "employee number": "12345678", "title": "Mrs.", "first name": "Mary \"May\"",
          "last name": "O'Neill", "maiden name": "Brown", "preferred name": "May",
          "date of birth": "19800229", "ni number": "AB123456C", "hire date": "20100401",
          "office email address": "M.ONeill@nhs.net", "system person type": "EMP",
        ]),
      File.person("7", ["employee number": "7654321"]),
      File.assignment(
        "31", of: "A48180", width: width == 44 ? 50 : 52,
        [
          "assignment number": "12345678-2", "primary assignment": "Yes",
          "user assignment status": "Active Assignment", "supervisor person id": "7",
          "assignment category": "Permanent",
          "position name": "3559596|Staff Nurse Ward 7|N7B|Ward",
          "job name": "Nursing and Midwifery Registered|Staff Nurse",
        ]),
    ])
    #expect(
      rows == [
        "RA2; 12345678; 12345678-2; yes; Active Assignment; Mary \"May\"; O'Neill; May; Brown; "
          + "1980-02-29; AB123456; m.oneill@nhs.net; Nursing and Midwifery Registered; "
          + "Staff Nurse Ward 7; 2010-04-01; ; 07654321; ; "
      ])
  }

  /// One field of a person or assignment, its text, and the column that it becomes.
  @Test(arguments: [
    ("previous last name", "Gray", 8, "Gray"), ("maiden name", "Brown", 8, "Brown"),
    ("date of birth", "19000101", 9, ""), ("date of birth", "19000102", 9, "1900-01-02"),
    ("hire date", "19000101", 14, ""), ("hire date", "47121231", 14, ""),
    ("actual termination date", "20260501", 15, "2026-05-01"),
    ("actual termination date", "19000101", 15, ""),
    ("actual termination date", "47121231", 15, ""),
  ])
  func `a person's field becomes a column`(
    field: String, text: String, column: Int, expected: String
  ) throws {
    let rows = try staff([File.person("1", [field: text]), File.assignment("1", of: "1")])
    #expect(rows[0].components(column) == expected)
  }

  @Test(arguments: [
    ("position name", "Nurse", 13, "Nurse"), ("position name", "1| Nurse |X", 13, "Nurse"),
    ("position name", "1|", 13, ""), ("job name", "Nursing|Staff Nurse", 13, "Staff Nurse"),
    ("job name", "Nursing|Staff Nurse", 12, "Nursing"), ("job name", "Nursing", 12, "Nursing"),
    ("job name", "Nursing", 13, ""), ("primary assignment", "No", 3, ""),
    ("assignment end date", "20260430", 15, "2026-04-30"),
    ("supervisor assignment number", "20000001-3", 16, "20000001"),
    ("supervisor person id", "1", 16, "00010001"),
    ("supervisor person id", "99", 16, ""),
  ])
  func `an assignment's field becomes a column`(
    field: String, text: String, column: Int, expected: String
  ) throws {
    let rows = try staff([File.person("1"), File.assignment("1", of: "1", [field: text])])
    #expect(rows[0].components(column) == expected)
  }

  @Test func `the earliest of what ends an assignment is the leaving date`() throws {
    let rows = try staff([
      File.person("1", ["actual termination date": "20260630"]),
      File.assignment("1", of: "1"),
      File.assignment("2", of: "1", to: "20260331"),
      File.assignment("3", of: "1", ["assignment end date": "20260228"]),
      File.person("2"),
      // Of records, only the end of one that is over: another may follow it.
      File.assignment("4", of: "2", to: "20260614"),
      File.assignment("5", of: "2", to: "20260615"),
    ])
    #expect(
      rows.map { $0.components(15) } == [
        "2026-06-30", "2026-03-31", "2026-02-28", "2026-06-14", "",
      ])
  }

  @Test func `an assignment without its person is rejected, an applicant is no staff`() throws {
    let extracts = try Extracts(reading: [
      Self.full([
        File.assignment("1", of: "1"),
        File.person("2", ["employee number": ""]), File.assignment("2", of: "2"),
        File.person("3", ["employee number": "", "user person type": "Applicant"]),
        File.assignment("3", of: "3"),
        File.person("4", ["employee number": "", "system person type": "APL"]),
        File.assignment("4", of: "4"),
        File.person("5", ["employee number": "5X"]), File.assignment("5", of: "5"),
        File.person("6", ["first name": "", "last name": ""]), File.assignment("6", of: "6"),
        File.person("7", ["user person type": "Employee.Ex-Applicant"]),
        File.assignment("7", of: "7"), File.person("8", from: "20260701"),
        File.assignment("8", of: "8"),
      ])
    ])
    #expect(extracts.drawnNames == ["Ann Lee"])
    #expect(
      extracts.drawnRejects == [
        "3 employee-number-missing", "5 employee-number-missing", "11 employee-number-invalid",
        "13 name-missing", "17 employee-number-missing",
      ])
    #expect(extracts.drawnAccounts == ["GOF_ 01: 16, 11, 5"])
  }

  /// A record that cannot be read, and the reason.
  @Test(arguments: [
    (File.person("1") + "~x", "column-count"), (File.person("1") + "~ ~", ""),
    ("PRA~1~20200101~47121231", "column-count"), ("PRD~1~20200101", "column-count"),
    ("PRD~1~", ""), ("PRD", "column-count"), ("PRD~ ", "identity-missing"),
    (File.person(" "), "identity-missing"), (File.person("1", ["title": "M\u{0}"]), "encoding"),
    (File.assignment("", of: "1"), "identity-missing"),
    (File.person("1", ["title": "a\"b", "last name": "\"Lee"]), ""),
  ])
  func `a record that cannot be read is rejected`(record: String, reason: String) throws {
    let extracts = try Extracts(reading: [Self.full([record])])
    #expect(extracts.rejects.map(\.reason.rawValue) == (reason.isEmpty ? [] : [reason]))
    #expect(extracts.inputs[0].balances)
    #expect(extracts.inputs[0].rowsRead == 2)
  }

  @Test func `a reject repeats what is read of the record but the NI number`() throws {
    let extracts = try Extracts(reading: [
      Self.full([
        File.assignment(
          "1", of: "1", ["annual salary value": "99999", "job name": "Nursing|Nurse"])
      ])
    ])
    let raw = String(decoding: extracts.rejects[0].raw, as: UTF8.self)
    #expect(raw.hasPrefix("ASA~1~1~20200101~47121231~~~10001-1~"))
    #expect(raw.contains("~Nursing|Nurse~") && !raw.contains("99999"))
  }

  @Test func `rows that are not UTF-8 are Windows-1252, one by one`() throws {
    let lines = Self.full([
      File.person("1", ["last name": "Caf?"]), File.assignment("1", of: "1"),
      File.person("2", ["last name": "Zoë"]), File.assignment("2", of: "2"),
      File.person("3", ["last name": "Bad!"]), File.assignment("3", of: "3"),
    ]).lines
    let bytes = Array(lines.joined(separator: "\n").utf8).map { byte -> UInt8 in
      byte == UInt8(ascii: "?") ? 0xE9 : byte == UInt8(ascii: "!") ? 0x81 : byte
    }
    let extracts = try Extracts(reading: [
      DrawnFile(.staff, bytes: bytes, path: DrawnOutbound().name)
    ])
    #expect(extracts.drawnNames == ["Ann Café", "Ann Zoë"])
    #expect(extracts.drawnRejects == ["7 encoding", "8 employee-number-missing"])
    #expect(extracts.inputs[0].encodings == ["UTF-8", "Windows-1252"])
  }

  @Test func `a cell that cannot be read is a fault of its row`() throws {
    let extracts = try Extracts(reading: [
      Self.full([
        File.person("1", ["date of birth": "19801340"]), File.assignment("1", of: "1"),
      ])
    ])
    #expect(extracts.drawnFaults == ["4 date_of_birth"])
    #expect(extracts.faults[0].organisation.text == "RA2")
  }

  // MARK: - Competences

  @Test(arguments: [23, 28])
  func `a competence row is a competency and its person's number`(width: Int) throws {
    let extracts = try Extracts(
      reading: [
        Self.full([
          File.person("1"),
          File.competency(
            "5", of: "1", "457|LOCAL|Working Carer|", width: width,
            [
              "proficiency level": "Yes", "date from": "20250401", "date to": "47121231",
              "certification date": "20240101",
            ]),
          File.competency(
            "6", of: "1", "NHS|CSTF|Fire Safety - 2 Years|", width: width,
            ["certification date": "20240101", "date to": "20260101"]),
          File.competency("7", of: "9", "Carer", width: width),
          File.competency("8", of: "1", "", width: width), "CMD~6", "CMD~77",
        ])
      ], for: .competences)
    #expect(
      extracts.drawnCompetences == [
        "RA2; 00010001; 457|LOCAL|Working Carer|; Yes; 2025-04-01; "
      ])
    #expect(
      extracts.drawnRejects == ["6 employee-number-missing", "7 competence-missing"])
    #expect(extracts.drawnAccounts == ["GOF_ 01: 8, 6, 2"])
  }

  @Test func `without date from, the certification date is when a competence begins`() throws {
    let extracts = try Extracts(
      reading: [
        Self.full([
          File.person("1"),
          File.competency("6", of: "1", "Carer", ["certification date": "20240101"]),
        ])
      ], for: .competences)
    #expect(extracts.drawnCompetences == ["RA2; 00010001; Carer; ; 2024-01-01; "])
  }

  @Test func `competencies of people to come and of applicants are no rows yet`() throws {
    let extracts = try Extracts(
      reading: [
        Self.full([
          File.person("1", from: "20260616"), File.competency("1", of: "1", "Carer"),
          File.person("2", ["employee number": "", "user person type": "Applicant"]),
          File.competency("2", of: "2", "Carer"),
        ])
      ], for: .competences)
    #expect(extracts.drawnCompetences.isEmpty)
    #expect(extracts.drawnAccounts == ["GOF_ 01: 5, 5, 0"])
  }

  @Test func `a deletion flag removes the one record, a delete record all of its key`() throws {
    let rows = try staff([
      File.person("1"),
      File.assignment("1", of: "1", from: "20200101", to: "20251231", width: 52),
      File.assignment("1", of: "1", from: "20260101", width: 52, ["payroll name": "new"]),
      File.assignment("1", of: "1", from: "20260101", width: 52, ["deletion flag": "Y"]),
      File.assignment("2", of: "1"), "ASD~2", File.assignment("3", of: "1"), "ASD~3",
      File.assignment("3", of: "1", ["user assignment status": "Again"]),
    ])
    #expect(rows.map { $0.components(2) } == ["10001-1", "10001-3"])
    #expect(rows.map { $0.components(15) } == ["2025-12-31", ""])
  }

  @Test func `a person deleted by key leaves others their numbers, as managers too`() throws {
    let rows = try staff([
      File.person("1"), "PRD~1", File.person("2"), File.assignment("2", of: "2"),
      "ASD~9", File.person("3"), File.assignment("3", of: "3", ["supervisor person id": "2"]),
      File.assignment("4", of: "3", ["supervisor person id": "1"]),
    ])
    #expect(rows.map { $0.components(1) } == ["00010002", "00010003", "00010003"])
    #expect(rows.map { $0.components(16) } == ["", "00010002", ""])
  }

  // MARK: - The employer

  @Test func `the employer is what vpd says, then the block, then the root of its records`() throws
  {
    let records = [
      File.organisation("1", "RA2", parent: "outside"),
      File.organisation("2", "RA201", parent: "1"),
      File.person("1"), File.assignment("1", of: "1"),
    ]
    let file = DrawnOutbound(records: records)
    #expect(try Extracts(reading: [file]).drawnStaff[0].hasPrefix("RA2; "))
    #expect(
      try Extracts(reading: [file], organisation: "RBD").drawnStaff[0].hasPrefix("RBD; "))
    #expect(
      try Extracts(reading: [file], vpd: ["431": "RX1"], organisation: "RBD").drawnStaff[0]
        .hasPrefix("RX1; "))
    #expect(
      try Extracts(reading: [file], vpd: ["432": "RX1"]).drawnStaff[0].hasPrefix("RA2; "))
  }

  @Test func `the only NACS code tells the employer, also where the root has none`() throws {
    let file = DrawnOutbound(records: [
      File.organisation("1", "", parent: "outside"),
      File.organisation("2", "RA2", parent: "1"), File.organisation("3", "RA2", parent: "1"),
      File.person("1"), File.assignment("1", of: "1"),
    ])
    #expect(try Extracts(reading: [file]).drawnStaff[0].hasPrefix("RA2; "))
  }

  /// Dates of a second organisation record; the first holds on the as-of date, 15 June 2026.
  @Test(arguments: [
    ("20260616", ""), ("", "20260614"), ("20260601", "20260614"), ("20260616", "47121231"),
  ])
  func `an organisation record that is not in force does not tell the employer`(
    from: String, to: String
  ) throws {
    let file = DrawnOutbound(records: [
      File.organisation(
        "1", "RA2", ["effective from date": "20260615", "effective to date": "20260615"]),
      File.organisation("2", "RBD", ["effective from date": from, "effective to date": to]),
      File.person("1"), File.assignment("1", of: "1"),
    ])
    #expect(try Extracts(reading: [file]).drawnStaff[0].hasPrefix("RA2; "))
  }
}

extension String {
  /// One of the parts between `; `.
  fileprivate func components(_ index: Int) -> String {
    let parts = split(separator: ";", omittingEmptySubsequences: false)
    return String(parts[index].drop { $0 == " " })
  }
}
