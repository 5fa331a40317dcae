import Records
import Vocabulary

/// A competence about caring belongs to an employee who is not in the staff extract.
///
/// Detects: holders of a competence that fits a carer or passport pattern, open or not, whose
/// organisation and number the staff extract does not have; once each.
///
/// Why it matters: either the staff extract is incomplete or the competence stands against the
/// wrong number.
///
/// Fix: Check the employee number, and whether the staff extract is complete.
struct CompetenceWithoutEmployee: Rule {
  let about = RuleDescription(
    id: "competence-without-employee", severity: .medium, subject: .employee,
    problem: "A competence about caring belongs to an employee who is not in the staff extract.",
    action: "Check the employee number, and whether the staff extract is complete.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    for holder in all.workforce.unknownHolders {
      report.gather(
        .unknownEmployee(holder.organisation, holder.number),
        "The staff extract has no employee with this number in this organisation.",
        row: holder.row)
    }
  }
}
