import Foundation
import Testing
import TestSupport

/// Runs of the sample one after another, and runs that must not differ.
struct NightAfterNightTests {
  @Test func `the second night says what is new, still open, waived and settled`() throws {
    let output = TemporaryFolder()
    let first = try Night.first(output: output)
    #expect(first.count(status: "new") == 133)
    #expect(first.count(status: "waived") == 1)
    let second = try Night.second(output: output)
    // SampleData/README.md: 124 in all, 10 of them new, two waived, and RT4's waiver goes on.
    #expect(second.count(status: "new") == 10)
    #expect(second.count(status: "waived") == 2)
    #expect(second.count(status: "open") == 112)
    for row in second.table("discrepancies.csv").rows {
      let isNew = row["status"] == "new"
      #expect(row["first_seen"] == (isNew ? "2026-11-22" : "2026-11-21"), "\(row["subject"] ?? "")")
      #expect(row["age_days"] == (isNew ? "0" : "1"), "\(row["subject"] ?? "")")
    }
    #expect(output.exists("runs/2026-11-21-01"))
    #expect(output.exists("runs/2026-11-22-01"))
  }

  @Test func `a recipient of the first night is listed in the second, with the same code`() throws {
    let output = TemporaryFolder()
    let first = try Night.first(output: output)
    let before = first.table("recipients/QWO/RWY/carers.csv").rows
    let second = try Night.second(output: output)
    let after = second.table("recipients/QWO/RWY/carers.csv").rows
    #expect(!before.isEmpty)
    #expect(Set(before.map { $0["delivery"] }) == ["new"])
    for row in after {
      let known = before.contains { $0["employee_number"] == row["employee_number"] }
      #expect(row["delivery"] == (known ? "listed" : "new"), "\(row["employee_number"] ?? "")")
    }
  }

  @Test func `the same night again publishes nothing, and says so`() throws {
    let output = TemporaryFolder()
    _ = try Night.first(output: output)
    let again = try Night.first(output: output)
    #expect(again.result.output.contains("Nothing changed"))
    #expect(!output.exists("runs/2026-11-21-02"))
    _ = try Night.first(output: output, more: ["--again"])
    #expect(output.exists("runs/2026-11-21-02"))
  }

  @Test func `the bytes are the same with one, two and seven workers`() throws {
    let outputs = try ["1", "2", "7"].map { count in
      let night = try Night.first(output: TemporaryFolder(), more: ["--workers", count])
      return FolderContents.bytes(below: night.folder + "/.")
    }
    #expect(outputs[0].count > 50)
    #expect(outputs[0] == outputs[1])
    #expect(outputs[0] == outputs[2])
  }

  @Test(arguments: [
    (
      "nightly-reconciliation",
      ["discrepancies", "distribution", "recipients", "reconciled", "report.html"]
    ),
    ("access-code-distribution", ["distribution", "recipients", "evidence.csv"]),
    ("discrepancy-audit", ["discrepancies", "discrepancies.csv", "evidence.csv", "report.html"]),
  ])
  func `each pipeline writes its products and the five files of every run`(
    _ pipeline: String, _ products: [String]
  ) throws {
    let night = try Night.first(pipeline, output: TemporaryFolder())
    let always = ["links.csv", "rejects.csv", "review.csv", "summary.json", "manifest.json"]
    let all = [
      "discrepancies", "discrepancies.csv", "distribution", "evidence.csv", "recipients",
      "reconciled", "report.html",
    ]
    let tops = Set(night.files.map { $0.split(separator: "/").first.map(String.init) ?? $0 })
    #expect(tops.isSuperset(of: always + products))
    if pipeline != "nightly-reconciliation" {
      #expect(tops.isDisjoint(with: Set(all).subtracting(products)))
    }
  }

