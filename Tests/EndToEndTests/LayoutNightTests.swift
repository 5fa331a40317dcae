import Testing
import TestSupport

/// Nights from files as they really come: reports of ESR Business Intelligence, and workbooks.
struct LayoutNightTests {
  private static let stages = #"stages: ["ingest", "normalise", "join", "detect", "emit"]"#

  private static func run(
    _ folder: TemporaryFolder, _ sources: String, more: String = "", output: String = "out"
  ) throws -> ProgramResult {
    folder.write(
      "pipeline.json5", "{ pipeline: \"p\", \(stages), input: \"in\", \(sources) \(more) }")
    return try BuiltProgram.run(
      ["run", "pipeline.json5", "--as-of", "2026-11-21", "--output", output], in: folder.path)
  }

  // MARK: - Reports of ESR Business Intelligence

  private static let staffReport = """
    Staff in Post,,,,,,,,,
    Report run 20-Nov-2026,,,,,,,,,
    Organization,Org L2,Employee Number,Assignment Number,Last Name,First Name,Position Title,\
    Assignment Status,Primary Assignment,Latest Start Date
    RA2,Trust,314151,314151,Dale,Ann,Nurse,Active Assignment,Yes,03-FEB-2019
    RA2,Trust,314151,314151-2,Dale,Ann,Bank Nurse,Active Assignment,No,2020/12/02 00:00:00
    RA2,Trust,271828,271828,Reed,Ben,Clerk,Active Assignment,Primary,1 March 2021
    RA2,Trust,161803,161803,Total,Cy,Porter,Inactive Not Worked,Yes,01.04.2020
    Grand Total,,4,,,,,,,

    """

  private static let competenceReport = """
    Compliance & Competence
    Organization,Person Number,Competency Name,Competence Level,Expiry Date,Date Start,\
    Last Updated By,VPD
    RA2,314151,457|LOCAL|Working Carer|,Achieved,No expiry,30-Nov-2025,"99|Smith, Jo",457
    RA2,271828,NHS|CSTF|Fire Safety - 2 Years|,,30-Nov-2028,2025/12/02 00:00:00,"99|Smith, Jo",457
    Total,,2,,,,,

    """

  private static let sources = """
    sources: { staff: { files: ["staff*"] }, competences: { files: ["competences*"] } },
    emit: { reconciledScope: "all" },
    """

