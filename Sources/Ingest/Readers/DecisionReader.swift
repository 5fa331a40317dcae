import Columns
import Records
import Vocabulary

/// Reads rows of decisions, and of a `discrepancies.csv` that was given back filled in.
struct DecisionReader: RowReader {
  private let kind, subject, employee, decision, until, decidedOn, discrepancyID: Slot
  private let hasKind: Bool

  init(_ cells: borrowing RowCells) {
    kind = cells.slot(.kind)
    subject = cells.slot(.subject)
    employee = cells.slot(.employee)
    decision = cells.slot(.decision)
    until = cells.slot(.until)
    decidedOn = cells.slot(.decidedOn)
    discrepancyID = cells.slot(.discrepancyID)
    hasKind = cells.has(.kind)
  }

  func read(
    _ cells: borrowing RowCells, at row: SourceRow, _ values: inout CellValues,
    into tables: inout FileTables
  ) throws(RowRejection) {
    let isLink = try isLink(cells)
    let subject = cells[hasKind ? subject : discrepancyID]
    guard !subject.isEmpty else { throw RowRejection(.decisionUnknown) }
    var result = DecisionRow(
      row: row, isLink: isLink, subject: .empty, organisation: .missing, number: .missing,
      verdict: try verdict(cells, isLink: isLink), until: .missing)
    if isLink {
      guard let (organisation, number) = Self.employee(cells[employee]) else {
        throw RowRejection(.decisionUnknown)
      }
      result.organisation = organisation
      result.number = number
    }
    result.subject = values.text(subject)
    result.until = values.day(cells[until], .until)
    _ = values.day(cells[decidedOn], .decidedOn)
    tables.decisions.append(result)
  }

  private func isLink(_ cells: borrowing RowCells) throws(RowRejection) -> Bool {
    guard hasKind else { return false }
    switch FixedWord.text(cells[kind]) {
    case "link": return true
    case "discrepancy": return false
    default: throw RowRejection(.decisionUnknown)
    }
  }

  private func verdict(
    _ cells: borrowing RowCells, isLink: Bool
  ) throws(RowRejection) -> DecisionRow.Verdict {
    switch FixedWord.text(cells[decision]) {
    case "": return .none
    case "accept" where isLink: return .accept
    case "reject" where isLink: return .reject
    case "waive" where !isLink: return .waive
    default: throw RowRejection(.decisionUnknown)
    }
  }

  /// The parts of `ORG/NUMBER`, each read like its own cell.
  private static func employee(_ cell: Span<UInt8>) -> (ODSCode, EmployeeNumber)? {
    guard let slash = cell.indices.first(where: { cell[$0] == 0x2F }) else { return nil }
    let organisation = WhiteSpace.trimmed(0..<slash, of: cell)
    let number = WhiteSpace.trimmed((slash + 1)..<cell.count, of: cell)
    guard let code = ODSCode(cell.extracting(organisation)),
      let employee = EmployeeNumber(cell.extracting(number))
    else { return nil }
    return (code, employee)
  }
}
