/// Work email addresses, brought to one form (contract section 1).
package enum EmailAddress {
  /// The address a trimmed cell holds, in lower case; nil unless it is valid.
  ///
  /// `mailto:` goes, `Name <a@b>` is `a@b`; valid is one `@` with text before it and at least two
  /// dotted parts, none empty, behind it, and no white space.
  package static func read(_ text: Span<UInt8>) -> [UInt8]? {
    var range = withoutScheme(text, 0..<text.count)
    if !range.isEmpty, text[range.upperBound - 1] == 0x3E,
      let open = range.last(where: { text[$0] == 0x3C })
    {
      range = withoutScheme(text, trimmed(text, (open + 1)..<(range.upperBound - 1)))
    }
    var address: [UInt8] = []
    address.reserveCapacity(range.count)
    FixedWord.appendLowercased(text.extracting(range), to: &address)
    return isValid(address.span) ? address : nil
  }

  /// Whether a trimmed cell is a valid address that stands as ``read(_:)`` would give it.
  ///
  /// Says no where it would take a longer look: to capitals, brackets, a scheme, text that is not
  /// ASCII. Nearly all cells of a staff extract are as they should be, and need no copy.
  package static func isPlain(_ text: Span<UInt8>) -> Bool {
    var at = -1
    var labelLength = 0
    var dots = 0
    for index in text.indices {
      let byte = text[index]
      // Most are letters: one comparison for them.
      if byte &- 0x61 < 26 {
        labelLength += 1
        continue
      }
      switch byte {
      case 0x40:  // @
        guard at < 0, index > 0 else { return false }
        at = index
        labelLength = 0
      case 0x2E where at >= 0:  // .
        guard labelLength > 0 else { return false }
        dots += 1
        labelLength = 0
      case 0x30...0x39, 0x2D, 0x2E, 0x5F, 0x27, 0x2B: labelLength += 1  // - . _ ' +
      default: return false
      }
    }
    return dots >= 1 && labelLength > 0
  }

  private static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let inner = WhiteSpace.trimmedRange(of: text.extracting(range))
    return (range.lowerBound + inner.lowerBound)..<(range.lowerBound + inner.upperBound)
  }

  private static func withoutScheme(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let scheme: StaticString = "mailto:"
    guard range.count >= scheme.utf8CodeUnitCount else { return range }
    let begins = scheme.withUTF8Buffer { letters in
      // Safe: the range is at least as long as the scheme.
      (0..<letters.count).allSatisfy { offset in
        let byte = text[range.lowerBound + offset]
        let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        return unsafe lower == letters[offset]
      }
    }
    guard begins else { return range }
    return trimmed(text, (range.lowerBound + scheme.utf8CodeUnitCount)..<range.upperBound)
  }

  private static func isValid(_ text: Span<UInt8>) -> Bool {
    var at = -1
    var labelLength = 0
    var dots = 0
    for index in text.indices {
      let byte = text[index]
      if WhiteSpace.length(in: text, at: index) > 0 { return false }
      if byte == 0x40 {
        guard at < 0, index > 0 else { return false }
        at = index
        labelLength = 0
      } else if byte == 0x2E, at >= 0 {
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
