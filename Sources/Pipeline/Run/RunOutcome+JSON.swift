import Emit
import Records
import Vocabulary

extension RunOutcome {
  /// The summary for machines, `run --json`: one JSON object with sorted keys, in UTF-8.
  ///
  /// `run` and `folder` are left out where nothing is published, and counts that were not worked
  /// out; those of a run that stands are in its summary.json. True counts, no person.
  package var json: [UInt8] {
    var object: [String: JSONValue] = [
      "as_of": .text(asOf.text),
      "published": .truth(folder != nil && !isUnchanged),
      "unchanged": .truth(isUnchanged),
      "warnings": .integer(warnings),
    ]
    if !severities.isEmpty {
      object["discrepancies"] = .object([
        "total": .integer(severities.reduce(0) { $0 + $1.count }),
        "by_severity": Self.counts(severities.map { ($0.severity.rawValue, $0.count) }),
        "by_status": Self.counts(statuses.map { ($0.status.rawValue, $0.count) }),
      ])
    }
    if let employees { object["employees"] = .integer(employees) }
    if let entries {
      object["list_entries"] = .object([
        "total": .integer(entries.all), "linked": .integer(entries.linked),
      ])
      object["recipients"] = Self.counts(recipients.map { ($0.platform.rawValue, $0.count) })
    }
    if let rejectedRows { object["rejected_rows"] = .integer(rejectedRows) }
    if let id { object["run"] = .text(id) }
    if let folder { object["folder"] = .text(folder) }
    return JSONValue.object(object).file
  }

  private static func counts(_ counts: [(String, Int)]) -> JSONValue {
    .object(Dictionary(counts.map { ($0.0, .integer($0.1)) }) { first, _ in first })
  }
}
