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
      let batch = batches[Int(row.batch)]
      let offset = Int(row.offset)
      return Place(
        batch: Int(row.batch), offset: offset,
        isActive: activity.isActive(
          start: batch.startDate[offset], leaving: batch.leavingDate[offset],
          status: batch.status[offset]))
    }
    if places.count > 1 { sortByPrecedence(&places) }
    for place in places {
      let batch = batches[place.batch]
      workforce.assignments.row.append(batch.row[place.offset])
      workforce.assignments.isActive.append(place.isActive)
      workforce.assignments.isPrimary.append(batch.isPrimary[place.offset])
      workforce.assignments.flag.append(flags[Int(batch.flag[place.offset].raw)])
      workforce.assignments.flagDate.append(batch.flagDate[place.offset])
    }
    let main = batches[places[0].batch]
    let offset = places[0].offset
    workforce.employees.organisation.append(
      Int32(first.key >> UInt64(EmployeeNumber.rawBitCount)))
    workforce.employees.number.append(main.number[offset])
    workforce.employees.firstName.append(main.firstName[offset])
    workforce.employees.lastName.append(main.lastName[offset])
    workforce.employees.staffGroup.append(main.staffGroup[offset])
    workforce.employees.jobTitle.append(main.jobTitle[offset])
    workforce.employees.manager.append(main.manager[offset])
    workforce.employees.isActive.append(places.contains { $0.isActive })
    appendFirstFilled(places, &workforce.employees)
    workforce.employees.firstAssignment.append(Int32(workforce.assignments.row.count))
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
      let leftBatch = batches[left.batch]
      let rightBatch = batches[right.batch]
      let isLeftPrimary = leftBatch.isPrimary[left.offset]
      if isLeftPrimary != rightBatch.isPrimary[right.offset] { return isLeftPrimary }
      let leftNumber = leftBatch.assignmentNumber[left.offset]
      let rightNumber = rightBatch.assignmentNumber[right.offset]
      if leftNumber.isEmpty != rightNumber.isEmpty { return rightNumber.isEmpty }
      if SpanOrder.precedes(leftNumber, rightNumber) { return true }
      if SpanOrder.precedes(rightNumber, leftNumber) { return false }
      return leftBatch.row[left.offset] < rightBatch.row[right.offset]
    }
  }
}
