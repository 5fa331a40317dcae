import Records
import Vocabulary

/// An employee has two or more network memberships that have not ended.
///
/// Detects: employees, active or not, to whom two or more memberships are linked that have not
/// left.
///
/// Why it matters: the member gets everything twice, and a change of consent may reach one entry
/// only.
///
/// Fix: Ask whoever keeps the network list to keep the current membership and end the others.
struct DuplicateMembership: Rule {
  let about = RuleDescription(
    id: "duplicate-membership", severity: .low, subject: .employee,
    problem: "An employee has two or more network memberships that have not ended.",
    action: "Ask whoever keeps the network list to keep the current membership and end the others.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let links = all.links
    let found = all.employeesWithSeveral(of: links.memberships) {
      links.membershipStates[$0] != .left
    }
    for (employee, entries) in found {
      report.add(
        .employee(employee), "\(entries.count) memberships are open for the employee.",
        rows: all.rows(of: employee) + entries.map { links.memberships.entries[$0].row })
    }
  }
}
