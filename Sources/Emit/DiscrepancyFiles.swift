import Columns
import Records
import Vocabulary

/// Writes `discrepancies.csv` and each employer's part of it (contract section 8).
struct DiscrepancyFiles: Sendable {
  let contents: RunContents

  private static let columns = [
    "discrepancy_id", "rule", "severity", "footprint_code", "organisation_code", "subject",
    "employee_number", "last_name", "first_name", "detail", "action", "sources", "status",
    "first_seen", "age_days", "decision",
  ]
  /// About how long a row is, in bytes.
  private static let rowBytes = 320

  /// All findings.
  func all() -> [UInt8] { file(contents.discrepancies.order) }

  /// The findings that an employer's own file shows.
  func employer(_ index: Int) -> [UInt8] { file(contents.discrepancies.byEmployer[index]) }

  private func file(_ findings: [Int]) -> [UInt8] {
    var writer = contents.writer(Self.columns, capacity: (findings.count + 1) * Self.rowBytes)
    for finding in findings { append(finding, to: &writer) }
    return writer.bytes
  }

  private func append(_ index: Int, to writer: inout CSVWriter) {
    let reconciliation = contents.reconciliation
    let texts = reconciliation.extracts.texts
    let table = contents.discrepancies
    let finding = contents.findings.all[index]
    let rule = contents.findings.rules[finding.rule]
    let life = table.lives[index]
    let place = FindingPlace(of: finding.subject, in: reconciliation)
    writer.text { Self.appendHexadecimal(table.ids[index], to: &$0) }
    writer.text(rule.id)
    writer.text(rule.severity.rawValue)
    writer.code(place.footprint)
    writer.code(place.organisation)
    writer.text(table.subject(index))
    writer.number(place.number)
    writer.text(texts[place.lastName])
    writer.text(texts[place.firstName])
    writer.text(finding.detail)
    writer.text(rule.action)
    writer.text { cell in
      for (place, row) in finding.rows.enumerated() {
        if place > 0 { cell.append(UInt8(ascii: ";")) }
        cell.append(contentsOf: reconciliation.extracts.inputs[row.file].path.utf8)
        cell.append(UInt8(ascii: ":"))
        cell.appendDigits(row.line)
      }
    }
    writer.text(life.status.rawValue)
    writer.day(life.firstSeen)
    writer.integer(life.ageDays)
    writer.empty()  // decision, for the reader to fill in
    writer.endRow()
  }

  private static func appendHexadecimal(_ value: UInt64, to buffer: inout [UInt8]) {
    for shift in stride(from: UInt64(60), through: 0, by: -4) {
      let nibble = UInt8(truncatingIfNeeded: value >> shift) & 0xF
      buffer.append(nibble < 10 ? 0x30 + nibble : 0x57 + nibble)
    }
  }
}
