import Columns
import Records
import StageSupport
import Testing
import Vocabulary

/// Cells as values, and cells that hold text of the wrong kind.
struct ValueTests {
  private func read(
    _ source: Source, _ text: String, allowsSyntheticNINumbers: Bool = false
  ) throws -> Extracts {
    try Extracts(
      reading: [DrawnFile(source, text)], allowsSyntheticNINumbers: allowsSyntheticNINumbers)
  }

  /// A first-name cell as it stands in a comma file, and what is read of it.
  @Test(arguments: [
    ("Ann", "Ann"), ("  Ann  ", "Ann"), ("\u{A0}Ann\u{3000}\u{FEFF}", "Ann"), ("\"  Ann \"", "Ann"),
    ("\"\tAnn\n\"", "Ann"), ("Ann  Mary", "Ann  Mary"),
    // Excel's way to keep a text as it is.
    ("\"=\"\"Ann\"\"\"", "Ann"), ("=\"Ann\"", "Ann"), ("\"=\"\" Ann \"\"\"", "Ann"),
    ("=Ann", "=Ann"), ("=\"Ann", "=\"Ann"), ("=Ann\"", "=Ann\""), ("\"=\"\"\"", "=\""),
    ("=\"\"", ""),
    // The apostrophe that we put before what a spreadsheet would run.
    ("'=Ann", "=Ann"), ("'+Ann", "+Ann"), ("'-Ann", "-Ann"), ("'@Ann", "@Ann"),
    ("'Ann", "'Ann"), ("''=Ann", "''=Ann"), ("'", "'"), (" '-Ann ", "-Ann"),
    // A doubled quote is one, and a quote within the cell its own.
    ("\"A\"\"nn\"", "A\"nn"), ("A\"nn", "A\"nn"), ("\"\"\"Ann\"\"\"", "\"Ann\""),
    ("\"A,nn\"", "A,nn"),
  ])
  func `a cell is trimmed and freed of what spreadsheets add`(cell: String, name: String) throws {
    let extracts = try read(.staff, "ods code,emp no,surname,forename\nRA2,1,Lee,\(cell)\n")
    #expect(extracts.drawnNames == ["\(name) Lee"])
  }

  @Test func `Excel's form of a number is the number`() throws {
    let extracts = try read(
      .staff,
      "ods code,emp no,surname,forename\n=\"RA2\",=\"00012345\",Lee,Ann\n'-,1,Lee,Ann\n"
        + "RA2,\"=\"\"00012346\"\"\",Lee,Ben\n")
    #expect(extracts.drawnStaff.map { $0.prefix(13) } == ["RA2; 00012345", "RA2; 00012346"])
    #expect(extracts.drawnRejects == ["3 code-invalid"])
  }

  /// An access-code cell as it stands in a comma file, and the code.
  @Test(arguments: [
    ("AbC-1", "AbC-1"), ("  AbC-1\u{A0}", "AbC-1"), ("'=AbC", "'=AbC"), ("'AbC", "'AbC"),
    ("\"A\"\"bC\"", "A\"bC"), ("00012345", "00012345"), ("A  b", "A  b"), ("\"A,b\"", "A,b"),
    ("A\"b\"", "A\"b\""),
  ])
  func `an access code stands as it was typed, only trimmed`(cell: String, code: String) throws {
    let long = try read(.accessCodes, "icb code,platform,access code\nQWE,efc,\(cell)\n")
    #expect(long.drawnCodes == ["2; footprint QWE; efc; \(code); ; "])
    let wide = try read(
      .accessCodes, "icb code,efc_code,digital_resource_code\nQWE,,\(cell)\n")
    #expect(wide.drawnCodes == ["2; footprint QWE; digital-resource; \(code); ; "])
  }

  @Test func `Excel's form of an access code looks like a formula`() throws {
    let extracts = try read(.accessCodes, "icb code,platform,access code\nQWE,efc,=\"AbC\"\n")
    #expect(extracts.drawnRejects == ["2 code-invalid"])
  }

