import Threads
import Columns
import Records
import Vocabulary

/// Joins employees to persons by NI number and by email (contract section 4).
struct PersonGrouping: Sendable {
  let employees: EmployeeTable
  let names: NameKeys
  let workers: Workers

  /// The persons; `groups` are those of the employees.
  func persons(of groups: EmployeeGroups) -> Persons {
    var parents = workers.fill(count: employees.count) { range, parents in
      for employee in range { parents.append(Int32(employee)) }
    }
    var joined: [Int32] = []
    var sharedNINumber: [Int32] = []
    var sharedEmail: [Int32] = []
    let arePersonsByNINumber = areOnePerson(groups.byNINumber) { isOnePersonByNINumber($0) }
    for (group, isOnePerson) in zip(groups.byNINumber, arePersonsByNINumber) {
      if isOnePerson {
        for member in group.dropFirst() { Self.join(group[0], member, &parents) }
        joined += group
      } else {
        sharedNINumber += group
      }
    }
    let arePersonsByEmail = areOnePerson(groups.byEmail) { isOnePersonByEmail($0) }
    for (group, isOnePerson) in zip(groups.byEmail, arePersonsByEmail) {
      if isOnePerson {
        for member in group.dropFirst() { Self.join(group[0], member, &parents) }
        joined += group
      } else {
        sharedEmail += group
      }
    }
    for employee in joined { parents[Int(employee)] = Self.root(employee, &parents) }
    return Persons(
      key: parents, withSharedNINumber: sharedNINumber.sorted(),
      withSharedEmail: sharedEmail.sorted())
  }

  // MARK: - Whether a group is one person

  /// Asks of each group; looking up its members takes most of the time.
  private func areOnePerson(
    _ groups: [[Int32]], _ isOnePerson: @Sendable ([Int32]) -> Bool
  ) -> [Bool] {
    workers.mapRanges(of: groups.count, size: 4096) { part in
      groups[part].map(isOnePerson)
    }.flatMap { $0 }
  }

  private func isOnePersonByNINumber(_ group: [Int32]) -> Bool {
    guard hasOneBirthDateAtMost(group) else { return false }
    if haveAllBirthDates(group) { return true }
    // The others must have a key in common, each with each: of two members without a birth date,
    // and of one with and one without.
    for (place, left) in group.enumerated() {
      for right in group[(place + 1)...]
      where employees.birthDate[Int(left)].isMissing || employees.birthDate[Int(right)].isMissing {
        if !haveKeyInCommon(Int(left), Int(right)) { return false }
      }
    }
    return true
  }

  private func isOnePersonByEmail(_ group: [Int32]) -> Bool {
    guard hasOneBirthDateAtMost(group) else { return false }
    if haveAllBirthDates(group) { return true }
    let first = Int(group[0])
    return group.allSatisfy { member in
      firstKey(Int(member)) == firstKey(first) && lastKey(Int(member)) == lastKey(first)
    }
  }

  private func hasOneBirthDateAtMost(_ group: [Int32]) -> Bool {
    var known = CalendarDay.missing
    for member in group {
      let date = employees.birthDate[Int(member)]
      if date.isMissing { continue }
      if !known.isMissing, known != date { return false }
      known = date
    }
    return true
  }

  private func haveAllBirthDates(_ group: [Int32]) -> Bool {
    group.allSatisfy { !employees.birthDate[Int($0)].isMissing }
  }

  private func haveKeyInCommon(_ left: Int, _ right: Int) -> Bool {
    let rightFirst = names.firstKeys(of: right, employees)
    if names.firstKeys(of: left, employees).contains(where: { rightFirst.contains($0) }) {
      return true
    }
    let rightLast = names.lastKeys(of: right, employees)
    return names.lastKeys(of: left, employees).contains { rightLast.contains($0) }
  }

  private func firstKey(_ employee: Int) -> TextCode {
    names.first[Int(employees.firstName[employee].raw)]
  }

  private func lastKey(_ employee: Int) -> TextCode {
    names.last[Int(employees.lastName[employee].raw)]
  }

  // MARK: - Union and find; the smallest index is the root

  private static func root(_ employee: Int32, _ parents: inout [Int32]) -> Int32 {
    var current = employee
    while parents[Int(current)] != current {
      parents[Int(current)] = parents[Int(parents[Int(current)])]
      current = parents[Int(current)]
    }
    return current
  }

  private static func join(_ left: Int32, _ right: Int32, _ parents: inout [Int32]) {
    let leftRoot = root(left, &parents)
    let rightRoot = root(right, &parents)
    if leftRoot < rightRoot {
      parents[Int(rightRoot)] = leftRoot
    } else {
      parents[Int(leftRoot)] = rightRoot
    }
  }
}
