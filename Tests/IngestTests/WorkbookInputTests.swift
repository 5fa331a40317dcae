import Ingest
import Records
import StageSupport
import TestSupport
import Testing
import Vocabulary

/// Workbooks as inputs: which sheet is read, and that its rows are those of the same CSV file.
struct WorkbookInputTests {
  private static let staff = """
    ods code,emp no,forename,surname,ni no,email,hire date
    RA2,11,Ann,Lee,AB123456C,ann@x.example,3/2/2020
    RA2,,Bo,Lee,AB123457C,,2020-02-03
    ,12,Cy,Lee
    RA2,1234567890123,Di,Lee,AB123458C,di@x.example,
    RA2,14,Ed,Lee,nonsense,ed@x,99/99/2020,beyond the header
    """

  private static func read(_ workbook: DrawnWorkbook, sheet: String? = nil) throws -> Extracts {
    var file = DrawnFile(.staff, bytes: workbook.bytes, path: "staff.xlsx")
    file.sheet = sheet
    return try Extracts(reading: [file])
  }

  private static func failure(_ bytes: [UInt8], sheet: String? = nil) -> String {
    var file = DrawnFile(.staff, bytes: bytes, path: "staff.xlsx")
    file.sheet = sheet
    do {
      _ = try Extracts(reading: [file])
      return "no failure"
    } catch let failure as IngestFailure {
      return "\(failure.kind) \(failure.place): \(failure.problem); \(failure.remedy)"
    } catch {
      return "another error"
    }
  }

  // MARK: - Rows

