/// The cells of some rows, as places in the text they come from.
///
/// Rows are taken down as they come and put into columns some hundred at a time: so a column's loop
/// is short, and the processor fetches what it needs for several rows at once.
///
/// Rows that do not stand in the text as they are to be read are copied beside it; their places
/// count on from the end of the text.
@usableFromInline
package struct CellTable: Sendable {
  /// How many rows it holds at most; their places fit the processor's nearest cache.
  package static let capacity = 64

  /// Where a cell stands.
  @usableFromInline
  struct Place: Sendable {
    /// Offset of its first byte.
    @usableFromInline var start: Int
    /// Offset behind its last byte.
    @usableFromInline var end: Int

    static let empty = Place(start: 0, end: 0)
  }

  /// How many cells a row has; the cell behind them is always empty.
  @usableFromInline package let width: Int
  /// How many rows it holds.
  package internal(set) var rowCount = 0
  /// The text that most cells are of.
  @usableFromInline package let text: PaddedBytes
  /// Row by row, and room for those of one block more.
  @usableFromInline var places: [Place]
  /// The cells of copied rows, each with a byte behind it, and ``PaddedBytes/padding`` more.
  @usableFromInline var own = [UInt8](repeating: 0, count: PaddedBytes.padding)

  /// A table of rows of `width` cells, of `text`.
  package init(width: Int, text: PaddedBytes) {
    self.width = width
    self.text = text
    places = [Place](repeating: .empty, count: (width + 1) * Self.capacity + 64)
  }

  /// How many places a row has: those of its cells and of the empty one behind them.
  @inlinable
  var stride: Int { width + 1 }

  /// The offset that stands for the first byte of copied cells.
  @inlinable
  var ownStart: Int { text.count + 1 }

  /// Whether it must be emptied before the next row.
  package var isFull: Bool { rowCount == Self.capacity || own.count >= 1 << 20 }

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
    for column in 0..<stride { places[place * stride + column] = places[row * stride + column] }
  }

  // MARK: - Rows

  /// Adds a row whose cells stand in the text: the first ``width`` of `fields`.
  package mutating func append(_ fields: Span<Field>) {
    precondition(fields.count >= width && rowCount < Self.capacity, "a row has all its cells")
    let first = rowCount * stride
    for column in 0..<width {
      places[first + column] = Place(start: fields[column].start, end: fields[column].end)
    }
    places[first + width] = .empty
    rowCount += 1
  }

  /// Adds a row of copied cells; the first begins at 0, and a byte stands behind each of `ends`.
  package mutating func append(copied cells: [UInt8], ends: [Int]) {
    precondition(ends.count == width && rowCount < Self.capacity, "a row has all its cells")
    own.removeLast(PaddedBytes.padding)
    let first = rowCount * stride
    var start = ownStart + own.count
    for column in 0..<width {
      let end = ownStart + own.count + ends[column]
      places[first + column] = Place(start: start, end: end)
      start = end + 1
    }
    places[first + width] = .empty
    own += cells
    own.append(contentsOf: repeatElement(0, count: PaddedBytes.padding))
    rowCount += 1
  }

  // MARK: - Cells

  /// The text of a cell.
  @inlinable
  @inline(__always)
  package subscript(row: Int, column: Int) -> Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let place = places[row * stride + column]
      if place.end <= text.count { return text[place.start..<place.end] }
      return own.span.extracting(place.start - ownStart..<place.end - ownStart)
    }
  }

  /// Calls `body` with each row whose text in a column is not empty, and that text's words.
  @inline(__always)
  func forEachFilled(of column: Int, _ body: (_ row: Int, _ words: TextWords) -> Void) {
    precondition(column >= 0 && column < stride && rowCount <= Self.capacity, "a row has places")
    let (text, own, places) = (text.paddedSpan, own.span, places.span)
    let (textCount, stride) = (self.text.count, stride)
    // Listed first, without a branch: the processor would often guess wrong which are empty.
    var filled = InlineArray<64, UInt8>(repeating: 0)
    var count = 0
    for row in 0..<rowCount {
      // Safe: there are places for all columns of all rows, see `init`; no more are filled than
      // there are rows.
      let place = unsafe places[unchecked: row &* stride &+ column]
      unsafe filled[unchecked: count] = UInt8(truncatingIfNeeded: row)
      count &+= Int(bitPattern: UInt(bitPattern: place.start &- place.end) >> 63)
    }
    for index in 0..<count {
      let row = unsafe Int(filled[unchecked: index])
      let place = unsafe places[unchecked: row &* stride &+ column]
      let count = place.end &- place.start
      if place.end <= textCount {
        body(row, TextWords(at: place.start, count: count, of: text))
      } else {
        body(row, TextWords(at: place.start &- textCount &- 1, count: count, of: own))
      }
    }
  }

  /// The first words of a cell's text.
  @inline(__always)
  func words(_ row: Int, _ column: Int) -> TextWords {
    let place = places[row * stride + column]
    let count = place.end - place.start
    return place.end <= text.count
      ? TextWords(at: place.start, count: count, of: text.paddedSpan)
      : TextWords(at: place.start - ownStart, count: count, of: own.span)
  }

  /// What stands in a cell that may be an address; nil if it has more than 64 bytes.
  package func address(_ row: Int, _ column: Int) -> AddressBytes? {
    let place = places[row * stride + column]
    let count = place.end - place.start
    guard count <= PaddedBytes.padding else { return nil }
    return place.end <= text.count
      ? AddressBytes(at: place.start, count: count, of: text.paddedSpan)
      : AddressBytes(at: place.start - ownStart, count: count, of: own.span)
  }
}
