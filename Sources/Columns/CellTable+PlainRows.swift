import CMemory

extension CellTable {
  /// Adds rows of the text from `position` on; gives where the first begins that is not added.
  ///
  /// A row begins at `position`. It ends where the table is full or a row needs a second look. None
  /// needs a row that stands on one line with an end, has ``width`` fields, is ASCII without NUL,
  /// has quotes only around whole fields, and no white space, `=` or apostrophe at the ends of a
  /// field or beside a quote.
  ///
  /// - Precondition: ``width`` is 2 or more, so that a blank line is no row.
  package mutating func appendPlainRows(from position: Int, delimiter: UInt8) -> Int {
    precondition(width >= 2, "a blank line would be a row")
    guard position < text.count else { return position }
    let (width, stride, count) = (width, stride, text.count)
    var row = rowCount
    // A copy: while there is a span of the text, nothing else of the table could be changed.
    let text = text
    let next = unsafe text.paddedSpan.withUnsafeBufferPointer { bytes in
      unsafe places.withUnsafeMutableBufferPointer { places in
        guard let text = bytes.baseAddress, let places = places.baseAddress else {
          return position
        }
        // Safe: all blocks begin before `count`, and 64 bytes of padding stand behind that; behind
        // the places of all rows there is room for the 64 ends that a block may have.
        var rows = unsafe PlainRows(text, count, delimiter, at: position)
        while row < Self.capacity, unsafe rows.next(in: text, to: places + row * stride, width) {
          row += 1
        }
        return rows.position
      }
    }
    rowCount = row
    return next
  }
}

/// Finds the fields of rows that need no second look.
private struct PlainRows {
  private let count: Int
  private let delimiter: UInt8
  private let isWide = scan_is_wide() != 0
  /// Where the next row begins.
  private(set) var position: Int

  /// What was found in the blocks of 64 bytes from ``scannedStart`` to ``scannedEnd``.
  private var scanned = InlineArray<8, scan_row>(repeating: scan_row())
  private var scannedStart = 0
  private var scannedEnd = 0

  /// Where the block looked at last begins.
  private var start: Int
  // What of it is still ahead: the ends of fields, those of rows, and what needs a second look.
  private var ends: UInt64 = 0
  private var lines: UInt64 = 0
  private var special: UInt64 = 0
  private var quotes: UInt64 = 0
  // Of the byte before the next block: whether it ends a field, and whether it is a quote.
  private var endBefore: UInt64 = 0
  private var quoteBefore: UInt64 = 0
  /// All ones where a quote is open behind the block.
  private var inside: UInt64 = 0

  init(_ text: UnsafePointer<UInt8>, _ count: Int, _ delimiter: UInt8, at position: Int) {
    self.count = count
    self.delimiter = delimiter
    self.position = position
    start = position & ~63
    unsafe look(at: text, from: 1 << UInt64(position & 63))
  }

  /// Scans the blocks from ``start`` on.
  private mutating func scan(_ text: UnsafePointer<UInt8>) {
    let blockCount = min(scanned.count, (count - start + 63) / 64)
    scannedStart = start
    scannedEnd = start + 64 * blockCount
    var results = scanned.mutableSpan
    unsafe results.withUnsafeMutableBufferPointer { results in
      // Safe: all blocks begin before `count`, and there are as many results.
      unsafe isWide
        ? scan_wide_rows(text + start, Int32(blockCount), delimiter, results.baseAddress)
        : scan_rows(text + start, Int32(blockCount), delimiter, results.baseAddress)
    }
  }