  @Test func `a sheet's rows are those of the same CSV file`() throws {
    // Without what a sheet does not have: rows of another width.
    let rows = Self.staff.replacing("\n,12,Cy,Lee\n", with: "\n,12,Cy,Lee,,,\n")
      .replacing(",beyond the header", with: "")
    let text = try Extracts(reading: [DrawnFile(.staff, rows, path: "staff.csv")])
    let sheet = try Self.read(DrawnWorkbook(Self.staff))
    #expect(sheet.drawnStaff == text.drawnStaff)
    #expect(sheet.drawnRejects == text.drawnRejects)
    #expect(sheet.drawnFaults == text.drawnFaults)
    #expect(sheet.rejects.map(\.raw) == text.rejects.map(\.raw))
    #expect(
      sheet.drawnRejects == [
        "3 employee-number-missing", "4 organisation-missing", "5 employee-number-invalid",
      ])
    #expect(sheet.inputs[0].encodings == ["xlsx"])
    #expect(sheet.inputs[0].sheets == ["Sheet1"])
  }

  @Test func `a reject repeats the row without secrets and without what no one asked for`() throws {
    let book = DrawnWorkbook(
      """
      ods code,emp no,forename,surname,notes,ni no
      RA2,x,Ann,Lee,looks after her mother,AB123456C
      """)
    let reject = try #require(try Self.read(book).rejects.first)
    #expect(String(decoding: reject.raw, as: UTF8.self) == "RA2,x,Ann,Lee,,")
    #expect(reject.detail == "an employee number that is not 1 to 10 digits")
  }

  @Test func `lines are the sheet's row numbers, blank rows are counted but those at the end`()
    throws
  {
    let book = DrawnWorkbook(
      """
      Staff list


      ods code,emp no,forename,surname

      RA2,11,Ann,Lee
      ,,,,only beyond the header
       ,,
      RA2,,Bo,Lee

      ,,,, behind the last
      """)
    let extracts = try Self.read(book)
    #expect(extracts.assignments[0].row.map(\.line) == [6])
    #expect(extracts.drawnRejects == ["9 employee-number-missing"])
    let account = extracts.inputs[0]
    #expect([account.rowsRead, account.accepted, account.rejected, account.blank] == [2, 1, 1, 3])
  }

  @Test func `numbers that were stored as numbers are padded`() throws {
    let book = DrawnWorkbook("ods code,emp no,forename,surname\nRA2,#314151,Ann,Lee")
    #expect(try Self.read(book).assignments[0].number.map(\.text) == ["00314151"])
  }

  // MARK: - Sheets

  private static let header = "ods code,emp no,forename,surname\n"

  private static let several: DrawnWorkbook = {
    var book = DrawnWorkbook()
    book.add("Notes", "These are the staff,of May")
    book.add("Old", isHidden: true, header + "RA2,1,Ann,Old")
    book.add("May", header + "RA2,2,Ann,May")
    book.add("June", header + "RA2,3,Ann,June")
    return book
  }()

  @Test(arguments: zip([nil, "June", "Old", "june"], ["May", "June", "Old", "June"]))
  func `the sheet that is named is read, else the first visible one that fits`(
    sheet: String?, name: String
  ) throws {
    let extracts = try Self.read(Self.several, sheet: sheet)
    #expect(extracts.drawnNames == ["Ann \(name)"])
    #expect(extracts.inputs[0].sheets == [name])
  }

  @Test func `a sheet that is not there is told with those that are`() {
    #expect(
      Self.failure(Self.several.bytes, sheet: "July") == """
        unusable staff.xlsx: no sheet "July"; its sheets are "Notes", "Old" (hidden), "May", \
        "June"; mend sheet in the pipeline file
        """)
  }

  @Test func `a hidden sheet is not read unless it is named`() {
    var book = DrawnWorkbook()
    book.add("Notes", "These are the staff")
    book.add("Old", isHidden: true, Self.header + "RA2,1,Ann,Old")
    let failure = Self.failure(book.bytes)
    #expect(
      failure.hasPrefix("unusable staff.xlsx, sheet \"Notes\": no header in its first 20 rows"))
    #expect(failure.contains("its sheets are \"Notes\", \"Old\" (hidden)"))
    #expect(failure.contains("name another sheet with sheet:"))
  }

  @Test func `sheets that have the columns too and are not read are told`() throws {
    var book = DrawnWorkbook()
    book.add("Notes", "These are the staff")
    book.add("Surgery", "ods code,emp no,forename,surname\nRA2,1,Ann,Lee")
    book.add("Codes", "ods code,name\nRA2,Royal Surrey")
    book.add("Medicine", "ods code,emp no,forename,surname\nRA2,2,Bo,Lee")
    let extracts = try Self.read(book)
    #expect(extracts.drawnNames == ["Ann Lee"])
    #expect(
      extracts.inputs[0].warnings == [
        #"only its sheet "Surgery" is read, though "Medicine" has the columns too; name the one "#
          + "to read with sheet: in the pipeline file, or save each as a file of its own"
      ])
    #expect(try Self.read(book, sheet: "Surgery").inputs[0].warnings == [])
  }

  @Test func `of sheets without a header the fullest is told, of empty ones the first`() {
    var book = DrawnWorkbook()
    book.add("Notes", "These are the staff\nemail")
    book.add("May", "emp no,forename,surname")
    let remedy =
      "give the columns headings that are accepted, add a layout (carer-reconcile inspect --source "
      + "staff proposes one), or take the file away"
    #expect(
      Self.failure(book.bytes)
        == "unusable staff.xlsx, sheet \"May\": no header in its first 20 rows: missing "
        + "organisation_code; its fullest row has emp no, forename, surname; its sheets are "
        + "\"Notes\", \"May\"; \(remedy), or name another sheet with sheet: in the pipeline file")
    #expect(
      Self.failure(book.bytes, sheet: "notes")
        == "unusable staff.xlsx, sheet \"Notes\": no header in its first 20 rows: missing "
        + "organisation_code, employee_number, first_name, last_name; its fullest row has email; "
        + remedy)
    #expect(
      Self.failure(DrawnWorkbook("surname").bytes)
        == "unusable staff.xlsx, sheet \"Sheet1\": no header in its first 20 rows: missing "
        + "organisation_code, employee_number, first_name; its fullest row has surname; \(remedy)")
    var empty = DrawnWorkbook()
    empty.add("One", "x")
    empty.add("Two", "y")
    #expect(Self.failure(empty.bytes).hasPrefix("unusable staff.xlsx, sheet \"One\": no header"))
  }

  @Test func `the headings must stand in the first 20 rows`() throws {
    func book(_ blank: Int) -> DrawnWorkbook {
      DrawnWorkbook(String(repeating: "\n", count: blank) + Self.header + "RA2,1,Ann,Lee")
    }
    #expect(try Self.read(book(19)).drawnNames == ["Ann Lee"])
    #expect(Self.failure(book(20).bytes).contains("no header in its first 20 rows"))
  }

  @Test func `of decisions every visible sheet that fits is read`() throws {
    var book = DrawnWorkbook()
    book.add("discrepancies", "discrepancy_id,decision\n0123456789abcdef,waive\nfedcba,maybe")
    book.add("review", "kind,subject,employee,decision\nlink,network:a,RA2/11,accept")
    book.add("old", isHidden: true, "discrepancy_id,decision\n1111,waive")
    book.add("notes", "nothing")
    let extracts = try Extracts(
      reading: [DrawnFile(.decisions, bytes: book.bytes, path: "answers.xlsx")])
    #expect(
      extracts.drawnDecisions == [
        "discrepancy; 0123456789abcdef; ; waive; ", "link; network:a; RA2/00000011; accept; ",
      ])
    #expect(extracts.inputs[0].sheets == ["discrepancies", "review"])
    #expect(extracts.inputs[0].rowsRead == 3)
    #expect(extracts.rejects.map(\.detail).allSatisfy { $0.hasSuffix("; sheet \"discrepancies\"") })
    #expect(extracts.drawnRejects == ["3 decision-unknown"])
  }

  @Test func `a workbook that is there twice is read once`() throws {
    let bytes = DrawnWorkbook(Self.staff).bytes
    let extracts = try Extracts(
      reading: [
        DrawnFile(.staff, bytes: bytes, path: "a.xlsx"),
        DrawnFile(.staff, bytes: bytes, path: "b.xlsx"),
      ])
    #expect(extracts.inputs.map(\.isDuplicate) == [false, true])
    #expect(extracts.inputs[1].rowsRead == 0)
    #expect(extracts.assignments.count == 1)
  }

  // MARK: - Files that are none

  @Test func `what cannot be read is refused in one line that says what to do`() {
    let whole = DrawnWorkbook(Self.staff).bytes
    let cut = Array(whole.prefix(whole.count / 2))
    #expect(Self.failure(cut).hasPrefix("unusable staff.xlsx: the workbook is damaged"))
    let old: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
    #expect(Self.failure(old).hasPrefix("unusable staff.xlsx"))
    let page = Array("<html><table><tr><td>Employee Number</td></tr></table></html>".utf8)
    #expect(
      Self.failure(page) == """
        unusable staff.xlsx: this is a web page with the name of a workbook; open it in Excel and \
        save it as Excel workbook (.xlsx) or CSV UTF-8
        """)
    #expect(Self.failure(DrawnWorkbook("").bytes).contains("no header in its first 20 rows"))
  }
}
