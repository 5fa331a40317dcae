package import Threads

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
    if isSorted(rows) { return }
    let first = rows[0].key
    let varying = rows.reduce(0) { $0 | ($1.key ^ first) }
    var other = rows
    for shift in stride(from: UInt64(0), to: 64, by: 11) where varying >> shift & 2047 != 0 {
      var places = [Int](repeating: 0, count: 2049)
      for row in rows { places[Int(row.key >> shift & 2047) + 1] += 1 }
      for digit in 1...2048 { places[digit] += places[digit - 1] }
      for row in rows {
        let digit = Int(row.key >> shift & 2047)
        other[places[digit]] = row
        places[digit] += 1
      }
      swap(&rows, &other)
    }
  }

  /// Sorts rows whose bits from `shift` up say which of so many groups they are in.
  ///
  /// Like ``sort(_:)``, but each group is sorted by itself, several at once and in the caches.
  package static func sort(
    _ rows: inout [KeyedRow], groupedBy shift: UInt64, groups: Int, _ workers: Workers
  ) {
    if isSorted(rows) { return }
    var counts = [Int](repeating: 0, count: groups)
    for row in rows { counts[Int(row.key >> shift)] += 1 }
    var parts = counts.map { count in
      var part: [KeyedRow] = []
      part.reserveCapacity(count)
      return part
    }
    for row in rows { parts[Int(row.key >> shift)].append(row) }
    rows.removeAll(keepingCapacity: true)
    for part in workers.map(taking: parts, sorted) { rows.append(contentsOf: part) }
  }

  @Sendable
  private static func sorted(_ rows: inout [KeyedRow]) -> [KeyedRow] {
    sort(&rows)
    return rows
  }

  private static func isSorted(_ rows: [KeyedRow]) -> Bool {
    var previous: UInt64 = 0
    for row in rows {
      if row.key < previous { return false }
      previous = row.key
    }
    return true
  }
}
