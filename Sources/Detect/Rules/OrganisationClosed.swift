import Records
import Vocabulary

/// An organisation is closed by the reference files, but has active employees.
///
/// Detects: organisations with an active employee of which some reference file has only rows that
/// do not hold.
///
/// Why it matters: its staff have probably moved to a successor under another code.
///
/// Fix: Check where the staff have moved to, and correct the organisation code or the reference
/// files.
struct OrganisationClosed: Rule {
  let about = RuleDescription(
    id: "organisation-closed", severity: .high, subject: .organisation,
    problem: "An organisation is closed by the reference files, but has active employees.",
    action: "Check where the staff have moved to, and correct the organisation code or the "
      + "reference files.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let isActive = all.workforce.employees.isActive
    for (index, code) in all.workforce.organisations.enumerated() {
      let facts = all.reference.facts(code)
      guard facts.isKnown, facts.isClosed else { continue }
      var count = 0
      for employee in all.workforce.employees(ofOrganisation: index) where isActive[employee] {
        count += 1
      }
      if count == 0 { continue }
      report.add(
        .organisation(code),
        count == 1
          ? "The organisation is closed and has one active employee."
          : "The organisation is closed and has \(count) active employees.",
        rows: facts.rows)
    }
  }
}
