import Columns
import Records
import Threads
import Vocabulary

/// The assignments of all batches by organisation and number; within an employee as read.
struct AssignmentOrder: Sendable {
  /// All organisations, ascending.
  let organisations: [ODSCode]
  /// The key is the organisation's place among them, above the employee number.
  private(set) var rows: [KeyedRow]

  init(of batches: [AssignmentBatch], _ workers: Workers) {
    let numbers = Self.organisations(of: batches)
    organisations = numbers.keys.map(ODSCode.init(raw:)).sorted()
    // By number of the organisation: its place among the sorted ones.
    var places = [UInt64](repeating: 0, count: organisations.count)
    for (place, code) in organisations.enumerated() {
      if let number = numbers.knownNumber(of: code.raw) { places[number] = UInt64(place) }
    }
    rows = workers.fill(parts: batches.map(\.count)) { [places] batch, rows in
      let employee = batches[batch].number
      var start = 0
      for run in batches[batch].organisation.runs {
        let place = numbers.knownNumber(of: run.organisation.raw).map { places[$0] } ?? 0
        for offset in start..<run.end {
          rows.append(
            KeyedRow(
              key: place << UInt64(EmployeeNumber.rawBitCount) | employee[offset].raw,
              batch: UInt32(batch), offset: UInt32(offset)))
        }
        start = run.end
      }
    }
    RadixSort.sort(
      &rows, groupedBy: UInt64(EmployeeNumber.rawBitCount), groups: organisations.count, workers)
  }

  /// The organisations of all rows, numbered.
  private static func organisations(of batches: [AssignmentBatch]) -> KeyNumbers {
    var numbers = KeyNumbers()
    for batch in batches {
      for run in batch.organisation.runs { _ = numbers.number(of: run.organisation.raw) }
    }
    return numbers
  }
}
