import Threads
import Columns
import Records
import Vocabulary

/// Puts assignments together to employees, sorted by `ORG/NUMBER` (contract section 4).
///
/// Works column by column, two at once, and lets go of each column of the batches once it is
/// gathered, so that a row is never held twice.
struct EmployeeBuilding: Sendable {
  private var batches: [AssignmentBatch]
  private let activity: AssignmentActivity
  /// By text code: what a flag cell says.
  private let flags: [CarerFlag]
  private let workers: Workers
  /// The assignments by organisation and number, each employee's in the order of section 4.
  private var rows: [KeyedRow] = []
  /// By place in ``rows``.
  private var isActive: [Bool] = []

  init(
    batches: consuming [AssignmentBatch], activity: AssignmentActivity, flags: [CarerFlag],
    workers: Workers
  ) {
    self.batches = batches
    self.activity = activity
    self.flags = flags
    self.workers = workers
  }

  /// Fills organisations, employees and assignments of `workforce`; flags are still to be decided.
  consuming func build(into workforce: inout Workforce) {
    let organisations = organisations()
    workforce.organisations = organisations.keys.map(ODSCode.init(raw:)).sorted()
    sortRows(organisations, workforce.organisations)
    drop(\.organisation)
    drop(\.number)
    (workforce.employees, isActive) = workers.both(
      { [rows] in Self.identities(rows) }, { [self] in activities() })
    drop(\.startDate)
    drop(\.leavingDate)
    drop(\.status)
    sortByPrecedence(workforce.employees.firstAssignment)
    for index in batches.indices { batches[index].assignmentNumber = TextColumn() }
    FreedMemory.giveBack()
    fillAssignments(&workforce.assignments)
    fillEmployees(&workforce.employees)
    workforce.assignments.isActive = isActive
  }

  // MARK: - Order

  /// The organisations of all rows, numbered as they come.
  private func organisations() -> KeyNumbers {
    var numbers = KeyNumbers()
    for batch in batches {
      var last = ODSCode.missing
      for code in batch.organisation where code != last {
        last = code
        _ = numbers.number(of: code.raw)
      }
    }
    return numbers
  }

  /// Puts the assignments in the order of organisation and number; within an employee as read.
  private mutating func sortRows(_ organisations: KeyNumbers, _ sorted: [ODSCode]) {
    // By number of the organisation: its place among the sorted ones.
    var places = [UInt64](repeating: 0, count: sorted.count)
    for (place, code) in sorted.enumerated() {
      if let number = organisations.knownNumber(of: code.raw) { places[number] = UInt64(place) }
    }
    rows.reserveCapacity(batches.reduce(0) { $0 + $1.count })
    for batch in batches.indices {
      var last = ODSCode.missing
      var place: UInt64 = 0
      let organisation = batches[batch].organisation
      let numbers = batches[batch].number
      for offset in organisation.indices {
        if organisation[offset] != last {
          last = organisation[offset]
          place = organisations.knownNumber(of: last.raw).map { places[$0] } ?? 0
        }
        rows.append(
          KeyedRow(
            key: place << UInt64(EmployeeNumber.rawBitCount) | numbers[offset].raw,
            batch: UInt32(batch), offset: UInt32(offset)))
      }
    }
    RadixSort.sort(
      &rows, groupedBy: UInt64(EmployeeNumber.rawBitCount), groups: sorted.count, workers)
  }

  /// Organisation, number and where each employee's assignments begin.
  private static func identities(_ rows: [KeyedRow]) -> EmployeeTable {
    var employees = EmployeeTable()
    employees.organisation.reserveCapacity(rows.count)
    employees.number.reserveCapacity(rows.count)
    employees.firstAssignment.reserveCapacity(rows.count + 1)
    let numberMask: UInt64 = 1 << UInt64(EmployeeNumber.rawBitCount) - 1
    for place in rows.indices where place == 0 || rows[place].key != rows[place - 1].key {
      if place > 0 { employees.firstAssignment.append(Int32(place)) }
      let key = rows[place].key
      employees.organisation.append(Int32(key >> UInt64(EmployeeNumber.rawBitCount)))
      employees.number.append(EmployeeNumber(raw: key & numberMask))
    }
    if !rows.isEmpty { employees.firstAssignment.append(Int32(rows.count)) }
    return employees
  }

  private func activities() -> [Bool] {
    let starts = batches.map(\.startDate)
    let leavings = batches.map(\.leavingDate)
    let statuses = batches.map(\.status)
    return rows.map { row in
      let (batch, offset) = (Int(row.batch), Int(row.offset))
      return activity.isActive(
        start: starts[batch][offset], leaving: leavings[batch][offset],
        status: statuses[batch][offset])
    }
  }

  /// Active first, then primary, then assignment number (missing last), then reading order.
  private mutating func sortByPrecedence(_ firstAssignment: [Int32]) {
    for employee in 0..<firstAssignment.count - 1 {
      let range = Int(firstAssignment[employee])..<Int(firstAssignment[employee + 1])
      if range.count > 1 { sortByPrecedence(range) }
    }
  }

  private mutating func sortByPrecedence(_ range: Range<Int>) {
    func precedes(_ left: (row: KeyedRow, isActive: Bool), _ right: (row: KeyedRow, isActive: Bool))
      -> Bool
    {
      left.isActive != right.isActive ? left.isActive : self.precedes(left.row, right.row)
    }
    if range.count <= 8 {
      // Nearly all who have several have two or three: these need no list of their own.
      for end in range.dropFirst() {
        var place = end
        while place > range.lowerBound,
          precedes((rows[place], isActive[place]), (rows[place - 1], isActive[place - 1]))
        {
          rows.swapAt(place, place - 1)
          isActive.swapAt(place, place - 1)
          place -= 1
        }
      }
      return
    }
    let sorted = range.map { (row: rows[$0], isActive: isActive[$0]) }.sorted(by: precedes)
    for (place, element) in zip(range, sorted) {
      rows[place] = element.row
      isActive[place] = element.isActive
    }
  }

