import Threads
import Columns
import Records
import Vocabulary

/// The assignments of all batches by organisation and number; within an employee as read.
struct AssignmentOrder: Sendable {
  /// All organisations, ascending.
  let organisations: [ODSCode]
  /// The key is the organisation's place among them, above the employee number.
  private(set) var rows: [KeyedRow]

  init(of batches: [AssignmentBatch], _ workers: Workers) {
    let numbers = Self.organisations(of: batches, workers)
    organisations = numbers.keys.map(ODSCode.init(raw:)).sorted()
    // By number of the organisation: its place among the sorted ones.
    var places = [UInt64](repeating: 0, count: organisations.count)
    for (place, code) in organisations.enumerated() {
      if let number = numbers.knownNumber(of: code.raw) { places[number] = UInt64(place) }
    }
    rows = workers.fill(parts: batches.map(\.count)) { [places] batch, rows in
      var last = ODSCode.missing
      var place: UInt64 = 0
      let organisation = batches[batch].organisation
      let employee = batches[batch].number
      for offset in organisation.indices {
        if organisation[offset] != last {
          last = organisation[offset]
          place = numbers.knownNumber(of: last.raw).map { places[$0] } ?? 0
        }
        rows.append(
          KeyedRow(
            key: place << UInt64(EmployeeNumber.rawBitCount) | employee[offset].raw,
            batch: UInt32(batch), offset: UInt32(offset)))
      }
    }
    RadixSort.sort(
      &rows, groupedBy: UInt64(EmployeeNumber.rawBitCount), groups: organisations.count, workers)
  }

  /// The organisations of all rows, numbered.
  private static func organisations(
    of batches: [AssignmentBatch], _ workers: Workers
  ) -> KeyNumbers {
    let ofBatches = workers.map(batches.indices) { batch in
      var numbers = KeyNumbers()
      var last = ODSCode.missing
      for code in batches[batch].organisation where code != last {
        last = code
        _ = numbers.number(of: code.raw)
      }
      return numbers.keys
    }
    var numbers = KeyNumbers()
    for code in ofBatches.joined() { _ = numbers.number(of: code) }
    return numbers
  }
}
