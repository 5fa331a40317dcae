import Records
import Vocabulary

/// A live carer's passport is held, but the employee's record does not say carer.
///
/// Detects: active employees whose passport status is active or review-overdue and whose flag is
/// not carer, not recorded or unreadable.
///
/// Why it matters: a passport is not a statement that the employee wishes ESR to hold; only they
/// can say so, and until they do they may miss what carers are offered.
///
/// Fix: Ask the employee whether ESR may be updated.
struct PassportWithoutFlag: Rule {
  let about = RuleDescription(
    id: "passport-without-flag", severity: .high, subject: .employee,
    problem: "A live carer's passport is held, but the employee's record does not say carer.",
    action: "Ask the employee whether ESR may be updated.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let employees = all.workforce.employees
    let found = all.links.statuses.recorded.filter { employee in
      employees.isActive[employee] && employees.flag[employee].isWithoutCarer
        && all.isListed(employee)
    }
    all.forEach(found) { employee in
      report.add(
        .employee(employee), Self.detail(employees.flag[employee]),
        rows: all.rows(of: employee, passports: true))
    }
  }

  /// One of few sentences, of which none is put together for each of many.
  private static func detail(_ flag: CarerFlag) -> String {
    switch flag {
    case .notCarer: "The record says not a carer; a carer's passport is live."
    case .notRecorded: "The record says nothing about caring; a carer's passport is live."
    default: "The record says \(flag.inWords); a carer's passport is live."
    }
  }
}
