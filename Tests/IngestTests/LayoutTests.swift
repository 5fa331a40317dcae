import Columns
import Ingest
import Records
import StageSupport
import TestSupport
import Testing
import Vocabulary

/// Layouts as data: when one is chosen, and what it changes of a file's rows.
struct LayoutTests {
  /// A layout of a staff report with one heading that the contract does not know.
  private static func report(
    _ name: String = "report", headings: [ColumnName: [String]] = [.employeeNumber: ["Ident"]]
  ) -> SourceLayout {
    var layout = SourceLayout()
    layout.name = name
    layout.source = .staff
    layout.headings = headings
    layout.sha256 = "hash of \(name)"
    return layout
  }

  private static func read(
    _ text: String, _ layouts: [SourceLayout], organisation: String? = nil, layout: String? = nil
  ) throws -> Extracts {
    var file = DrawnFile(.staff, text, organisation: organisation)
    file.layout = layout
    return try Extracts(reading: [file], layouts: layouts)
  }

  /// The numbers of the employees that were read.
  private static func numbers(_ extracts: Extracts) -> [String] {
    extracts.assignments.flatMap { batch in batch.number.map(\.text) }
  }

  private static func failure(_ body: () throws -> Extracts) -> String? {
    do {
      _ = try body()
      return nil
    } catch let failure as IngestFailure {
      return failure.problem
    } catch {
      return "another error"
    }
  }

  // MARK: - Which layout

  @Test func `a layout reads a file that the contract's headings do not fit`() throws {
    let text = "ods code,ident,forename,surname\nRA2,11,Ann,Lee\n"
    let extracts = try Self.read(text, [Self.report()])
    #expect(Self.numbers(extracts) == ["00000011"])
    #expect(extracts.inputs[0].layout == "report")
    #expect(extracts.inputs[0].layoutSHA256 == "hash of report")
  }

  @Test func `a file that the contract's headings fit is read by no layout`() throws {
    // The layout would take another column, and leave out the row of totals.
    var layout = Self.report()
    layout.skipRows = ["RA2"]
    let text = "ods code,ident,emp no,forename,surname\nRA2,11,22,Ann,Lee\n"
    let extracts = try Self.read(text, [layout])
    #expect(Self.numbers(extracts) == ["00000022"])
    #expect(extracts.inputs[0].layout == nil)
    #expect(extracts.inputs[0].skipped == 0)
  }

