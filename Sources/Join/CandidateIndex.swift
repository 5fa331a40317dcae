import Columns
import Records
import Vocabulary

/// The employees that have what some list entry names; made by one pass over the staff.
///
/// Only what the lists ask for is kept, so it is as small as the lists are.
struct CandidateIndex: Sendable {
  private var byNumber = EmployeesByKey<EmployeeNumber>()
  private var byNINumber = EmployeesByKey<NINumber>()
  private var byEmail = EmployeesByKey<TextCode>()
  private var byNameAndBirthDate = EmployeesByKey<NameAndBirthDate>()

  private struct NameAndBirthDate: IndexKey {
    var last: TextCode
    var birthDate: CalendarDay

    var bits: UInt64 { UInt64(last.raw) << 32 | UInt64(UInt32(bitPattern: birthDate.raw)) }
  }

  /// By what an entry may name an employee; each is an index of its own.
  enum Part: CaseIterable {
    case names
    case emails
    case niNumbers
    case numbers
  }

  /// Indexes the employees of `workforce` for the entries of `lists` by one thing.
  init(_ part: Part, _ lists: [[ListEntry]], _ workforce: Workforce) {
    switch part {
    case .names: fillNames(lists, workforce)
    case .emails: fillEmails(lists, workforce.employees)
    case .niNumbers: fillNINumbers(lists, workforce.employees)
    case .numbers: fillNumbers(lists, workforce.employees)
    }
  }

  /// Takes the indices of all parts together.
  init(_ parts: [Part: CandidateIndex]) {
    for (part, index) in parts {
      switch part {
      case .names: byNameAndBirthDate = index.byNameAndBirthDate
      case .emails: byEmail = index.byEmail
      case .niNumbers: byNINumber = index.byNINumber
      case .numbers: byNumber = index.byNumber
      }
    }
  }

  private mutating func fillNumbers(_ lists: [[ListEntry]], _ employees: EmployeeTable) {
    let asked = lists.joined().lazy.filter { $0.organisation.isMissing && !$0.number.isMissing }
    byNumber = EmployeesByKey(asked: asked.map(\.number), employees.number)
  }

  private mutating func fillNINumbers(_ lists: [[ListEntry]], _ employees: EmployeeTable) {
    let asked = lists.joined().lazy.map(\.niNumber).filter { !$0.isMissing }
    byNINumber = EmployeesByKey(asked: asked, employees.niNumber)
  }

  private mutating func fillEmails(_ lists: [[ListEntry]], _ employees: EmployeeTable) {
    let asked = lists.joined().lazy.map(\.email).filter { !$0.isEmpty }
    byEmail = EmployeesByKey(asked: asked, employees.email)
  }

  /// Employees with this number in any organisation, ascending.
  func employees(number: EmployeeNumber) -> ArraySlice<Int32> { byNumber[number] }

  /// Employees with this NI number, ascending.
  func employees(niNumber: NINumber) -> ArraySlice<Int32> { byNINumber[niNumber] }

  /// Employees with this email, ascending.
  func employees(email: TextCode) -> ArraySlice<Int32> { byEmail[email] }

  /// Employees with this birth date and this key among their last keys, ascending.
  func employees(lastKey: TextCode, birthDate: CalendarDay) -> ArraySlice<Int32> {
    byNameAndBirthDate[NameAndBirthDate(last: lastKey, birthDate: birthDate)]
  }

  private mutating func fillNames(_ lists: [[ListEntry]], _ workforce: Workforce) {
    let keys = workforce.names.last
    let asked = lists.joined().lazy.filter { !$0.birthDate.isMissing }
      .map { NameAndBirthDate(last: keys[Int($0.lastName.raw)], birthDate: $0.birthDate) }
      .filter { !$0.last.isEmpty }
    byNameAndBirthDate = EmployeesByKey(asked: asked)
    if byNameAndBirthDate.isEmpty { return }
    let employees = workforce.employees
    for employee in 0..<employees.count {
      let birthDate = employees.birthDate[employee]
      let last = keys[Int(employees.lastName[employee].raw)]
      byNameAndBirthDate.add(employee, NameAndBirthDate(last: last, birthDate: birthDate))
      let previous = keys[Int(employees.previousLastName[employee].raw)]
      if previous != last {
        byNameAndBirthDate.add(employee, NameAndBirthDate(last: previous, birthDate: birthDate))
      }
    }
    byNameAndBirthDate.finish()
  }
}
