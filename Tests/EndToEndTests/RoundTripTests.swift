import Foundation
import Testing
import TestSupport

/// What the program wrote, given back to it.
struct RoundTripTests {
  @Test(arguments: ["\u{FEFF}", ""])
  func `discrepancies filled in come back as decisions`(mark: String) throws {
    let folder = TemporaryFolder()
    let input = folder.path("input")
    try FileManager.default.copyItem(
      atPath: Repository.path("SampleData/night-1"), toPath: input)
    let pipeline = "Pipelines/nightly-reconciliation.json5"
    let output = TemporaryFolder()
    let first = try Night(pipeline, asOf: "2026-11-21", input: input, output: output)

    let written = try #require(FolderContents.text(of: first.folder + "/discrepancies.csv"))
    let filled = try Self.waiving(
      ["manager-unknown|RA2/23869944", "input-duplicated|network/west-yorkshire-members_copy.csv"],
      in: written, first.table("discrepancies.csv"))
    folder.write("input/decisions/returned.csv", mark + filled)

    let second = try Night(pipeline, asOf: "2026-11-22", input: input, output: output)
    let waived = second.table("discrepancies.csv").rows.filter { $0["status"] == "waived" }
    #expect(
      Set(waived.map { "\($0["rule"] ?? "")|\($0["subject"] ?? "")" }) == [
        "manager-unknown|RA2/23869944", "organisation-without-footprint|RT4",
        "input-duplicated|network/west-yorkshire-members_copy.csv",
      ])
    let account = second.table("rejects.csv").rows.filter {
      $0["file"]?.contains("returned") == true
    }
    #expect(account.isEmpty)
    // The rows that are not filled in say nothing: no finding about a decision is new.
    let aimless = second.table("discrepancies.csv").rows
      .filter { $0["rule"] == "decision-without-effect" && $0["status"] == "new" }
    #expect(aimless.isEmpty)
  }

  @Test func `a text that a spreadsheet would run is guarded, and comes back as it was`() throws {
    let folder = TemporaryFolder()
    folder.write(
      "input/staff.csv",
      """
      organisation_code,employee_number,first_name,last_name,job_title,staff_group
      RA2,10000001,Ada,Quill,"=HYPERLINK(""http://x.example"",""x"")",'@Home team
      RA2,10000002,Ben,Reed,+44 desk,'quoted

      """)
    let pipeline = """
      { pipeline: "round", stages: ["ingest", "normalise", "join", "detect", "emit"],
        sources: { staff: [{ files: ["*.csv"] }] }, emit: { reconciledScope: "all" } }
      """
    folder.write("pipeline.json5", pipeline)
    let once = try Self.reconciled(folder, input: "input", output: "once")
    #expect(
      once.column("job_title") == [#"'=HYPERLINK("http://x.example","x")"#, "'+44 desk"])
    // The apostrophe that stood before @ was a guard; the one before a letter is a character.
    #expect(once.column("staff_group") == ["'@Home team", "'quoted"])
    let again = try Self.reconciled(
      folder, input: "once/latest/reconciled/no-footprint", output: "again")
    for column in ["job_title", "staff_group", "last_name", "employee_number"] {
      #expect(again.column(column) == once.column(column))
    }
  }

  private static func reconciled(
    _ folder: TemporaryFolder, input: String, output: String
  ) throws -> CSVTable {
    let result = try BuiltProgram.run(
      [
        "run", "pipeline.json5", "--as-of", "2026-11-21", "--input", input, "--output", output,
      ], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    return CSVTable(file: folder.path("\(output)/latest/reconciled/no-footprint/RA2.csv"))
  }

  /// The text of `discrepancies.csv` with `waive` in the last cell of some rows.
  private static func waiving(
    _ names: Set<String>, in text: String, _ table: CSVTable
  ) throws -> String {
    let ids = table.rows.filter { names.contains("\($0["rule"] ?? "")|\($0["subject"] ?? "")") }
      .compactMap { $0["discrepancy_id"] }
    #expect(ids.count == names.count)
    #expect(table.headings.last == "decision")
    let lines = text.drop { $0 == "\u{FEFF}" }
      .split(separator: "\r\n", omittingEmptySubsequences: false)
    return lines.map { line in
      ids.contains { line.hasPrefix($0) } ? line + "waive" : String(line)
    }.joined(separator: "\r\n")
  }
}
