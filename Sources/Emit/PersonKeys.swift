import Columns
import Records

/// The employee by whom an employer's files name each employee's person: the smallest that the
/// person has at that employer (contract section 8, `person_key`).
///
/// Nearly everyone is that employee. Only the others are kept, in their order: whoever goes through
/// the employees goes through them beside.
struct PersonKeys: Sendable {
  /// Employees who are not it, ascending, each with who is in the lower half.
  private let pairs: [UInt64]

  /// Looks at the persons with several employees.
  init(_ workforce: Workforce) {
    let organisation = workforce.employees.organisation
    var pairs: [UInt64] = []
    for person in workforce.persons.keysOfSeveral {
      // Ascending, so that those of one employer come one behind another. By place: an iterator of
      // a collection from another module costs a microsecond.
      let members = workforce.persons.employees(ofPersonOf: person)
      var first = person
      for place in 1..<members.count {
        let employee = members[place]
        if organisation[employee] == organisation[first] {
          pairs.append(UInt64(employee) << 32 | UInt64(first))
        } else {
          first = employee
        }
      }
    }
    pairs.sort()
    self.pairs = pairs
  }

  /// The place of the first pair of an employee or of those behind it.
  func start(of employee: Int) -> Int { pairs.firstPlace { $0 >> 32 >= employee } }

  /// Who names an employee's person, from where the pair of the last employee asked for ended.
  ///
  /// - Precondition: all employees behind that one are asked for, in order.
  @inline(__always)
  func key(of employee: Int, from next: inout Int) -> Int {
    guard next < pairs.count, pairs[next] >> 32 == employee else { return employee }
    defer { next += 1 }
    return Int(pairs[next] & 0xFFFF_FFFF)
  }
}
