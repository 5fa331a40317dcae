/// White space as the contract means it: Unicode White_Space and U+FEFF, in UTF-8 bytes.
package enum WhiteSpace {
  /// The length in bytes of the white-space scalar that begins at `index`, or 0.
  ///
  /// - Precondition: `index` is a scalar's first byte within `text`.
  package static func length(in text: Span<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0 }
    guard index + 1 < text.count else { return 0 }
    let second = text[index + 1]
    if byte == 0xC2 { return second == 0xA0 || second == 0x85 ? 2 : 0 }
    guard byte >= 0xE1, byte <= 0xEF, index + 2 < text.count else { return 0 }
    let scalar =
      UInt32(byte & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
    switch scalar {
    case 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: return 3
    default: return 0
    }
  }

  /// The range of `text` without white space at either end.
  package static func trimmedRange(of text: Span<UInt8>) -> Range<Int> {
    var start = 0
    var end = text.count
    while start < end {
      let length = length(in: text, at: start)
      if length == 0 { break }
      start += length
    }
    while end > start {
      let byte = text[end - 1]
      if byte < 0x80 {
        guard byte == 0x20 || (0x09...0x0D).contains(byte) else { break }
        end -= 1
        continue
      }
      // Safe: a continuation byte is stepped over at most three times, and never before `start`.
      var scalarStart = end - 1
      while scalarStart > start, text[scalarStart] & 0xC0 == 0x80 { scalarStart -= 1 }
      guard scalarStart + length(in: text, at: scalarStart) == end else { break }
      end = scalarStart
    }
    return start..<end
  }

  /// A range of `text` without white space at either end.
  package static func trimmed(_ range: Range<Int>, of text: Span<UInt8>) -> Range<Int> {
    let inner = trimmedRange(of: text.extracting(range))
    return (range.lowerBound + inner.lowerBound)..<(range.lowerBound + inner.upperBound)
  }

  /// The words of `text`: the runs between white space.
  package static func words(of text: Span<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < text.count {
      let space = length(in: text, at: index)
      if space > 0 {
        if index > start { words.append(start..<index) }
        index += space
        start = index
      } else {
        index += 1
      }
    }
    if text.count > start { words.append(start..<text.count) }
    return words
  }
}
