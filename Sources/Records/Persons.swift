/// Which employees are one human being (contract section 4).
package struct Persons: Sendable {
  /// The smallest employee index of each employee's person: the person's key.
  package let key: [Int32]
  /// Employees whose NI number does not join them to the others that have it.
  package var withSharedNINumber: [Int32]
  /// Employees whose email does not join them to the others that have it.
  package var withSharedEmail: [Int32]
  /// By person's key: the employees of each person with several.
  private let several: IndexGroups
  /// Of each person with several employees, in the order of keys: where it is active.
  private let workplaces: [Workplaces]

  /// The organisations, by index, in which a person has active employees.
  package enum Workplaces: Equatable, Sendable {
    case none
    case one(Int32)
    case several
  }

  /// Makes nobody.
  package init() { self.init(key: [], of: EmployeeTable()) }

  /// Makes the result of grouping `employees`; an employee's key is the smallest index of its
  /// person.
  package init(
    key: [Int32], of employees: EmployeeTable, withSharedNINumber: [Int32] = [],
    withSharedEmail: [Int32] = []
  ) {
    self.key = key
    self.withSharedNINumber = withSharedNINumber
    self.withSharedEmail = withSharedEmail
    var isOneOfSeveral = [Bool](repeating: false, count: key.count)
    for (employee, key) in key.enumerated() where Int(key) != employee {
      isOneOfSeveral[Int(key)] = true
      isOneOfSeveral[employee] = true
    }
    // Most are not: those that are get their groups without asking of all others again.
    let members = key.indices.filter { isOneOfSeveral[$0] }
    let several = IndexGroups(count: key.count, of: members) { Int(key[$0]) }
    self.several = several
    workplaces = several.filledGroups.map { Self.workplaces(of: several[$0], employees) }
  }

  private static func workplaces(
    of members: IndexGroups.Indices, _ employees: EmployeeTable
  ) -> Workplaces {
    var found = Workplaces.none
    for place in 0..<members.count where employees.isActive[members[place]] {
      let organisation = employees.organisation[members[place]]
      if found == .none { found = .one(organisation) }
      if found != .one(organisation) { return .several }
    }
    return found
  }

  /// How many persons there are.
  package var count: Int {
    key.count - several.indexCount + keysOfSeveral.count
  }

  /// Whether an employee's person has others.
  package func isOneOfSeveral(_ employee: Int) -> Bool { !several.isEmpty(Int(key[employee])) }

  /// All employees of an employee's person, ascending.
  package func employees(ofPersonOf employee: Int) -> IndexGroups.Indices {
    isOneOfSeveral(employee) ? several[Int(key[employee])] : .init(only: Int32(employee))
  }

  /// Where an employee's person is active; nil where the person has no other employee.
  func workplacesOfSeveral(_ employee: Int) -> Workplaces? {
    several.place(of: Int(key[employee])).map { workplaces[$0] }
  }

  /// The keys of the persons with several employees, ascending.
  package var keysOfSeveral: [Int] { several.filledGroups }
}
