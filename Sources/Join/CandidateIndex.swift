import Columns
import Records
import Vocabulary

/// The employees that have what some list entry names; made by one pass over the staff.
///
/// Only what the lists ask for is kept, so it is as small as the lists are.
struct CandidateIndex: Sendable {
  private var byNumber: [EmployeeNumber: [Int]] = [:]
  private var byNINumber: [NINumber: [Int]] = [:]
  private var byEmail: [TextCode: [Int]] = [:]
  private var byNameAndBirthDate: [NameAndBirthDate: [Int]] = [:]

  private struct NameAndBirthDate: Hashable {
    var last: TextCode
    var birthDate: CalendarDay

    var raw: UInt64 { UInt64(last.raw) << 32 | UInt64(UInt32(bitPattern: birthDate.raw)) }
  }

  /// Indexes the employees of `workforce` for `entries`.
  init(_ entries: [ListEntry], _ workforce: Workforce, _ workers: Workers) {
    let parts = workers.map(0..<4) { part in
      var index = CandidateIndex()
      switch part {
      case 0: index.fillNames(entries, workforce)
      case 1: index.fillEmails(entries, workforce.employees)
      case 2: index.fillNINumbers(entries, workforce.employees)
      default: index.fillNumbers(entries, workforce.employees)
      }
      return index
    }
    byNameAndBirthDate = parts[0].byNameAndBirthDate
    byEmail = parts[1].byEmail
    byNINumber = parts[2].byNINumber
    byNumber = parts[3].byNumber
  }

  private init() {}

  private mutating func fillNumbers(_ entries: [ListEntry], _ employees: EmployeeTable) {
    for entry in entries where entry.organisation.isMissing && !entry.number.isMissing {
      byNumber[entry.number] = []
    }
    Self.fill(&byNumber, employees.count, \.raw) { employees.number[$0] }
  }

  private mutating func fillNINumbers(_ entries: [ListEntry], _ employees: EmployeeTable) {
    for entry in entries where !entry.niNumber.isMissing { byNINumber[entry.niNumber] = [] }
    Self.fill(&byNINumber, employees.count, \.raw) { employees.niNumber[$0] }
  }

  private mutating func fillEmails(_ entries: [ListEntry], _ employees: EmployeeTable) {
    for entry in entries where !entry.email.isEmpty { byEmail[entry.email] = [] }
    Self.fill(&byEmail, employees.count, { UInt64($0.raw) }) { employees.email[$0] }
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
    _ index: inout [Key: [Int]], _ count: Int, _ raw: (Key) -> UInt64, _ key: (Int) -> Key
  ) {
    if index.isEmpty { return }
    var filter = KeyFilter(count: index.count)
    for key in index.keys { filter.insert(raw(key)) }
    for employee in 0..<count where filter.mayContain(raw(key(employee))) {
      if let place = index.index(forKey: key(employee)) {
        index.values[place].append(employee)
      }
    }
  }

  private mutating func fillNames(_ entries: [ListEntry], _ workforce: Workforce) {
    for entry in entries where !entry.birthDate.isMissing {
      let last = workforce.names.last[Int(entry.lastName.raw)]
      if last.isEmpty { continue }
      byNameAndBirthDate[NameAndBirthDate(last: last, birthDate: entry.birthDate)] = []
    }
    if byNameAndBirthDate.isEmpty { return }
    var filter = KeyFilter(count: byNameAndBirthDate.count)
    for key in byNameAndBirthDate.keys { filter.insert(key.raw) }
    let employees = workforce.employees
    let keys = workforce.names.last
    for employee in 0..<employees.count {
      let birthDate = employees.birthDate[employee]
      let last = keys[Int(employees.lastName[employee].raw)]
      add(employee, NameAndBirthDate(last: last, birthDate: birthDate), filter)
      let previous = keys[Int(employees.previousLastName[employee].raw)]
      if previous != last {
        add(employee, NameAndBirthDate(last: previous, birthDate: birthDate), filter)
      }
    }
  }

  /// Adds an employee where some entry asks for the key.
  @inline(__always)
  private mutating func add(_ employee: Int, _ key: NameAndBirthDate, _ filter: KeyFilter) {
    guard filter.mayContain(key.raw), let place = byNameAndBirthDate.index(forKey: key) else {
      return
    }
    byNameAndBirthDate.values[place].append(employee)
  }
}
