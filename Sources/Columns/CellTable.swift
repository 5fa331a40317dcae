/// The cells of some rows, as places in the text they come from.
///
/// Rows are taken down as they come and put into columns some hundred at a time: so a column's loop
/// is short, and the processor fetches what it needs for several rows at once.
///
/// Rows that do not stand in the text as they are to be read are copied beside it; their places
/// count on from the end of the text.
@usableFromInline
package struct CellTable: ~Copyable, Sendable {
  /// How many rows it holds at most; their places fit the processor's nearest cache.
  package static let capacity = 64

  /// Where a cell stands: offsets from ``origin``, or from ``ownStart`` of copied cells.
  ///
  /// As C's `cut_place`.
  @usableFromInline
  struct Place: Sendable {
    /// Offset of its first byte.
    @usableFromInline var start: UInt32
    /// Offset behind its last byte.
    @usableFromInline var end: UInt32

    @inlinable
    init(start: UInt32, end: UInt32) { (self.start, self.end) = (start, end) }

    @inlinable
    static var empty: Place { Place(start: 0, end: 0) }
  }

  /// How many cells a row has; the cell behind them is always empty.
  @usableFromInline package let width: Int
  /// How many rows it holds.
  @usableFromInline package internal(set) var rowCount = 0
  /// The text that most cells are of.
  @usableFromInline package let text: PaddedBytes
  /// Where the places of the text's cells count from: most often its first byte.
  @usableFromInline var origin = 0
  /// Row by row, and room for those of one block more.
  @usableFromInline var places: [Place]
  /// The cells of copied rows, each with a byte behind it, and ``PaddedBytes/padding`` more.
  @usableFromInline var own = [UInt8](repeating: 0, count: PaddedBytes.padding)

  /// A table of rows of `width` cells, of `text`.
  package init(width: Int, text: PaddedBytes) {
    self.width = width
    self.text = text
    places = [Place](repeating: .empty, count: width * Self.capacity + 65)
  }

  /// The offset that stands for the first byte of copied cells; those of the text are not beyond.
  @inlinable
  static var ownStart: Int { 1 << 30 }

  /// The origin of places for rows that begin at an offset of the text: one of few, so that others
  /// hardly ever lie before it.
  static func origin(for offset: Int) -> Int { offset / (ownStart / 2) * (ownStart / 2) }

  /// Whether it must be emptied before the next row.
  package var isFull: Bool { rowCount == Self.capacity || own.count >= Self.ownLimit }

  /// How many bytes of copied cells are enough: few rows are longer than the nearer caches.
  private static let ownLimit = 1 << 20

  /// Forgets the rows behind the first `count`.
  package mutating func truncate(to count: Int) {
    precondition(count <= rowCount, "rows are forgotten, not made")
    rowCount = count
    if count == 0, own.count > PaddedBytes.padding {
      own.removeLast(own.count - PaddedBytes.padding)
    }
  }

  /// Puts a row in the place of an earlier one.
  package mutating func move(_ row: Int, to place: Int) {
    for column in 0..<width { places[place * width + column] = places[row * width + column] }
  }

  // MARK: - Rows

  /// Adds a row whose cells stand in the text: the first ``width`` of `fields`.
  ///
  /// False, and nothing has happened, where they stand so far from others that it must be copied.
  package mutating func append(_ fields: Span<Field>) -> Bool {
    precondition(fields.count >= width && rowCount < Self.capacity, "a row has all its cells")
    if rowCount == 0, width > 0 { origin = Self.origin(for: fields[0].start) }
    let first = rowCount * width
    for column in 0..<width {
      let (start, end) = (fields[column].start - origin, fields[column].end - origin)
      guard start >= 0, end < Self.ownStart else { return false }
      places[first + column] = Place(start: UInt32(start), end: UInt32(end))
    }
    rowCount += 1
    return true
  }

  /// Adds a row of copied cells; the first begins at 0, and a byte stands behind each of `ends`.
  package mutating func append(copied cells: [UInt8], ends: [Int]) {
    precondition(ends.count == width && rowCount < Self.capacity, "a row has all its cells")
    own.removeLast(PaddedBytes.padding)
    let first = rowCount * width
    let ownStart = Self.ownStart + own.count
    var start = ownStart
    for column in 0..<width {
      let end = ownStart + ends[column]
      places[first + column] = Place(start: UInt32(start), end: UInt32(end))
      start = end + 1
    }
    own += cells
    own.append(contentsOf: repeatElement(0, count: PaddedBytes.padding))
    rowCount += 1
  }

  // MARK: - Cells

  /// Where a cell stands.
  @inlinable
  @inline(__always)
  func place(_ row: Int, _ column: Int) -> Place {
    column == width ? .empty : places[row &* width &+ column]
  }

  /// The text of a cell.
  @inlinable
  @inline(__always)
  package subscript(row: Int, column: Int) -> Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let place = place(row, column)
      let (start, end) = (Int(place.start), Int(place.end))
      if start < Self.ownStart { return text[origin &+ start..<origin &+ end] }
      return own.span.extracting(start &- Self.ownStart..<end &- Self.ownStart)
    }
  }

  /// Calls `body` with each row whose text in a column is not empty, and that text.
  @inlinable
  @inline(__always)
  package func forEachFilled(
    of column: Int, _ body: (_ row: Int, _ text: Span<UInt8>) -> Void
  ) {
    for row in 0..<rowCount {
      let text = self[row, column]
      if !text.isEmpty { body(row, text) }
    }
  }

  /// Calls `body` with each row whose text in a column is not empty, and that text's words.
  @inline(__always)
  func forEachFilledWords(of column: Int, _ body: (_ row: Int, _ words: TextWords) -> Void) {
    precondition(column >= 0 && column <= width && rowCount <= Self.capacity, "a row has places")
    if column == width { return }
    let (text, own, places) = (text.paddedSpan, own.span, places.span)
    let (origin, width) = (origin, width)
    for row in 0..<rowCount {
      // Safe: there are places for all columns of all rows, see `init`.
      let place = unsafe places[unchecked: row &* width &+ column]
      let (start, count) = (Int(place.start), Int(place.end &- place.start))
      if count == 0 { continue }
      if start < Self.ownStart {
        body(row, TextWords(at: origin &+ start, count: count, of: text))
      } else {
        body(row, TextWords(at: start &- Self.ownStart, count: count, of: own))
      }
    }
  }

  /// The words of a cell's text.
  @inline(__always)
  func words(_ row: Int, _ column: Int) -> TextWords {
    let place = place(row, column)
    let (start, count) = (Int(place.start), Int(place.end &- place.start))
    return start < Self.ownStart
      ? TextWords(at: origin &+ start, count: count, of: text.paddedSpan)
      : TextWords(at: start &- Self.ownStart, count: count, of: own.span)
  }

  /// Appends the text of a cell to bytes that have room for ``OutputSpan/copyRoom`` more.
  @inline(__always)
  func append(_ row: Int, _ column: Int, to bytes: inout OutputSpan<UInt8>) {
    let place = place(row, column)
    let (start, count) = (Int(place.start), Int(place.end &- place.start))
    if start < Self.ownStart {
      bytes.append(at: origin &+ start, count: count, of: text.paddedSpan)
    } else {
      bytes.append(at: start &- Self.ownStart, count: count, of: own.span)
    }
  }

  /// What stands in a cell that may be an email address; nil if it has more than 64 bytes.
  package func address(_ row: Int, _ column: Int) -> AddressBytes? {
    let place = place(row, column)
    let (start, count) = (Int(place.start), Int(place.end &- place.start))
    guard count <= PaddedBytes.padding else { return nil }
    return start < Self.ownStart
      ? AddressBytes(at: origin &+ start, count: count, of: text.paddedSpan)
      : AddressBytes(at: start &- Self.ownStart, count: count, of: own.span)
  }
}
