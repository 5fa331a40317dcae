import Columns
import Records
import Vocabulary

/// Writes `discrepancies.csv` and each employer's part of it (contract section 8).
struct DiscrepancyFiles: Sendable {
  private let contents: RunContents
  // Held here, so that no row takes hold of the tables anew.
  private let findings: Findings
  private let table: DiscrepancyTable
  private let texts: FindingTexts
  private let fields: FieldTexts
  /// By input file: its path and a colon.
  private let sources: [String]

  init(contents: RunContents) {
    self.contents = contents
    findings = contents.findings
    table = contents.discrepancies
    texts = contents.findingTexts
    fields = contents.fields
    sources = contents.reconciliation.extracts.inputs.map { "\($0.path):" }
  }

  /// The columns of the table.
  static let columns = [
    "discrepancy_id", "rule", "severity", "footprint_code", "organisation_code", "subject",
    "employee_number", "last_name", "first_name", "detail", "action", "sources", "status",
    "first_seen", "age_days", "decision",
  ]

  /// All findings.
  func all(to output: consuming OutputBuffer) -> OutputBuffer {
    write(table.order, to: output)
  }

  /// The findings that an employer's own file shows.
  func employer(_ index: Int, to output: consuming OutputBuffer) -> OutputBuffer {
    write(table.byEmployer[index], to: output)
  }

  private func write(
    _ findings: [Int], to output: consuming OutputBuffer
  ) -> OutputBuffer {
    var writer = contents.writer(Self.columns, output)
    for place in findings.indices {
      prefetch(findings, beyond: place)
      append(findings[place], to: &writer)
    }
    return writer.end()
  }

  /// Has the processor fetch what rows to come take from here and there in the memory.
  @inline(__always)
  private func prefetch(_ order: [Int], beyond place: Int) {
    let last = order.count - 1
    let far = order[min(place + 2 * FieldTexts.rowsAhead, last)]
    findings.all.span.prefetch(far)
    table.places.span.prefetch(far)
    table.ids.span.prefetch(far)
    table.lives.span.prefetch(far)
    texts.details.span.prefetch(far)
    // What those tell of.
    let near = order[min(place + FieldTexts.rowsAhead, last)]
    fields.prefetch(table.places[near].lastName)
    fields.prefetch(table.places[near].firstName)
  }

  /// Writes the rows of one employer.
  func appendRows<Writer: RowWriter & ~Copyable>(ofEmployer index: Int, to writer: inout Writer) {
    for finding in table.byEmployer[index] { append(finding, to: &writer) }
  }

  private func append<Writer: RowWriter & ~Copyable>(_ index: Int, to writer: inout Writer) {
    let rule = findings.all[index].rule
    let place = table.places[index]
    writer.hexadecimal(table.ids[index])
    writer.text(texts.ids[rule], texts.fields)
    writer.text(texts.severities[rule], texts.fields)
    writer.code(place.footprint)
    writer.code(place.organisation)
    table.appendSubject(of: index, to: &writer)
    writer.number(place.number)
    writer.text(place.lastName, fields)
    writer.text(place.firstName, fields)
    writer.text(texts.details[index], texts.fields)
    writer.text(texts.actions[rule], texts.fields)
    writer.beginPieces()
    let rows = findings.all[index].rows
    for place in rows.indices {
      if place > 0 { writer.addText(";") }
      writer.addText(sources[rows[place].file])
      writer.addDigits(rows[place].line)
    }
    writer.endPieces()
    writer.word(text: table.lives[index].status.rawValue)
    writer.day(table.lives[index].firstSeen)
    writer.integer(table.lives[index].ageDays)
    writer.empty()  // decision, for the reader to fill in
    writer.endRow()
  }
}
