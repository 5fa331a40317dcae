import Records
import Vocabulary

/// An employee's carer flag is recorded in words that are not understood.
///
/// Detects: active employees with a row, active or not, whose flag fits none of the known
/// spellings.
///
/// Why it matters: what cannot be read counts as nothing said, so a carer may be overlooked.
///
/// Fix: Check what the flag was meant to say, with the employee if in doubt, and record it in known
/// words.
struct FlagUnreadable: Rule {
  let about = RuleDescription(
    id: "flag-unreadable", severity: .medium, subject: .employee,
    problem: "An employee's carer flag is recorded in words that are not understood.",
    action: "Check what the flag was meant to say, with the employee if in doubt, and record it in "
      + "known words.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let employees = all.workforce.employees
    let flags = all.workforce.assignments.flag
    for employee in 0..<employees.count where employees.isActive[employee] {
      var count = 0
      for row in employees.assignments(of: employee) {
        // A pattern, not ==, which would be a call for each of a million.
        if case .unreadable = flags[row] { count += 1 }
      }
      if count == 0 { continue }
      report.add(
        .employee(employee),
        count == 1
          ? "The carer flag of one assignment cannot be read."
          : "The carer flags of \(count) assignments cannot be read.",
        rows: all.rows(of: employee))
    }
  }
}
