import Records
import Vocabulary

/// The record says prefers not to say, yet a passport or network lists the employee as a carer.
///
/// Detects: active employees whose flag is declined and whose passport status is active or
/// review-overdue, or whose network status is carer-member.
///
/// Why it matters: whoever prefers not to say must be able to rely on it; the list may hold them
/// against their wish.
///
/// Fix: Ask the employee in confidence which of the two they wish to stand, and change neither
/// without their word.
struct DeclinedButListed: Rule {
  let about = RuleDescription(
    id: "declined-but-listed", severity: .high, subject: .employee,
    problem: "The record says prefers not to say, yet a passport or network lists the employee as "
      + "a carer.",
    action: "Ask the employee in confidence which of the two they wish to stand, and change "
      + "neither without their word.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let employees = all.workforce.employees
    for employee in all.links.statuses.recorded
    where employees.isActive[employee] && employees.flag[employee] == .declined
      && (all.isListed(employee) || all.isCarerMember(employee))
    {
      report.add(
        .employee(employee),
        Self.detail(isListed: all.isListed(employee), isMember: all.isCarerMember(employee)),
        rows: all.rows(of: employee, passports: true, memberships: true))
    }
  }

  private static func detail(isListed: Bool, isMember: Bool) -> String {
    switch (isListed, isMember) {
    case (true, true):
      "The record says prefers not to say; a passport is live and a network lists a carer."
    case (true, false): "The record says prefers not to say; a carer's passport is live."
    default: "The record says prefers not to say; a network lists a carer."
    }
  }
}
