import Ingest
import Records
import StageSupport
import Testing
import Vocabulary

/// Every heading that the contract accepts, in every source that has the column.
struct HeadingTests {
  /// A source, the columns it has with a cell each, and the row that they must make.
  struct Sheet: CustomTestStringConvertible, Sendable {
    let source: Source
    let columns: [(name: String, cell: String)]
    let row: String

    var testDescription: String { source.rawValue }
  }

  /// Columns and cells drawn as `name = cell`, one a line.
  private static func sheet(_ source: Source, _ drawing: String, row: String) -> Sheet {
    let columns = drawing.split(separator: "\n").map { line in
      let parts = line.split(separator: "=", maxSplits: 1).map { part in
        part.split(separator: " ").joined(separator: " ")
      }
      return (name: parts[0], cell: parts[1])
    }
    return Sheet(source: source, columns: columns, row: row)
  }

  static let sheets: [Sheet] = [
    sheet(
      .staff,
      """
      organisation_code       = RA2
      employee_number         = 11111111
      assignment_number       = A-1
      primary_assignment      = yes
      assignment_status       = Active Assignment
      assignment_category     = Fixed Term
      title                   = Dr
      first_name              = Ann
      last_name               = Lee
      known_as                = Annie
      previous_last_name      = Moss
      date_of_birth           = 01/02/1980
      ni_number               = AB123456C
      work_email              = ann@example.uk
      staff_group             = Nursing
      job_title               = Matron
      start_date              = 02/03/2010
      leaving_date            = 03/04/2030
      manager_employee_number = 22222222
      carer_flag              = maybe
      carer_flag_date         = 04/05/2020
      """,
      row: "RA2; 11111111; A-1; yes; Active Assignment; Ann; Lee; Annie; Moss; 1980-02-01; "
        + "AB123456; ann@example.uk; Nursing; Matron; 2010-03-02; 2030-04-03; 22222222; maybe; "
        + "2020-05-04"),
    sheet(
      .competences,
      """
      organisation_code = RA2
      employee_number   = 11111111
      competence_name   = Working Carer
      level             = Achieved
      date_from         = 01/02/2020
      date_to           = 02/03/2030
      """,
      row: "RA2; 11111111; Working Carer; Achieved; 2020-02-01; 2030-03-02"),
    sheet(
      .passports,
      """
      passport_reference = P-17
      organisation_code  = RA2
      employee_number    = 11111111
      first_name         = Ann
      last_name          = Lee
      full_name          = Someone Else
      date_of_birth      = 01/02/1980
      ni_number          = AB123456C
      work_email         = ann@example.uk
      agreed_date        = 02/03/2024
      review_date        = 03/04/2025
      ended_date         = 04/05/2026
      status             = Active
      consent_to_share   = yes
      """,
      row: "P-17; RA2; 11111111; Ann; Lee; 1980-02-01; AB123456; ann@example.uk; 2024-03-02; "
        + "2025-04-03; 2026-05-04; Active; yes"),
    sheet(
      .network,
      """
      organisation_code  = RA2
      employee_number    = 11111111
      first_name         = Ann
      last_name          = Lee
      full_name          = Someone Else
      work_email         = ann@example.uk
      member_type        = ally
      joined_date        = 02/03/2024
      left_date          = 03/04/2025
      consent_to_contact = yes
      """,
      row: "; RA2; 11111111; Ann; Lee; ; ; ann@example.uk; 2024-03-02; ; 2025-04-03; ally; yes"),
    sheet(
      .organisations,
      """
      organisation_code       = RA2
      organisation_name       = Trust A
      footprint_code          = QWE
      previous_footprint_code = QQQ
      valid_from              = 01/02/2020
      valid_to                = 02/03/2030
      hr_lead_name            = Jo Day
      hr_lead_email           = jo@example.uk
      """,
      row: "RA2; Trust A; QWE; QQQ; 2020-02-01; 2030-03-02; Jo Day; jo@example.uk"),
    sheet(
      .footprints,
      """
      footprint_code = QWE
      footprint_name = West
      valid_from     = 01/02/2020
      valid_to       = 02/03/2030
      """,
      row: "QWE; West; 2020-02-01; 2030-03-02"),
    sheet(
      .accessCodes,
      """
      footprint_code    = QWE
      organisation_code = RA2
      platform          = efc
      access_code       = Code-1
      valid_from        = 01/02/2020
      valid_to          = 02/03/2030
      """,
      row: "2; organisation RA2; efc; Code-1; 2020-02-01; 2030-03-02"),
    sheet(
      .decisions,
      """
      kind       = link
      subject    = passport:P-17
      employee   = RA2/11111111
      decision   = accept
      until      = 01/02/2030
      decided_by = Jo
      decided_on = 01/02/2020
      note       = seen
      """,
      row: "link; passport:P-17; RA2/11111111; accept; 2030-02-01"),
  ]

