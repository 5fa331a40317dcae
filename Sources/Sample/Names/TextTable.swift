/// Texts in one block of bytes, known by their places.
struct TextTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []

  /// How many texts there are.
  var count: Int { ends.count }

  /// Adds a text; its place is the number of texts before it.
  mutating func add(_ text: some Sequence<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(Int32(bytes.count))
  }

  /// The bytes of a text.
  subscript(place: UInt32) -> Span<UInt8> {
    @_lifetime(borrow self)
    get { bytes.span.extracting(range(of: place)) }
  }

  /// The bytes of a text, copied.
  func copy(of place: UInt32) -> [UInt8] { Array(bytes[range(of: place)]) }

  private func range(of place: UInt32) -> Range<Int> {
    let index = Int(place)
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }
}
