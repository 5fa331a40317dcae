/// Work email addresses, brought to one form (contract section 1).
package enum EmailAddress {
  /// The address a trimmed cell holds, in lower case; nil unless it is valid.
  ///
  /// `mailto:` goes, `Name <a@b>` is `a@b`; valid is one `@` with text before it and at least two
  /// dotted parts, none empty, behind it, and no white space.
  package static func read(_ text: Span<UInt8>) -> [UInt8]? {
    var range = withoutScheme(text, 0..<text.count)
    if !range.isEmpty, text[range.upperBound - 1] == UInt8(ascii: ">"),
      let open = range.last(where: { text[$0] == UInt8(ascii: "<") })
    {
      range = withoutScheme(
        text, WhiteSpace.trimmed((open + 1)..<(range.upperBound - 1), of: text))
    }
    var address: [UInt8] = []
    address.reserveCapacity(range.count)
    FixedWord.appendLowercased(text.extracting(range), to: &address)
    return isValid(address.span) ? address : nil
  }

  /// Whether a trimmed cell is a valid address that stands as ``read(_:)`` would give it.
  ///
  /// Says no where it would take a longer look: to capitals, brackets, a scheme, text that is not
  /// ASCII or longer than 64 bytes.
  package static func isPlain(_ text: Span<UInt8>) -> Bool {
    guard (1...64).contains(text.count) else { return false }
    var (ats, dots, others): (UInt64, UInt64, UInt64) = (0, 0, 0)
    for index in text.indices {
      let bit: UInt64 = 1 << UInt64(index)
      switch text[index] {
      case .at: ats |= bit
      case .stop: dots |= bit
      case 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F, 0x27, 0x2B: others |= bit  // a-z 0-9 - _ ' +
      default: return false
      }
    }
    return isPlain(count: text.count, ats: ats, dots: dots, others: others)
  }

  /// The same of a text of `count` bytes, 1 to 64, whose plain bytes are known.
  ///
  /// Where `@`, dots, and the others stand: bit `n` means byte `n`.
  package static func isPlain(count: Int, ats: UInt64, dots: UInt64, others: UInt64) -> Bool {
    let all: UInt64 = ~0 >> UInt64(64 - count)
    // One @, text before it, and nothing but what is plain.
    guard ats | dots | others == all, ats & (ats &- 1) == 0, ats > 1 else { return false }
    // Behind it at least one dot, and none at either end or beside another.
    let ends = dots & (0 &- ats)
    return ends != 0 && ends & (ends << 1 | ats << 1) == 0 && (ends | ats) >> UInt64(count - 1) == 0
  }

  private static func withoutScheme(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let scheme: StaticString = "mailto:"
    guard range.count >= scheme.utf8CodeUnitCount else { return range }
    let begins = scheme.withUTF8Buffer { letters in
      // Safe: the range is at least as long as the scheme.
      (0..<letters.count).allSatisfy { offset in
        unsafe text[range.lowerBound + offset].lowercased == letters[offset]
      }
    }
    guard begins else { return range }
    return WhiteSpace.trimmed(
      (range.lowerBound + scheme.utf8CodeUnitCount)..<range.upperBound, of: text)
  }

  private static func isValid(_ text: Span<UInt8>) -> Bool {
    var at = -1
    var labelLength = 0
    var dots = 0
    for index in text.indices {
      let byte = text[index]
      if WhiteSpace.length(in: text, at: index) > 0 { return false }
      if byte == .at {
        guard at < 0 else { return false }
        at = index
        labelLength = 0
      } else if byte == .stop, at >= 0 {
        guard labelLength > 0 else { return false }
        dots += 1
        labelLength = 0
      } else {
        labelLength += 1
      }
    }
    return at > 0 && dots >= 1 && labelLength > 0
  }
}
