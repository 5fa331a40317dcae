import Records

/// The rules raised for each employee, as one array of rule numbers and where each employee's
/// begin.
///
/// Only findings whose subject is the employee itself count (contract section 8, `rules`), not
/// those of a person, an entry or a cell.
struct EmployeeRules: Sendable {
  /// Indices into ``Findings/rules``, by employee, ascending, each once; rules are sorted by id.
  private let rules: [UInt16]
  /// Where an employee's rules begin; one element more than employees.
  private let first: [Int32]

  /// Sorts findings by employee, in time linear in findings and employees.
  init(_ findings: Findings, employeeCount: Int) {
    var byRule = [[Int32]](repeating: [], count: findings.rules.count)
    for finding in findings.all.indices {
      if case .employee(let index) = findings.all[finding].subject {
        byRule[findings.all[finding].rule].append(Int32(index))
      }
    }
    // Rule by rule, so that each employee's come ascending.
    var first = [Int32](repeating: 0, count: employeeCount + 1)
    var lastRule = [Int32](repeating: -1, count: employeeCount)
    for (rule, employees) in byRule.enumerated() {
      for employee in employees where lastRule[Int(employee)] != Int32(rule) {
        lastRule[Int(employee)] = Int32(rule)
        first[Int(employee) + 1] += 1
      }
    }
    for index in 0..<employeeCount { first[index + 1] += first[index] }
    var next = first
    var rules = [UInt16](repeating: 0, count: Int(first[employeeCount]))
    for (rule, employees) in byRule.enumerated() {
      for employee in employees {
        let place = Int(next[Int(employee)])
        if place > first[Int(employee)], rules[place - 1] == UInt16(rule) { continue }
        rules[place] = UInt16(rule)
        next[Int(employee)] += 1
      }
    }
    self.rules = rules
    self.first = first
  }

  /// The rules of an employee, ascending.
  subscript(employee: Int) -> ArraySlice<UInt16> {
    rules[Int(first[employee])..<Int(first[employee + 1])]
  }

  /// Whether no rule is raised for an employee.
  func isEmpty(_ employee: Int) -> Bool { first[employee] == first[employee + 1] }
}
