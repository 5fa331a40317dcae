import Records
import Vocabulary

/// One NI number stands for employees who do not appear to be one person.
///
/// Detects: employees, active or not, whose NI number others have too, where birth dates or names
/// speak against one person; none of them is joined by it.
///
/// Why it matters: one of the records has the wrong number, and pay or pension may follow it.
///
/// Fix: Check the NI number against the employee's documents and correct the record that is wrong.
struct NINumberShared: Rule {
  let about = RuleDescription(
    id: "ni-number-shared", severity: .high, subject: .employee,
    problem: "One NI number stands for employees who do not appear to be one person.",
    action: "Check the NI number against the employee's documents and correct the record that is "
      + "wrong.",
    restsOnOtherEmployers: true)

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    for employee in all.workforce.persons.withSharedNINumber.sorted() {
      report.add(
        .employee(Int(employee)),
        "The employee's NI number stands in another record too, with other personal details.",
        rows: all.rows(of: Int(employee)))
    }
  }
}
