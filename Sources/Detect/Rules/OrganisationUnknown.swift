import Records
import Vocabulary

/// The staff extract has an organisation that no reference file has.
///
/// Detects: organisations of the staff extract without any row in the organisations source.
///
/// Why it matters: without a footprint its staff get no code and stand in no footprint's figures.
///
/// Fix: Check the organisation code, and add the organisation to the reference files.
struct OrganisationUnknown: Rule {
  let about = RuleDescription(
    id: "organisation-unknown", severity: .high, subject: .organisation,
    problem: "The staff extract has an organisation that no reference file has.",
    action: "Check the organisation code, and add the organisation to the reference files.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    for code in all.workforce.organisations where !all.reference.facts(code).isKnown {
      report.add(
        .organisation(code), "No row of the organisations source has this code.", rows: [])
    }
  }
}
