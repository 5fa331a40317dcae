import Records
import Vocabulary

/// An employee is recorded as a carer and has no live carer's passport.
///
/// Detects: active employees whose flag is carer and whose passport status is none, draft or ended.
///
/// Why it matters: a passport is an offer, not a duty, so this is off unless an employer wants to
/// see to whom it has not been made.
///
/// Fix: Offer the employee a conversation about a carer's passport, which they are free to decline.
struct FlagWithoutPassport: Rule {
  let about = RuleDescription(
    id: "flag-without-passport", severity: nil, subject: .employee,
    problem: "An employee is recorded as a carer and has no live carer's passport.",
    action: "Offer the employee a conversation about a carer's passport, which they are free to "
      + "decline.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let employees = all.workforce.employees
    for employee in all.links.statuses.recorded
    where employees.isActive[employee] && employees.flag[employee] == .carer
      && !all.isListed(employee)
    {
      report.add(
        .employee(employee), Self.detail(all.links.statuses.passport[employee]),
        rows: all.rows(of: employee))
    }
  }

  private static func detail(_ state: PassportState) -> String {
    switch state {
    case .draft: "The record says carer; a passport is drafted and not yet agreed."
    case .ended: "The record says carer; the passport has ended."
    case .active, .reviewOverdue, .none: "The record says carer; no passport is known."
    }
  }
}
