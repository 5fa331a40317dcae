import Records
import Vocabulary

/// An employee has a live carer's passport, but ESR does not show one.
///
/// Detects: active employees whose passport status is active or review-overdue and who have no open
/// passport competence, in organisations that use such a competence.
///
/// Why it matters: a passport that ESR does not show is easily lost when the employee moves.
///
/// Fix: Ask the employee whether ESR may be updated with the passport.
struct PassportNotOnESR: Rule {
  let about = RuleDescription(
    id: "passport-not-on-esr", severity: .low, subject: .employee,
    problem: "An employee has a live carer's passport, but ESR does not show one.",
    action: "Ask the employee whether ESR may be updated with the passport.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let employees = all.workforce.employees
    let usesCompetence = all.workforce.organisations.map {
      all.workforce.organisationsWithPassportCompetence.contains($0)
    }
    let found = all.links.statuses.recorded.filter { employee in
      employees.isActive[employee] && !employees.hasESRPassport[employee]
        && all.isListed(employee) && usesCompetence[Int(employees.organisation[employee])]
    }
    all.forEach(found) { employee in
      report.add(
        .employee(employee), "A carer's passport is live; ESR has no open passport competence.",
        rows: all.rows(of: employee, passports: true))
    }
  }
}
