/// A National Insurance number, compared on its first eight characters (contract section 1).
@usableFromInline
package struct NINumber: Hashable, Sendable {
  /// The eight ASCII characters, first one highest; 0 = missing.
  @usableFromInline package let raw: UInt64

  /// No number: an empty cell, or one that could not be read.
  @inlinable package static var missing: NINumber { NINumber(raw: 0) }

  /// Makes a number of its packed form, as stored in a column.
  @inlinable
  package init(raw: UInt64) { self.raw = raw }

  /// Whether there is no number.
  @inlinable
  package var isMissing: Bool { raw == 0 }

  /// Whether both are the same.
  @inlinable
  package static func == (left: NINumber, right: NINumber) -> Bool { left.raw == right.raw }

  /// Reads a trimmed cell; nil if it holds no valid number.
  ///
  /// Upper case, spaces and hyphens out; two letters, six digits, one of A to D or nothing;
  /// prefixes that are never given out are refused. With `allowsSynthetic`, numbers whose first
  /// letter is Q are valid too: no real one starts so, test data can.
  package init?(_ text: Span<UInt8>, allowsSynthetic: Bool) {
    if let plain = Self.plain(text) {
      guard Self.isValid(plain, allowsSynthetic: allowsSynthetic) else { return nil }
      self.raw = plain
      return
    }
    var packed: UInt64 = 0
    var count = 0
    var index = 0
    while index < text.count {
      let space = WhiteSpace.length(in: text, at: index)
      if space > 0 {
        index += space
        continue
      }
      var byte = text[index]
      index += 1
      if byte == .dash { continue }
      if (0x61...0x7A).contains(byte) { byte &-= 0x20 }
      switch count {
      case 0, 1: guard byte.isCapital else { return nil }
      case 2...7: guard byte.isDigit else { return nil }
      case 8: guard Self.isSuffix(byte) else { return nil }
      default: return nil
      }
      if count < 8 { packed = packed << 8 | UInt64(byte) }
      count += 1
    }
    guard count >= 8, Self.isValid(packed, allowsSynthetic: allowsSynthetic) else { return nil }
    self.raw = packed
  }

  /// The packed characters of two upper-case letters, six digits and A to D, and nothing else.
  @inline(__always)
  private static func plain(_ text: Span<UInt8>) -> UInt64? {
    guard text.count == 9, isSuffix(text[8]), text[0].isCapital, text[1].isCapital else {
      return nil
    }
    let word = DigitWord(text, at: 0).raw
    guard DigitWord(raw: word & ~0xFFFF | 0x3030).areDigits else { return nil }
    return word.byteSwapped
  }

  /// Whether a byte is one of A to D.
  private static func isSuffix(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 4 }

  /// Whether the prefix of a number is one that is given out, or may be synthetic.
  private static func isValid(_ packed: UInt64, allowsSynthetic: Bool) -> Bool {
    let first = UInt8(truncatingIfNeeded: packed >> 56)
    let second = UInt8(truncatingIfNeeded: packed >> 48)
    return (allowsSynthetic && first == UInt8(ascii: "Q")) || isPrefixGivenOut(first, second)
  }

  /// Whether real numbers begin with these letters; the lists are HMRC's, in contract section 1.
  private static func isPrefixGivenOut(_ first: UInt8, _ second: UInt8) -> Bool {
    let (first, second) = (Unicode.Scalar(first), Unicode.Scalar(second))
    switch first {
    case "D", "F", "I", "Q", "U", "V": return false
    default: break
    }
    switch second {
    case "D", "F", "I", "O", "Q", "U", "V": return false
    default: break
    }
    switch (first, second) {
    case ("B", "G"), ("G", "B"), ("K", "N"), ("N", "K"), ("N", "T"), ("T", "N"), ("Z", "Z"):
      return false
    default: return true
    }
  }
}
