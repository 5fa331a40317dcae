/// A key to sort by, and where its row is.
package struct KeyedRow: Sendable {
  /// What is sorted by, ascending.
  package var key: UInt64
  /// Which batch the row is in.
  package var batch: UInt32
  /// The row's place in its batch.
  package var offset: UInt32

  /// Makes an element.
  package init(key: UInt64, batch: UInt32, offset: UInt32) {
    self.key = key
    self.batch = batch
    self.offset = offset
  }
}

/// Sorting large arrays by integer keys, eleven bits at a time.
package enum RadixSort {
  /// Sorts by key; rows with equal keys keep their order.
  ///
  /// Linear in the number of rows; nothing is moved where they are in order already.
  package static func sort(_ rows: inout [KeyedRow]) {
    var highest: UInt64 = 0
    var isSorted = true
    var previous: UInt64 = 0
    for row in rows {
      highest |= row.key
      isSorted = isSorted && previous <= row.key
      previous = row.key
    }
    if isSorted { return }
    var other = rows
    var shift: UInt64 = 0
    while shift < 64, highest >> shift != 0 {
      var places = [Int](repeating: 0, count: 2049)
      for row in rows { places[Int(row.key >> shift & 2047) + 1] += 1 }
      for digit in 1...2048 { places[digit] += places[digit - 1] }
      for row in rows {
        let digit = Int(row.key >> shift & 2047)
        other[places[digit]] = row
        places[digit] += 1
      }
      swap(&rows, &other)
      shift += 11
    }
  }
}
