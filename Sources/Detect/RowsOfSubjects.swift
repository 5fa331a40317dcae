import Columns
import Records
import Vocabulary

/// The rows that findings rest on: the subject's own first, then those that the rule speaks of.
extension Reconciliation {
  /// An employee's staff rows, then its competences about care, open or not; behind them, where
  /// asked for, those of the passports that can count for its status and of its memberships.
  func rows(
    of employee: Int, passports: Bool = false, memberships: Bool = false
  ) -> [SourceRow] {
    let assignments = workforce.employees.assignments(of: employee)
    let competences = workforce.competences(of: employee)
    let counting = passports ? countingPassports(of: employee) : []
    let joined = memberships ? Array(links.memberships.entries(of: employee)) : []
    var rows: [SourceRow] = []
    rows.reserveCapacity(assignments.count + competences.count + counting.count + joined.count)
    for place in assignments { rows.append(workforce.assignments.row[place]) }
    for place in competences { rows.append(workforce.competences[place].row) }
    for entry in counting { rows.append(links.passports.entries[entry].row) }
    for entry in joined { rows.append(links.memberships.entries[entry].row) }
    return rows
  }

  /// Calls `body` with each of some employees, whose rows it asks for.
  ///
  /// Few of many employees are far from each other in the memory: what says where their rows are,
  /// and then the rows, is fetched ahead.
  func forEach(_ employees: [Int], _ body: (Int) -> Void) {
    let (last, first) = (employees.count - 1, workforce.employees.firstAssignment)
    for (place, employee) in employees.enumerated() {
      let far = employees[min(place + 16, last)]
      first.span.prefetch(far)
      workforce.persons.key.span.prefetch(far)
      workforce.assignments.row.span.prefetch(Int(first[employees[min(place + 8, last)]]))
      body(employee)
    }
  }

  /// The passports that can count for an employee's status, in any state, in reading order.
  ///
  /// Those linked to it, foreign ones only with consent, and with consent those linked to other
  /// employees of its person (contract section 5).
  func countingPassports(of employee: Int) -> [Int] {
    let list = links.passports
    let own = list.entries(of: employee).filter { index in
      !list.entries[index].hasConsent && !links.isForeign[index]
    }
    let shared = list.sharedEntries(ofPerson: Int(workforce.persons.key[employee]))
    if own.isEmpty { return Array(shared) }
    return shared.isEmpty ? own : (own + shared).sorted()
  }

  /// A list entry's row, then the staff rows of the linked employee unless the passport is foreign.
  func rows(of kind: ListKind, _ index: Int) -> [SourceRow] {
    // A list is not taken out as a whole: all its columns would be retained for each entry.
    switch kind {
    case .passports:
      let employee = links.isForeign[index] ? nil : links.passports.links[index].employee
      return rows(links.passports.entries[index].row, employee)
    case .network:
      return rows(links.memberships.entries[index].row, links.memberships.links[index].employee)
    }
  }

  private func rows(_ first: SourceRow, _ employee: Int?) -> [SourceRow] {
    guard let employee else { return [first] }
    let others = workforce.employees.assignments(of: employee)
    var rows: [SourceRow] = []
    rows.reserveCapacity(others.count + 1)
    rows.append(first)
    for place in others { rows.append(workforce.assignments.row[place]) }
    return rows
  }

  /// Whether an employee's passport status is active or review-overdue.
  func isListed(_ employee: Int) -> Bool { links.statuses.passport[employee].isLive }

  /// Whether an employee's network status is carer-member.
  func isCarerMember(_ employee: Int) -> Bool { links.statuses.network[employee] == .carerMember }

  /// Whether an employee's person still works anywhere.
  func personIsActive(_ employee: Int) -> Bool {
    workforce.workplaces(ofPersonOf: employee) != .none
  }

  /// Whether an employee has left, while its person works in another organisation.
  func hasMovedOn(_ employee: Int) -> Bool {
    if workforce.employees.isActive[employee] { return false }
    return switch workforce.workplaces(ofPersonOf: employee) {
    case .none: false
    case .one(let organisation): organisation != workforce.employees.organisation[employee]
    case .several: true
    }
  }

  /// Employees to whom two or more entries of a list that `counts` are linked, with those entries.
  func employeesWithSeveral(
    of list: JoinedList, where counts: (Int) -> Bool
  ) -> [(employee: Int, entries: [Int])] {
    var found: [(employee: Int, entries: [Int])] = []
    for employee in list.employeesWithSeveral {
      let counting = list.entries(of: employee).filter(counts)
      if counting.count > 1 { found.append((employee, counting)) }
    }
    return found
  }
}
