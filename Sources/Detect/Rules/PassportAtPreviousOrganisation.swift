import Records
import Vocabulary

/// A live passport is held where the person no longer works, and they work elsewhere.
///
/// Detects: passports in the state active or review-overdue whose linked employee is not active,
/// while the person has an active employee in another organisation.
///
/// Why it matters: the passport should go with the person, and does so only if they wish.
///
/// Fix: Ask the person whether the passport should go with them, and end the entry in this log.
struct PassportAtPreviousOrganisation: Rule {
  let about = RuleDescription(
    id: "passport-at-previous-organisation", severity: .medium, subject: .passport,
    problem: "A live passport is held where the person no longer works, and they work elsewhere.",
    action: "Ask the person whether the passport should go with them, and end the entry in this "
      + "log.",
    restsOnOtherEmployers: true)

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let links = all.links.passports.links
    for index in links.indices where all.links.passportStates[index].isLive {
      guard let employee = links[index].employee, all.hasMovedOn(employee) else { continue }
      report.add(
        .entry(.passports, index), "The employee has left here; the person is active elsewhere.",
        rows: all.rows(of: .passports, index))
    }
  }
}
