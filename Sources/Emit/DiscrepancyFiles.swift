import Columns
import Records
import Vocabulary

/// Writes `discrepancies.csv` and each employer's part of it (contract section 8).
struct DiscrepancyFiles: Sendable {
  private let contents: RunContents
  // Held here, so that no row takes hold of the tables anew.
  private let findings: Findings
  private let table: DiscrepancyTable
  private let fields: FieldTexts
  private let inputs: [InputAccount]

  init(contents: RunContents) {
    self.contents = contents
    findings = contents.findings
    table = contents.discrepancies
    fields = contents.fields
    inputs = contents.reconciliation.extracts.inputs
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
    for finding in findings { append(finding, to: &writer) }
    return writer.end()
  }

  /// Writes the rows of one employer.
  func appendRows<Writer: RowWriter & ~Copyable>(ofEmployer index: Int, to writer: inout Writer) {
    for finding in table.byEmployer[index] { append(finding, to: &writer) }
  }

  private func append<Writer: RowWriter & ~Copyable>(_ index: Int, to writer: inout Writer) {
    let rule = findings.all[index].rule
    let place = table.places[index]
    writer.hexadecimal(table.ids[index])
    writer.word(text: findings.rules[rule].id)
    writer.word(text: findings.rules[rule].severity.rawValue)
    writer.code(place.footprint)
    writer.code(place.organisation)
    table.appendSubject(of: index, to: &writer)
    writer.number(place.number)
    writer.text(place.lastName, fields)
    writer.text(place.firstName, fields)
    writer.text(findings.all[index].detail)
    writer.text(findings.rules[rule].action)
    writer.beginPieces()
    let rows = findings.all[index].rows
    for place in rows.indices {
      if place > 0 { writer.addText(";") }
      writer.addText(inputs[rows[place].file].path)
      writer.addText(":")
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
