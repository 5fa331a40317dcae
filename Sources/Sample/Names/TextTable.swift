/// Texts in one block of bytes, known by their places.
struct TextTable: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int32] = []

  /// How many texts there are.
  var count: Int { ends.count }

  /// Adds a text; its place is the number of texts before it.
  mutating func add(_ text: some Sequence<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(Int32(bytes.count))
  }

  /// The bytes of a text.
  subscript(place: UInt32) -> ArraySlice<UInt8> {
    let index = Int(place)
    return bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }
}