  @Test func `a pair of reports is read as it comes`() throws {
    let folder = TemporaryFolder()
    folder.write("in/staff.csv", Self.staffReport)
    folder.write("in/competences.csv", Self.competenceReport)
    let result = try Self.run(folder, Self.sources)
    #expect(result.status == 0, "\(result.errors)")
    let employees = CSVTable(file: folder.path("out/latest/reconciled/no-footprint/RA2.csv"))
    #expect(employees.column("employee_number") == ["00161803", "00271828", "00314151"])
    #expect(employees.column("active") == ["no", "yes", "yes"])
    #expect(employees.column("job_title") == ["Porter", "Clerk", "Nurse"])
    #expect(employees.column("esr_flag") == ["not-recorded", "not-recorded", "carer"])
    #expect(employees.column("esr_flag_date") == ["", "", "2025-11-30"])
    // Everything could be read, and who edited a record is no one here.
    #expect(CSVTable(file: folder.path("out/latest/rejects.csv")).rows.isEmpty)
    #expect(
      !CSVTable(file: folder.path("out/latest/discrepancies.csv")).column("rule")
        .contains("field-unreadable"))
    let manifest = try #require(FolderContents.text(of: folder.path("out/latest/manifest.json")))
    #expect(manifest.contains("\"name\": \"esr-bi-staff-in-post\""))
    #expect(manifest.contains("\"name\": \"esr-bi-competences\""))
    #expect(manifest.split(separator: "\"skipped\": 1").count == 3)
  }

  @Test func `a report without rows is told, and the night goes on`() throws {
    let folder = TemporaryFolder()
    folder.write("in/staff.csv", Self.staffReport)
    folder.write("in/competences.csv", "Compliance & Competence\nNo rows returned\n")
    let result = try Self.run(folder, Self.sources)
    #expect(result.status == 0, "\(result.errors)")
    let warning = "warning: competences.csv: the report says that it has no rows"
    #expect((result.output + result.errors).contains(warning))
  }

  @Test func `a file that was dropped in and fits no pattern is told`() throws {
    let folder = TemporaryFolder()
    folder.write("in/staff/trust.csv", Self.staffReport)
    for name in ["a", "b", "c", "d", "e", "f", "g"] { folder.write("in/staff/\(name).xlsx", "") }
    let result = try Self.run(folder, "sources: { staff: { files: [\"staff/*.csv\"] } }")
    #expect(result.status == 0, "\(result.errors)")
    let told = (result.output + result.errors).split(separator: "\n").filter {
      $0.hasPrefix("warning: ")
    }
    #expect(
      told == ["a", "b", "c", "d", "e"].map {
        "warning: staff/\($0).xlsx: not read, as no pattern in the pipeline file fits it"
      } + ["warning: 2 more files were not read either"])
  }

  // MARK: - Workbooks

  @Test(arguments: [false, true])
  func `a workbook gives what the same rows give as text`(isReport: Bool) throws {
    let rows =
      isReport
      ? Self.staffReport
      : """
      organisation_code,employee_number,first_name,last_name,work_email,carer_flag
      RA2,00314151,Ann,Dale,ann.dale@trust.example,Yes
      RA2,00271828,Ben,Reed,ben@trust.example,perhaps
      RA2,,Cy,Lost,,No

      RA2,00161803,Di,Moss,not an address,No
      """
    let folder = TemporaryFolder()
    // The content decides, not the name: both have the same one, so all citations are equal.
    folder.write("in/staff", rows)
    folder.write("in/competences", "ods code,emp no,competence\nRA2,314151,Carer Passport\n")
    #expect(try Self.run(folder, Self.sources, output: "text").status == 0)
    folder.write("in/staff", bytes: DrawnWorkbook(rows).bytes)
    #expect(try Self.run(folder, Self.sources, output: "sheet").status == 0)
    let files = FolderContents.files(below: folder.path("text/latest/."))
    #expect(files == FolderContents.files(below: folder.path("sheet/latest/.")))
    for file in files where file.hasSuffix(".csv") {
      #expect(
        FolderContents.text(of: folder.path("text/latest/\(file)"))
          == FolderContents.text(of: folder.path("sheet/latest/\(file)")), "\(file)")
    }
    #expect(files.contains("discrepancies.csv"))
  }

  // MARK: - Layouts of one's own

  private static let ownLayout = """
    { name: "payroll", source: "staff", headings: { employee_number: ["Badge"] },
      constants: { organisation_code: "RA2" } }
    """

  @Test func `a layout beside the pipeline file is found, and a changed one is a change`() throws {
    let folder = TemporaryFolder()
    folder.write("in/staff.csv", "Badge,Forename,Surname\n314151,Ann,Dale\n")
    let sources = "sources: { staff: { files: [\"staff.csv\"] } },"
    let without = try Self.run(folder, sources)
    #expect(without.status == 65)
    #expect(without.errors.contains("missing organisation_code, employee_number"))
    folder.write("layouts/payroll.json5", Self.ownLayout)
    #expect(try Self.run(folder, sources).status == 0)
    #expect(try Self.run(folder, sources).output.contains("Nothing changed"))
    folder.write("layouts/payroll.json5", Self.ownLayout + "\n// looked at again\n")
    let changed = try Self.run(folder, sources)
    #expect(changed.status == 0)
    #expect(!changed.output.contains("Nothing changed"))
  }

  @Test func `a layout that is not there, and one that is wrong, end with 78`() throws {
    let folder = TemporaryFolder()
    folder.write("in/staff.csv", "Badge,Forename,Surname\n314151,Ann,Dale\n")
    folder.write("layouts/payroll.json5", Self.ownLayout)
    let named = try Self.run(
      folder, "sources: { staff: { files: [\"staff.csv\"], layout: \"pay-roll\" } },")
    #expect(named.status == 78)
    #expect(
      named.errors == """
        carer-reconcile: pipeline.json5: line 1, sources.staff.layout: no such layout of the \
        source staff, did you mean "payroll"?

        """)
    folder.write("layouts/payroll.json5", "{ name: \"payroll\", source: \"staf\", heading: {} }")
    let wrong = try Self.run(folder, "sources: { staff: { files: [\"staff.csv\"] } },")
    #expect(wrong.status == 78)
    #expect(
      wrong.errors == """
        carer-reconcile: layouts/payroll.json5: 2 faults: line 1, source: no such value "staf", \
        did you mean "staff"?; line 1, heading: unknown key, did you mean "headings"?

        """)
  }

  @Test func `a pattern of layouts that matches nothing ends with 66`() throws {
    let folder = TemporaryFolder()
    folder.write("in/staff.csv", "ods code,emp no,forename,surname\nRA2,314151,Ann,Dale\n")
    let result = try Self.run(
      folder, "sources: { staff: { files: [\"staff.csv\"] } },", more: "layouts: [\"mine/*.json5\"]"
    )
    #expect(result.status == 66)
    #expect(result.errors.hasPrefix("carer-reconcile: mine/*.json5: no layout file"))
  }
}
