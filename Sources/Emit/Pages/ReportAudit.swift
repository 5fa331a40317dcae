import Records
import Vocabulary

/// The auditor's part of the report: rows in and out, rejects, hashes, how to check them.
struct ReportAudit: Sendable {
  let contents: RunContents
  let totals: RunTotals

  /// Row balance, rejects, outcomes, inputs.
  var markup: String {
    balance + rejects + outcomes + manifest
  }

  private var balance: String {
    let inputs = contents.reconciliation.extracts.inputs
    let rows = inputs.map { input in
      [
        Self.name(of: input), input.source.rawValue,
        Plain.count(input.rowsRead), Plain.count(input.accepted), Plain.count(input.rejected),
        Plain.count(input.blank), input.balances ? "yes" : "NO",
      ]
    }
    let sums = [\InputAccount.rowsRead, \.accepted, \.rejected, \.blank].map { path in
      Plain.count(inputs.reduce(0) { $0 + $1[keyPath: path] })
    }
    return Markup.element("h3", "Row balance")
      + Markup.paragraph(
        "Rows read = accepted + rejected, for each file. Blank lines are counted apart. A "
          + "difference would have ended the run.")
      + Markup.scrolling(
        "Row balance",
        Markup.table(
          "Rows of each input file",
          ["File", "Source", "Read", "Accepted", "Rejected", "Blank", "Balances"],
          rows + [["All files", ""] + sums + [inputs.allSatisfy(\.balances) ? "yes" : "NO"]],
          numbers: [2, 3, 4, 5]))
  }

  /// The file, and why none of its rows were read where that is so.
  private static func name(of input: InputAccount) -> String {
    if input.isDuplicate { return "\(input.path) (duplicate)" }
    return input.supersededBy == nil ? input.path : "\(input.path) (superseded)"
  }

  private var rejects: String {
    let reasons = RejectReason.allCases.filter { totals.rejectsByReason[$0] ?? 0 > 0 }
    if reasons.isEmpty { return "" }
    return Markup.element("h3", "Rejected rows")
      + Markup.scrolling(
        "Rejected rows",
        Markup.table(
          "Rejected rows by reason; each stands in rejects.csv", ["Reason", "Count"],
          reasons.map { [$0.rawValue, Plain.count(totals.rejectsByReason[$0] ?? 0)] },
          numbers: [1]))
  }

  private var outcomes: String {
    let outcomes = EntryLink.Outcome.allCases
    return Markup.element("h3", "List entries")
      + Markup.scrolling(
        "List entries",
        Markup.table(
          "List entries by outcome; each stands in links.csv",
          ["List"] + outcomes.map(\.rawValue),
          ListKind.allCases.map { kind in
            [kind.source.rawValue]
              + outcomes.map { Plain.count(totals.linksByOutcome[kind]?[$0] ?? 0) }
          }, numbers: Set(1...outcomes.count)))
  }

  private var manifest: String {
    let rows = contents.reconciliation.extracts.inputs.map { input in
      [
        input.path, Plain.count(input.byteCount), input.encodings.joined(separator: ", "),
        input.sha256,
      ]
    }
    return Markup.element("h3", "Manifest")
      + Markup.paragraph(
        "SHA-256 of the pipeline file: \(contents.identity.pipelineSHA256). The hash of every file "
          + "of this run, this page too, stands in manifest.json; the hash of the manifest is in "
          + "the chained ledger. The command carer-reconcile verify holds all of them together.")
      + Markup.scrolling(
        "Input files",
        Markup.table(
          "Input files as they were read", ["File", "Bytes", "Encodings", "SHA-256"], rows,
          numbers: [1], hashes: [3]))
  }
}
