import Columns
import Records
import Vocabulary

/// Puts assignments together to employees, sorted by `ORG/NUMBER` (contract section 4).
struct EmployeeBuilding {
  let batches: [AssignmentBatch]
  let activity: AssignmentActivity
  /// By text code: what a flag cell says.
  let flags: [CarerFlag]

  /// Where an assignment is before it is sorted.
  private struct Place {
    var batch: Int
    var offset: Int
    var isActive: Bool
  }

  /// Fills organisations, employees and assignments of `workforce`; flags are still to be decided.
  func build(into workforce: inout Workforce) {
    workforce.organisations = organisations()
    let rows = sortedRows(workforce)
    reserve(rows.count, &workforce)
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end].key == rows[start].key { end += 1 }
      append(rows[start..<end], &workforce)
      start = end
    }
  }

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

  /// The assignments by organisation and number; within an employee in reading order.
  private func sortedRows(_ workforce: Workforce) -> [KeyedRow] {
    var rows: [KeyedRow] = []
    rows.reserveCapacity(batches.reduce(0) { $0 + $1.count })
    for (batchIndex, batch) in batches.enumerated() {
      var last = ODSCode.missing
      var index: UInt64 = 0
      for offset in 0..<batch.count {
        if batch.organisation[offset] != last {
          last = batch.organisation[offset]
          index = UInt64(workforce.organisationIndex(last) ?? 0)
        }
        rows.append(
          KeyedRow(
            key: index << UInt64(EmployeeNumber.rawBitCount) | batch.number[offset].raw,
            batch: UInt32(batchIndex), offset: UInt32(offset)))
      }
    }
    RadixSort.sort(&rows)
    return rows
  }

  private func reserve(_ count: Int, _ workforce: inout Workforce) {
    workforce.employees.number.reserveCapacity(count)
    workforce.assignments.row.reserveCapacity(count)
    workforce.assignments.isActive.reserveCapacity(count)
    workforce.assignments.isPrimary.reserveCapacity(count)
    workforce.assignments.flag.reserveCapacity(count)
    workforce.assignments.flagDate.reserveCapacity(count)
  }

  /// Adds one employee, whose assignments `rows` are.
  private func append(_ rows: ArraySlice<KeyedRow>, _ workforce: inout Workforce) {
    guard let first = rows.first else { return }
    var places = rows.map { row in
      let (batch, offset) = (Int(row.batch), Int(row.offset))
      return Place(
        batch: batch, offset: offset,
        isActive: activity.isActive(
          start: batches[batch].startDate[offset], leaving: batches[batch].leavingDate[offset],
          status: batches[batch].status[offset]))
    }
    if places.count > 1 { sortByPrecedence(&places) }
    for place in places { appendAssignment(place, &workforce.assignments) }
    // Batches are read column by column: a batch in a variable would be a copy of its columns.
    let (batch, offset) = (places[0].batch, places[0].offset)
    workforce.employees.organisation.append(
      Int32(first.key >> UInt64(EmployeeNumber.rawBitCount)))
    workforce.employees.number.append(batches[batch].number[offset])
    workforce.employees.firstName.append(batches[batch].firstName[offset])
    workforce.employees.lastName.append(batches[batch].lastName[offset])
    workforce.employees.staffGroup.append(batches[batch].staffGroup[offset])
    workforce.employees.jobTitle.append(batches[batch].jobTitle[offset])
    workforce.employees.manager.append(batches[batch].manager[offset])
    workforce.employees.isActive.append(places.contains { $0.isActive })
    appendFirstFilled(places, &workforce.employees)
    workforce.employees.firstAssignment.append(Int32(workforce.assignments.row.count))
  }

  private func appendAssignment(_ place: Place, _ assignments: inout AssignmentTable) {
    let (batch, offset) = (place.batch, place.offset)
    assignments.row.append(batches[batch].row[offset])
    assignments.isActive.append(place.isActive)
    assignments.isPrimary.append(batches[batch].isPrimary[offset])
    assignments.flag.append(flags[Int(batches[batch].flag[offset].raw)])
    assignments.flagDate.append(batches[batch].flagDate[offset])
  }

  /// Birth date, NI number, email, known-as and previous last name of the first row that has one.
  private func appendFirstFilled(_ places: [Place], _ employees: inout EmployeeTable) {
    func first<Value>(
      _ column: KeyPath<AssignmentBatch, [Value]>, _ missing: Value,
      _ isMissing: (Value) -> Bool
    ) -> Value {
      for place in places {
        let value = batches[place.batch][keyPath: column][place.offset]
        if !isMissing(value) { return value }
      }
      return missing
    }
    employees.birthDate.append(first(\.birthDate, .missing) { $0.isMissing })
    employees.niNumber.append(first(\.niNumber, .missing) { $0.isMissing })
    employees.email.append(first(\.email, .empty) { $0.isEmpty })
    employees.knownAs.append(first(\.knownAs, .empty) { $0.isEmpty })
    employees.previousLastName.append(first(\.previousLastName, .empty) { $0.isEmpty })
  }

  /// Active first, then primary, then assignment number (missing last), then reading order.
  private func sortByPrecedence(_ places: inout [Place]) {
    places.sort { left, right in
      if left.isActive != right.isActive { return left.isActive }
      let isLeftPrimary = batches[left.batch].isPrimary[left.offset]
      if isLeftPrimary != batches[right.batch].isPrimary[right.offset] { return isLeftPrimary }
      let lacksLeft = batches[left.batch].assignmentNumber.isEmpty(left.offset)
      if lacksLeft != batches[right.batch].assignmentNumber.isEmpty(right.offset) {
        return !lacksLeft
      }
      if hasLowerNumber(left, right) { return true }
      if hasLowerNumber(right, left) { return false }
      return batches[left.batch].row[left.offset] < batches[right.batch].row[right.offset]
    }
  }

  /// Whether the assignment number of `left` comes before that of `right` by byte.
  private func hasLowerNumber(_ left: Place, _ right: Place) -> Bool {
    batches[left.batch].assignmentNumber.precedes(
      left.offset, batches[right.batch].assignmentNumber, right.offset)
  }
}
