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
      var managers = FoundNumbers()
      for employee in range
      where employees.isActive[employee] && !employees.manager[employee].isMissing {
        let manager = employees.manager[employee]
        if managers.holds(manager) { continue }
        if let place = Self.place(of: manager, range, employees.number),
          employees.isActive[place]
        {
          managers.insert(manager)
          continue
        }
        report.add(
          .employee(employee),
          "No active employee of the organisation has the manager's number.",
          rows: all.rows(of: employee))
      }
    }
  }

  /// The place of a number in a range of sorted ones, or nil; O(log n).
  private static func place(
    of number: EmployeeNumber, _ range: Range<Int>, _ numbers: [EmployeeNumber]
  ) -> Int? {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && numbers[low] == number ? low : nil
  }
}

/// Some of the numbers that were found, those found last rather than others: most managers have
/// several reports.
private struct FoundNumbers {
  private var numbers = [EmployeeNumber](repeating: .missing, count: 1 << 10)

  func holds(_ number: EmployeeNumber) -> Bool { numbers[Self.place(number)] == number }

  mutating func insert(_ number: EmployeeNumber) { numbers[Self.place(number)] = number }

  private static func place(_ number: EmployeeNumber) -> Int {
    Int(truncatingIfNeeded: (number.raw &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }
}
