import Records
import Vocabulary

/// One work email stands for employees who do not appear to be one person.
///
/// Detects: employees, active or not, whose work email others have too, where names or birth dates
/// speak against one person; none of them is joined by it.
///
/// Why it matters: an access code could be sent to the wrong person.
///
/// Fix: Check whose work email it is, and correct the record that is wrong.
struct EmailShared: Rule {
  let about = RuleDescription(
    id: "email-shared", severity: .medium, subject: .employee,
    problem: "One work email stands for employees who do not appear to be one person.",
    action: "Check whose work email it is, and correct the record that is wrong.",
    restsOnOtherEmployers: true)

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    for employee in all.workforce.persons.withSharedEmail.sorted() {
      report.add(
        .employee(Int(employee)),
        "The employee's work email stands in another record too, with other personal details.",
        rows: all.rows(of: Int(employee)))
    }
  }
}
