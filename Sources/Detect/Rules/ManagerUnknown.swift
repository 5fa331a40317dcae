import Columns
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
      var managers = FoundNumbers()
      for employee in all.workforce.employees(ofOrganisation: organisation)
      where employees.isActive[employee] && !employees.manager[employee].isMissing {
        let manager = employees.manager[employee]
        if managers.holds(manager) { continue }
        if let place = all.workforce.employee(ofOrganisation: organisation, manager),
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
}

/// Some of the numbers that were found, those found last rather than others: most managers have
/// several reports.
private struct FoundNumbers {
  private var numbers = [EmployeeNumber](repeating: .missing, count: 1 << 10)

  func holds(_ number: EmployeeNumber) -> Bool { numbers[Self.place(number)] == number }

  mutating func insert(_ number: EmployeeNumber) { numbers[Self.place(number)] = number }

  private static func place(_ number: EmployeeNumber) -> Int {
    // The upper ten bits, as many as there are places.
    Int(truncatingIfNeeded: number.raw.spread >> 54)
  }
}
