import Columns
import Records
import Threads
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
    let sharedNINumber = join(groups.byNINumber, &parents, &joined) { isOnePersonByNINumber($0) }
    let sharedEmail = join(groups.byEmail, &parents, &joined) { isOnePersonByEmail($0) }
    for employee in joined { parents[Int(employee)] = Self.root(employee, &parents) }
    return Persons(
      key: parents, of: employees, withSharedNINumber: sharedNINumber,
      withSharedEmail: sharedEmail)
  }

  /// Joins the members of the groups that are one person each, and adds them to `joined`; gives
  /// those of the others, ascending.
  private func join(
    _ groups: EmployeeGroups.Groups, _ parents: inout [Int32], _ joined: inout [Int32],
    where isOnePerson: @Sendable (ArraySlice<Int32>) -> Bool
  ) -> [Int32] {
    // Looking up the members of a group takes most of the time.
    let arePersons = workers.fill(count: groups.count, size: 1 << 11) { range, arePersons in
      for group in range { arePersons.append(isOnePerson(groups[group])) }
    }
    var others: [Int32] = []
    for (group, isPerson) in arePersons.enumerated() {
      let members = groups[group]
      if !isPerson {
        others += members
        continue
      }
      for member in members.dropFirst() { Self.join(members[members.startIndex], member, &parents) }
      joined += members
    }
    return others.sorted()
  }

  // MARK: - Whether a group is one person

  /// Of so many members it takes less time to hold each against each than to count their keys.
  private static let fewMembers = 16

  private func isOnePersonByNINumber(_ group: ArraySlice<Int32>) -> Bool {
    guard hasOneBirthDateAtMost(group) else { return false }
    if haveAllBirthDates(group) { return true }
    // The others must have a key in common, each with each: of two members without a birth date,
    // and of one with and one without.
    if group.count > Self.fewMembers {
      let keys = KeysInCommon(of: group, employees, names)
      return group.allSatisfy { member in
        !employees.birthDate[Int(member)].isMissing
          || keys.count(withKeyOf: Int(member)) == group.count
      }
    }
    for (place, left) in zip(group.indices, group) {
      for right in group[(place + 1)...]
      where employees.birthDate[Int(left)].isMissing || employees.birthDate[Int(right)].isMissing {
        if !haveKeyInCommon(Int(left), Int(right)) { return false }
      }
    }
    return true
  }

  private func isOnePersonByEmail(_ group: ArraySlice<Int32>) -> Bool {
    guard hasOneBirthDateAtMost(group) else { return false }
    if haveAllBirthDates(group) { return true }
    let first = Int(group[group.startIndex])
    return group.allSatisfy { member in
      firstKey(Int(member)) == firstKey(first) && lastKey(Int(member)) == lastKey(first)
    }
  }

  private func hasOneBirthDateAtMost(_ group: ArraySlice<Int32>) -> Bool {
    var known = CalendarDay.missing
    for member in group {
      let date = employees.birthDate[Int(member)]
      if date.isMissing { continue }
      if !known.isMissing, known != date { return false }
      known = date
    }
    return true
  }

  private func haveAllBirthDates(_ group: ArraySlice<Int32>) -> Bool {
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
