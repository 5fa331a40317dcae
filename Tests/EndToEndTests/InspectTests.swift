import Testing
import TestSupport

/// `carer-reconcile inspect`.
struct InspectTests {
  private static let staff = """
    Staff list
    Trust Code;Emp. No.;First Name;Surname;DOB;NI No;Email;Carer;Notes
    RA2;314151;Ann;Dale;3/2/1980;AB123456C;ann.dale@trust.example;Yes;has a son
    RA2;;Ben;Reed;31/2/1980;;ben@trust;perhaps;

    RA2;271828;Cy;Moss;31/2/1980;;cy@trust;perhaps;
    """

  /// What no one may see who did not ask for values.
  private static let personal = [
    "Ann", "Dale", "Moss", "314151", "1980", "123456", "ann.dale", "has a son",
  ]

  private static func inspect(
    _ content: [UInt8], name: String = "list.csv", _ more: [String] = [],
    layouts: [String: String] = [:]
  ) throws -> ProgramResult {
    let folder = TemporaryFolder()
    folder.write(name, bytes: content)
    for (path, text) in layouts { folder.write(path, text) }
    return try BuiltProgram.run(["inspect", name] + more, in: folder.path)
  }

  @Test func `it tells how a file is read, and masks what is personal`() throws {
    let result = try Self.inspect(Array(Self.staff.utf8))
    #expect(result.status == 0)
    #expect(
      result.output.hasPrefix(
        """
        list.csv
          A text file.

        Source staff
          - encoding: UTF-8
          - delimiter: semicolon
          - header: line 2
          - layout: none is needed

        Headings
          Trust Code                          organisation_code
          Emp. No.                            employee_number
          First Name                          first_name
          Surname                             last_name
          DOB                                 date_of_birth
          NI No                               ni_number
          Email                               work_email
          Carer                               carer_flag
          Not read: Notes.

        """))
    #expect(
      result.output.contains(
        """
        Rows
          - 3 read: 2 accepted, 1 rejected
            employee-number-missing: 1
          - 1 blank
          - date_of_birth: 1 unreadable, taken as missing
          - work_email: 1 unreadable, taken as missing

        The first rows as they are understood
          Personal values are masked; --show-values shows them.
                             line 3          line 6
          organisation_code  RA2             RA2
          employee_number    99999999        99999999
          first_name         Xxx             Xx
          last_name          Xxxx            Xxxx
          date_of_birth      9999-99-99      ?? 99/9/9999
          ni_number          XX999999X
          work_email         xxx.xxxx@xxxx…  ?? xx@xxxxx
          carer_flag         •••             ?? •••
          ?? = text of the wrong kind, taken as missing.
        """))
    for text in Self.personal { #expect(!result.output.contains(text), "\(text)") }
  }

  @Test func `with --show-values it shows them, but never what is not read`() throws {
    let result = try Self.inspect(Array(Self.staff.utf8), ["--show-values"])
    for text in ["00314151", "1980-02-03", "AB123456C", "Dale", "carer_flag         carer"] {
      #expect(result.output.contains(text), "\(text)")
    }
    #expect(!result.output.contains("has a son"))
  }

  @Test func `a workbook is shown with its sheets`() throws {
    var book = DrawnWorkbook()
    book.add("Cover", "Staff")
    book.add("Old", isHidden: true, "ods code,emp no,forename,surname\nRA2,1,Ann,Dale")
    book.add("Staff", "ods code,emp no,forename,surname\nRA2,#2,Ben,Reed")
    let result = try Self.inspect(book.bytes, name: "staff.xlsx")
    #expect(result.status == 0)
    #expect(
      result.output.hasPrefix(
        """
        staff.xlsx
          A workbook. Its sheets:
          - Cover
          - Old (hidden)
          - Staff

        Source staff, sheet "Staff"
          - encoding: xlsx
          - header: row 1

        """))
    let hidden = try Self.inspect(book.bytes, name: "staff.xlsx", ["--sheet", "Old"])
    #expect(hidden.output.contains("Source staff, sheet \"Old\""))
    let absent = try Self.inspect(book.bytes, name: "staff.xlsx", ["--sheet", "Odl"])
    #expect(absent.status == 65)
    #expect(absent.errors.contains("no sheet \"Odl\""))
  }

  @Test func `a report of ESR is shown with its layout and the rows left out`() throws {
    let report = """
      Compliance
      Person Number,Competency Name,Organization
      314151,Fire,RA2
      Total,1,
      """
    let result = try Self.inspect(Array(report.utf8))
    #expect(result.output.contains("Source competences\n"))
    #expect(result.output.contains("- layout: esr-bi-competences\n"))
    #expect(result.output.contains("- 1 skipped: totals or end lines\n"))
  }

  @Test func `a file that needs the pipeline file's organisation says so`() throws {
    let result = try Self.inspect(Array("emp no,forename,surname\n1,Ann,Dale\n".utf8))
    #expect(result.status == 0)
    #expect(result.output.contains("no column has the organisation's code"))
  }

  // MARK: - Files that none fits

  private static let unknown = """
    Trust list
    Emp Number,Fore name,Sur-nam,Bank Details
    314151,Ann,Dale,secret
    """

  @Test func `a layout is proposed for a file that none fits, and it reads the file`() throws {
    let result = try Self.inspect(Array(Self.unknown.utf8), name: "pay roll 1.csv")
    #expect(result.status == 65)
    #expect(
      result.errors == """
        carer-reconcile: pay roll 1.csv: no source can read it; save the layout above in a folder \
        layouts beside your pipeline file

        """)
    #expect(!result.output.contains("secret") && !result.output.contains("Dale"))
    let brace = try #require(result.output.firstIndex(of: "{"))
    let layout = String(result.output[brace...])
    #expect(
      layout == """
        {
          name: "pay-roll-1",
          source: "staff",
          headings: {
            employee_number: ["Emp Number"],  // is it?
            last_name: ["Sur-nam"],  // is it?
            // organisation_code: ["…"],  // must be there; or put organisation: "…" into the block
          },
        }

        """)
    for more in [[], ["--layout", "layouts/own.json5"], ["--layout", "pay-roll-1"]] {
      let again = try Self.inspect(
        Array(Self.unknown.utf8), name: "x.csv", more, layouts: ["layouts/own.json5": layout])
      #expect(again.status == 0, "\(more): \(again.errors)")
      #expect(again.output.contains("- layout: pay-roll-1\n"))
      #expect(again.output.contains("- 1 read: 1 accepted, 0 rejected\n"))
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a layout is proposed for a file with very many headings by the first of them`() throws {
    let many = (0..<20_000).map { "heading \($0)" }.joined(separator: ",")
    let result = try Self.inspect(Array("Emp Number,Sur-nam,Forenam,\(many),DOB\n".utf8))
    #expect(result.status == 65)
    #expect(result.output.contains("employee_number: [\"Emp Number\"],  // is it?"))
    #expect(result.output.contains("first_name: [\"Forenam\"],  // is it?"))
    #expect(result.output.contains("heading 19999"))
  }

  @Test(arguments: ["", "a,b\n1,2\n", "\u{0}\u{1}\n"])
  func `a file that is like none is told so`(content: String) throws {
    let result = try Self.inspect(Array(content.utf8))
    #expect(result.status == 65)
    #expect(result.output.contains("No heading in its first rows is like one of any column"))
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test func `a file, layout or source that is not there is refused`() throws {
    let folder = TemporaryFolder()
    func status(_ arguments: [String]) throws -> Int32 {
      try BuiltProgram.run(["inspect"] + arguments, in: folder.path).status
    }
    folder.write("x.csv", "a\n")
    #expect(try status(["none.csv"]) == 66)
    #expect(try status(["."]) == 66)
    #expect(try status(["x.csv", "--layout", "none"]) == 64)
    #expect(try status(["x.csv", "--layout", "none.json5"]) == 66)
    #expect(try status(["x.csv", "--source", "none"]) == 64)
  }

  private static let interfaceName = "GO_431_EXP_GOF_20261113_00000001.DAT"
  private static let interface = """
    HDR~\(interfaceName)~20261113 101356~431~~20261113 000000~01
    POA~1~x
    QQQ~1
    POA~2~y
    TRL~5
    """

  @Test func `an interface file is shown with its header and its records`() throws {
    let result = try Self.inspect(Array(Self.interface.utf8), name: Self.interfaceName)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("- trailer: fits, it counts records, header and trailer\n"))
    #expect(result.output.contains("  POA  2  not needed\n  QQQ  1  not known\n"))
    let cut = try Self.inspect(
      Array(Self.interface.dropLast(6).utf8), name: Self.interfaceName)
    #expect(cut.status == 65)
  }

  @Test func `an interface file is read by the layout of records that is named`() throws {
    let shipped = try #require(
      Repository.text("Pipelines/layouts/esr-generic-outbound.json5"))
    let own = shipped.replacing(#"name: "esr-generic-outbound""#, with: #"name: "own""#)
      .replacing("skipped: [", with: "skipped: [\"QQQ\", ")
    for more in [["--layout", "own.json5"], ["--layout", "layouts/own.json5"]] {
      let result = try Self.inspect(
        Array(Self.interface.utf8), name: Self.interfaceName, more, layouts: [more[1]: own])
      #expect(result.status == 0, "\(more): \(result.errors)")
      #expect(result.output.contains("  QQQ  1  not needed\n"), "\(more)")
    }
  }
}
