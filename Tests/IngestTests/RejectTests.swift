import Records
import StageSupport
import Testing
import Vocabulary

/// Which rows are not accepted, for which reason, and what the auditor is shown of them.
struct RejectTests {
  private func read(_ source: Source, _ text: String) throws -> Extracts {
    let extracts = try Extracts(reading: [DrawnFile(source, text)])
    let account = extracts.inputs[0]
    #expect(account.rowsRead == account.accepted + account.rejected)
    #expect(account.rejected == extracts.rejects.count)
    #expect(account.balances)
    return extracts
  }

  @Test func `staff rows need organisation, number and a name`() throws {
    let extracts = try read(
      .staff,
      """
      | ods code    | emp no      | forename | surname |
      | RA2         | 1           | Ann      |         |
      | RA2         | 2           |          | Lee     |
      |             | 3           | Cat      | Lee     |
      | R-2         | 4           | Dan      | Lee     |
      | ABCDEFGHIJK | 5           | Eve      | Lee     |
      | RA2         |             | Fay      | Lee     |
      | RA2         | 12345678901 | Gus      | Lee     |
      | RA2         | none        | Hal      | Lee     |
      | RA2         | 9           |          |         |
      """)
    #expect(
      extracts.drawnRejects == [
        "4 organisation-missing", "5 code-invalid", "6 code-invalid", "7 employee-number-missing",
        "8 employee-number-invalid", "9 employee-number-invalid", "10 name-missing",
      ])
    #expect(extracts.drawnNames == ["Ann ", " Lee"])
  }

  @Test func `competence rows need organisation, number and name`() throws {
    let extracts = try read(
      .competences,
      """
      | ods code | emp no | competence |
      | RA2      | 1      | Carer      |
      |          | 1      | Carer      |
      | R/2      | 1      | Carer      |
      | RA2      |        | Carer      |
      | RA2      | 1-2-3  | Carer      |
      | RA2      | 1      |            |
      """)
    #expect(
      extracts.drawnRejects == [
        "3 organisation-missing", "4 code-invalid", "5 employee-number-missing",
        "6 employee-number-invalid", "7 competence-missing",
      ])
    #expect(extracts.drawnCompetences == ["RA2; 00000001; Carer; ; ; "])
  }

  @Test func `a passport needs a valid number, NI number or email, or a last name with a letter`()
    throws
  {
    let extracts = try read(
      .passports,
      """
      | id  | org code | emp no | nino      | email  | surname | forename | name    | dob        |
      | P-1 |          | 1      |           |        |         |          |         |            |
      | P-2 |          |        | AB123456C |        |         |          |         |            |
      | P-3 |          |        |           | a@b.uk |         |          |         |            |
      | P-4 |          |        |           |        | Lee     |          |         |            |
      | P-5 |          |        |           |        |         |          | Ann Lee |            |
      | P-6 | RA2      |        |           |        |         | Ann      |         | 01/02/1980 |
      | P-7 | RA2      | A1     | AB1       | a@b    | 77      | Ann      |         |            |
      | P-8 | RA2      |        |           |        | ...     | Ann      |         |            |
      | P-9 | R-2      | 1      |           |        |         |          |         |            |
      """)
    #expect(
      extracts.drawnRejects == [
        "7 identity-missing", "8 identity-missing", "9 identity-missing",
      ])
    // Nothing is raised for cells of rows that are not accepted.
    #expect(extracts.drawnFaults == ["10 organisation_code"])
  }

  @Test func `a membership needs a valid number or email, or a last name with a letter`() throws {
    let extracts = try read(
      .network,
      """
      | ods code | emp no | email  | surname | forename | name | type |
      | RA2      | 1      |        |         |          |      |      |
      |          |        | a@b.uk |         |          |      |      |
      |          |        |        | Lee     |          |      |      |
      |          |        |        |         |          | Lee  |      |
      | RA2      |        |        |         | Ann      |      | ally |
      | RA2      | x      | @b.uk  |         |          | 7    | ally |
      """)
    #expect(extracts.drawnRejects == ["6 identity-missing", "7 identity-missing"])
  }

  @Test func `organisations need their code`() throws {
    let extracts = try read(
      .organisations,
      """
      | org code | organisation name | footprint code | previous footprint code |
      | RA2      | Trust A           | Q-1            | Q 1                     |
      |          | Trust B           | QWE            |                         |
      | R.2      | Trust C           | QWE            |                         |
      """)
    #expect(extracts.drawnRejects == ["3 organisation-missing", "4 code-invalid"])
    // Footprints elsewhere than in their own row are missing where they cannot be read.
    #expect(extracts.drawnOrganisations == ["RA2; Trust A; ; ; ; ; ; "])
    #expect(extracts.drawnFaults == ["2 footprint_code", "2 previous_footprint_code"])
  }

  @Test func `footprints need their code`() throws {
    let extracts = try read(
      .footprints,
      """
      | footprint code | footprint name |
      | S9B9J          | West           |
      |                | North          |
      | Q-1            | South          |
      | QWE            |                |
      """)
    #expect(extracts.drawnRejects == ["3 footprint-missing", "4 code-invalid"])
    #expect(extracts.drawnFootprints == ["S9B9J; West; ; ", "QWE; ; ; "])
  }

  @Test func `long access codes need an owner, a code and a platform`() throws {
    let extracts = try read(
      .accessCodes,
      """
      | footprint code | org code | platform | access code |
      | QWE            |          | efc      | Code-1      |
      |                | RA2      | DRC      | Code-2      |
      | QWE            | RA2      | efc      | Code-3      |
      |                |          | efc      | Code-4      |
      | Q-1            |          | efc      | Code-5      |
      |                | R-2      | efc      | Code-6      |
      | QWE            | R-2      | efc      | Code-7      |
      | QWE            |          | efc      |             |
      | QWE            |          | other    | Code-8      |
      | QWE            |          |          | Code-9      |
      | QWE            |          | efc      | =Code       |
      | QWE            |          | efc      | +Code       |
      | QWE            |          | efc      | -Code       |
      | QWE            |          | efc      | @Code       |
      | Q-1            | RA2      | efc      | Code-10     |
      """)
    #expect(
      extracts.drawnRejects == [
        "5 footprint-missing", "6 code-invalid", "7 code-invalid", "8 code-invalid",
        "9 code-missing", "10 platform-unknown", "11 platform-unknown", "12 code-invalid",
        "13 code-invalid", "14 code-invalid", "15 code-invalid", "16 code-invalid",
      ])
    // Both filled: the organisation's.
    #expect(
      extracts.drawnCodes == [
        "2; footprint QWE; efc; Code-1; ; ", "3; organisation RA2; digital-resource; Code-2; ; ",
        "4; organisation RA2; efc; Code-3; ; ",
      ])
  }

  @Test func `of wide access codes an empty cell is no code, two are none`() throws {
    let extracts = try read(
      .accessCodes,
      """
      | footprint code | org code | efc_code | digital_resource_code | valid from | valid to   |
      | QWE            |          | Code-1   | Code-2                | 01/01/2026 | 31/12/2026 |
      |                | RA2      |          | Code-3                |            |            |
      | QWE            |          | Code-4   |                       |            |            |
      | QWE            |          |          |                       |            |            |
      |                |          | Code-5   | Code-6                |            |            |
      | QWE            |          | Code-7   | =Code                 |            |            |
      """)
    #expect(extracts.drawnRejects == ["5 code-missing", "6 footprint-missing", "7 code-invalid"])
    #expect(
      extracts.drawnCodes == [
        "2; footprint QWE; efc; Code-1; 2026-01-01; 2026-12-31",
        "2; footprint QWE; digital-resource; Code-2; 2026-01-01; 2026-12-31",
        "3; organisation RA2; digital-resource; Code-3; ; ", "4; footprint QWE; efc; Code-4; ; ",
      ])
  }

  @Test func `decisions are of the words allowed for their kind`() throws {
    let extracts = try read(
      .decisions,
      """
      | kind        | subject      | employee     | decision | until      |
      | link        | passport:P-1 | RA2/1        | accept   |            |
      | Link        | passport:P-2 | ra2 / 2-1    | Reject   | 01/07/2026 |
      | discrepancy | rule/x       |              | waive    |            |
      | discrepancy | 0123456789   | anything     |          |            |
      | link        | passport:P-3 | RA2/3        |          | never      |
      | link        | passport:P-4 | RA2/4        | waive    |            |
      | link        | passport:P-5 | RA2/5        | yes      |            |
      | discrepancy | 0123456789   |              | accept   |            |
      | links       | passport:P-6 | RA2/6        | accept   |            |
      |             | passport:P-7 | RA2/7        | accept   |            |
      | link        |              | RA2/8        | accept   |            |
      | link        | passport:P-9 |              | accept   |            |
      | link        | passport:P-9 | RA2          | accept   |            |
      | link        | passport:P-9 | RA2/x        |          |            |
      | link        | passport:P-9 | R-2/1        | reject   |            |
      | discrepancy |              |              | waive    |            |
      """)
    #expect(
      extracts.drawnRejects == (7...17).map { "\($0) decision-unknown" })
    #expect(
      extracts.drawnDecisions == [
        "link; passport:P-1; RA2/00000001; accept; ",
        "link; passport:P-2; RA2/00000002; reject; 2026-07-01",
        "discrepancy; rule/x; ; waive; ", "discrepancy; 0123456789; ; none; ",
        "link; passport:P-3; RA2/00000003; none; ",
      ])
    #expect(extracts.drawnFaults == ["6 until"])
  }

  /// Rows with several faults, worst first; each has the next one's faults too.
  @Test func `a row has the first reason that applies`() throws {
    let staff = try Extracts(reading: [
      DrawnFile(
        .staff,
        bytes: Array("ods code,emp no,forename,surname\n".utf8)
          + Array("\"R\"-,\0,".utf8) + [0x81] + Array("\n".utf8)
          + Array("R-2,\0\n".utf8)
          + Array("R-2,\0,,\n".utf8)
          + Array(",,,\n".utf8)
          + Array("R-2,,,\n".utf8)
          + Array("RA2,,,\n".utf8)
          + Array("RA2,x,,\n".utf8)
          + Array("RA2,1,,\n".utf8))
    ])
    #expect(
      staff.drawnRejects == [
        "2 quote-misplaced", "3 column-count", "4 encoding", "5 organisation-missing",
        "6 code-invalid", "7 employee-number-missing", "8 employee-number-invalid",
        "9 name-missing",
      ])
    let competences = try read(
      .competences,
      """
      | ods code | emp no | competence |
      |          |        |            |
      | R-2      |        |            |
      | RA2      |        |            |
      | RA2      | x      |            |
      """)
    #expect(
      competences.drawnRejects == [
        "2 organisation-missing", "3 code-invalid", "4 employee-number-missing",
        "5 employee-number-invalid",
      ])
    let codes = try read(
      .accessCodes,
      """
      | footprint code | org code | platform | access code |
      |                |          | x        | =1          |
      | Q-1            |          | x        |             |
      |                |          | x        |             |
      | QWE            |          | x        |             |
      | QWE            |          | x        | 1           |
      """)
    #expect(
      codes.drawnRejects == [
        "2 code-invalid", "3 code-invalid", "4 footprint-missing", "5 code-missing",
        "6 platform-unknown",
      ])
  }

  @Test func `a misplaced quote rejects its row, which ends at the next line end outside quotes`()
    throws
  {
    let extracts = try read(
      .staff,
      """
      ods code,emp no,forename,surname
      RA2,1,"Ann"x,Lee
      RA2,2,"Ben" ,"Lee
      of Leeds"
      RA2,3,"Cat",Lee
      RA2,4,D"an,Le"e"
      """)
    #expect(extracts.drawnRejects == ["2 quote-misplaced", "3 quote-misplaced"])
    #expect(
      extracts.rejects.map(\.detail) == [
        "text behind a closing quote; the row spans 1 line",
        "text behind a closing quote; the row spans 2 lines",
      ])
    #expect(extracts.inputs[0].rejectedLines == 3)
    #expect(extracts.drawnNames == ["Cat Lee", "D\"an Le\"e\""])
  }

  @Test func `raw repeats the row without what no one asked for and without secrets`() throws {
    let staff = try read(
      .staff,
      """
      ods code,emp no,forename,surname,nino,cared-for person,email,nino
       ra-2 ,="1", "" ,"Le""e",AB123456C,her mother,a@b.uk,AB123456D
      "RA2",,"Ann
      Mary",Lee,AB123456C,x,,y,,
      """)
    #expect(
      staff.rejects.map { String(decoding: $0.raw, as: UTF8.self) } == [
        " ra-2 ,=\"1\", \"\" ,Le\"e,,,a@b.uk,", "RA2,,Ann\nMary,Lee,,,,,,",
      ])
    let codes = try read(
      .accessCodes, "icb code;platform;access code;remarks;valid to\nQ-1;efc;Secret;x;2026\n")
    #expect(codes.rejects.map { String(decoding: $0.raw, as: UTF8.self) } == ["Q-1;efc;;;2026"])
    let wide = try read(
      .accessCodes, "icb code;efc_code;digital_resource_code\nQ-1;Secret;Secret\n")
    #expect(wide.rejects.map { String(decoding: $0.raw, as: UTF8.self) } == ["Q-1;;"])
  }

  @Test func `raw of a Windows-1252 row is UTF-8, raw of a broken row is empty`() throws {
    let extracts = try Extracts(reading: [
      DrawnFile(
        .staff,
        bytes: Array("ods code,emp no,forename,surname\n,1,Zo".utf8) + [0xEB]
          + Array(",Lee\nRA2,2,\"A\"nn,Lee\nRA2,3\n".utf8))
    ])
    #expect(
      extracts.rejects.map { "\($0.reason.rawValue) \(String(decoding: $0.raw, as: UTF8.self))" }
        == ["organisation-missing ,1,Zoë,Lee", "quote-misplaced ", "column-count "])
  }

  @Test func `a row without anything in it is called empty`() throws {
    let extracts = try read(
      .staff,
      """
      ods code;emp no;forename;surname;notes
      ;;;;
       ;\t;;;half days
      ;12;;;
      """)
    let empty = "no organisation code; the row is empty in all columns that are read"
    #expect(extracts.rejects.map(\.detail) == [empty, empty, "no organisation code"])
  }

  @Test func `no detail of a reject repeats a cell`() throws {
    let extracts = try read(
      .staff,
      """
      ods code,emp no,forename,surname
      SECRET!,1,Secret,Secret
      RA2,SECRET,Secret,Secret
      RA2,1,"Secret"s,Secret
      RA2,1,Secret,Secret,Secret
      """)
    #expect(extracts.rejects.count == 4)
    for reject in extracts.rejects {
      #expect(!reject.detail.lowercased().contains("secret"))
      #expect(!reject.detail.isEmpty)
    }
  }

  @Test func `a row of a hundred thousand fields is rejected with their number`() throws {
    let wide = "RA2,1,Ann,Lee" + String(repeating: ",", count: 99_996)
    let text = "ods code,emp no,forename,surname\n" + wide + "\nRA2,2,Bo,Ng,,\n"
    let extracts = try read(.staff, text)
    #expect(extracts.drawnRejects == ["2 column-count"])
    #expect(extracts.rejects[0].detail == "100000 fields where the header has 4")
    #expect(extracts.drawnNames == ["Bo Ng"])
  }
}
