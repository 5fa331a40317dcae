/// The first sixteen and the last sixteen bytes of a text as four integers, and its hash.
///
/// Most names are no longer than sixteen bytes, and hardly any other text is longer than both: so
/// texts are compared without a loop or a look at their bytes.
struct TextWords {
  /// Zeros behind the end of the text.
  let first: UInt64
  let second: UInt64
  // Zeros in a text of no more than sixteen bytes; else they may overlap the first two.
  private let third: UInt64
  private let fourth: UInt64
  let count: Int
  /// Multiply and fold, eight bytes at a time.
  let hash: UInt32

  /// Those of the empty text, whose hash no one asks for.
  static let empty = TextWords(first: 0, second: 0, third: 0, fourth: 0, count: 0, hash: 0)

  /// How many bytes two of the integers hold.
  static let byteCount = 16

  /// Up to how many bytes all of a text is in them.
  static let knownCount = 32

  /// The words of a text, byte for byte where it is short.
  @inline(__always)
  init(_ text: Span<UInt8>) {
    if text.count >= Self.byteCount {
      self.init(at: 0, count: text.count, ofLong: text)
      return
    }
    var first: UInt64 = 0
    var second: UInt64 = 0
    for index in 0..<min(8, text.count) { first |= UInt64(text[index]) << UInt64(index * 8) }
    if text.count > 8 {
      // Safe: the text has eight bytes before its end.
      second = unsafe text.bytes.unsafeLoadUnaligned(
        fromByteOffset: text.count - 8, as: UInt64.self)
      second >>= UInt64(128 - text.count * 8)
    }
    self.init(first: first, second: second, count: text.count)
  }

  /// The words of the text of `count` bytes at `start` of `room`.
  ///
  /// - Precondition: sixteen bytes stand behind the text, whatever they are.
  @inline(__always)
  init(at start: Int, count: Int, of room: Span<UInt8>) {
    precondition(
      start >= 0 && count >= 0 && start &+ count &+ Self.byteCount <= room.count,
      "texts are padded")
    if count > Self.byteCount {
      self.init(at: start, count: count, ofLong: room)
    } else {
      let bytes = unsafe room.bytes
      // Safe: sixteen bytes from `start` are within the room.
      let low = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self)
      let high = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: start &+ 8, as: UInt64.self)
      self.init(first: low & Self.mask(count), second: high & Self.mask(count &- 8), count: count)
    }
  }

  /// The words of a text of no more than sixteen bytes.
  @inline(__always)
  private init(first: UInt64, second: UInt64, count: Int) {
    let state = Self.fold(Self.fold(Self.start(count), first), second)
    self.init(
      first: first, second: second, third: 0, fourth: 0, count: count,
      hash: UInt32(truncatingIfNeeded: state))
  }

  /// The words of a text of sixteen bytes and more that is within `room`.
  @inline(__always)
  private init(at start: Int, count: Int, ofLong room: Span<UInt8>) {
    precondition(
      start >= 0 && count >= Self.byteCount && start &+ count <= room.count, "the text is there")
    let bytes = unsafe room.bytes
    // Safe: the first and the last sixteen bytes of the text are within the room.
    let first = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self)
    let second = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: start &+ 8, as: UInt64.self)
    if count == Self.byteCount {
      self.init(first: first, second: second, count: count)
      return
    }
    let back = start &+ count &- Self.byteCount
    let third = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: back, as: UInt64.self)
    let fourth = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: back &+ 8, as: UInt64.self)
    var state = Self.fold(Self.fold(Self.start(count), first), second)
    if count > Self.knownCount {
      state = Self.fold(state, between: start &+ Self.byteCount, back, of: room)
    }
    state = Self.fold(Self.fold(state, third), fourth)
    self.init(
      first: first, second: second, third: third, fourth: fourth, count: count,
      hash: UInt32(truncatingIfNeeded: state))
  }

  private init(
    first: UInt64, second: UInt64, third: UInt64, fourth: UInt64, count: Int, hash: UInt32
  ) {
    (self.first, self.second, self.third, self.fourth) = (first, second, third, fourth)
    self.count = count
    self.hash = hash
  }

  /// Whether both are of the same text, if it has at most ``knownCount`` bytes.
  @inline(__always)
  func areThose(of other: TextWords) -> Bool {
    hash == other.hash && count == other.count && first == other.first && second == other.second
      && third == other.third && fourth == other.fourth
  }

  /// Ones in the first `count` bytes; fewer than one is none, more than eight is all.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 {
    unsafe masks[unchecked: min(max(count, 0), 8)]  // Safe: 0 to 8 are places of the table.
  }

  /// Looked up, as the processor could not foresee a branch.
  private static let masks: InlineArray<9, UInt64> = [
    0, 0xFF, 0xFFFF, 0xFF_FFFF, 0xFFFF_FFFF, 0xFF_FFFF_FFFF, 0xFFFF_FFFF_FFFF,
    0xFF_FFFF_FFFF_FFFF, 0xFFFF_FFFF_FFFF_FFFF,
  ]

  // MARK: - Hash

  @inline(__always)
  private static func start(_ count: Int) -> UInt64 {
    0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
  }

  /// Folds the bytes from `start` on, up to `end` or a few more.
  private static func fold(
    _ state: UInt64, between start: Int, _ end: Int, of room: Span<UInt8>
  ) -> UInt64 {
    let bytes = unsafe room.bytes
    var state = state
    for offset in stride(from: start, to: end, by: 8) {
      // Safe: sixteen bytes of the text stand behind `end`.
      state = unsafe fold(state, bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    return state
  }

  @inline(__always)
  private static func fold(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
