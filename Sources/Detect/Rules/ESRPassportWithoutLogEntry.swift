import Records
import Vocabulary

/// ESR shows an open carer's passport, but the passport log has no live one.
///
/// Detects: active employees with an open passport competence whose passport status is none, draft
/// or ended, in organisations of which some passport, not a foreign one, is linked.
///
/// Why it matters: the employee may hold a passport that nobody reviews, or ESR may say more than
/// was agreed.
///
/// Fix: Check with the employee whether a passport is agreed, and correct whichever record is
/// wrong.
struct ESRPassportWithoutLogEntry: Rule {
  let about = RuleDescription(
    id: "esr-passport-without-log-entry", severity: .medium, subject: .employee,
    problem: "ESR shows an open carer's passport, but the passport log has no live one.",
    action: "Check with the employee whether a passport is agreed, and correct whichever record is "
      + "wrong.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let employees = all.workforce.employees
    let statuses = all.links.statuses
    for employee in 0..<employees.count
    where employees.isActive[employee] && employees.hasESRPassport[employee]
      && !statuses.passport[employee].isLive
      && statuses.hasPassportLog[Int(employees.organisation[employee])]
    {
      report.add(
        .employee(employee), Self.detail(statuses.passport[employee]),
        rows: all.rows(of: employee))
    }
  }

  private static func detail(_ state: PassportState) -> String {
    switch state {
    case .draft: "ESR shows a passport; the one in the log is not yet agreed."
    case .ended: "ESR shows a passport; the one in the log has ended."
    case .active, .reviewOverdue, .none: "ESR shows a passport; the log has none."
    }
  }
}
