import Records
import Vocabulary

/// A list entry could not be linked to any employee.
///
/// Detects: passports that have not ended and memberships that have not left, neither linked nor
/// ambiguous.
///
/// Why it matters: whoever it is about is left out of every figure and list.
///
/// Fix: Check the entry's organisation, employee number and names with whoever keeps the list.
struct ListEntryUnmatched: Rule {
  let about = RuleDescription(
    id: "list-entry-unmatched", severity: .medium, subject: .listEntry,
    problem: "A list entry could not be linked to any employee.",
    action: "Check the entry's organisation, employee number and names with whoever keeps the "
      + "list.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    all.forEachOpenEntry { entry in
      guard !entry.isLinked, !entry.wasAmbiguous else { return }
      report.add(
        .entry(entry.kind, entry.index),
        entry.hadConflict
          ? "A detail of the entry is an employee's, but the names or birth dates differ."
          : "No employee has the details of the entry.",
        rows: all.rows(of: entry.kind, entry.index))
    }
  }
}
