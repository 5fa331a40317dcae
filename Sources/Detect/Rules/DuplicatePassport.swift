import Records
import Vocabulary

/// An employee has two or more live carer's passports.
///
/// Detects: employees, active or not, to whom two or more passports in the state active or
/// review-overdue are linked that are not foreign.
///
/// Why it matters: two agreements side by side leave open which one the manager is to keep.
///
/// Fix: Ask the employee which passport is the current one, and end the others.
struct DuplicatePassport: Rule {
  let about = RuleDescription(
    id: "duplicate-passport", severity: .medium, subject: .employee,
    problem: "An employee has two or more live carer's passports.",
    action: "Ask the employee which passport is the current one, and end the others.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let links = all.links
    let found = all.employeesWithSeveral(of: links.passports) {
      links.passportStates[$0].isLive && !links.isForeign[$0]
    }
    for (employee, entries) in found {
      report.add(
        .employee(employee), "\(entries.count) live passports are held for the employee.",
        rows: all.rows(of: employee) + entries.map { links.passports.entries[$0].row })
    }
  }
}