  /// The contract's other headings, by column; drawn, so that no table of the program is copied.
  static let others: [String: [String]] = {
    let drawing = """
      organisation_code: ods code, org code, employer, employer ods, trust code
      employee_number: employee no, emp no, staff number, payroll number, person number
      assignment_number: assignment no
      primary_assignment: primary, primary flag, is primary
      assignment_status: status
      assignment_category: category
      first_name: forename, given name, first names
      last_name: surname, family name
      known_as: preferred name, preferred first name
      previous_last_name: maiden name, former name
      date_of_birth: dob, birth date
      ni_number: national insurance number, nino, ni no
      work_email: email, email address, office email address, e-mail
      job_title: position title, position name, role
      start_date: latest start date, hire date
      leaving_date: actual termination date, termination date, end date
      manager_employee_number: supervisor employee number, line manager employee number, supervisor
      carer_flag: carer, working carer, unpaid carer, carer status
      carer_flag_date: carer date, date recorded, carer status date
      competence_name: competency name, competancy name, competence
      level: competence level, proficiency level
      date_from: date start, date awarded, certification date
      date_to: expiry date, date end
      passport_reference: reference, passport no, id
      full_name: name, employee name, display name
      agreed_date: date agreed, start date
      review_date: next review date, date of next review
      ended_date: end date, date ended
      consent_to_share: share consent, consent
      member_type: type, membership type
      joined_date: date joined, start date
      left_date: date left, left on
      consent_to_contact: contact consent, consent
      footprint_code: icb code, ics code, stp code
      valid_from: open date
      valid_to: close date
      """
    var others: [String: [String]] = [:]
    for line in drawing.split(separator: "\n") {
      let parts = line.split(separator: ":")
      others[String(parts[0])] = parts[1].split(separator: ",").map { String($0.dropFirst()) }
    }
    return others
  }()

  private static func text(_ sheet: Sheet, heading: (String) -> String) -> String {
    sheet.columns.map { heading($0.name) }.joined(separator: ",") + "\n"
      + sheet.columns.map(\.cell).joined(separator: ",") + "\n"
  }

  @Test(arguments: sheets)
  func `a column is known by each of its headings and by no other`(sheet: Sheet) throws {
    func rows(_ text: String) throws -> [String] {
      try Extracts(reading: [DrawnFile(sheet.source, text)]).drawnRows
    }
    #expect(try rows(Self.text(sheet) { $0 }) == [sheet.row])
    #expect(try rows(Self.text(sheet) { $0.uppercased() }) == [sheet.row])
    // Case, spaces and punctuation do not count.
    #expect(
      try rows(
        Self.text(sheet) { name in
          " \(name.split(separator: "_").map(\.capitalised).joined(separator: " - "))."
        }) == [sheet.row])
    for column in sheet.columns {
      for other in Self.others[column.name] ?? [] {
        let text = Self.text(sheet) { $0 == column.name ? other : $0 }
        #expect(try rows(text) == [sheet.row], "\(column.name) as \(other)")
      }
    }
  }

  /// Without a column its value is missing, and nothing stands in for it.
  @Test(arguments: sheets)
  func `a heading with one letter more is another column`(sheet: Sheet) throws {
    let notShown = [
      "assignment_category", "title", "decided_by", "decided_on", "note", "full_name",
      sheet.source == .accessCodes ? "footprint_code" : "",
    ]
    for column in sheet.columns where !notShown.contains(column.name) {
      let text = Self.text(sheet) { $0 == column.name ? $0 + "x" : $0 }
      do {
        let rows = try Extracts(reading: [DrawnFile(sheet.source, text)]).drawnRows
        #expect(rows != [sheet.row], "\(column.name)")
      } catch let failure as IngestFailure {
        // The column is a required one, so no header is found.
        #expect(failure.kind == .unusable, "\(column.name)")
      }
    }
  }

  @Test(arguments: [
    ("Employee\u{A0}Number", true), ("Employee–Number", true), ("“employee” number", true),
    ("employee numberé", false), ("Ωemployee number", false), ("employee number²", false),
    ("employee number 2", false),
  ])
  func `of what is not ASCII letters and digits count, spaces and punctuation do not`(
    heading: String, isKnown: Bool
  ) throws {
    let extracts = try Extracts(reading: [
      DrawnFile(.passports, "surname,\(heading)\nLee,11111111\n")
    ])
    #expect(extracts.passports.map(\.number.text) == [isKnown ? "11111111" : ""])
  }

  @Test(arguments: [
    "efc access code,digital resource access code",
    "Employers for Carers Access Code,DRC access code", "efc_code,digital_resource_code",
  ])
  func `wide access codes have headings of their own`(codes: String) throws {
    let extracts = try Extracts(reading: [
      DrawnFile(.accessCodes, "ICS code,\(codes)\nQWE,Code-1,Code-2\n")
    ])
    #expect(
      extracts.drawnCodes == [
        "2; footprint QWE; efc; Code-1; ; ", "2; footprint QWE; digital-resource; Code-2; ; ",
      ])
  }

  @Test func `a decisions file with neither kind nor discrepancy id is none`() {
    #expect(throws: (any Error).self) {
      try Extracts(reading: [DrawnFile(.decisions, "subject,decision\nx,waive\n")])
    }
  }
}

extension Substring {
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
