import Columns
import Records
import Vocabulary

/// Puts assignments together to employees, sorted by `ORG/NUMBER` (contract section 4).
///
/// Works column by column and lets go of each column of the batches once it is gathered, so that
/// a row is never held twice.
struct EmployeeBuilding {
  private var batches: [AssignmentBatch]
  private let activity: AssignmentActivity
  /// By text code: what a flag cell says.
  private let flags: [CarerFlag]
  /// The assignments by organisation and number, each employee's in the order of section 4.
  private var rows: [KeyedRow] = []
  /// By place in ``rows``.
  private var isActive: [Bool] = []

  init(batches: consuming [AssignmentBatch], activity: AssignmentActivity, flags: [CarerFlag]) {
    self.batches = batches
    self.activity = activity
    self.flags = flags
  }

  /// Fills organisations, employees and assignments of `workforce`; flags are still to be decided.
  consuming func build(into workforce: inout Workforce) {
    workforce.organisations = organisations()
    sortRows(workforce)
    fillIdentities(&workforce.employees)
    drop(\.organisation)
    drop(\.number)
    isActive = activities()
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

  private func organisations() -> [ODSCode] {
    var all: Set<ODSCode> = []
    for batch in batches {
      var last = ODSCode.missing
      for code in batch.organisation where code != last {
        all.insert(code)
        last = code
      }
    }
    return all.sorted()
  }

  /// Puts the assignments in the order of organisation and number; within an employee as read.
  private mutating func sortRows(_ workforce: Workforce) {
    rows.reserveCapacity(batches.reduce(0) { $0 + $1.count })
    for batch in batches.indices {
      var last = ODSCode.missing
      var index: UInt64 = 0
      let organisations = batches[batch].organisation
      let numbers = batches[batch].number
      for offset in organisations.indices {
        if organisations[offset] != last {
          last = organisations[offset]
          index = UInt64(workforce.organisationIndex(last) ?? 0)
        }
        rows.append(
          KeyedRow(
            key: index << UInt64(EmployeeNumber.rawBitCount) | numbers[offset].raw,
            batch: UInt32(batch), offset: UInt32(offset)))
      }
    }
    RadixSort.sort(&rows)
  }

  /// Fills organisation, number and where each employee's assignments begin.
  private func fillIdentities(_ employees: inout EmployeeTable) {
    let numberMask: UInt64 = 1 << UInt64(EmployeeNumber.rawBitCount) - 1
    for place in rows.indices where place == 0 || rows[place].key != rows[place - 1].key {
      if place > 0 { employees.firstAssignment.append(Int32(place)) }
      let key = rows[place].key
      employees.organisation.append(Int32(key >> UInt64(EmployeeNumber.rawBitCount)))
      employees.number.append(EmployeeNumber(raw: key & numberMask))
    }
    if !rows.isEmpty { employees.firstAssignment.append(Int32(rows.count)) }
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
      if range.count == 1 { continue }
      let sorted = range.map { (row: rows[$0], isActive: isActive[$0]) }.sorted { left, right in
        if left.isActive != right.isActive { return left.isActive }
        return precedes(left.row, right.row)
      }
      for (place, element) in zip(range, sorted) {
        rows[place] = element.row
        isActive[place] = element.isActive
      }
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
    assignments.row = gatherAll(take(\.row))
    assignments.isPrimary = gatherAll(take(\.isPrimary))
    assignments.flag = gatherAll(take(\.flag)).map { flags[Int($0.raw)] }
    assignments.flagDate = gatherAll(take(\.flagDate))
  }

  /// Names, staff group, job title, manager are the main row's, the rest that of the first row that
  /// has one.
  private mutating func fillEmployees(_ employees: inout EmployeeTable) {
    let first = employees.firstAssignment
    employees.firstName = gatherMain(take(\.firstName), first)
    employees.lastName = gatherMain(take(\.lastName), first)
    employees.staffGroup = gatherMain(take(\.staffGroup), first)
    employees.jobTitle = gatherMain(take(\.jobTitle), first)
    employees.manager = gatherMain(take(\.manager), first)
    employees.birthDate = gatherFilled(take(\.birthDate), first, missing: .missing)
    employees.niNumber = gatherFilled(take(\.niNumber), first, missing: .missing)
    employees.email = gatherFilled(take(\.email), first, missing: .empty)
    employees.knownAs = gatherFilled(take(\.knownAs), first, missing: .empty)
    employees.previousLastName = gatherFilled(take(\.previousLastName), first, missing: .empty)
    employees.isActive = (0..<first.count - 1).map { employee in
      isActive[Int(first[employee])]  // an active assignment is the main one
    }
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
  private func gatherAll<Value>(_ columns: [[Value]]) -> [Value] {
    rows.map { columns[Int($0.batch)][Int($0.offset)] }
  }

  /// The value of each employee's main row.
  private func gatherMain<Value>(_ columns: [[Value]], _ first: [Int32]) -> [Value] {
    (0..<first.count - 1).map { employee in
      let row = rows[Int(first[employee])]
      return columns[Int(row.batch)][Int(row.offset)]
    }
  }

  /// The value of the first row of each employee that is not `missing`.
  private func gatherFilled<Value: Equatable>(
    _ columns: [[Value]], _ first: [Int32], missing: Value
  ) -> [Value] {
    (0..<first.count - 1).map { employee in
      for place in Int(first[employee])..<Int(first[employee + 1]) {
        let value = columns[Int(rows[place].batch)][Int(rows[place].offset)]
        if value != missing { return value }
      }
      return missing
    }
  }
}