  @Test func `a block's layout decides alone`() throws {
    let text = "ods code,ident,emp no,forename,surname\nRA2,11,22,Ann,Lee\n"
    let extracts = try Self.read(text, [Self.report()], layout: "report")
    // Both columns mean the number: the first filled one in header order counts.
    #expect(Self.numbers(extracts) == ["00000011"])
    #expect(extracts.inputs[0].layout == "report")
    let other = Self.report("other", headings: [.employeeNumber: ["Badge"]])
    let unfit = "ods code,ident,forename,surname\nRA2,11,Ann,Lee\n"
    #expect(
      Self.failure { try Self.read(unfit, [other, Self.report()], layout: "other") }?
        .contains("missing employee_number") == true)
  }

  @Test func `the first layout by name that finds its columns is taken`() throws {
    let a = Self.report("a", headings: [.employeeNumber: ["Badge"]])
    let b = Self.report("b", headings: [.employeeNumber: ["Ident"]])
    let c = Self.report("c", headings: [.employeeNumber: ["Ident"], .title: ["Post"]])
    let text = "ods code,ident,post,forename,surname\nRA2,11,x,Ann,Lee\n"
    #expect(try Self.read(text, [a, b, c]).inputs[0].layout == "b")
  }

  @Test(
    arguments: zip([nil, "report"], ["organisation_code, employee_number", "employee_number"]))
  func `a file that nothing fits is told by the contract's headings, or by its block's layout`(
    layout: String?, missing: String
  ) {
    let report = Self.report(headings: [.organisationCode: ["Org"], .employeeNumber: ["Ident"]])
    let text = "Org,badge,forename,surname\nRA2,11,Ann,Lee\n"
    for bytes in [Array(text.utf8), DrawnWorkbook(text).bytes] {
      var file = DrawnFile(.staff, bytes: bytes)
      file.layout = layout
      let problem = Self.failure { try Extracts(reading: [file], layouts: [report]) }
      #expect(problem?.contains("missing \(missing); ") == true)
    }
  }

  @Test func `a layout of another source is never tried`() {
    var layout = Self.report()
    layout.source = .passports
    let text = "ods code,ident,forename,surname\nRA2,11,Ann,Lee\n"
    #expect(
      Self.failure { try Self.read(text, [layout]) }?.contains("missing employee_number") == true)
  }

  @Test func `a heading that a layout takes for codes is left alone where the block gives one`()
    throws
  {
    let layout = Self.report(
      headings: [.organisationCode: ["Organization"], .employeeNumber: ["Ident"]])
    let text = "Organization,ident,forename,surname\nFinance,11,Ann,Lee\n"
    let given = try Self.read(text, [layout], organisation: "RA2")
    #expect(given.drawnStaff.map { $0.prefix(3) } == ["RA2"])
    #expect(given.drawnFaults == [])
    #expect(try Self.read(text, [layout]).drawnStaff.map { $0.prefix(7) } == ["FINANCE"])
  }

  // MARK: - Cells

  @Test func `constants fill empty cells, and columns that are not there`() throws {
    var layout = Self.report()
    layout.constants = [.organisationCode: "RA2", .assignmentStatus: "Active", .title: "Mx"]
    let text = """
      status,ident,forename,surname
      ,11,Ann,Lee
      Ended,12,Bo,Lee
       ,13,Cy,Lee
      """
    let extracts = try Self.read(text, [layout])
    let batch = extracts.assignments[0]
    #expect((0..<3).map { batch.organisation[$0].text } == ["RA2", "RA2", "RA2"])
    #expect(batch.status.map { extracts.texts.string($0) } == ["Active", "Ended", "Active"])
  }

  @Test func `texts are read as what the layout says they are, whatever their case`() throws {
    var layout = Self.report()
    layout.values = [
      .primaryAssignment: ["Main  Post": "yes", "side post": "no"],
      .carerFlag: ["Looks after someone": "carer", "not applicable": ""],
    ]
    let text = """
      ods code,ident,forename,surname,primary,carer
      RA2,11,Ann,Lee,MAIN post,looks  after someone
      RA2,12,Bo,Lee,Side Post,Not applicable
      RA2,13,Cy,Lee,main posts,Yes
      """
    let extracts = try Self.read(text, [layout])
    let batch = extracts.assignments[0]
    #expect(batch.isPrimary == [true, false, false])
    #expect(batch.flag.map { extracts.texts.string($0) } == ["carer", "", "Yes"])
    // Near, but not the text: a cell that cannot be read.
    #expect(extracts.drawnFaults == ["4 primary_assignment"])
  }

  // MARK: - Rows that are none

  private static let totals: SourceLayout = {
    var layout = report()
    layout.skipRows = ["Total", "Grand Total", "Run date:*"]
    layout.emptyReport = ["No rows returned*"]
    return layout
  }()

  @Test func `rows of totals are skipped and counted, and rows read still balance`() throws {
    let text = """
      Staff in post
      surname,forename,ods code,ident
      Lee,Ann,RA2,11
      Total,Bob,RA2,12
      Totals,Cy,RA2,13
      Total,,,2
      Total,31,35

      GRAND  total
      ,Grand Total,,
      Run date: 1 May 2026,,,
      """
    let book = DrawnFile(.staff, bytes: DrawnWorkbook(text).bytes, path: "staff.xlsx")
    for file in [DrawnFile(.staff, text), book] {
      let extracts = try Extracts(reading: [file], layouts: [Self.totals])
      // Mr Total has a number and a first name: he is no total.
      #expect(Self.numbers(extracts) == ["00000011", "00000012", "00000013"])
      let account = extracts.inputs[0]
      #expect(account.skipped == 5)
      #expect(account.blank == 1)
      #expect([account.rowsRead, account.accepted, account.rejected] == [3, 3, 0])
      #expect(account.warnings == [])
    }
  }

  @Test func `a row that only begins like a total is a row`() throws {
    let text = """
      surname,forename,ods code,ident
      Total Eclipse,,RA2,
      """
    let extracts = try Self.read(text, [Self.totals])
    #expect(extracts.drawnRejects == ["2 employee-number-missing"])
    #expect(extracts.inputs[0].skipped == 0)
  }

  // MARK: - Reports without rows

  @Test(arguments: [
    "No rows returned\n", "\n\nno ROWS returned.\r\n", "Staff in post,,\n,No rows returned,\n",
    "surname;forename\n\"No rows returned\"\n",
  ])
  func `a report that says it has no rows is a file with 0 rows and a warning`(
    text: String
  ) throws {
    let account = try #require(try Self.read(text, [Self.totals]).inputs.first)
    #expect([account.rowsRead, account.accepted, account.rejected] == [0, 0, 0])
    #expect(account.warnings == ["the report says that it has no rows"])
    #expect(account.layout == "report")
  }

  @Test(arguments: ["No row returned\n", "Note: No rows returned\n", "\n"])
  func `a file that says something else has no header`(text: String) {
    #expect(Self.failure { try Self.read(text, [Self.totals]) }?.contains("no header") == true)
  }

  @Test func `a line that says so behind the headings is skipped`() throws {
    let text = "surname,forename,ods code,ident\nNo rows returned\n"
    let account = try #require(try Self.read(text, [Self.totals]).inputs.first)
    #expect([account.rowsRead, account.skipped] == [0, 1])
    #expect(account.warnings == ["the report has no rows"])
    // Only of reports: an ordinary file may well have no rows.
    let plain = "surname,forename,ods code,emp no\n"
    let other = try #require(try Self.read(plain, [Self.totals]).inputs.first)
    #expect(other.layout == nil && other.warnings == [])
  }
}
