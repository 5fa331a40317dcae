import Records
import Vocabulary

/// An access code in use ends within 30 days, and no other follows it.
///
/// Detects: codes that an organisation of the staff extract uses and that end on the as-of date or
/// up to 30 days after it, where no other row of the same owner and platform holds on the day
/// after.
///
/// Why it matters: recipients are locked out on that day unless they get a new code before.
///
/// Fix: Obtain the next code, and add it to the access codes before this one ends.
struct AccessCodeExpiring: Rule {
  let about = RuleDescription(
    id: "access-code-expiring", severity: .medium, subject: .ownerAndPlatform,
    problem: "An access code in use ends within 30 days, and no other follows it.",
    action: "Obtain the next code, and add it to the access codes before this one ends.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let rows = all.extracts.accessCodes
    let used = Set(all.links.entitlements.codeRow.flatMap(\.values)).sorted()
    for index in used {
      let row = rows[index]
      // It holds on the as-of date, or it would not be in use.
      guard row.isExpiring(on: all.asOf, among: rows) else { continue }
      let owner = AccessCodeOwner(row)
      report.add(
        owner.subject,
        "The code for \(owner.platform.inWords) ends on \(row.validTo.text).", rows: [row.row])
    }
  }
}
