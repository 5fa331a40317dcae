import Records
import Vocabulary

/// A carer's passport is past its review date.
///
/// Detects: passports in the state review-overdue that are linked to a person with an active
/// employee.
///
/// Why it matters: what was agreed may no longer fit the employee's caring.
///
/// Fix: Arrange the review with the employee and enter the next review date.
struct PassportReviewOverdue: Rule {
  let about = RuleDescription(
    id: "passport-review-overdue", severity: .medium, subject: .passport,
    problem: "A carer's passport is past its review date.",
    action: "Arrange the review with the employee and enter the next review date.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let list = all.links.passports
    for index in list.links.indices where all.links.passportStates[index] == .reviewOverdue {
      guard let employee = list.links[index].employee, all.personIsActive(employee) else {
        continue
      }
      report.add(
        .entry(.passports, index),
        "The review was due on \(list.entries[index].reviewDate.text).",
        rows: all.rows(of: .passports, index))
    }
  }
}
