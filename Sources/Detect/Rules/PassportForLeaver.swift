import Records
import Vocabulary

/// A carer's passport is still live, but the person has left.
///
/// Detects: passports in the state active or review-overdue that are linked to a person with no
/// active employee.
///
/// Why it matters: personal data about caring is kept longer than it is needed.
///
/// Fix: End the passport in the log.
struct PassportForLeaver: Rule {
  let about = RuleDescription(
    id: "passport-for-leaver", severity: .medium, subject: .passport,
    problem: "A carer's passport is still live, but the person has left.",
    action: "End the passport in the log.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let links = all.links.passports.links
    for index in links.indices where all.links.passportStates[index].isLive {
      guard let employee = links[index].employee, !all.personIsActive(employee) else { continue }
      report.add(
        .entry(.passports, index), "The passport is live; the person has no active employment.",
        rows: all.rows(of: .passports, index))
    }
  }
}
