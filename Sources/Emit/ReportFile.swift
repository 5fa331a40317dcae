import Files
import Records
import Vocabulary

/// Writes `report.html`: what came in, what was matched, what is wrong, on one page of its own.
///
/// Nothing is loaded from anywhere, no script runs, and the policy in its head forbids both. True
/// counts, no person, no access code.
struct ReportFile: Sendable {
  let contents: RunContents
  let totals: RunTotals

  private static let style = """
    :root{color-scheme:light dark}
    body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1.5rem;\
    color:#212b32;background:#fff}
    h1{font-size:1.75rem}h2{font-size:1.25rem;margin-top:2rem}
    table{border-collapse:collapse;width:100%}
    caption{text-align:left;font-weight:600;padding:.5rem 0}
    th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;\
    border-bottom:1px solid #aeb7bd}
    .n{text-align:right;font-variant-numeric:tabular-nums}
    @media (prefers-color-scheme:dark){body{color:#f0f4f5;background:#16191b}}
    """

  /// The page.
  func bytes() -> [UInt8] {
    var page = head
    page += summary
    page += rules
    page += matching
    page += rejects
    page += balance
    page += "</main>\n</body>\n</html>\n"
    return Array(page.utf8)
  }

  private var title: String { "Carer reconciliation, \(contents.reconciliation.asOf.text)" }

  private var head: String {
    let hash = Base64.text(SHA256.digest(of: Self.style).bytes)
    let policy =
      "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'"
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(HTMLText.escaped(title))</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <main>
      <h1>\(HTMLText.escaped(title))</h1>

      """
  }

  private var summary: String {
    let statuses = totals.findingsByStatus
    return table(
      "Summary", ["What", "Count"],
      [
        ["Organisations", "\(contents.employers.count)"],
        ["Employees", "\(contents.reconciliation.workforce.employees.count)"],
        ["Active employees", "\(totals.activeEmployees)"],
        ["Persons", "\(totals.persons)"],
      ]
        + ReconciledStatus.allCases.map {
          ["Active employees, status \($0.rawValue)", "\(totals.employeesByStatus[$0] ?? 0)"]
        }
        + [["Discrepancies", "\(contents.findings.all.count)"]]
        + DiscrepancyStatus.allCases.map {
          ["Discrepancies, \($0.rawValue)", "\(statuses[$0] ?? 0)"]
        },
      numbers: [1])
  }

  private var rules: String {
    let rules = contents.findings.rules
    let found = rules.indices.filter { totals.findingsByRule[$0] > 0 }
      .sorted { (rules[$0].severity.rank, $0) < (rules[$1].severity.rank, $1) }
    return table(
      "Discrepancies by rule", ["Rule", "Severity", "What to do", "Count"],
      found.map { rule in
        [
          rules[rule].id, rules[rule].severity.rawValue, rules[rule].action,
          "\(totals.findingsByRule[rule])",
        ]
      }, numbers: [3])
  }

  private var matching: String {
    let outcomes = EntryLink.Outcome.allCases
    return table(
      "List entries by outcome", ["List"] + outcomes.map(\.rawValue),
      ListKind.allCases.map { kind in
        [kind.source.rawValue] + outcomes.map { "\(totals.linksByOutcome[kind]?[$0] ?? 0)" }
      }, numbers: Set(1...outcomes.count))
      + table(
        "Links by method", ["Method", "Count"],
        MatchMethod.allCases.map { [$0.rawValue, "\(totals.linksByMethod[$0] ?? 0)"] },
        numbers: [1])
  }

  private var rejects: String {
    table(
      "Rejected rows by reason", ["Reason", "Count"],
      RejectReason.allCases.filter { totals.rejectsByReason[$0] ?? 0 > 0 }
        .map { [$0.rawValue, "\(totals.rejectsByReason[$0] ?? 0)"] }, numbers: [1])
  }

  private var balance: String {
    table(
      "Rows of each input file: read = accepted + rejected",
      ["Source", "File", "Read", "Accepted", "Rejected", "Blank lines"],
      contents.reconciliation.extracts.inputs.map { input in
        [
          input.source.rawValue, input.isDuplicate ? "\(input.path) (duplicate)" : input.path,
          "\(input.rowsRead)", "\(input.accepted)", "\(input.rejected)", "\(input.blank)",
        ]
      }, numbers: [2, 3, 4, 5])
  }

  /// A headed table; all cells are escaped, `numbers` are columns of figures.
  private func table(
    _ title: String, _ columns: [String], _ rows: [[String]], numbers: Set<Int>
  ) -> String {
    func row(_ cells: [String], _ tag: String, _ scope: String) -> String {
      let written = cells.enumerated().map { place, cell in
        let kind = numbers.contains(place) ? " class=\"n\"" : ""
        return "<\(tag)\(scope)\(kind)>\(HTMLText.escaped(cell))</\(tag)>"
      }
      return "<tr>\(written.joined())</tr>\n"
    }
    let body = rows.map { row($0, "td", "") }.joined()
    return """
      <h2>\(HTMLText.escaped(title))</h2>
      <table>
      <thead>
      \(row(columns, "th", " scope=\"col\""))</thead>
      <tbody>
      \(body)</tbody>
      </table>

      """
  }
}