  /// Whether an assignment comes before another of its employee that is as active.
  private func precedes(_ left: KeyedRow, _ right: KeyedRow) -> Bool {
    let (leftBatch, leftOffset) = (Int(left.batch), Int(left.offset))
    let (rightBatch, rightOffset) = (Int(right.batch), Int(right.offset))
    let isLeftPrimary = batches[leftBatch].isPrimary[leftOffset]
    if isLeftPrimary != batches[rightBatch].isPrimary[rightOffset] { return isLeftPrimary }
    let lacksLeft = batches[leftBatch].assignmentNumber.isEmpty(leftOffset)
    if lacksLeft != batches[rightBatch].assignmentNumber.isEmpty(rightOffset) {
      return !lacksLeft
    }
    if hasLowerNumber(left, right) { return true }
    if hasLowerNumber(right, left) { return false }
    return batches[leftBatch].row[leftOffset] < batches[rightBatch].row[rightOffset]
  }

  /// Whether the assignment number of `left` comes before that of `right` by byte.
  private func hasLowerNumber(_ left: KeyedRow, _ right: KeyedRow) -> Bool {
    batches[Int(left.batch)].assignmentNumber.precedes(
      Int(left.offset), batches[Int(right.batch)].assignmentNumber, Int(right.offset))
  }

  // MARK: - Columns

  private mutating func fillAssignments(_ assignments: inout AssignmentTable) {
    (assignments.row, assignments.isPrimary) = both(\.row, \.isPrimary, Self.all, Self.all)
    (assignments.flag, assignments.flagDate) = both(
      \.flag, \.flagDate,
      { [flags] columns, rows in
        rows.map { flags[Int(columns[Int($0.batch)][Int($0.offset)].raw)] }
      }, Self.all)
  }

  /// Names, staff group, job title, manager are the main row's, the rest that of the first row that
  /// has one.
  private mutating func fillEmployees(_ employees: inout EmployeeTable) {
    let first = employees.firstAssignment
    let text = Self.main(first, TextCode.self)
    let filledText = Self.filled(first, missing: TextCode.empty)
    (employees.firstName, employees.lastName) = both(\.firstName, \.lastName, text, text)
    (employees.staffGroup, employees.jobTitle) = both(\.staffGroup, \.jobTitle, text, text)
    (employees.manager, employees.niNumber) = both(
      \.manager, \.niNumber, Self.main(first, EmployeeNumber.self),
      Self.filled(first, missing: NINumber.missing))
    (employees.birthDate, employees.email) = both(
      \.birthDate, \.email, Self.filled(first, missing: CalendarDay.missing), filledText)
    (employees.knownAs, employees.previousLastName) = both(
      \.knownAs, \.previousLastName, filledText, filledText)
    employees.isActive = (0..<first.count - 1).map { employee in
      isActive[Int(first[employee])]  // an active assignment is the main one
    }
  }

  /// Makes a column of a batches' column that they are to have no more.
  private typealias Gathering<Value, Result> =
    @Sendable (_ columns: [[Value]], _ rows: [KeyedRow]) -> [Result]

  /// Gathers two columns at once.
  private mutating func both<One: Sendable, Other: Sendable, First: Sendable, Second: Sendable>(
    _ one: WritableKeyPath<AssignmentBatch, [One]>,
    _ other: WritableKeyPath<AssignmentBatch, [Other]>,
    _ first: Gathering<One, First>, _ second: Gathering<Other, Second>
  ) -> ([First], [Second]) {
    let (ones, others) = (take(one), take(other))
    return workers.both({ [rows] in first(ones, rows) }, { [rows] in second(others, rows) })
  }

  /// A column of all batches, which have it no more.
  private mutating func take<Value>(
    _ column: WritableKeyPath<AssignmentBatch, [Value]>
  ) -> [[Value]] {
    let columns = batches.map { $0[keyPath: column] }
    drop(column)
    return columns
  }

  private mutating func drop<Value>(_ column: WritableKeyPath<AssignmentBatch, [Value]>) {
    for index in batches.indices { batches[index][keyPath: column] = [] }
  }

  /// The value of every assignment.
  private static func all<Value>(_ columns: [[Value]], _ rows: [KeyedRow]) -> [Value] {
    rows.map { columns[Int($0.batch)][Int($0.offset)] }
  }

  /// The value of each employee's main row.
  private static func main<Value: Sendable>(
    _ first: [Int32], _: Value.Type
  ) -> Gathering<Value, Value> {
    { columns, rows in
      (0..<first.count - 1).map { employee in
        let row = rows[Int(first[employee])]
        return columns[Int(row.batch)][Int(row.offset)]
      }
    }
  }

  /// The value of the first row of each employee that is not `missing`.
  private static func filled<Value: Sendable & Equatable>(
    _ first: [Int32], missing: Value
  ) -> Gathering<Value, Value> {
    { columns, rows in
      (0..<first.count - 1).map { employee in
        for place in Int(first[employee])..<Int(first[employee + 1]) {
          let value = columns[Int(rows[place].batch)][Int(rows[place].offset)]
          if value != missing { return value }
        }
        return missing
      }
    }
  }
}
