import Records
import Vocabulary

/// One person has two or more active employee numbers in one organisation.
///
/// Detects: persons with two or more active employees in one organisation; raised for the smallest
/// of these.
///
/// Why it matters: the person is counted twice, and what they say under one number is missing under
/// the other.
///
/// Fix: Check whether the person has two posts or was entered twice, and close what is not in use.
struct DuplicateEmployee: Rule {
  let about = RuleDescription(
    id: "duplicate-employee", severity: .medium, subject: .employee,
    problem: "One person has two or more active employee numbers in one organisation.",
    action: "Check whether the person has two posts or was entered twice, and close what is not in "
      + "use.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let employees = all.workforce.employees
    for person in all.workforce.persons.keysOfSeveral {
      let members = all.workforce.persons.employees(ofPersonOf: person)
      // Most have them at different organisations.
      guard Self.hasNeighbours(members, employees.organisation) else { continue }
      let active = members.filter { employees.isActive[$0] }
      var rest = active[...]
      while let smallest = rest.first {
        let group = rest.prefix { employees.organisation[$0] == employees.organisation[smallest] }
        rest = rest.dropFirst(group.count)
        if group.count < 2 { continue }
        report.add(
          .employee(smallest),
          "\(group.count) active employee numbers of the organisation belong to one person.",
          rows: group.flatMap { all.rows(of: $0) })
      }
    }
  }

  /// Whether two employees, which are ascending, are of one organisation.
  private static func hasNeighbours(
    _ members: IndexGroups.Indices, _ organisation: [Int32]
  ) -> Bool {
    // By place: an iterator of a collection from another module costs a microsecond.
    (1..<members.count).contains {
      organisation[members[$0]] == organisation[members[$0 - 1]]
    }
  }
}
