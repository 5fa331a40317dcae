import Columns
import Records
import Vocabulary

/// Employees that share an NI number or an email: groups of two and more, each ascending.
struct EmployeeGroups: Sendable {
  /// In no particular order of groups.
  var byNINumber = Groups()
  var byEmail = Groups()

  /// Groups of employees, one behind the other: an array for each would be an allocation for each.
  struct Groups: Sendable {
    private(set) var members: [Int32] = []
    /// Where each group ends.
    private var ends: [Int] = []

    var count: Int { ends.count }

    subscript(group: Int) -> ArraySlice<Int32> {
      members[(group == 0 ? 0 : ends[group - 1])..<ends[group]]
    }

    mutating func append(_ group: ArraySlice<KeyedRow>) {
      for row in group { members.append(Int32(row.offset)) }
      ends.append(members.count)
    }

    mutating func append(contentsOf other: Groups) {
      let start = members.count
      members += other.members
      for end in other.ends { ends.append(start + end) }
    }
  }

  /// How many parts the NI numbers are looked at in, so that each one's filter is small.
  static let partCount = 4

  /// The groups of one part of the NI numbers.
  static func byNINumber(_ employees: EmployeeTable, part: Int) -> Groups {
    // Hardly any number is there twice: two filters leave little to sort.
    var seen = KeyFilter(count: employees.count / partCount)
    var repeated = KeyFilter(count: employees.count / 4 / partCount)
    for number in employees.niNumber where Self.part(of: number) == part {
      if seen.insert(number.raw) { repeated.insert(number.raw) }
    }
    var rows: [KeyedRow] = []
    for employee in 0..<employees.count {
      let number = employees.niNumber[employee]
      if Self.part(of: number) != part || !repeated.mayContain(number.raw) { continue }
      rows.append(KeyedRow(key: number.raw, batch: 0, offset: UInt32(employee)))
    }
    RadixSort.sort(&rows)
    return runs(rows)
  }

  /// The part that a number belongs to, by its last digits; a missing one belongs to none.
  @inline(__always)
  private static func part(of number: NINumber) -> Int {
    number.isMissing ? -1 : Int(truncatingIfNeeded: number.raw & UInt64(partCount - 1))
  }

  /// The groups of employees, whose email codes are below `emailCount`.
  static func byEmail(
    _ employees: EmployeeTable, _ emailCount: Int
  ) -> Groups {
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

  private static func runs(_ rows: [KeyedRow]) -> Groups {
    var groups = Groups()
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end].key == rows[start].key { end += 1 }
      if end - start > 1 { groups.append(rows[start..<end]) }
      start = end
    }
    return groups
  }
}
