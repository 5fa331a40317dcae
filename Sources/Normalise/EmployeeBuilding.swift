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
  private var rows: [KeyedRow]
  /// All organisations, ascending.
  private let organisations: [ODSCode]
  /// By place in ``rows``.
  private var isActive: [Bool] = []

  init(
    batches: consuming [AssignmentBatch], order: consuming AssignmentOrder,
    activity: AssignmentActivity, flags: [CarerFlag], workers: Workers
  ) {
    self.batches = batches
    rows = order.rows
    organisations = order.organisations
    self.activity = activity
    self.flags = flags
    self.workers = workers
  }

  /// Fills organisations, employees and assignments of `workforce`; flags are still to be decided.
  consuming func build(into workforce: inout Workforce) {
    workforce.organisations = organisations
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
    FreedMemory.giveBack()
    fillEmployees(&workforce.employees)
    workforce.assignments.isActive = isActive
  }

  // MARK: - Order

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
    // Found on all cores and made on one: most stand in that order already.
    let moves = workers.mapRanges(of: firstAssignment.count - 1, size: 1 << 16) {
      [self] employees in
      var moves: [Move] = []
      for employee in employees {
        let range = Int(firstAssignment[employee])..<Int(firstAssignment[employee + 1])
        if range.count > 1 { addMoves(within: range, to: &moves) }
      }
      return moves
    }
    for move in moves.joined() {
      rows[move.place] = move.row
      isActive[move.place] = move.isActive
    }
  }

  /// An assignment and the place where it belongs.
  private struct Move: Sendable {
    var place: Int
    var row: KeyedRow
    var isActive: Bool
  }

  /// Adds what brings the assignments of one employee in order, nothing if they are.
  private func addMoves(within range: Range<Int>, to moves: inout [Move]) {
    if range.dropFirst().allSatisfy({ precedes($0 - 1, $0) }) { return }
    for (place, from) in zip(range, range.sorted(by: precedes)) {
      moves.append(Move(place: place, row: rows[from], isActive: isActive[from]))
    }
  }

  /// Whether the assignment at a place in ``rows`` comes before another of its employee.
  private func precedes(_ left: Int, _ right: Int) -> Bool {
    isActive[left] != isActive[right] ? isActive[left] : precedes(rows[left], rows[right])
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
    (assignments.row, assignments.flagDate) = both(\.row, \.flagDate, Self.all, Self.all)
    (assignments.flag, assignments.isPrimary) = both(
      \.flag, \.isPrimary,
      { [flags] columns, rows in
        rows.map { flags[Int(columns[Int($0.batch)][Int($0.offset)].raw)] }
      }, Self.all)
  }

  /// Names, staff group, job title, manager are the main row's, the rest that of the first row that
  /// has one.
  private mutating func fillEmployees(_ employees: inout EmployeeTable) {
    let first = employees.firstAssignment
    let text = Self.main(first, TextCode.self)
    let filledText = Self.filled(first, .empty) { (text: TextCode) in !text.isEmpty }
    (employees.firstName, employees.lastName) = both(\.firstName, \.lastName, text, text)
    (employees.staffGroup, employees.jobTitle) = both(\.staffGroup, \.jobTitle, text, text)
    FreedMemory.giveBack()
    (employees.manager, employees.niNumber) = both(
      \.manager, \.niNumber, Self.main(first, EmployeeNumber.self),
      Self.filled(first, .missing) { (number: NINumber) in !number.isMissing })
    (employees.birthDate, employees.email) = both(
      \.birthDate, \.email,
      Self.filled(first, .missing) { (day: CalendarDay) in !day.isMissing }, filledText)
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

  /// The value of the first row of each employee that is there, else `missing`.
  @inline(__always)
  private static func filled<Value: Sendable>(
    _ first: [Int32], _ missing: Value, _ isThere: @escaping @Sendable (Value) -> Bool
  ) -> Gathering<Value, Value> {
    { columns, rows in
      (0..<first.count - 1).map { employee in
        for place in Int(first[employee])..<Int(first[employee + 1]) {
          let row = rows[place]
          let value = columns[Int(row.batch)][Int(row.offset)]
          if isThere(value) { return value }
        }
        return missing
      }
    }
  }
}
