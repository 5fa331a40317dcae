import Records
import Vocabulary

/// What one assignment or open competence says about care: carer, declined or not a carer.
struct FlagStatement {
  let flag: CarerFlag
  let date: CalendarDay
  /// Whether it is a competence or stands in a primary assignment.
  let isPrimary: Bool
  /// Whether it is a competence or stands in an active assignment.
  let isActive: Bool
}

/// Reads off what the rows of each employee say about care, employee by employee.
///
/// Keeps its place in the competences, so that going through all employees is one pass over them.
struct FlagStatements {
  private let firstAssignment: [Int32]
  private let assignments: AssignmentTable
  private let competences: [CarerCompetence]
  private var next = 0

  init(of workforce: Workforce) {
    firstAssignment = workforce.employees.firstAssignment
    assignments = workforce.assignments
    competences = workforce.competences
  }

  /// Calls `body` with each statement of an employee: assignments, then open competences.
  ///
  /// - Precondition: employees are asked for in ascending order.
  mutating func forEach(of employee: Int, _ body: (FlagStatement) -> Void) {
    for row in Int(firstAssignment[employee])..<Int(firstAssignment[employee + 1])
    where assignments.flag[row].isStatement {
      body(
        FlagStatement(
          flag: assignments.flag[row], date: assignments.flagDate[row],
          isPrimary: assignments.isPrimary[row], isActive: assignments.isActive[row]))
    }
    while next < competences.count, competences[next].employee < employee { next += 1 }
    var index = next
    while index < competences.count, competences[index].employee == employee {
      let competence = competences[index]
      index += 1
      guard !competence.isPassport, competence.isOpen, competence.flag.isStatement else { continue }
      body(
        FlagStatement(
          flag: competence.flag, date: competence.date, isPrimary: true, isActive: true))
    }
  }
}

extension CarerFlag {
  /// Whether a passport or membership would say more: not a carer, not recorded or unreadable.
  var isWithoutCarer: Bool {
    switch self {
    case .notCarer, .notRecorded, .unreadable: true
    case .carer, .declined: false
    }
  }

  /// What the flag is, as the end of the sentence "The record says …".
  var inWords: String {
    switch self {
    case .carer: "carer"
    case .notCarer: "not a carer"
    case .declined: "prefers not to say"
    case .notRecorded: "nothing about caring"
    case .unreadable: "something about caring that cannot be read"
    }
  }
}
