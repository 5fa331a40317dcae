/// Which employees are one human being (contract section 4).
package struct Persons: Sendable {
  /// The smallest employee index of each employee's person: the person's key.
  package var key: [Int32]
  /// The employees of each person with several, ascending, by the person's key.
  package var members: [Int32: [Int32]]
  /// Employees whose NI number does not join them to the others that have it.
  package var withSharedNINumber: [Int32]
  /// Employees whose email does not join them to the others that have it.
  package var withSharedEmail: [Int32]

  /// Makes the result of grouping.
  package init(
    key: [Int32], members: [Int32: [Int32]], withSharedNINumber: [Int32], withSharedEmail: [Int32]
  ) {
    self.key = key
    self.members = members
    self.withSharedNINumber = withSharedNINumber
    self.withSharedEmail = withSharedEmail
  }

  /// All employees of an employee's person, ascending.
  package func employees(ofPersonOf employee: Int) -> [Int] {
    guard let members = members[key[employee]] else { return [employee] }
    return members.map(Int.init)
  }
}
