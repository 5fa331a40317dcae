import Records
import Vocabulary

/// A cell holds text that its column cannot hold, so it counts as missing.
///
/// Detects: cells of accepted rows whose text is not a date, number, code, email or yes/no as the
/// column asks, and member types that are not known; once for each subject and column.
///
/// Why it matters: what the cell was to say is lost to every link and rule.
///
/// Fix: Correct the cell in the system or list that the file comes from.
struct FieldUnreadable: Rule {
  let about = RuleDescription(
    id: "field-unreadable", severity: .low, subject: .cell,
    problem: "A cell holds text that its column cannot hold, so it counts as missing.",
    action: "Correct the cell in the system or list that the file comes from.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    for fault in all.extracts.faults {
      report.gather(
        Self.subject(fault, all),
        "The text in the column \(fault.column.rawValue) cannot be read; it counts as missing.",
        row: fault.row)
    }
  }

  private static func subject(_ fault: CellFault, _ all: Reconciliation) -> FindingSubject {
    switch fault.source {
    case .staff, .competences:
      return .employeeCell(fault.organisation, fault.number, fault.column)
    case .passports:
      guard let index = all.links.passports.index(of: fault.row) else { break }
      return .entryCell(.passports, index, fault.column)
    case .network:
      guard let index = all.links.memberships.index(of: fault.row) else { break }
      return .entryCell(.network, index, fault.column)
    case .organisations, .footprints, .accessCodes, .decisions: break
    }
    return .rowCell(fault.row, fault.column)
  }
}
