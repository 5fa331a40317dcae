import Records
import Vocabulary

/// A passport's review or end date is before the date it was agreed.
///
/// Detects: passports in any state, linked or not, whose review date or ended date is before the
/// agreed date.
///
/// Why it matters: one of the dates is wrong, and the passport's state follows from them.
///
/// Fix: Correct the dates of the entry in the passport log.
struct PassportDatesInconsistent: Rule {
  let about = RuleDescription(
    id: "passport-dates-inconsistent", severity: .low, subject: .passport,
    problem: "A passport's review or end date is before the date it was agreed.",
    action: "Correct the dates of the entry in the passport log.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    for (index, entry) in all.links.passports.entries.enumerated() {
      if entry.startDate.isMissing { continue }
      let reviewIsEarlier = !entry.reviewDate.isMissing && entry.reviewDate < entry.startDate
      let endIsEarlier = !entry.endDate.isMissing && entry.endDate < entry.startDate
      guard reviewIsEarlier || endIsEarlier else { continue }
      let agreed = entry.startDate.text
      report.add(
        .entry(.passports, index),
        reviewIsEarlier
          ? "Agreed on \(agreed), to be reviewed on \(entry.reviewDate.text)."
          : "Agreed on \(agreed), ended on \(entry.endDate.text).",
        rows: all.rows(of: .passports, index))
    }
  }
}
