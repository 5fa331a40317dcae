import Emit
import Records
import Vocabulary

extension RunOutcome {
  /// The summary for machines, `run --json`: one JSON object with sorted keys, in UTF-8.
  ///
  /// `run` and `folder` are left out where nothing is published. True counts, no person.
  package var json: [UInt8] {
    var object: [String: JSONValue] = [
      "as_of": .text(asOf.text),
      "published": .truth(folder != nil && !isUnchanged),
      "unchanged": .truth(isUnchanged),
      "discrepancies": .object([
        "total": .integer(severities.reduce(0) { $0 + $1.count }),
        "by_severity": Self.counts(severities.map { ($0.severity.rawValue, $0.count) }),
        "by_status": Self.counts(statuses.map { ($0.status.rawValue, $0.count) }),
      ]),
      "employees": .integer(employees),
      "list_entries": .object(["total": .integer(entries), "linked": .integer(linkedEntries)]),
      "recipients": Self.counts(recipients.map { ($0.platform.rawValue, $0.count) }),
      "rejected_rows": .integer(rejectedRows),
    ]
    if isUnchanged {
      // Nothing was worked out: the counts of the run that stands are in its summary.json.
      for key in ["discrepancies", "employees", "list_entries", "recipients", "rejected_rows"] {
        object[key] = nil
      }
    }
    if let id { object["run"] = .text(id) }
    if let folder { object["folder"] = .text(folder) }
    return JSONValue.object(object).file
  }

  private static func counts(_ counts: [(String, Int)]) -> JSONValue {
    .object(Dictionary(counts.map { ($0.0, .integer($0.1)) }) { first, _ in first })
  }
}
