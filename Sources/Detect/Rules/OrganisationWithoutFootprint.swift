import Records
import Vocabulary

/// An organisation belongs to no footprint.
///
/// Detects: organisations of the staff extract that are known and not closed and have no footprint.
///
/// Why it matters: the footprint's access codes and figures pass its staff by.
///
/// Fix: Add the organisation's footprint to the reference files.
struct OrganisationWithoutFootprint: Rule {
  let about = RuleDescription(
    id: "organisation-without-footprint", severity: .high, subject: .organisation,
    problem: "An organisation belongs to no footprint.",
    action: "Add the organisation's footprint to the reference files.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    for code in all.workforce.organisations {
      let facts = all.reference.facts(code)
      guard facts.isKnown, !facts.isClosed, facts.footprint.isMissing else { continue }
      report.add(
        .organisation(code), "No row that holds gives the organisation a footprint.",
        rows: facts.rows)
    }
  }
}
