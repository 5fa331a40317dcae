/// One text a row, kept as bytes in one arena; for columns whose values hardly repeat.
package struct TextColumn: Sendable {
  private var arena: [UInt8] = []
  /// Not of 32 bits: the rows of one file may have more than 4 GiB of text.
  private var ends: [Int] = []

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
  package mutating func append(_ text: Span<UInt8>) {
    arena.append(contentsOf: text)
    ends.append(arena.count)
  }

  /// Adds a row for each of `cells`, with the text of one column.
  package mutating func append(_ cells: borrowing CellTable, column: Int) {
    var end = arena.count
    ends.append(addingCapacity: cells.rowCount) { room in
      for row in 0..<cells.rowCount {
        end += cells[row, column].count
        room.append(end)
      }
    }
    arena.append(addingCapacity: end - arena.count + OutputSpan<UInt8>.copyRoom) { room in
      for row in 0..<cells.rowCount { cells.append(row, column, to: &room) }
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
    get { arena.span.extracting((row == 0 ? 0 : ends[row - 1])..<ends[row]) }
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
  /// How much more room than its bytes have there must be for a text that is appended.
  static var copyRoom: Int { 16 }

  /// Appends the text of `count` bytes at `start` of `source`, sixteen bytes at a time.
  ///
  /// - Precondition: sixteen bytes stand behind the text, whatever they are.
  @inline(__always)
  mutating func append(at start: Int, count: Int, of source: Span<UInt8>) {
    precondition(
      start >= 0 && count >= 0 && start &+ count &+ Self.copyRoom <= source.count
        && count &+ Self.copyRoom <= freeCapacity, "the bytes are there, and have room")
    unsafe withUnsafeMutableBufferPointer { room, filled in
      unsafe source.withUnsafeBytes { source in
        for offset in stride(from: 0, to: count, by: 16) {
          // Safe: less than sixteen bytes more than the text has are read and written, see above.
          let bytes = unsafe source.loadUnaligned(
            fromByteOffset: start &+ offset, as: SIMD16<UInt8>.self)
          unsafe UnsafeMutableRawBufferPointer(room).storeBytes(
            of: bytes, toByteOffset: filled &+ offset, as: SIMD16<UInt8>.self)
        }
      }
      filled += count
    }
  }
}
