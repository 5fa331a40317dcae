/// One text a row, kept as bytes in one arena; for columns whose values hardly repeat.
package struct TextColumn: Sendable {
  private var arena: [UInt8] = []
  private var ends: [UInt32] = []

  /// Makes an empty column.
  package init() {}

  /// How many rows it has.
  package var count: Int { ends.count }

  /// Makes room for `capacity` rows of eight bytes.
  package mutating func reserveCapacity(_ capacity: Int) {
    arena.reserveCapacity(capacity * 8)
    ends.reserveCapacity(capacity)
  }

  /// Adds a row.
  ///
  /// At most 4 GiB of text fit.
  package mutating func append(_ text: Span<UInt8>) {
    arena.append(contentsOf: text)
    ends.append(UInt32(arena.count))
  }

  /// Adds a row for each of `cells`, with the text of one column.
  package mutating func append(_ cells: CellTable, column: Int) {
    var end = arena.count
    ends.append(addingCapacity: cells.rowCount) { room in
      for row in 0..<cells.rowCount {
        end += cells[row, column].count
        room.append(UInt32(end))
      }
    }
    arena.append(addingCapacity: end - arena.count) { room in
      for row in 0..<cells.rowCount { room.append(contentsOf: cells[row, column]) }
    }
  }

  /// Whether a row's text is empty.
  package func isEmpty(_ row: Int) -> Bool { self[row].isEmpty }

  /// Whether a row's text comes before that of another column's row by byte.
  package func precedes(_ row: Int, _ other: TextColumn, _ otherRow: Int) -> Bool {
    SpanOrder.precedes(self[row], other[otherRow])
  }

  /// The text of a row.
  package subscript(row: Int) -> Span<UInt8> {
    @_lifetime(borrow self)
    get { arena.span.extracting((row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])) }
  }
}

extension Array where Element == UInt8 {
  /// Appends the bytes of a span.
  package mutating func append(contentsOf span: Span<UInt8>) {
    // Safe: the buffer is only read while the span lives.
    unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

extension OutputSpan where Element == UInt8 {
  /// Appends the bytes of a span, for which there must be room.
  @inline(__always)
  fileprivate mutating func append(contentsOf span: Span<UInt8>) {
    precondition(span.count <= freeCapacity, "the bytes have room")
    unsafe withUnsafeMutableBufferPointer { room, count in
      unsafe span.withUnsafeBufferPointer { bytes in
        guard let from = bytes.baseAddress, let start = room.baseAddress else { return }
        // Safe: there is room for them behind the first `count`, see above.
        unsafe (start + count).initialize(from: from, count: bytes.count)
        count += bytes.count
      }
    }
  }
}
