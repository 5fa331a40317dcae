import Records
import Vocabulary

/// A passport gives another organisation than the employee's, without consent to share it.
///
/// Detects: passports in the state active or review-overdue that are linked and foreign, where
/// consent to share is not yes.
///
/// Why it matters: the organisation is mistyped, or the person moved and has not agreed that the
/// passport moves too; until that is clear it counts nowhere.
///
/// Fix: Correct the organisation of the entry if it is mistyped, or ask the person whether the
/// passport may be shared.
struct PassportForeign: Rule {
  let about = RuleDescription(
    id: "passport-foreign", severity: .medium, subject: .passport,
    problem: "A passport gives another organisation than the employee's, without consent to share "
      + "it.",
    action: "Correct the organisation of the entry if it is mistyped, or ask the person whether "
      + "the passport may be shared.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let list = all.links.passports
    for index in list.links.indices
    where all.links.passportStates[index].isLive && all.links.isForeign[index]
      && !list.entries[index].hasConsent && list.links[index].employee != nil
    {
      report.add(
        .entry(.passports, index),
        list.entries[index].organisation.isMissing
          ? "The entry gives no organisation; there is no consent to share."
          : "The entry's organisation is not the employee's; there is no consent to share.",
        rows: all.rows(of: .passports, index))
    }
  }
}