  /// Looks at the block at ``start``, from the byte on where a row begins, or at all of it.
  @inline(__always)
  private mutating func look(at text: UnsafePointer<UInt8>, from row: UInt64 = 0) {
    if start >= scannedEnd { unsafe scan(text) }
    let found = scanned[(start &- scannedStart) / 64]
    let ahead = row == 0 ? ~0 : 0 &- row
    let behind = unsafe text[start &+ 64]
    var structure = (found.ends | found.returns) & ahead
    var isBehind = isStructure(behind)
    quotes = found.quotes & ahead
    special = found.foreign & ahead
    special |= found.returns & ahead & ~(found.lines >> 1 | (behind == 0x0A ? 1 << 63 : 0))
    var beside: UInt64 = 0
    if quotes | inside != 0 {
      // Ones from each opening quote to the byte before the closing one.
      var within = quotes
      for shift: UInt64 in [1, 2, 4, 8, 16, 32] { within ^= within << shift }
      within ^= inside
      inside = 0 &- within >> 63
      if inside != 0 { isBehind = false }
      special |= (found.lines | found.returns) & within
      structure &= ~within
      beside = quotes << 1 | quotes >> 1 | quoteBefore | (behind == 0x22 ? 1 << 63 : 0)
    }
    // The first and the last bytes of fields.
    let outer = structure << 1 | structure >> 1 | endBefore | row | (isBehind ? 1 << 63 : 0)
    special |= quotes & ~outer
    special |= found.odd & ahead & ~structure & (outer | beside)
    endBefore = structure >> 63
    quoteBefore = quotes >> 63
    ends = found.ends & structure
    lines = found.lines & structure
  }

  @inline(__always)
  private func isStructure(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == 0x0A || byte == 0x0D
  }

  /// Writes the places of the next row of `width` fields; false if it needs a second look.
  @inline(__always)
  mutating func next(
    in text: UnsafePointer<UInt8>, to places: UnsafeMutablePointer<CellTable.Place>, _ width: Int
  ) -> Bool {
    unsafe places[0].start = position
    var found = 0
    var quotes: UInt64 = 0
    var line: UInt64
    repeat {
      line = lines & (0 &- lines)
      // Up to the first line end; all where there is none.
      let bits = line | (line &- 1)
      if special & bits != 0 { return false }
      quotes |= self.quotes & bits
      unsafe write(ends & bits, to: places + found)
      found &+= (ends & bits).nonzeroBitCount
      if found > width { return false }
      if line == 0 {
        start &+= 64
        if start >= count { return false }
        unsafe look(at: text)
      } else {
        self.ends &= ~bits
        lines &= ~bits
        self.quotes &= ~bits
      }
    } while line == 0
    let end = unsafe places[width - 1].end
    guard found == width, end < count else { return false }
    position = end + 1
    // Safe: a delimiter at least stands before the line end.
    if unsafe text[end - 1] == 0x0D { unsafe places[width - 1].end = end - 1 }
    unsafe places[width] = .empty
    if quotes != 0 { unsafe Self.removeQuotes(of: text, places, width) }
    return true
  }

  /// Writes where fields of the block end, and that the next ones begin behind.
  ///
  /// Eight at a time, as the processor would guess wrong how many there are: what is written for
  /// those that are none is written over later.
  @inline(__always)
  private func write(_ ends: UInt64, to places: UnsafeMutablePointer<CellTable.Place>) {
    var ends = ends
    var place = 0
    repeat {
      for _ in 0..<8 {
        // Nothing is too large here: these are offsets of the text. A last bit, which is none where
        // the others are gone, spares the question whether there is one.
        let end = start &+ (ends | 1 << 63).trailingZeroBitCount
        unsafe places[place].end = end
        unsafe places[place &+ 1].start = end &+ 1
        ends &= ends &- 1
        place &+= 1
      }
    } while ends != 0
  }

  /// Takes the quotes away from the fields of a row that have them: each has two.
  private static func removeQuotes(
    of text: UnsafePointer<UInt8>, _ places: UnsafeMutablePointer<CellTable.Place>, _ width: Int
  ) {
    for place in 0..<width {
      let (start, end) = unsafe (places[place].start, places[place].end)
      if start < end, unsafe text[start] == 0x22 {
        unsafe places[place] = CellTable.Place(start: start + 1, end: end - 1)
      }
    }
  }
}
