import Columns
import Records
import Vocabulary

/// Employees that share an NI number or an email: groups of two and more, each ascending.
struct EmployeeGroups: Sendable {
  let byNINumber: [[Int32]]
  let byEmail: [[Int32]]

  /// The groups of `employees`, whose email codes are below `emailCount`.
  init(_ employees: EmployeeTable, emailCount: Int) {
    byNINumber = Self.groupsByNINumber(employees)
    byEmail = Self.groupsByEmail(employees, emailCount)
  }

  private static func groupsByNINumber(_ employees: EmployeeTable) -> [[Int32]] {
    // Hardly any number is there twice: two filters leave little to sort.
    var seen = KeyFilter(count: employees.count)
    var repeated = KeyFilter(count: employees.count / 4)
    for number in employees.niNumber where !number.isMissing {
      if seen.insert(number.raw) { repeated.insert(number.raw) }
    }
    var rows: [KeyedRow] = []
    for employee in 0..<employees.count {
      let number = employees.niNumber[employee]
      if number.isMissing || !repeated.mayContain(number.raw) { continue }
      rows.append(KeyedRow(key: number.raw, batch: 0, offset: UInt32(employee)))
    }
    RadixSort.sort(&rows)
    return runs(rows)
  }

  private static func groupsByEmail(
    _ employees: EmployeeTable, _ emailCount: Int
  ) -> [[Int32]] {
    var isSeen = [Bool](repeating: false, count: emailCount)
    var isShared = isSeen
    for code in employees.email where !code.isEmpty {
      if isSeen[Int(code.raw)] { isShared[Int(code.raw)] = true }
      isSeen[Int(code.raw)] = true
    }
    var rows: [KeyedRow] = []
    for employee in 0..<employees.count where isShared[Int(employees.email[employee].raw)] {
      rows.append(
        KeyedRow(
          key: UInt64(employees.email[employee].raw), batch: 0, offset: UInt32(employee)))
    }
    RadixSort.sort(&rows)
    return runs(rows)
  }

  private static func runs(_ rows: [KeyedRow]) -> [[Int32]] {
    var groups: [[Int32]] = []
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end].key == rows[start].key { end += 1 }
      if end - start > 1 { groups.append(rows[start..<end].map { Int32($0.offset) }) }
      start = end
    }
    return groups
  }
}
