import Columns
import Records
import Threads
import Vocabulary

/// Puts assignments together to employees, sorted by `ORG/NUMBER` (contract section 4).
///
/// Works column by column, each with all workers, and lets go of each column of the batches once it
/// is gathered, so that a row is never held twice.
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
    drop(\.number)
    workforce.employees = identities()
    workforce.indexOrganisations()
    isActive = activities()
    sortByPrecedence(workforce.employees.firstAssignment)
    for index in batches.indices { batches[index].assignmentNumber = TextColumn() }
    // Giving back keeps one core busy: the other one goes on.
    workers.meanwhile({ FreedMemory.giveBack() }) { fillAssignments(&workforce.assignments) }
    workers.meanwhile({ FreedMemory.giveBack() }) { fillEmployees(&workforce.employees) }
    workforce.assignments.isActive = isActive
  }

  // MARK: - Order

  /// Organisation, number and where each employee's assignments begin.
  private func identities() -> EmployeeTable {
    let (rows, size) = (rows, 1 << 15)
    let counts = workers.mapRanges(of: rows.count, size: size) { range in
      range.count { Self.beginsEmployee($0, rows) }
    }
    var employees = EmployeeTable()
    let first = workers.fill(parts: counts + [1]) { part, first in
      if part == counts.count { return first.append(Int32(rows.count)) }
      for place in part * size..<min(rows.count, (part + 1) * size)
      where Self.beginsEmployee(place, rows) {
        first.append(Int32(place))
      }
    }
    let numberBits = UInt64(EmployeeNumber.rawBitCount)
    employees.organisation = workers.fill(count: first.count - 1) { range, organisation in
      for employee in range {
        organisation.append(Int32(rows[Int(first[employee])].key >> numberBits))
      }
    }
    let numberMask: UInt64 = 1 << numberBits - 1
    employees.number = workers.fill(count: first.count - 1) { range, number in
      for employee in range {
        number.append(EmployeeNumber(raw: rows[Int(first[employee])].key & numberMask))
      }
    }
    employees.firstAssignment = first
    return employees
  }

  /// Whether the row at a place is the first of its employee.
  private static func beginsEmployee(_ place: Int, _ rows: [KeyedRow]) -> Bool {
    place == 0 || rows[place].key != rows[place - 1].key
  }

  private mutating func activities() -> [Bool] {
    let (starts, leavings, statuses) = (take(\.startDate), take(\.leavingDate), take(\.status))
    return workers.fill(count: rows.count) { [rows, activity] range, isActive in
      for place in range {
        let (batch, offset) = (Int(rows[place].batch), Int(rows[place].offset))
        isActive.append(
          activity.isActive(
            start: starts[batch][offset], leaving: leavings[batch][offset],
            status: statuses[batch][offset]))
      }
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
    assignments.row = all(\.row) { $0 }
    assignments.flagDate = all(\.flagDate) { $0 }
    assignments.flag = all(\.flag) { [flags] text in flags[Int(text.raw)] }
    assignments.isPrimary = all(\.isPrimary) { $0 }
  }

  /// Names, staff group, job title, manager are the main row's, the rest that of the first row that
  /// has one.
  private mutating func fillEmployees(_ employees: inout EmployeeTable) {
    let first = employees.firstAssignment
    employees.firstName = main(\.firstName, first)
    employees.lastName = main(\.lastName, first)
    employees.staffGroup = main(\.staffGroup, first)
    employees.jobTitle = main(\.jobTitle, first)
    employees.manager = main(\.manager, first)
    employees.niNumber = filled(\.niNumber, first)
    employees.birthDate = filled(\.birthDate, first)
    employees.email = filled(\.email, first)
    employees.knownAs = filled(\.knownAs, first)
    employees.previousLastName = filled(\.previousLastName, first)
    employees.isActive = workers.fill(count: first.count - 1) { [isActive] range, result in
      // An active assignment is the main one.
      for employee in range { result.append(isActive[Int(first[employee])]) }
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

  /// What a column says of every assignment; the batches have it no more.
  @inline(__always)
  private mutating func all<Value: Sendable, Result: Sendable>(
    _ column: WritableKeyPath<AssignmentBatch, [Value]>, _ meaning: @Sendable (Value) -> Result
  ) -> [Result] {
    let columns = take(column)
    return workers.fill(count: rows.count) { [rows] range, results in
      for row in rows[range] { results.append(meaning(columns[Int(row.batch)][Int(row.offset)])) }
    }
  }

  /// The value of each employee's main row; the batches have the column no more.
  private mutating func main<Value: Sendable>(
    _ column: WritableKeyPath<AssignmentBatch, [Value]>, _ first: [Int32]
  ) -> [Value] {
    let columns = take(column)
    return workers.fill(count: first.count - 1) { [rows] range, values in
      for employee in range {
        let row = rows[Int(first[employee])]
        values.append(columns[Int(row.batch)][Int(row.offset)])
      }
    }
  }

  /// The value of the first row of each employee that has one; the batches have the column no more.
  private mutating func filled<Value: Missable>(
    _ column: WritableKeyPath<AssignmentBatch, [Value]>, _ first: [Int32]
  ) -> [Value] {
    let columns = take(column)
    return workers.fill(count: first.count - 1) { [rows] range, values in
      for employee in range {
        var value = Value.missing
        // By place: a slice of the rows would be retained for each employee.
        for place in Int(first[employee])..<Int(first[employee + 1]) where value.isMissing {
          value = columns[Int(rows[place].batch)][Int(rows[place].offset)]
        }
        values.append(value)
      }
    }
  }
}

/// What a cell may not say.
private protocol Missable: Sendable {
  static var missing: Self { get }
  var isMissing: Bool { get }
}

extension CalendarDay: Missable {}
extension NINumber: Missable {}
extension TextCode: Missable {
  fileprivate static var missing: TextCode { .empty }
  fileprivate var isMissing: Bool { isEmpty }
}
