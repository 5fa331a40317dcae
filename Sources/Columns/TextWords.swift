import CMemory

/// The bytes of a text as four integers, and its hash.
///
/// Hardly any text has more than 32 bytes: so texts are compared without a loop or a look at their
/// bytes.
struct TextWords {
  /// The first sixteen bytes, with zeros behind the end of the text.
  let front: TextFront
  // The next sixteen, with zeros behind the end; the last sixteen of a text of more than 32 bytes.
  let third: UInt64
  let fourth: UInt64
  let count: Int
  /// A product of the integers, folded.
  let hash: UInt32

  /// Up to how many bytes all of a text is in the integers.
  static let knownCount = 32

  /// Those of the empty text, whose hash no one asks for.
  static let empty = TextWords(
    front: TextFront(first: 0, second: 0), third: 0, fourth: 0, count: 0, hash: 0)

  /// Whether the text has no more than sixteen bytes.
  @inline(__always)
  var isShort: Bool { count <= 16 }

  /// The words of a text.
  init(_ text: Span<UInt8>) {
    if text.count > Self.knownCount {
      self.init(at: 0, count: text.count, ofLong: text)
      return
    }
    var copy = InlineArray<4, UInt64>(repeating: 0)
    var words = copy.mutableSpan
    unsafe words.withUnsafeMutableBytes { words in
      // Safe: the text has no more than the 32 bytes that there are.
      unsafe text.withUnsafeBytes { unsafe words.copyMemory(from: $0) }
    }
    self.init(copy[0], copy[1], copy[2], copy[3], count: text.count)
  }

  /// The words of the text of `count` bytes at `start` of `room`.
  ///
  /// - Precondition: there are 32 bytes from `start` on, whatever stands behind the text.
  @inline(__always)
  init(at start: Int, count: Int, of room: Span<UInt8>) {
    if count > Self.knownCount {
      self.init(at: start, count: count, ofLong: room)
      return
    }
    precondition(
      start >= 0 && count >= 0 && start &+ Self.knownCount <= room.count, "texts are padded")
    // Safe: 32 bytes from `start` on are within the room.
    self.init(
      unsafe Self.word(start, of: room) & memory_mask(count, 0),
      unsafe Self.word(start &+ 8, of: room) & memory_mask(count, 8),
      unsafe Self.word(start &+ 16, of: room) & memory_mask(count, 16),
      unsafe Self.word(start &+ 24, of: room) & memory_mask(count, 24), count: count)
  }

  /// The words of a text of more than 32 bytes that is within `room`.
  private init(at start: Int, count: Int, ofLong room: Span<UInt8>) {
    precondition(
      start >= 0 && count > Self.knownCount && start &+ count <= room.count, "the text is there")
    // Safe: the first and the last sixteen bytes, and eight at each of the others' offsets, are
    // within the text.
    let last = start &+ count &- 16
    var middle: UInt64 = 0
    for offset in stride(from: start &+ 16, to: last, by: 8) {
      middle = unsafe Self.fold(middle ^ Self.word(offset, of: room), Self.odd)
    }
    self.init(
      unsafe Self.word(start, of: room), unsafe Self.word(start &+ 8, of: room),
      unsafe Self.word(last, of: room), unsafe Self.word(last &+ 8, of: room), count: count,
      middle: middle)
  }

  @inline(__always)
  private init(
    _ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64, count: Int,
    middle: UInt64 = 0
  ) {
    // Turned, so that words which are the same do not cancel each other out.
    let left = first ^ (third << 29 | third >> 35) ^ middle
    let right = second ^ (fourth << 17 | fourth >> 47) ^ UInt64(truncatingIfNeeded: count)
    let product = Self.fold(left ^ Self.odd, right ^ Self.otherOdd)
    self.init(
      front: TextFront(first: first, second: second), third: third, fourth: fourth, count: count,
      hash: UInt32(truncatingIfNeeded: product))
  }

  @inline(__always)
  private init(front: TextFront, third: UInt64, fourth: UInt64, count: Int, hash: UInt32) {
    self.front = front
    (self.third, self.fourth) = (third, fourth)
    self.count = count
    self.hash = hash
  }

  /// Eight bytes from `offset` on, which the caller has made sure of.
  @unsafe @inline(__always)
  private static func word(_ offset: Int, of room: Span<UInt8>) -> UInt64 {
    unsafe room.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
  }

  // MARK: - Hash

  private static let odd: UInt64 = 0xA076_1D64_78BD_642F
  private static let otherOdd: UInt64 = 0xE703_7ED1_A0B4_28DB

  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}

/// All words of a text of no more than sixteen bytes.
struct TextFront: SlotWords {
  static let free = TextFront(first: 0, second: 0)

  let first: UInt64
  let second: UInt64

  @inline(__always)
  init(first: UInt64, second: UInt64) { (self.first, self.second) = (first, second) }

  @inline(__always)
  init(_ words: TextWords) { self = words.front }

  @inline(__always)
  static func == (left: Self, right: Self) -> Bool {
    left.first ^ right.first | left.second ^ right.second == 0
  }
}

/// The words of a longer text.
struct LongTextWords: SlotWords {
  static let free = LongTextWords(.empty)

  private let front: TextFront
  private let third: UInt64
  private let fourth: UInt64

  @inline(__always)
  init(_ words: TextWords) {
    front = words.front
    (third, fourth) = (words.third, words.fourth)
  }

  @inline(__always)
  static func == (left: Self, right: Self) -> Bool {
    left.front == right.front && left.third ^ right.third | left.fourth ^ right.fourth == 0
  }
}
