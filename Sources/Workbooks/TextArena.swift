/// Texts one behind the other, each known by its number; 0 is the empty text.
struct TextArena {
  /// The texts' bytes; behind the last text stands the one that is being put together.
  var bytes: [UInt8] = []
  /// By text: where it ends.
  private(set) var ends: [UInt32] = [0]
  /// How many bytes may be kept, of texts and otherwise.
  let bound: Int

  /// An arena for what is kept of a file of so many bytes.
  init(fileCount: Int) {
    bound = max(WorkbookLimits.freeKeptBytes, fileCount * WorkbookLimits.keptRatio)
  }

  /// Makes room for more texts, up to 1 GiB of bytes.
  mutating func reserve(textBytes: Int, texts: Int) {
    bytes.reserveCapacity(bytes.count + min(textBytes, 1 << 30))
    ends.reserveCapacity(ends.count + min(texts, 1 << 28))
  }

  /// How many texts there are, the empty one too.
  var count: Int { ends.count }

  /// Where the text that is being put together begins.
  var start: Int { Int(ends[ends.count - 1]) }

  /// Ends the text that is being put together and gives its number.
  mutating func endText() -> UInt32 {
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
    return UInt32(truncatingIfNeeded: ends.count - 1)
  }

  /// Drops the text that is being put together.
  mutating func dropText() {
    let surplus = bytes.count - start
    if surplus > 0 { bytes.removeLast(surplus) }
  }

  /// Whether a text has no bytes.
  func isEmpty(_ text: Int) -> Bool { text == 0 || ends[text] == ends[text - 1] }

  /// Whether so many bytes beside the texts are too many.
  func isOver(with others: Int) -> Bool {
    bytes.count > WorkbookLimits.textBytes || bytes.count + 4 * ends.count + others > bound
  }

  /// Why a sheet is not read that is over the bound.
  static func tooLarge(at place: String = "") -> WorkbookError {
    WorkbookError(.tooLarge("it holds far more text than a file of its size can"), at: place)
  }
}
