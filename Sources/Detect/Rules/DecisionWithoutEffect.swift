import Columns
import Records
import Vocabulary

/// A decision names something that this run does not have, or an entry it does not fit.
///
/// Detects: decisions that count by their dates and name an entry, employee or discrepancy that the
/// run does not have, or a repeated entry (#2 and on) and an employee that do not agree.
///
/// Why it matters: someone believes the matter to be settled, and it is not.
///
/// Fix: Check the subject and the employee of the decision, or take it out if it is no longer
/// needed.
struct DecisionWithoutEffect: Rule {
  static let id = "decision-without-effect"

  /// Discrepancy decisions that name nothing that the other rules found.
  var idleDecisions: [Int] = []

  let about = RuleDescription(
    id: Self.id, severity: .low, subject: .decision,
    problem: "A decision names something that this run does not have, or an entry it does not fit.",
    action: "Check the subject and the employee of the decision, or take it out if it is no longer "
      + "needed.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let decisions = all.extracts.decisions
    for index in (all.links.idleDecisions + idleDecisions).sorted() {
      report.gather(
        .decision(all.extracts.texts.string(decisions[index].subject)),
        decisions[index].isLink
          ? "The run has no such entry or employee, or the two do not agree."
          : "The run has no such discrepancy.",
        row: decisions[index].row)
    }
  }
}
