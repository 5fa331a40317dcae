import Records
import Vocabulary

/// An organisation belongs to a footprint that is closed.
///
/// Detects: footprints that an organisation of the staff extract has, of which the footprints
/// source has rows but none that holds.
///
/// Why it matters: footprints merge and change their codes; codes for the old one may no longer be
/// honoured.
///
/// Fix: Correct the footprint of the organisation, or the dates of the footprint, in the reference
/// files.
struct FootprintClosed: Rule {
  let about = RuleDescription(
    id: "footprint-closed", severity: .medium, subject: .footprint,
    problem: "An organisation belongs to a footprint that is closed.",
    action: "Correct the footprint of the organisation, or the dates of the footprint, in the "
      + "reference files.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    var members: [ODSCode: [ODSCode]] = [:]
    for code in all.workforce.organisations {
      let footprint = all.reference.facts(code).footprint
      if !footprint.isMissing { members[footprint, default: []].append(code) }
    }
    for (footprint, codes) in members.sorted(by: { $0.key < $1.key }) {
      guard let facts = all.reference.footprints[footprint], !facts.rows.isEmpty, !facts.holds
      else { continue }
      report.add(
        .footprint(footprint), "No row of the footprint holds at the date of the run.",
        rows: facts.rows + codes.flatMap { all.reference.facts($0).rows })
    }
  }
}
