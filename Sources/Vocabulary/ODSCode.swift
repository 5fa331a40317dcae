/// The code of an organisation or a footprint: 1 to 10 ASCII letters and digits, upper case.
///
/// Since 1 April 2026 footprints such as `S9B9J` are no longer `Q` and two characters, so no shape
/// beyond that is checked (contract, *Words*). Held as ten 6-bit characters, first one highest, so
/// that integers compare as the texts do.
@usableFromInline
package struct ODSCode: Hashable, Sendable, Comparable {
  /// The packed characters: 0 past the end, 1 to 10 for digits, 11 to 36 for letters; 0 = missing.
  @usableFromInline package let raw: UInt64

  /// No code: an empty cell, or one that could not be read.
  @inlinable package static var missing: ODSCode { ODSCode(raw: 0) }

  /// The longest code, in characters.
  static let maximumLength = 10

  /// Makes a code of its packed form, as stored in a column.
  @inlinable
  package init(raw: UInt64) { self.raw = raw }

  /// Reads a trimmed cell in either case; nil unless it is 1 to 10 ASCII letters and digits.
  package init?(_ text: Span<UInt8>) {
    guard (1...Self.maximumLength).contains(text.count) else { return nil }
    var packed: UInt64 = 0
    for index in text.indices {
      let byte = text[index]
      let character: UInt64
      switch byte {
      case 0x30...0x39: character = UInt64(byte &- 0x30) + 1
      case 0x41...0x5A: character = UInt64(byte &- 0x41) + 11
      case 0x61...0x7A: character = UInt64(byte &- 0x61) + 11
      default: return nil
      }
      packed |= character << UInt64(54 - 6 * index)
    }
    self.raw = packed
  }

  /// Reads a code from a string; nil unless it is 1 to 10 ASCII letters and digits.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes.span)
  }

  /// Whether there is no code.
  @inlinable
  package var isMissing: Bool { raw == 0 }

  /// Whether both are the same.
  @inlinable
  package static func == (left: ODSCode, right: ODSCode) -> Bool { left.raw == right.raw }

  /// The code's characters as ASCII bytes; empty when missing.
  package var bytes: [UInt8] { characters.bytes }

  /// The code's characters; none when missing.
  package var characters: ShortText {
    var (low, high): (UInt64, UInt64) = (0, 0)
    var count = 0
    var rest = raw << 4
    while rest != 0 {
      let packed = rest >> 58
      let character = packed <= 10 ? packed + 0x2F : packed + 0x36
      if count < 8 {
        low |= character << UInt64(8 * count)
      } else {
        high |= character << UInt64(8 * count - 64)
      }
      rest <<= 6
      count += 1
    }
    return ShortText(low: low, high: high, count: count)
  }

  /// The code as text; empty when missing.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Orders codes as their texts by byte.
  @inlinable
  package static func < (left: ODSCode, right: ODSCode) -> Bool { left.raw < right.raw }
}
