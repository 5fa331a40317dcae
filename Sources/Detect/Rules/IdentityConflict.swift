import Records
import Vocabulary

/// A number, NI number, email or name of a list entry is that of someone who does not agree.
///
/// Detects: passports that have not ended and memberships that have not left, linked or not, where
/// some way of matching found employees but none who agrees.
///
/// Why it matters: the entry may stand against the wrong employee's number, and the wrong person
/// would be told.
///
/// Fix: Check the entry against the employee's record, and correct whichever is wrong.
struct IdentityConflict: Rule {
  let about = RuleDescription(
    id: "identity-conflict", severity: .high, subject: .listEntry,
    problem: "A number, NI number, email or name of a list entry is that of someone who does not "
      + "agree.",
    action: "Check the entry against the employee's record, and correct whichever is wrong.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    all.forEachOpenEntry { entry in
      guard entry.hadConflict else { return }
      report.add(
        .entry(entry.kind, entry.index),
        entry.isLinked
          ? "One detail of the entry is that of an employee who does not agree; others linked it."
          : "A detail of the entry is that of an employee whose names or birth date do not agree.",
        rows: all.rows(of: entry.kind, entry.index))
    }
  }
}
