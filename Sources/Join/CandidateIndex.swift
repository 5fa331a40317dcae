import Columns
import Records
import Vocabulary

/// The employees that have what some list entry names; made by one pass over the staff.
///
/// Only what the lists ask for is kept, so it is as small as the lists are.
struct CandidateIndex {
  private var byNumber: [EmployeeNumber: [Int]] = [:]
  private var byNINumber: [NINumber: [Int]] = [:]
  private var byEmail: [TextCode: [Int]] = [:]
  private var byNameAndBirthDate: [NameAndBirthDate: [Int]] = [:]

  private struct NameAndBirthDate: Hashable {
    var last: TextCode
    var birthDate: CalendarDay
  }

  /// Indexes the employees of `workforce` for `entries`.
  init(_ entries: [ListEntry], _ workforce: Workforce) {
    for entry in entries {
      if entry.organisation.isMissing, !entry.number.isMissing { byNumber[entry.number] = [] }
      if !entry.niNumber.isMissing { byNINumber[entry.niNumber] = [] }
      if !entry.email.isEmpty { byEmail[entry.email] = [] }
      let last = workforce.names.last[Int(entry.lastName.raw)]
      if !last.isEmpty, !entry.birthDate.isMissing {
        byNameAndBirthDate[NameAndBirthDate(last: last, birthDate: entry.birthDate)] = []
      }
    }
    let employees = workforce.employees
    if !byNumber.isEmpty { Self.fill(&byNumber, employees.count) { employees.number[$0] } }
    if !byNINumber.isEmpty { Self.fill(&byNINumber, employees.count) { employees.niNumber[$0] } }
    if !byEmail.isEmpty { Self.fill(&byEmail, employees.count) { employees.email[$0] } }
    if !byNameAndBirthDate.isEmpty { fillNames(workforce) }
  }

  /// Employees with this number in any organisation, ascending.
  func employees(number: EmployeeNumber) -> [Int] { byNumber[number] ?? [] }

  /// Employees with this NI number, ascending.
  func employees(niNumber: NINumber) -> [Int] { byNINumber[niNumber] ?? [] }

  /// Employees with this email, ascending.
  func employees(email: TextCode) -> [Int] { byEmail[email] ?? [] }

  /// Employees with this birth date and this key among their last keys, ascending.
  func employees(lastKey: TextCode, birthDate: CalendarDay) -> [Int] {
    byNameAndBirthDate[NameAndBirthDate(last: lastKey, birthDate: birthDate)] ?? []
  }

  private static func fill<Key: Hashable>(
    _ index: inout [Key: [Int]], _ count: Int, _ key: (Int) -> Key
  ) {
    for employee in 0..<count {
      if let place = index.index(forKey: key(employee)) {
        index.values[place].append(employee)
      }
    }
  }

  private mutating func fillNames(_ workforce: Workforce) {
    let birthDates = Set(byNameAndBirthDate.keys.map(\.birthDate))
    for employee in 0..<workforce.employees.count {
      let birthDate = workforce.employees.birthDate[employee]
      guard birthDates.contains(birthDate) else { continue }
      for last in workforce.names.lastKeys(of: employee, workforce.employees) {
        let key = NameAndBirthDate(last: last, birthDate: birthDate)
        if let place = byNameAndBirthDate.index(forKey: key) {
          byNameAndBirthDate.values[place].append(employee)
        }
      }
    }
  }
}
