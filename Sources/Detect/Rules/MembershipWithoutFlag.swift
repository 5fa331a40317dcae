import Records
import Vocabulary

/// A carers' network lists the employee as a carer, but their record does not say carer.
///
/// Detects: active employees whose network status is carer-member and whose flag is not carer, not
/// recorded or unreadable.
///
/// Why it matters: joining a network is not a statement that the employee wishes ESR to hold; only
/// they can say so.
///
/// Fix: Ask the employee whether ESR may be updated.
struct MembershipWithoutFlag: Rule {
  let about = RuleDescription(
    id: "membership-without-flag", severity: .medium, subject: .employee,
    problem: "A carers' network lists the employee as a carer, but their record does not say "
      + "carer.",
    action: "Ask the employee whether ESR may be updated.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let employees = all.workforce.employees
    for employee in all.links.statuses.recorded
    where employees.isActive[employee] && employees.flag[employee].isWithoutCarer
      && all.isCarerMember(employee)
    {
      report.add(
        .employee(employee),
        "The record says \(employees.flag[employee].inWords); a network lists a carer.",
        rows: all.rows(of: employee, memberships: true))
    }
  }
}
