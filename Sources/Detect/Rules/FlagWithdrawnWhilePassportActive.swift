import Records
import Vocabulary

/// A flag said carer in the last run and does not now, though a carer's passport is live.
///
/// Detects: active employees whose flag was carer in the last published run and is not now, and
/// whose passport status is active or review-overdue. It needs the ledger: a first run finds none.
///
/// Why it matters: a flag that goes away by mistake takes the support with it; one that was taken
/// back by the employee may mean that the passport is to end too. Only they can say which.
///
/// Fix: Ask the employee whether the change was meant, and whether the passport is to go on.
struct FlagWithdrawnWhilePassportActive: Rule {
  let about = RuleDescription(
    id: "flag-withdrawn-while-passport-active", severity: .high, subject: .employee,
    problem:
      "A flag said carer in the last run and does not now, though a carer's passport is live.",
    action: "Ask the employee whether the change was meant, and whether the passport is to go on.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let employees = all.workforce.employees
    for employee in all.flaggedLastTime.sorted()
    where employees.isActive[employee] && employees.flag[employee] != .carer
      && all.links.statuses.passport[employee].isLive
    {
      report.add(
        .employee(employee),
        "In the last run the record said carer, now it says \(employees.flag[employee].inWords); "
          + "a carer's passport is live.",
        rows: all.rows(of: employee, passports: true))
    }
  }
}
