import Records
import Vocabulary

/// An employee is entitled to an access code but has no valid work email.
///
/// Detects: employees who would be recipients of the carers' platform but for a valid work email.
///
/// Why it matters: they cannot be sent the code, and nobody may ask their manager to pass it on.
///
/// Fix: Ask the employee for a work email, and add it to the staff record.
struct RecipientWithoutEmail: Rule {
  let about = RuleDescription(
    id: "recipient-without-email", severity: .medium, subject: .employee,
    problem: "An employee is entitled to an access code but has no valid work email.",
    action: "Ask the employee for a work email, and add it to the staff record.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    for employee in all.links.entitlements.carersWithoutEmail {
      report.add(
        .employee(employee), "The staff record has no valid work email.",
        rows: all.rows(of: employee))
    }
  }
}
