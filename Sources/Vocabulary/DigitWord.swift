/// Eight bytes of a text in one integer, so that digits are looked at together.
struct DigitWord {
  /// The first byte lowest.
  let raw: UInt64

  init(raw: UInt64) { self.raw = raw }

  /// The eight bytes of a text from `offset` on.
  ///
  /// - Precondition: the text has them.
  @inline(__always)
  init(_ text: Span<UInt8>, at offset: Int) {
    precondition(offset >= 0 && offset + 8 <= text.count, "eight bytes are read")
    // Safe: the eight bytes are within the text.
    let word = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    raw = UInt64(littleEndian: word)
  }

  /// Whether all bytes are digits.
  @inline(__always)
  var areDigits: Bool {
    // The upper half of a digit is 3, also once 6 is added, which brings 3A to 3F to 40 and above.
    (raw & 0xF0F0_F0F0_F0F0_F0F0) | ((raw &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) >> 4
      == 0x3333_3333_3333_3333
  }

  /// In each byte the number that its digit and the next one make.
  @inline(__always)
  private var pairs: UInt64 {
    let digits = raw & 0x0F0F_0F0F_0F0F_0F0F
    return digits &* 10 &+ digits >> 8
  }

  /// The number that the digits at `place` and behind it make; all bytes must be digits.
  @inline(__always)
  func two(at place: UInt64) -> Int { Int(pairs >> (place * 8) & 0xFF) }

  /// The number that the four digits from `place` on make; all bytes must be digits.
  @inline(__always)
  func four(at place: UInt64) -> Int { two(at: place) * 100 + two(at: place + 2) }

  /// The number that eight digits make; nil if one of the bytes is none.
  @inline(__always)
  var value: UInt64? {
    guard areDigits else { return nil }
    // Numbers of two digits in 16 bits each, then of four in 32, then of all.
    let pairs = pairs & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF
  }
}
