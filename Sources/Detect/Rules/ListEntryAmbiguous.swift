import Records
import Vocabulary

/// A list entry fits more than one person, so it was linked to none.
///
/// Detects: passports that have not ended and memberships that have not left, which are not linked
/// because several persons agree with them.
///
/// Why it matters: a guess could tell one employer what another person said in confidence.
///
/// Fix: Add the employee number to the entry, or accept the right employee in a decisions file.
struct ListEntryAmbiguous: Rule {
  let about = RuleDescription(
    id: "list-entry-ambiguous", severity: .high, subject: .listEntry,
    problem: "A list entry fits more than one person, so it was linked to none.",
    action: "Add the employee number to the entry, or accept the right employee in a decisions "
      + "file.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    all.forEachOpenEntry { entry in
      guard !entry.isLinked, entry.wasAmbiguous else { return }
      report.add(
        .entry(entry.kind, entry.index), "The details of the entry fit more than one person.",
        rows: all.rows(of: entry.kind, entry.index))
    }
  }
}
