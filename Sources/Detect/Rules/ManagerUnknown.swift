import Records
import Vocabulary

/// An employee's manager number belongs to no active employee of the organisation.
///
/// Detects: active employees whose main row has a manager number that no active employee of their
/// organisation has.
///
/// Why it matters: the manager gets no access code for the managers' platform.
///
/// Fix: Correct the line manager in the staff record.
struct ManagerUnknown: Rule {
  let about = RuleDescription(
    id: "manager-unknown", severity: .low, subject: .employee,
    problem: "An employee's manager number belongs to no active employee of the organisation.",
    action: "Correct the line manager in the staff record.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    let employees = all.workforce.employees
    for organisation in all.workforce.organisations.indices {
      let range = all.workforce.employees(ofOrganisation: organisation)
      let active = range.filter { employees.isActive[$0] }
      let numbers = active.map { employees.number[$0] }
      for employee in active where !employees.manager[employee].isMissing {
        if Self.contains(numbers, employees.manager[employee]) { continue }
        report.add(
          .employee(employee),
          "No active employee of the organisation has the manager's number.",
          rows: all.rows(of: employee))
      }
    }
  }

  /// Whether sorted numbers contain one, in O(log n).
  private static func contains(_ numbers: [EmployeeNumber], _ number: EmployeeNumber) -> Bool {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number
  }
}
