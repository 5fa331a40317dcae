import Records
import Vocabulary

/// Decides each employee's `esr_flag` from its rows and competences (contract section 3).
struct FlagDecision {
  let asOf: CalendarDay

  /// One thing that says a flag.
  private struct Statement {
    let flag: CarerFlag
    /// As it stands.
    let date: CalendarDay
    let precedence: FlagPrecedence
  }

  /// Fills flag, flag date and ESR passport of all employees.
  func decide(_ workforce: inout Workforce) {
    var competence = 0
    let competences = workforce.competences
    let count = workforce.employees.count
    workforce.employees.flag = [CarerFlag](repeating: .notRecorded, count: count)
    workforce.employees.flagDate = [CalendarDay](repeating: .missing, count: count)
    workforce.employees.hasESRPassport = [Bool](repeating: false, count: count)
    for employee in 0..<count {
      let first = competence
      while competence < competences.count, competences[competence].employee == employee {
        competence += 1
      }
      var saysNothing = first == competence
      for row in workforce.employees.assignments(of: employee) {
        // A pattern, not ==, which would be a call for each of a million.
        if case .notRecorded = workforce.assignments.flag[row] { continue }
        saysNothing = false
      }
      if saysNothing { continue }
      decide(employee, competences[first..<competence], &workforce)
    }
  }

  private func decide(
    _ employee: Int, _ competences: ArraySlice<CarerCompetence>, _ workforce: inout Workforce
  ) {
    var taken: Statement?
    var hasUnreadable = false
    for index in workforce.employees.assignments(of: employee) {
      let flag = workforce.assignments.flag[index]
      switch flag {
      case .notRecorded: continue
      case .unreadable: hasUnreadable = true
      case .carer, .declined, .notCarer:
        consider(
          flag, workforce.assignments.flagDate[index],
          isPrimary: workforce.assignments.isPrimary[index], &taken)
      }
    }
    for competence in competences where competence.isOpen && !competence.isPassport {
      consider(competence.flag, competence.date, isPrimary: true, &taken)
    }
    workforce.employees.flag[employee] =
      taken?.flag ?? (hasUnreadable ? .unreadable : .notRecorded)
    workforce.employees.flagDate[employee] = taken?.date ?? .missing
    workforce.employees.hasESRPassport[employee] =
      competences.contains { $0.isPassport && $0.isOpen }
  }

  private func consider(
    _ flag: CarerFlag, _ date: CalendarDay, isPrimary: Bool, _ taken: inout Statement?
  ) {
    let precedence = FlagPrecedence(flag, date: date, isPrimary: isPrimary, asOf: asOf)
    if let best = taken, !precedence.isTaken(before: best.precedence) { return }
    taken = Statement(flag: flag, date: date, precedence: precedence)
  }
}
