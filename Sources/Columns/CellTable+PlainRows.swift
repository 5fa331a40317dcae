import CMemory

extension CellTable {
  /// Adds rows of the text from `position` on; gives where the first begins that is not added.
  ///
  /// A row begins at `position`. It ends where the table is full or a row needs a second look. None
  /// needs a row that stands on one line with an end, has ``width`` fields, is ASCII without NUL
  /// but for letters that are two bytes in UTF-8 (U+00C0 to U+07FF), has quotes only around whole
  /// fields, and no white space, `=` or apostrophe at the ends of a field or beside a quote.
  ///
  /// - Precondition: ``width`` is 2 or more, so that a blank line is no row.
  package mutating func appendPlainRows(from position: Int, delimiter: UInt8) -> Int {
    precondition(width >= 2, "a blank line would be a row")
    precondition(position >= 0 && rowCount <= Self.capacity, "places are of the text")
    if rowCount == 0 { origin = Self.origin(for: position) }
    // All that places can tell of, so that offsets fit them.
    let count = min(text.count - origin, Self.ownStart)
    guard position - origin < count, rowCount < Self.capacity else { return position }
    let (origin, width, row) = (origin, width, rowCount)
    // A copy: while there is a span of the text, nothing else of the table could be changed.
    let text = text
    let rows = unsafe text.paddedSpan.withUnsafeBufferPointer { bytes in
      unsafe places.withUnsafeMutableBufferPointer { places -> cut_rows in
        guard let text = bytes.baseAddress, let places = places.baseAddress else {
          return cut_rows()
        }
        // Safe: 64 bytes of padding stand behind the text, and `places` has room for all rows and
        // for 65 fields more, see `init`. A place of ours is one of C's.
        return unsafe cut_best_rows(
          text + origin, UInt32(position - origin), UInt32(count), delimiter, Int32(width),
          Int32(Self.capacity - row),
          UnsafeMutableRawPointer(places + row * width).assumingMemoryBound(to: cut_place.self))
      }
    }
    rowCount += Int(rows.count)
    return origin + Int(rows.next)
  }
}
