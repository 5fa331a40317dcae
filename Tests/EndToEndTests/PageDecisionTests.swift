import Foundation
import TestSupport
import Testing

/// A reviewer's way: open the report, mark, download, and let the next night read the file.
@Suite(.enabled(if: Browser.path != nil, "\(Browser.absence)"), .timeLimit(.minutes(5)))
struct PageDecisionTests {
  @Test func `the next run reads what the page writes`() throws {
    let (output, input) = (TemporaryFolder(), TemporaryFolder())
    input.write(
      "pipeline.json5", try #require(Repository.text("Pipelines/nightly-reconciliation.json5")))
    let first = try Night(
      input.path("pipeline.json5"), asOf: "2026-11-21",
      input: Repository.path("SampleData/night-1"), output: output)
    let pair = try #require(first.table("review.csv").rows.first)
    let browser = try Browser()
    try browser.open(first.folder + "/report.html")
    try browser.evaluate(
      "(() => { const field = document.getElementById('filter-text'); "
        + "field.value = 'flag-conflict RA2/10591519'; "
        + "field.dispatchEvent(new Event('input')); })()")
    try browser.wait("document.querySelectorAll('#discrepancy-list tr.row').length === 1")
    try browser.evaluate("document.querySelector('#discrepancy-list tr.row').click()")
    try browser.evaluate(
      "(() => { document.querySelector('tr.more input[type=date]').value = '2027-01-31'; "
        + "document.querySelector('tr.more button').click(); "
        + "document.querySelector('#review-list tr.row').click(); "
        + "document.querySelector('#review-list tr.more button').click(); "
        + "const by = document.getElementById('decided-by'); by.value = 'A. Reviewer'; "
        + "by.dispatchEvent(new Event('change')); "
        + "document.getElementById('download').click(); })()")
    let file = try browser.downloaded("decisions-2026-11-21.csv")
    #expect(browser.complaints == [])
    #expect(browser.requests.allSatisfy { $0.hasPrefix("file:") || $0.hasPrefix("data:") })

    try FileManager.default.copyItem(
      atPath: Repository.path("SampleData/night-2"), toPath: input.path("night"))
    input.write("night/decisions/decisions-2026-11-21.csv", file)
    let second = try Night(
      input.path("pipeline.json5"), asOf: "2026-11-22", input: input.path("night"), output: output)
    let link = second.table("links.csv").rows.first { $0["subject"] == pair["subject"] }
    #expect(link?["method"] == "decision")
    #expect(
      "\(link?["organisation_code"] ?? "")/\(link?["employee_number"] ?? "")" == pair["employee"])
    let rows = second.table("discrepancies.csv").rows
    let row = rows.first { $0["rule"] == "flag-conflict" && $0["subject"] == "RA2/10591519" }
    #expect(row?["status"] == "waived")
    let rejected = second.table("rejects.csv").column("file")
    #expect(!rejected.contains("decisions/decisions-2026-11-21.csv"))
    #expect(
      !rows.contains {
        $0["rule"] == "decision-without-effect"
          && $0["subject"]?.hasPrefix("flag-conflict|") == true
      })
  }

  @Test func `the nights are a page, and machines get JSON alone`() throws {
    let output = TemporaryFolder()
    let run = try BuiltProgram.run([
      "run", "Pipelines/nightly-reconciliation.json5", "--as-of", "2026-11-21", "--output",
      output.path, "--json",
    ])
    let summary = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(summary?["run"] as? String == "2026-11-21-01")
    #expect((summary?["discrepancies"] as? [String: Any])?["total"] as? Int == 134)
    #expect(run.errors == "")
    let history = try BuiltProgram.run(["history", "--html", "--output", output.path])
    #expect(history.status == 0, "\(history.errors)")
    #expect(output.mode("history.html") == 0o600)
    let browser = try Browser()
    for (width, isDark) in [(1280, false), (390, true)] {
      try browser.show(width: width, isDark: isDark)
      try browser.open(output.path("history.html"))
      #expect(try browser.evaluate(PageChecks.script) == "[]")
    }
    #expect(browser.complaints == [])
    #expect(try BuiltProgram.run(["history", "page.html", "--output", output.path]).status == 64)
  }
}
