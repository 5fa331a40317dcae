import Columns
import Records
import Vocabulary

/// Writes `changes.csv`: what came, went and changed since the last published run.
///
/// By change in the order of ``DiscrepancyChangeWord``, then as `discrepancies.csv` is sorted. Only
/// a run that has one before it writes the file.
struct ChangesFile: Sendable {
  let contents: RunContents
  let changes: Changes

  private static let columns = [
    "change", "discrepancy_id", "rule", "severity", "footprint_code", "organisation_code",
    "subject", "employee_number", "last_name", "first_name", "first_seen", "age_days", "status",
  ]

  /// The file.
  func write(to output: consuming OutputBuffer) -> OutputBuffer {
    var writer = contents.writer(Self.columns, output)
    for word in DiscrepancyChangeWord.allCases {
      for finding in contents.discrepancies.order where changes.words[finding] == word {
        append(finding, word, to: &writer)
      }
    }
    for place in resolvedOrder { append(changes.resolved[place], to: &writer) }
    return writer.end()
  }

  private func append(
    _ finding: Int, _ word: DiscrepancyChangeWord, to writer: inout CSVWriter
  ) {
    let table = contents.discrepancies
    let rule = contents.findings.rules[contents.findings.all[finding].rule]
    let place = table.places[finding]
    let life = table.lives[finding]
    writer.word(text: word.rawValue)
    writer.hexadecimal(table.ids[finding])
    writer.word(text: rule.id)
    writer.word(text: rule.severity.rawValue)
    writer.code(place.footprint)
    writer.code(place.organisation)
    table.appendSubject(of: finding, to: &writer)
    writer.number(place.number)
    writer.text(place.lastName, contents.fields)
    writer.text(place.firstName, contents.fields)
    writer.day(life.firstSeen)
    writer.integer(life.ageDays)
    writer.word(text: life.status.rawValue)
    writer.endRow()
  }

  private func append(_ row: ResolvedRow, to writer: inout CSVWriter) {
    writer.text(DiscrepancyChangeWord.resolved.rawValue)
    writer.text(row.id)
    writer.text(row.rule)
    writer.text(row.severity)
    writer.text(row.footprint)
    writer.text(row.organisation)
    writer.text(row.subject)
    writer.text(row.number)
    writer.text(row.lastName)
    writer.text(row.firstName)
    writer.day(row.firstSeen)
    writer.integer(max(0, Int(contents.reconciliation.asOf.raw) - Int(row.firstSeen.raw)))
    writer.text(DiscrepancyStatus.resolved.rawValue)
    writer.endRow()
  }

  /// The places of the rows that are gone, in the order of the file.
  ///
  /// Places are sorted and not rows, which are eight texts each to move about.
  private var resolvedOrder: [Int] {
    let rows = changes.resolved
    let ranks = rows.map { Severity(rawValue: $0.severity)?.rank ?? 3 }
    return rows.indices.sorted { left, right in
      if ranks[left] != ranks[right] { return ranks[left] < ranks[right] }
      if rows[left].rule != rows[right].rule {
        return SpanOrder.precedes(rows[left].rule.utf8.span, rows[right].rule.utf8.span)
      }
      return SpanOrder.precedes(rows[left].subject.utf8.span, rows[right].subject.utf8.span)
    }
  }
}
