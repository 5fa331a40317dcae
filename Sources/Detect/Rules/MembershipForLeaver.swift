import Records
import Vocabulary

/// A network membership has not ended, but the person has left.
///
/// Detects: memberships in the state carer-member or ally that are linked to a person with no
/// active employee.
///
/// Why it matters: a leaver goes on getting mail, and personal data is kept longer than it is
/// needed.
///
/// Fix: Ask whoever keeps the network list to end the membership.
struct MembershipForLeaver: Rule {
  let about = RuleDescription(
    id: "membership-for-leaver", severity: .medium, subject: .membership,
    problem: "A network membership has not ended, but the person has left.",
    action: "Ask whoever keeps the network list to end the membership.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let links = all.links.memberships.links
    for index in links.indices where all.links.membershipStates[index].isCurrent {
      guard let employee = links[index].employee, !all.personIsActive(employee) else { continue }
      report.add(
        .entry(.network, index), "The membership is open; the person has no active employment.",
        rows: all.rows(of: .network, index))
    }
  }
}
