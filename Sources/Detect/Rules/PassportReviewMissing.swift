import Records
import Vocabulary

/// An active carer's passport has no review date.
///
/// Detects: passports in the state active without a review date that are linked to a person with an
/// active employee.
///
/// Why it matters: without a date nobody is reminded to ask whether it still fits.
///
/// Fix: Agree a review date with the employee and enter it in the log.
struct PassportReviewMissing: Rule {
  let about = RuleDescription(
    id: "passport-review-missing", severity: .low, subject: .passport,
    problem: "An active carer's passport has no review date.",
    action: "Agree a review date with the employee and enter it in the log.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let list = all.links.passports
    for index in list.links.indices
    where all.links.passportStates[index] == .active && list.entries[index].reviewDate.isMissing {
      guard let employee = list.links[index].employee, all.personIsActive(employee) else {
        continue
      }
      report.add(
        .entry(.passports, index), "The passport is active and has no review date.",
        rows: all.rows(of: .passports, index))
    }
  }
}