  @Test func `a pipeline that stops before emit publishes nothing`() throws {
    let folder = TemporaryFolder()
    folder.write("input/staff.csv", Self.staff)
    folder.write(
      "trial.json5",
      #"{ pipeline: "trial", stages: ["ingest", "normalise"], input: "input","#
        + #" sources: { staff: [{ files: ["staff.csv"] }] } }"#)
    let result = try BuiltProgram.run(
      ["run", "trial.json5", "--as-of", "2026-11-21", "--output", "out", "--timings"],
      in: folder.path)
    #expect(result.status == 0)
    #expect(result.output.contains("nothing is published"))
    // What its stages took and found, and nothing of stages that were not run.
    for stage in ["ingest    ", "normalise "] { #expect(result.output.contains("\n\(stage)")) }
    #expect(result.output.contains("\nemployees       1\n"))
    for unknown in ["discrepancies", "list entries", "recipients"] {
      #expect(!result.output.contains(unknown), "\(unknown)")
    }
    #expect(!folder.exists("out/latest"))
    #expect(!folder.exists("out/runs"))
  }

  @Test func `check reads everything and writes nothing`() throws {
    let sample = try BuiltProgram.run(
      ["check", "Pipelines/nightly-reconciliation.json5", "--as-of", "2026-11-21"])
    #expect(sample.status == 0)
    #expect(
      sample.output.hasSuffix(
        """
        All files can be read, all rows but those above.
        A run would find 134 discrepancies among 771 employees. Nothing was written.

        """))
    let folder = TemporaryFolder()
    folder.write("input/staff.csv", Self.staff)
    folder.write(
      "all.json5",
      #"{ pipeline: "all", stages: ["ingest", "normalise", "join", "detect", "emit"],"#
        + #" input: "input", output: "out", sources: { staff: [{ files: ["staff.csv"] }] } }"#)
    let before = FolderContents.paths(below: folder.path)
    let result = try BuiltProgram.run(
      ["check", "all.json5", "--as-of", "2026-11-21"], in: folder.path)
    #expect(result.status == 0)
    #expect(result.output.contains("\nAll files can be read.\n"))
    #expect(FolderContents.paths(below: folder.path) == before)
  }

  @Test func `check shows the rejected rows for which a guard refuses the inputs`() throws {
    let folder = TemporaryFolder()
    let readable = (1...30).map { "RA2,\($0),Ada,Quill\n" }.joined()
    folder.write(
      "input/staff.csv", "ods code,emp no,forename,surname\n\(readable)RA2,none,Ben,Reed\n")
    // Twelve rows that cannot be read, of which ten are shown.
    let decisions = (1...12).map { "discrepancy,rule|RA2/\($0),Waived\n" }.joined()
    folder.write(
      "input/decisions.csv",
      "kind,subject,decision\n\(decisions)"
        + String(repeating: "discrepancy,none,\n", count: 20))
    folder.write(
      "all.json5",
      #"{ pipeline: "all", stages: ["ingest", "normalise", "join", "detect", "emit"],"#
        + #" input: "input", sources: { staff: { files: ["staff.csv"] },"#
        + #" decisions: { files: ["decisions.csv"] } } }"#)
    let result = try BuiltProgram.run(
      ["check", "all.json5", "--as-of", "2026-11-21"], in: folder.path)
    #expect(result.status == 65)
    #expect(
      result.errors.hasPrefix(
        "carer-reconcile: source decisions: 12 of 32 rows cannot be read, most in decisions.csv "
          + "(12 of them decision-unknown, such as line 2), more than the share 0.05;"))
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.contains("decisions.csv: 32 rows read, 12 rejected (UTF-8)"))
    let shown = lines.drop {
      $0 != "staff.csv:32: employee-number-invalid, "
        + "an employee number that is not 1 to 10 digits"
    }
    #expect(shown.count == 12)
    #expect(shown.dropFirst().first?.hasPrefix("decisions.csv:2: decision-unknown, ") == true)
    #expect(shown.last == "decisions.csv: and 2 rows more")
  }

  private static let staff = """
    organisation_code,employee_number,first_name,last_name
    RA2,10000001,Ada,Quill
    """
}