  @Test func `cells of staff rows that cannot be read are missing and named`() throws {
    let extracts = try read(
      .staff,
      """
      ods code,emp no,forename,surname,primary,dob,nino,email,hire date,end date,supervisor,carer,\
      carer date,status
      RA2,7,Ann,Lee,perhaps,31/02/80,AB1,a@b,soon,n/a,A1,?,tbc,?
      RA2,8,Ben,Lee,no,01/02/80,,,,,,,31-DEC-4712,
      """)
    #expect(
      Set(extracts.drawnFaults) == [
        "2 primary_assignment", "2 date_of_birth", "2 ni_number", "2 work_email", "2 start_date",
        "2 leaving_date", "2 manager_employee_number", "2 carer_flag_date",
      ])
    #expect(extracts.drawnFaults.count == 8)
    #expect(extracts.drawnStaff[0] == "RA2; 00000007; ; ; ?; Ann; Lee; ; ; ; ; ; ; ; ; ; ; ?; ")
    #expect(
      extracts.drawnStaff[1] == "RA2; 00000008; ; ; ; Ben; Lee; ; ; 1980-02-01; ; ; ; ; ; ; ; ; ")
    #expect(
      Set(extracts.faults.map { "\($0.source) \($0.organisation.text)/\($0.number.text)" })
        == ["staff RA2/00000007"])
  }

  @Test func `cells of competence rows that cannot be read are missing and named`() throws {
    let extracts = try read(
      .competences,
      """
      | ods code | emp no | competence | date from | date to   | level |
      | RA2      | 7      | Carer      | soon      | 30/02/26  | ?     |
      | RA2      | 8      | Carer      |           | No expiry | ?     |
      """)
    #expect(extracts.drawnFaults == ["2 date_from", "2 date_to"])
    #expect(extracts.drawnCompetences[0] == "RA2; 00000007; Carer; ?; ; ")
  }

  @Test func `cells of list entries that cannot be read are missing and named`() throws {
    let passports = try read(
      .passports,
      """
      id,org code,emp no,surname,dob,nino,email,date agreed,review date,end date,status,consent
      P-1,R-2,1-1-1,Lee,x,x,x,x,x,x,x,x
      """)
    #expect(
      Set(passports.drawnFaults) == [
        "2 organisation_code", "2 employee_number", "2 date_of_birth", "2 ni_number",
        "2 work_email", "2 agreed_date", "2 review_date", "2 ended_date", "2 consent_to_share",
      ])
    #expect(passports.drawnFaults.count == 9)
    #expect(passports.drawnEntries(.passports) == ["P-1; ; ; ; Lee; ; ; ; ; ; ; x; "])
    let network = try read(
      .network,
      """
      | org code | emp no | surname | email | type   | date joined | date left | consent |
      | R-2      | 1-1-1  | Lee     | x     | friend | x           | x         | x       |
      | RA2      | 1      | Lee     |       |        |             |           | no      |
      """)
    #expect(
      Set(network.drawnFaults) == [
        "2 organisation_code", "2 employee_number", "2 work_email", "2 member_type",
        "2 joined_date", "2 left_date", "2 consent_to_contact",
      ])
    #expect(network.drawnFaults.count == 7)
  }

  /// The probabilistic method asks for the birth dates of a network list; nothing else does.
  @Test func `the birth dates of a network list are read for the probabilistic method only`()
    throws
  {
    let file = DrawnFile(
      .network,
      """
      | org code | full name | email    | dob        |
      | RA2      | Ann Lee   | a@b.test | 1984-03-12 |
      | RA2      | Ben Lee   | b@b.test | 31/02/1984 |
      | RA2      | Cat Lee   | c@b.test | soon       |
      """)
    let with = try Extracts(reading: [file], readsLinkageColumns: true)
    #expect(with.memberships.map(\.linkageBirthDate.text) == ["1984-03-12", "", ""])
    let without = try Extracts(reading: [file])
    #expect(without.memberships.map(\.linkageBirthDate.text) == ["", "", ""])
    // Silently: the other methods and rules see the same whether it is read or not.
    for extracts in [with, without] {
      #expect(extracts.memberships.map(\.birthDate.text) == ["", "", ""])
      #expect(extracts.drawnFaults == [])
      #expect(extracts.drawnRejects == [])
    }
    // A passport log's are for every method, and a cell that cannot be read is told.
    let log = DrawnFile(.passports, "org code,surname,dob\nRA2,Lee,soon\nRA2,Poe,1984-03-12\n")
    let passports = try Extracts(reading: [log], readsLinkageColumns: true).passports
    #expect(passports.map(\.birthDate.text) == ["", "1984-03-12"])
    #expect(passports.map(\.linkageBirthDate.text) == ["", ""])
    #expect(try Extracts(reading: [log]).drawnFaults == ["2 date_of_birth"])
  }

  @Test func `cells of reference rows that cannot be read are missing and named`() throws {
    let organisations = try read(
      .organisations,
      """
      org code,icb code,previous footprint code,open date,close date,hr lead email,hr lead name
      RA2,Q-1,Q-2,x,x,none,Jo
      """)
    #expect(
      Set(organisations.drawnFaults) == [
        "2 footprint_code", "2 previous_footprint_code", "2 valid_from", "2 valid_to",
        "2 hr_lead_email",
      ])
    let footprints = try read(
      .footprints,
      "icb code,footprint name,valid from,valid to\nQWE,West,x,x\n")
    #expect(footprints.drawnFaults == ["2 valid_from", "2 valid_to"])
    let codes = try read(
      .accessCodes, "icb code,platform,access code,valid from,valid to\nQWE,efc,C1,x,x\n")
    #expect(codes.drawnFaults == ["2 valid_from", "2 valid_to"])
    let decisions = try read(
      .decisions, "kind,subject,decision,until,decided_on\ndiscrepancy,x,waive,x,x\n")
    #expect(decisions.drawnFaults == ["2 until", "2 decided_on"])
  }

  @Test func `NI numbers that begin with Q are for test data`() throws {
    let text = "surname,nino\nLee,QQ123456C\n"
    #expect(try read(.passports, text).drawnFaults == ["2 ni_number"])
    let allowing = try read(.passports, text, allowsSyntheticNINumbers: true)
    #expect(allowing.drawnEntries(.passports) == ["; ; ; ; Lee; ; QQ123456; ; ; ; ; ; "])
  }

  @Test func `a birth date of two digits is never in the future, other dates may be`() throws {
    let extracts = try read(
      .staff,
      """
      | ods code | emp no | forename | surname | dob      | hire date | end date |
      | RA2      | 1      | Ann      | Lee     | 16/06/26 | 16/06/26  | 16/06/46 |
      """)
    #expect(
      extracts.drawnStaff
        == ["RA2; 00000001; ; ; ; Ann; Lee; ; ; 1926-06-16; ; ; ; ; 2026-06-16; 1946-06-16; ; ; "])
    let passports = try read(.passports, "surname,dob,date agreed\nLee,16/06/26,16/06/26\n")
    #expect(
      passports.drawnEntries(.passports) == ["; ; ; ; Lee; 1926-06-16; ; ; 2026-06-16; ; ; ; "])
  }

  @Test(arguments: [
    // Names, then first and last as read.
    ("Ann; Lee; Ben Kay", "Ann", "Lee"), ("; Lee; Ben Kay", "Ben", "Lee"),
    ("Ann; ; Ben Kay", "Ann", "Kay"), ("; ; Kay, Dr Ben", "Ben", "Kay"), ("; ; Dr Kay", "", "Kay"),
    ("Dr Ann; Lee;", "Dr Ann", "Lee"), ("; Lee; Ben", "", "Lee"),
  ])
  func `each name that a list leaves empty is taken from the full name`(
    cells: String, first: String, last: String
  ) throws {
    let extracts = try read(.passports, "forename;surname;name;id\n\(cells);x\n")
    let entry = try #require(extracts.passports.first)
    #expect(extracts.texts.string(entry.firstName) == first)
    #expect(extracts.texts.string(entry.lastName) == last)
  }
}
