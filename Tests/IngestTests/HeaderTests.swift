import Columns
import Ingest
import Records
import StageSupport
import Testing
import Vocabulary

struct HeaderTests {
  private func read(
    _ source: Source, _ text: String, organisation: String? = nil
  ) throws -> Extracts {
    try Extracts(reading: [DrawnFile(source, text, organisation: organisation)])
  }

  /// What the failure of a file says: its class, place and problem.
  private func failure(
    _ source: Source, _ text: String, organisation: String? = nil
  ) -> String {
    do {
      _ = try read(source, text, organisation: organisation)
      return "no failure"
    } catch let failure as IngestFailure {
      return "\(failure.kind) \(failure.place): \(failure.problem)"
    } catch {
      return "another error"
    }
  }

  @Test func `lines above the header are counted nowhere`() throws {
    let extracts = try read(
      .staff,
      """
      Staff in Post Report
      Employee Number,is printed below

      ods code,emp no,forename,surname
      RA2,1,Ann,Lee
      """)
    #expect(extracts.drawnNames == ["Ann Lee"])
    #expect(extracts.assignments[0].row.map(\.line) == [5])
    #expect(extracts.inputs[0].rowsRead == 1)
    #expect(extracts.inputs[0].blank == 0)
  }

  @Test(arguments: ["\n", "report\n", "\r\n", "a,b\r", "\"\n", "a \"quoted\" word,\n"])
  func `the header may be the twentieth physical line and no later one`(line: String) throws {
    let table = "ods code,emp no,forename,surname\nRA2,1,Ann,Lee\n"
    let found = try read(.staff, String(repeating: line, count: 19) + table)
    #expect(found.drawnNames == ["Ann Lee"])
    #expect(found.assignments[0].row.map(\.line) == [21])
    #expect(
      failure(.staff, String(repeating: line, count: 20) + table)
        == "unusable staff.csv: no header in its first 20 lines: missing organisation_code, "
        + "employee_number, first_name, last_name; no line has a heading that is known")
  }

  @Test(arguments: ["", "\u{FEFF}", "\r\n \r\n"])
  func `an empty file is called empty`(text: String) {
    #expect(
      failure(.staff, text)
        == "unusable staff.csv: the file is empty, so it has no header: missing "
        + "organisation_code, employee_number, first_name, last_name")
  }

  @Test(arguments: ["a,b", "a,b\n", "a,b\r", "a,b\r\n", "a,b\r\r"])
  func `a file without a header has none however its last line ends`(text: String) {
    #expect(
      failure(.footprints, text)
        == "unusable footprints.csv: no header in its first 20 lines: missing footprint_code, "
        + "footprint_name; no line has a heading that is known")
  }

  @Test func `where one of several columns would do all of them are named`() {
    #expect(
      failure(.network, "Member since\n2026\n")
        == "unusable network.csv: no header in its first 20 lines: missing employee_number or "
        + "work_email or full_name or last_name; no line has a heading that is known")
    #expect(
      failure(.accessCodes, "Platform,Code\nefc,A1\n")
        == "unusable access-codes.csv: no header in its first 20 lines: missing access_code; "
        + "its fullest line has Platform")
  }

  @Test func `the first line that has all required columns is the header`() throws {
    let extracts = try read(
      .staff,
      """
      emp no,forename,surname
      ods code,emp no,forename,surname
      ods code,emp no,forename,surname,email,title
      RA2,1,Ann,Lee
      """)
    // The third line is a row of the second, and has too many fields.
    #expect(extracts.drawnRejects == ["3 column-count"])
    #expect(extracts.drawnNames == ["Ann Lee"])
  }

  @Test(arguments: [",", ";", "\t", "|", "~"])
  func `the delimiter is the one under which the columns are named`(delimiter: String) throws {
    let others = ",;\t|~".filter { String($0) != delimiter }
    let text =
      ["ods code", "emp no", "forename", "surname"].joined(separator: delimiter) + "\n"
      + ["RA2", "1", "Ann", "Lee\(others)x"].joined(separator: delimiter) + "\n"
    #expect(try read(.staff, text).drawnNames == ["Ann Lee\(others)x"])
  }

  /// Headings and a row, and the email and last name that are read of it.
  @Test(arguments: [
    // Under `,` one known column, under `;` two.
    ("surname,x;email;status", "Lee,x;a@b.uk;draft", "a@b.uk", ""),
    ("surname,x;status;email", "Lee,x;draft;a@b.uk", "a@b.uk", ""),
    // Two known columns under the first, one and more fields under the second.
    ("surname,status,x;email;y;z;w", "Lee,draft,x;a@b.uk;y;z;w", "", "Lee"),
    ("email;status;x,surname,y,z,w", "a@b.uk;draft;x,Lee,y,z,w", "a@b.uk", ""),
    // One known column under both, more fields under `;`.
    ("surname,x;y;email", "Lee,x;y;a@b.uk", "a@b.uk", ""),
    ("surname;x,y,email", "Lee;x,y,a@b.uk", "a@b.uk", ""),
    // The same number of known columns and of fields: `,` `;` TAB `|` `~`.
    ("surname;x,email", "Lee;x,a@b.uk", "a@b.uk", ""),
    ("surname,x;email", "Lee,x;a@b.uk", "", "Lee"),
    ("surname;x\temail", "Lee;x\ta@b.uk", "", "Lee"),
    ("email;x\tsurname", "a@b.uk;x\tLee", "a@b.uk", ""),
    ("surname\tx|email", "Lee\tx|a@b.uk", "", "Lee"),
    ("email|x\tsurname", "a@b.uk|x\tLee", "", "Lee"),
    ("surname|x~email", "Lee|x~a@b.uk", "", "Lee"),
    ("email~x|surname", "a@b.uk~x|Lee", "", "Lee"),
  ])
  func `of two delimiters known columns decide, then fields, then their order`(
    header: String, row: String, email: String, lastName: String
  ) throws {
    let extracts = try read(.passports, "\(header)\n\(row)\n")
    let entry = try #require(extracts.passports.first)
    #expect(extracts.emails.string(entry.email) == email)
    #expect(extracts.texts.string(entry.lastName) == lastName)
  }

  @Test func `headings may be quoted and begin behind a byte order mark`() throws {
    let extracts = try read(
      .staff, "\u{FEFF}\"ods code\",\"emp no\",\"forename\",\"surname\"\r\nRA2,1,Ann,Lee\r\n")
    #expect(extracts.drawnNames == ["Ann Lee"])
  }

  @Test func `of columns that mean the same the first filled cell counts`() throws {
    let extracts = try read(
      .staff,
      """
      | surname | ods code | emp no | forename | last_name | family name | nino      | NI no     |
      |         | RA2      | 1      | Ann      | Lee       | Moss        |           | AB123456C |
      | Kay     | RA2      | 2      | Ben      | Lee       | Moss        | AB123457C | AB123456C |
      |         | RA2      | 3      | Cat      |           | Moss        | none      | AB123456C |
      |         | RA2      | 4      | Dan      |           |             |           |           |
      """)
    #expect(extracts.drawnNames == ["Ann Lee", "Ben Kay", "Cat Moss", "Dan "])
    // What is filled counts, even where it cannot be read.
    #expect(extracts.drawnFaults == ["4 ni_number"])
  }

  @Test func `trailing empty headings and surplus empty fields do not count`() throws {
    let extracts = try read(
      .staff,
      """
      ods code,emp no,,forename,surname,, ,
      RA2,1,x,Ann,Lee
      RA2,2,x,Ben,Lee,,,
      RA2,3,x,Cat,Lee,,,,,,\u{A0},
      RA2,4,x,Dan,Lee,,,x
      RA2,5,x,Eve
      RA2,6,Fay,Lee
      RA2
      """)
    #expect(extracts.drawnNames == ["Ann Lee", "Ben Lee", "Cat Lee"])
    #expect(
      extracts.drawnRejects == [
        "5 column-count", "6 column-count", "7 column-count", "8 column-count",
      ])
    #expect(
      extracts.rejects.map(\.detail) == [
        "8 fields where the header has 5", "4 fields where the header has 5",
        "4 fields where the header has 5", "1 field where the header has 5",
      ])
  }

  @Test(arguments: [
    ("ods code,emp no,forename\n", "last_name", "ods code, emp no, forename"),
    ("emp no;forename;surname;email\n", "organisation_code", "emp no, forename, surname, email"),
    (
      "x\nemail\nforename,surname,x y\n", "organisation_code, employee_number",
      "forename, surname, x y"
    ),
    // Of two that are as full the first.
    (
      "ods code,forename\nemp no,surname\n", "employee_number, last_name", "ods code, forename"
    ),
  ])
  func `a file without a header is refused by its fullest line`(
    text: String, missing: String, headings: String
  ) {
    #expect(
      failure(.staff, text)
        == "unusable staff.csv: no header in its first 20 lines: missing \(missing); "
        + "its fullest line has \(headings)")
  }

  /// A file whose header was lost: its rows hold words that are headings too.
  @Test(arguments: [
    (Source.staff, "RA2,00000002,Bob,Jones,b@x.uk,Supervisor,Working Carer\n"),
    (.passports, "P1,RA2,00000002,Bob Jones,Reference\n"),
    (.network, "Bob,Jones,Carer\n"),
    (.accessCodes, "QWE,,platform,SECRETCODE\n"),
  ])
  func `a row of data is not told as if it were headings`(source: Source, text: String) {
    let failure = failure(source, text)
    #expect(failure.hasPrefix("unusable \(source.rawValue).csv: no header"))
    for word in ["Bob", "Jones", "00000002", "b@x.uk", "SECRETCODE", "P1"] {
      #expect(!failure.contains(word))
    }
  }

  @Test(arguments: [
    (Source.competences, "ods code,emp no", "competence_name"),
    (.footprints, "footprint code", "footprint_name"),
    (.organisations, "organisation_name", "organisation_code"),
    (.decisions, "kind,subject,employee", "decision"),
    (.accessCodes, "footprint_code,efc_code", "digital_resource_code"),
    (.accessCodes, "footprint_code,platform", "access_code"),
  ])
  func `each source misses its own columns`(source: Source, header: String, missing: String) {
    #expect(failure(source, header + "\n").contains("missing \(missing); "))
  }

  @Test(arguments: [
    (Source.passports, ["employee_number", "ni_number", "work_email", "full_name", "last_name"]),
    (.network, ["employee_number", "work_email", "full_name", "last_name"]),
  ])
  func `a list needs one column that can identify`(source: Source, columns: [String]) throws {
    for column in columns { #expect(try read(source, "\(column)\n").inputs[0].rowsRead == 0) }
    for header in ["first_name", "organisation_code,first_name,start date,consent"] {
      #expect(
        failure(source, header + "\n").hasPrefix("unusable \(source.rawValue).csv: no header"))
    }
  }

  @Test func `a network list cannot be identified by what only passports have`() {
    #expect(failure(.network, "ni_number\n").contains("no line has a heading that is known"))
  }

  @Test func `an empty file has no header, a header alone is a file without rows`() throws {
    #expect(failure(.staff, "").hasPrefix("unusable staff.csv: the file is empty"))
    let extracts = try read(.staff, "ods code,emp no,forename,surname")
    #expect(extracts.inputs[0].rowsRead == 0)
    #expect(extracts.inputs[0].encodings == ["UTF-8"])
  }

  @Test func `organisation in the pipeline file stands in for the column and fills cells`() throws {
    #expect(failure(.staff, "emp no,forename,surname\n").contains("missing organisation_code"))
    let without = try read(.staff, "emp no,forename,surname\n1,Ann,Lee\n", organisation: "RA2")
    #expect(without.drawnStaff.map { $0.prefix(13) } == ["RA2; 00000001"])
    let with = try read(
      .staff,
      """
      | org code | emp no | forename | surname |
      |          | 1      | Ann      | Lee     |
      | RX1      | 2      | Ben      | Lee     |
      | R-1      | 3      | Cat      | Lee     |
      """, organisation: "RA2")
    #expect(
      with.drawnStaff.map { $0.prefix(13) } == ["RA2; 00000001", "RX1; 00000002", "RA2; 00000003"])
    #expect(with.drawnFaults == ["4 organisation_code"])
    #expect(with.faults.map { "\($0.organisation.text)/\($0.number.text)" } == ["RA2/00000003"])
  }

  @Test func `organisation fills the cells of lists, too`() throws {
    let extracts = try read(
      .passports,
      """
      | org code | emp no |
      |          | 1      |
      | RX1      | 2      |
      | R-1      | 3      |
      """, organisation: "RA2")
    #expect(extracts.passports.map(\.organisation.text) == ["RA2", "RX1", "RA2"])
    #expect(extracts.drawnFaults == ["4 organisation_code"])
  }
}
