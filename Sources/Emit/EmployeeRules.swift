import Columns
import Records

/// The rules raised for each employee, as pairs of employee and rule number, sorted.
///
/// No rule is raised twice for an employee.
/// Only findings whose subject is the employee itself count (contract section 8, `rules`), not
/// those of a person, an entry or a cell. Few employees have any: whoever goes through them in
/// order goes through the pairs beside them.
struct EmployeeRules: Sendable {
  /// Indices into ``Findings/rules``; rules are sorted by id.
  private let rules: [UInt16]
  /// By pair, ascending.
  private let employees: [Int32]

  /// Sorts findings by employee.
  init(_ findings: Findings) {
    var pairs: [UInt64] = []
    for finding in findings.all.indices {
      if case .employee(let index) = findings.all[finding].subject {
        pairs.append(UInt64(index) << 16 | UInt64(findings.all[finding].rule))
      }
    }
    pairs.sort()
    rules = pairs.map { UInt16(truncatingIfNeeded: $0) }
    employees = pairs.map { Int32($0 >> 16) }
  }

  /// A rule by its place.
  subscript(place: Int) -> Int { Int(rules[place]) }

  /// The place of the first rule of an employee or of those behind it.
  func start(of employee: Int) -> Int { employees.firstPlace { $0 >= employee } }

  /// The places of an employee's rules, ascending, from where the last employee's ended.
  @inline(__always)
  func places(of employee: Int, from next: inout Int) -> Range<Int> {
    let start = next
    while next < employees.count, employees[next] == employee { next += 1 }
    return start..<next
  }
}
