/// The first sixteen bytes of a text as two integers, zeros behind its end, and its hash.
///
/// Most names are no longer, and so are compared without a loop or a look at their bytes.
struct TextWords {
  let first: UInt64
  let second: UInt64
  let count: Int
  /// Multiply and fold, eight bytes at a time; the last eight may overlap those before.
  let hash: UInt32

  /// Those of the empty text, whose hash no one asks for.
  static let empty = TextWords(count: 0)

  /// Stands for those of the text before, in a list of them.
  static let asBefore = TextWords(count: -1)

  /// How many bytes the two integers hold.
  static let byteCount = 16

  /// The words of a text, byte for byte where it is short.
  @inline(__always)
  init(_ text: Span<UInt8>) {
    let bytes = unsafe text.bytes
    let count = bytes.byteCount
    var first: UInt64 = 0
    var second: UInt64 = 0
    if count >= 8 {
      // Safe: the words read are within the text.
      first = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self)
      if count >= 16 {
        second = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 8, as: UInt64.self)
      } else if count > 8 {
        second = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
        second >>= UInt64(128 - count * 8)
      }
    } else {
      for index in 0..<count { first |= UInt64(text[index]) << UInt64(index * 8) }
    }
    self.init(first: first, second: second, text)
  }

  /// The words of the text of `count` bytes at `start` of `room`.
  ///
  /// - Precondition: sixteen bytes stand behind `start`, whatever they are.
  @inline(__always)
  init(at start: Int, count: Int, of room: Span<UInt8>) {
    precondition(start >= 0 && start + count + Self.byteCount <= room.count, "texts are padded")
    let bytes = unsafe room.bytes
    // Safe: sixteen bytes from `start` are within the room.
    let low = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
    let high = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start + 8, as: UInt64.self)
    self.init(
      first: low & Self.mask(count), second: high & Self.mask(count &- 8),
      room.extracting(start..<start &+ count))
  }

  private init(count: Int) {
    first = 0
    second = 0
    self.count = count
    hash = 0
  }

  /// Ones in the first `count` bytes; fewer than one is none, more than eight is all.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 {
    count >= 8 ? ~0 : 1 &<< UInt64(truncatingIfNeeded: max(0, count) &* 8) &- 1
  }

  @inline(__always)
  private init(first: UInt64, second: UInt64, _ text: Span<UInt8>) {
    self.first = first
    self.second = second
    count = text.count
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: text.count)
    state = Self.fold(Self.fold(state, first), second)
    if text.count > Self.byteCount { state = Self.foldRest(state, text) }
    hash = UInt32(truncatingIfNeeded: state)
  }

  /// Folds what stands behind the first sixteen bytes.
  private static func foldRest(_ start: UInt64, _ text: Span<UInt8>) -> UInt64 {
    let bytes = unsafe text.bytes
    var state = start
    var offset = byteCount
    while offset < bytes.byteCount - 8 {
      // Safe: eight bytes from `offset` are within the text.
      state = unsafe fold(state, bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    // Safe: the text has more than sixteen bytes.
    let last = unsafe bytes.unsafeLoadUnaligned(
      fromByteOffset: bytes.byteCount - 8, as: UInt64.self)
    return fold(state, last)
  }

  @inline(__always)
  private static func fold(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
