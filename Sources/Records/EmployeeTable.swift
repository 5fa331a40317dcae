package import Columns
package import Vocabulary

/// The employees of the staff extract, one row each, sorted by `ORG/NUMBER`.
///
/// An employee's index is its place in that order, so comparing indices compares `ORG/NUMBER` by
/// byte. Names, staff group, job title, manager are the main row's; the rest is the first row's
/// that has one (contract section 4).
@usableFromInline
package struct EmployeeTable: Sendable {
  /// Index into ``Workforce/organisations``.
  package var organisation: [Int32] = []
  package var number: [EmployeeNumber] = []
  package var firstName: [TextCode] = []
  package var lastName: [TextCode] = []
  package var knownAs: [TextCode] = []
  package var previousLastName: [TextCode] = []
  package var birthDate: [CalendarDay] = []
  package var niNumber: [NINumber] = []
  /// A code of ``Extracts/emails``.
  package var email: [TextCode] = []
  package var staffGroup: [TextCode] = []
  package var jobTitle: [TextCode] = []
  package var manager: [EmployeeNumber] = []
  /// Whether one of its assignments is active.
  package var isActive: [Bool] = []
  /// `esr_flag` (contract section 3).
  package var flag: [CarerFlag] = []
  /// The date of what gave the flag.
  package var flagDate: [CalendarDay] = []
  /// `esr_passport`: whether it has an open passport competence.
  package var hasESRPassport: [Bool] = []
  /// Where its assignments begin in ``Workforce/assignments``; one element more than employees.
  @usableFromInline package var firstAssignment: [Int32] = [0]

  /// Makes an empty table.
  package init() {}

  /// How many employees there are.
  package var count: Int { number.count }

  /// The indices of an employee's assignments; the first is its main row.
  @inlinable @inline(__always)
  package func assignments(of employee: Int) -> Range<Int> {
    Int(firstAssignment[employee])..<Int(firstAssignment[employee + 1])
  }
}

/// The assignments of all employees, by employee, each one's in the order of section 4.
package struct AssignmentTable: Sendable {
  /// Where the row stands, and what of it counts (contract section 4).
  package var row: [SourceRow] = []
  package var isActive: [Bool] = []
  package var isPrimary: [Bool] = []
  /// What the flag cell says; `notRecorded` where it is empty.
  package var flag: [CarerFlag] = []
  package var flagDate: [CalendarDay] = []

  /// Makes an empty table.
  package init() {}
}

/// A competence of a known employee that says something about care.
package struct CarerCompetence: Sendable {
  /// The employee's index.
  package var employee: Int
  package var row: SourceRow
  /// Whether it fits a passport pattern; otherwise it fits a carer pattern.
  package var isPassport: Bool
  /// Whether it holds at the as-of date.
  package var isOpen: Bool
  /// What an open carer competence says.
  package var flag: CarerFlag
  package var date: CalendarDay

  /// Makes a competence.
  package init(
    employee: Int, row: SourceRow, isPassport: Bool, isOpen: Bool, flag: CarerFlag,
    date: CalendarDay
  ) {
    self.employee = employee
    self.row = row
    self.isPassport = isPassport
    self.isOpen = isOpen
    self.flag = flag
    self.date = date
  }
}
