import Records
import Vocabulary

/// A membership is held where the person no longer works, and they work elsewhere.
///
/// Detects: memberships in the state carer-member or ally whose linked employee is not active,
/// while the person has an active employee in another organisation.
///
/// Why it matters: the member may wish to join the network where they work now.
///
/// Fix: Ask the member whether the membership should end or go with them.
struct MembershipAtPreviousOrganisation: Rule {
  let about = RuleDescription(
    id: "membership-at-previous-organisation", severity: .low, subject: .membership,
    problem: "A membership is held where the person no longer works, and they work elsewhere.",
    action: "Ask the member whether the membership should end or go with them.",
    restsOnOtherEmployers: true)

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let links = all.links.memberships.links
    for index in links.indices where all.links.membershipStates[index].isCurrent {
      guard let employee = links[index].employee, all.hasMovedOn(employee) else { continue }
      report.add(
        .entry(.network, index), "The employee has left here; the person is active elsewhere.",
        rows: all.rows(of: .network, index))
    }
  }
}
