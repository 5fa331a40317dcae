import Records
import Vocabulary

/// Only a secondary assignment says that the employee is a carer.
///
/// Detects: active employees whose flag is carer, with an active primary assignment, where no
/// competence and no primary assignment, active or not, says carer.
///
/// Why it matters: figures that go by the primary assignment miss the employee.
///
/// Fix: Ask the employee whether the primary assignment may be updated too.
struct FlagOnSecondaryAssignmentOnly: Rule {
  let about = RuleDescription(
    id: "flag-on-secondary-assignment-only", severity: .low, subject: .employee,
    problem: "Only a secondary assignment says that the employee is a carer.",
    action: "Ask the employee whether the primary assignment may be updated too.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let employees = all.workforce.employees
    let assignments = all.workforce.assignments
    var statements = FlagStatements(of: all.workforce)
    for employee in all.links.statuses.recorded
    where employees.isActive[employee] && employees.flag[employee] == .carer {
      let hasActivePrimary = employees.assignments(of: employee).contains {
        assignments.isActive[$0] && assignments.isPrimary[$0]
      }
      guard hasActivePrimary else { continue }
      var primarySaysCarer = false
      statements.forEach(of: employee) { statement in
        if statement.isPrimary && statement.flag == .carer { primarySaysCarer = true }
      }
      if primarySaysCarer { continue }
      report.add(
        .employee(employee), "A secondary assignment says carer; the primary one does not.",
        rows: all.rows(of: employee))
    }
  }
}
