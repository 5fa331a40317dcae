/// Some texts, one behind the other.
///
/// A code says which segment and which of its texts it means, so that a table of texts grows, and
/// takes over another's, without a copy.
struct TextSegment: Sendable {
  /// How many bits of a code less one say which text of its segment it means.
  static let bits: UInt32 = 16
  /// How many texts it holds at most.
  static let capacity = 1 << Int(bits)

  private var arena: [UInt8] = []
  /// End of each text in `arena`.
  private var ends: [UInt32] = []

  init() {}

  /// A segment with room for as many texts of `byteCount` bytes as it can hold.
  ///
  /// Room that is not used costs address space, not memory.
  init(reservingTextsOf byteCount: Int) {
    arena.reserveCapacity(Self.capacity * byteCount)
    ends.reserveCapacity(Self.capacity)
  }

  /// The code of a text; 0 is left for the empty text.
  @inline(__always)
  static func code(segment: Int, index: UInt32) -> TextCode {
    TextCode(raw: (UInt32(segment) << bits | index) + 1)
  }

  /// The segment and the text in it that a code means, which is not the empty text's.
  @inline(__always)
  static func place(of code: TextCode) -> (segment: Int, index: Int) {
    let place = code.raw &- 1
    return (Int(place >> bits), Int(place) & (capacity - 1))
  }

  var count: Int { ends.count }

  /// Whether `count` texts of `byteCount` bytes together need another segment.
  func isFull(for count: Int = 1, byteCount: Int) -> Bool {
    ends.count + count > Self.capacity || arena.count + byteCount > Int(UInt32.max)
  }

  /// Adds a text and gives its index.
  @discardableResult
  mutating func append(_ text: Span<UInt8>) -> UInt32 {
    arena.append(contentsOf: text)
    ends.append(UInt32(arena.count))
    return UInt32(ends.count - 1)
  }

  /// Adds the texts of some rows of a column.
  mutating func append(_ cells: borrowing CellTable, column: Int, rows: Span<UInt8>) {
    var end = arena.count
    ends.append(addingCapacity: rows.count) { room in
      for index in rows.indices {
        end += cells[Int(rows[index]), column].count
        room.append(UInt32(end))
      }
    }
    arena.append(addingCapacity: end - arena.count + OutputSpan<UInt8>.copyRoom) { room in
      for index in rows.indices { cells.append(Int(rows[index]), column, to: &room) }
    }
  }

  subscript(index: Int) -> Span<UInt8> {
    @_lifetime(borrow self)
    @inline(__always)
    get { arena.span.extracting((index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])) }
  }

  /// The same, copied.
  func bytes(_ index: Int) -> [UInt8] {
    Array(arena[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])])
  }
}
