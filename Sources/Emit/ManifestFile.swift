import Files
import Records
import Vocabulary

/// Writes `manifest.json`: by what and from what the run was made, and the hash of each other file.
struct ManifestFile: Sendable {
  let contents: RunContents
  let totals: RunTotals

  /// The file, given what became of the others.
  func bytes(_ written: [WrittenDocument]) -> [UInt8] {
    let sorted = written.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return JSONValue.object([
      "as_of": .text(contents.reconciliation.asOf.text),
      "pipeline": .object([
        "name": .text(contents.identity.pipelineName),
        "sha256": .text(contents.identity.pipelineSHA256),
      ]),
      "program": .object([
        "name": .text("carer-reconcile"), "version": .text(contents.identity.programVersion),
      ]),
      "counts": .object([
        "discrepancies_by_rule": Self.byRule(contents, totals),
        "discrepancies_by_status": .counts(totals.findingsByStatus),
        "employees_by_status": .counts(totals.employeesByStatus),
        "links_by_method": .counts(totals.linksByMethod),
        "rejects_by_reason": .counts(totals.rejectsByReason),
      ]),
      "inputs": .list(contents.reconciliation.extracts.inputs.map(Self.input)),
      "outputs": .list(
        sorted.map { document in
          .object([
            "path": .text(document.path),
            "bytes": .integer(document.byteCount),
            "sha256": .text(document.digest.hexadecimal),
          ])
        }),
    ]).file
  }

  private static func input(_ account: InputAccount) -> JSONValue {
    var input: [String: JSONValue] = [
      "name": .text(account.path),
      "source": .text(account.source.rawValue),
      "bytes": .integer(account.byteCount),
      "sha256": .text(account.sha256),
      "encodings": .list(account.encodings.map(JSONValue.text)),
      "rows_read": .integer(account.rowsRead),
      "accepted": .integer(account.accepted),
      "rejected": .integer(account.rejected),
      "blank": .integer(account.blank),
      "duplicate": .truth(account.isDuplicate),
    ]
    // What only files have that are not read by the contract's own headings.
    if let layout = account.layout {
      input["layout"] = .object(["name": .text(layout), "sha256": .text(account.layoutSHA256)])
    }
    if let newer = account.supersededBy { input["superseded_by"] = .text(newer) }
    if let counts = account.trailerCounts { input["trailer_counts"] = .text(counts) }
    if account.skipped > 0 { input["skipped"] = .integer(account.skipped) }
    if !account.columns.isEmpty {
      input["columns"] = .list(account.columns.map { .text($0.rawValue) })
    }
    if !account.sheets.isEmpty { input["sheets"] = .list(account.sheets.map(JSONValue.text)) }
    if !account.warnings.isEmpty { input["warnings"] = .list(account.warnings.map(JSONValue.text)) }
    return .object(input)
  }

  /// How many findings each rule has that is on.
  static func byRule(_ contents: RunContents, _ totals: RunTotals) -> JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: contents.findings.rules.indices.map { rule in
          (contents.findings.rules[rule].id, .integer(totals.findingsByRule[rule]))
        }))
  }
}
