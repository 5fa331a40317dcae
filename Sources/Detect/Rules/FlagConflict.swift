import Records
import Vocabulary

/// An employee's current records say both carer and not a carer.
///
/// Detects: active employees of whom active assignments and open competences say carer and not
/// carer, unless the latest date of the one and the latest of the other are both known and
/// different.
///
/// Why it matters: where the dates do not tell which was said last, nobody but the employee can.
///
/// Fix: Ask the employee what they wish to be recorded, and correct the records that differ.
struct FlagConflict: Rule {
  let about = RuleDescription(
    id: "flag-conflict", severity: .high, subject: .employee,
    problem: "An employee's current records say both carer and not a carer.",
    action: "Ask the employee what they wish to be recorded, and correct the records that differ.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let employees = all.workforce.employees
    var statements = FlagStatements(of: all.workforce)
    for employee in all.links.statuses.recorded
    where employees.isActive[employee] && employees.flag[employee].isStatement {
      var yes: CalendarDay?
      var no: CalendarDay?
      statements.forEach(of: employee) { statement in
        guard statement.isActive else { return }
        switch statement.flag {
        case .carer: yes = max(yes ?? .missing, statement.date)
        case .notCarer: no = max(no ?? .missing, statement.date)
        case .declined, .notRecorded, .unreadable: break
        }
      }
      guard let yes, let no, yes == no || yes.isMissing || no.isMissing else { continue }
      report.add(
        .employee(employee), Self.detail(yes: yes, no: no), rows: all.rows(of: employee))
    }
  }

  private static func detail(yes: CalendarDay, no: CalendarDay) -> String {
    if yes.isMissing && no.isMissing {
      return "Records say carer and not a carer; neither is dated."
    }
    if yes.isMissing { return "Records say carer, undated, and not a carer, dated \(no.text)." }
    if no.isMissing { return "Records say carer, dated \(yes.text), and not a carer, undated." }
    return "Records say carer and not a carer; both are dated \(yes.text)."
  }
}
