import Records
import Vocabulary

/// Writes `summary.json`: what was found, for machines and people.
struct SummaryFile: Sendable {
  let contents: RunContents
  let totals: RunTotals

  /// The file; true counts, no person.
  func bytes() -> [UInt8] {
    JSONValue.object([
      "as_of": .text(contents.reconciliation.asOf.text),
      "pipeline": .text(contents.identity.pipelineName),
      "discrepancies": discrepancies,
      "employees": .object([
        "rows": .integer(contents.reconciliation.workforce.assignments.row.count),
        "employees": .integer(contents.reconciliation.workforce.employees.count),
        "persons": .integer(totals.persons),
        "active": .integer(totals.activeEmployees),
        "active_by_status": .counts(totals.employeesByStatus),
        "organisations": .integer(contents.employers.count),
      ]),
      "links": links,
      "recipients": recipients,
      "rejects": .object([
        "total": .integer(totals.rejectsByReason.values.reduce(0, +)),
        "by_reason": .counts(totals.rejectsByReason),
      ]),
      "inputs": .object(inputs),
    ]).file
  }

  private var discrepancies: JSONValue {
    .object([
      "total": .integer(contents.findings.all.count),
      "changes": .object(
        Dictionary(
          uniqueKeysWithValues: totals.changesByWord.map {
            ($0.key.rawValue, .integer($0.value))
          })),
      "by_severity": .counts(totals.findingsBySeverity),
      "by_status": .counts(totals.findingsByStatus),
      "by_rule": ManifestFile.byRule(contents, totals),
    ])
  }

  private var links: JSONValue {
    .object([
      "passports": .counts(totals.linksByOutcome[.passports] ?? [:]),
      "network": .counts(totals.linksByOutcome[.network] ?? [:]),
      "by_method": .counts(totals.linksByMethod),
    ])
  }

  private var recipients: JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: totals.deliveries.map { platform, counts in
          let total = counts.values.reduce(0, +)
          return (
            platform.rawValue,
            JSONValue.object(["total": .integer(total), "by_delivery": .counts(counts)])
          )
        }))
  }

  /// Rows by source, all its files together.
  private var inputs: [String: JSONValue] {
    var result: [String: JSONValue] = [:]
    for source in Source.allCases {
      let accounts = contents.reconciliation.extracts.inputs.filter { $0.source == source }
      if accounts.isEmpty { continue }
      result[source.rawValue] = .object([
        "files": .integer(accounts.count),
        "rows_read": .integer(accounts.reduce(0) { $0 + $1.rowsRead }),
        "accepted": .integer(accounts.reduce(0) { $0 + $1.accepted }),
        "rejected": .integer(accounts.reduce(0) { $0 + $1.rejected }),
        "blank": .integer(accounts.reduce(0) { $0 + $1.blank }),
      ])
    }
    return result
  }
}
