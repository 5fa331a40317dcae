import Files
import Records
import Vocabulary

/// Writes `report.html`: what came in, what was matched, what is wrong, and what to do about it.
///
/// For whoever runs it for all, and for the auditor: true counts and persons, no access code. The
/// evidence part obeys disclosure control, as it is shown around. One file, nothing loaded, nothing
/// sent; without JavaScript all but the long lists is there.
struct ReportPage: Sendable {
  let contents: RunContents
  let totals: RunTotals

  /// The page.
  func write(to output: consuming OutputBuffer) -> OutputBuffer {
    let data = ReportData(contents: contents, key: key)
    let asOf = contents.reconciliation.asOf
    var page = HTMLPage(
      title: "Carer reconciliation, \(asOf.plain)",
      subtitle: "What employers know about their staff who are unpaid carers, and where it "
        + "disagrees",
      foot: "Pipeline \(contents.identity.pipelineName), as of \(asOf.text), carer-reconcile "
        + "\(contents.identity.programVersion). This page loads nothing and sends nothing.")
    page.add("", "", Self.warning)
    page.add("summary", "Summary", ReportSummary(contents: contents, totals: totals).markup)
    page.add("charts", "Charts", ReportCharts(contents: contents, totals: totals).markup)
    page.add("decisions", "Your decisions", decisions)
    page.add("discrepancies", "Discrepancies", discrepancies(data))
    if !contents.reconciliation.links.reviews.isEmpty {
      page.add("review", "Entries to review", reviews)
    }
    page.add("audit", "For the auditor", ReportAudit(contents: contents, totals: totals).markup)
    page.add(id: "run-data") { data.write(to: $0) }
    page.script = ReportScript.text
    return page.write(to: output)
  }

  /// What names this run in the browser's storage: its date, pipeline and inputs.
  ///
  /// The same run made again finds the decisions again.
  private var key: String {
    var text = "\(contents.reconciliation.asOf.text)\n\(contents.identity.pipelineSHA256)\n"
    for input in contents.reconciliation.extracts.inputs { text += "\(input.sha256)\n" }
    return Hexadecimal.text(SHA256.digest(of: text).word0)
  }

  private static let warning = """
    <div class="callout"><p><strong>This page names people and tells who may be a carer.</strong> \
    It is for whoever runs the reconciliation for all employers, and for the auditor. Never send \
    it to an employer or a manager: they have files of their own.</p></div>

    """

  // MARK: - Lists and decisions

  private static let withoutScript = """
    <noscript><div class="callout"><p>The list needs JavaScript, which this browser does not run. \
    The same rows stand in <code>discrepancies.csv</code> and <code>review.csv</code> beside this \
    page.</p></div></noscript>

    """

  private func discrepancies(_ data: ReportData) -> String {
    let count = contents.discrepancies.order.count
    var markup = ""
    if count > data.rowCount {
      markup += Markup.paragraph(
        "The \(Plain.count(data.rowCount)) most severe of \(Plain.count(count)) are shown; all "
          + "stand in discrepancies.csv.")
    }
    return markup + Self.withoutScript + """
      <div class="needs-script" hidden>
      <p>Choose a row to see its sources, what to do, and to mark it as waived.</p>
      <div class="filters" id="filters" role="search" aria-label="Filter the discrepancies">
      \(Self.filter("rule", "Rule", "All rules"))\
      \(Self.filter("severity", "Severity", "All severities", Severity.allCases.map(\.rawValue)))\
      \(Self.filter("organisation", "Organisation", "All organisations"))\
      \(Self.filter("status", "Status", "All statuses"))\
      <div><label for="filter-text">Name, number or words</label>\
      <input id="filter-text" type="search" autocomplete="off"></div>
      <div><button type="button" class="second" id="filter-clear">Clear the filters</button></div>
      </div>
      <div id="discrepancy-list" data-caption="Discrepancies"></div>
      </div>

      """
  }

  private static func filter(
    _ name: String, _ label: String, _ all: String, _ options: [String] = []
  ) -> String {
    let options = options.map { "<option value=\"\($0)\">\($0)</option>" }.joined()
    return "<div><label for=\"filter-\(name)\">\(label)</label><select id=\"filter-\(name)\">"
      + "<option value=\"\">\(all)</option>\(options)</select></div>\n"
  }

  private var reviews: String {
    Markup.paragraph(
      "List entries that are probably one of these people, but not certainly enough to link them. "
        + "Accept or reject each pair; one accepted pair settles an entry.")
        + """
        <div class="needs-script" hidden><div id="review-list" \
        data-caption="Entries to review"></div></div>

        """
  }

  private var decisions: String {
    """
    <div class="card needs-script" hidden>
    <p>Mark discrepancies as waived\
    \(contents.reconciliation.links.reviews.isEmpty ? "" : ", and pairs as accepted or rejected,") \
    in the lists below. Then download the file of decisions and put it into the input folder \
    <code>decisions</code>: the next run reads it as it is.</p>
    <div class="decide">
    <p class="error" role="alert" id="decision-error"></p>
    <div><label for="decided-by">Decided by (your name)</label>\
    <input id="decided-by" type="text" maxlength="100" autocomplete="off"></div>
    <button type="button" id="download" disabled>Download decisions</button>
    <button type="button" class="second" id="clear" disabled>Take all marks away</button>
    </div>
    <p role="status" id="decision-state" class="decided"></p>
    <p class="note">Marks stay in this browser until you take them away, or open the page of a \
    later run after the download. Nothing is sent anywhere.</p>
    </div>
    <noscript><p>Without JavaScript: fill in the column decision of discrepancies.csv or \
    review.csv, and put the file into the input folder decisions.</p></noscript>

    """
  }
}
