import Records
import Vocabulary

/// A carer flag is dated in the future or before the employee's birth.
///
/// Detects: active employees whose flag is carer, declined or not carer, where something that says
/// one of these is dated after the as-of date or before the date of birth.
///
/// Why it matters: the latest date decides which of several statements counts, so a wrong one can
/// decide wrongly.
///
/// Fix: Correct the date of the flag, or the date of birth if that is the wrong one.
struct FlagDateInvalid: Rule {
  let about = RuleDescription(
    id: "flag-date-invalid", severity: .low, subject: .employee,
    problem: "A carer flag is dated in the future or before the employee's birth.",
    action: "Correct the date of the flag, or the date of birth if that is the wrong one.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let employees = all.workforce.employees
    var statements = FlagStatements(of: all.workforce)
    for employee in all.links.statuses.recorded
    where employees.isActive[employee] && employees.flag[employee].isStatement {
      let birthDate = employees.birthDate[employee]
      var future = CalendarDay.missing
      var beforeBirth = CalendarDay.missing
      statements.forEach(of: employee) { statement in
        if statement.date.isMissing { return }
        if statement.date > all.asOf { future = max(future, statement.date) }
        if statement.date < birthDate { beforeBirth = statement.date }
      }
      if future.isMissing && beforeBirth.isMissing { continue }
      report.add(
        .employee(employee),
        beforeBirth.isMissing
          ? "A carer flag is dated \(future.text), which is in the future."
          : "A carer flag is dated \(beforeBirth.text), before the date of birth.",
        rows: all.rows(of: employee))
    }
  }
}
