/// The cells of some rows, as places in the text they come from.
///
/// Rows are taken down as they come and put into columns some hundred at a time: so a column's loop
/// is short, and the processor fetches what it needs for several rows at once.
package struct CellTable: Sendable {
  /// How many rows it holds at most; their places fit the processor's nearest cache.
  package static let capacity = 128

  /// Where a cell stands.
  package struct Place: Sendable {
    /// Offset of its first byte in the text; below zero: the complement of that in texts beside it.
    package var start: Int
    /// How many bytes it has.
    package var count: Int

    /// A cell without text.
    package static let empty = Place(start: 0, count: 0)

    /// A cell of the table's text.
    @inlinable
    package init(start: Int, count: Int) {
      self.start = start
      self.count = count
    }
  }

  /// How many cells a row has.
  package let width: Int
  /// How many rows it holds.
  package private(set) var rowCount = 0
  /// The text that most cells are of.
  @usableFromInline let text: PaddedBytes
  /// Row by row.
  @usableFromInline var places: [Place]
  /// The texts of the other cells, and sixteen bytes behind them.
  @usableFromInline var own = [UInt8](repeating: 0, count: TextWords.byteCount)

  /// A table of rows of `width` cells of `text`.
  package init(width: Int, text: PaddedBytes) {
    self.width = width
    self.text = text
    places = [Place](repeating: .empty, count: width * Self.capacity)
  }

  /// Whether it must be emptied before the next row.
  package var isFull: Bool { rowCount == Self.capacity }

  /// Empties it.
  package mutating func removeAll() {
    rowCount = 0
    if own.count > TextWords.byteCount { own.removeLast(own.count - TextWords.byteCount) }
  }

  /// Adds a row of cells of the table's text.
  ///
  /// - Precondition: there is room, and `cells` has ``width`` elements.
  package mutating func append(_ cells: Span<Place>) {
    precondition(cells.count == width && !isFull, "a row has the cells of its table")
    let first = rowCount * width
    var room = places.mutableSpan
    for index in cells.indices { room[first + index] = cells[index] }
    rowCount += 1
  }

  /// Puts `text`, which is copied, in the place of a cell of the row added last.
  package mutating func replace(_ column: Int, with text: Span<UInt8>) {
    own.removeLast(TextWords.byteCount)
    places[(rowCount - 1) * width + column] = Place(start: ~own.count, count: text.count)
    own.append(contentsOf: text)
    own.append(contentsOf: [UInt8](repeating: 0, count: TextWords.byteCount))
  }

  /// The text of a cell.
  @inlinable
  package subscript(row: Int, column: Int) -> Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let place = places[row * width + column]
      if place.start < 0 { return own.span.extracting(~place.start..<(~place.start + place.count)) }
      return text.span.extracting(place.start..<place.start + place.count)
    }
  }

  /// How many bytes a cell has.
  func count(_ row: Int, _ column: Int) -> Int { places[row * width + column].count }

  /// The first words of a cell's text.
  @inline(__always)
  func words(_ row: Int, _ column: Int) -> TextWords {
    let place = places[row * width + column]
    return place.start < 0
      ? TextWords(at: ~place.start, count: place.count, of: own.span)
      : TextWords(at: place.start, count: place.count, of: text.paddedSpan)
  }
}
