/// Texts that are taken down as they come; which of them are equal is found later, in one go.
///
/// For columns of millions of texts that hardly repeat, such as email addresses: looking each one
/// up as it comes would miss the processor's caches every time, while this sorts hashes.
package struct GatheredTexts: Sendable {
  private var arena: [UInt8] = []
  /// End of each text in `arena`; the first is the empty text.
  private var ends: [UInt32] = [0]

  /// Makes a gathering that holds the empty text.
  package init() {}

  /// Takes down a text that is not empty; gives a code that no other text has, equal ones neither.
  ///
  /// At most 4 GiB of text fit.
  package mutating func append(_ text: Span<UInt8>) -> TextCode {
    arena.append(contentsOf: text)
    ends.append(UInt32(arena.count))
    return TextCode(raw: UInt32(ends.count - 1))
  }

  /// Takes down all texts of `other`; gives what is to be added to its codes, but for the empty.
  package mutating func append(contentsOf other: GatheredTexts) -> UInt32 {
    let shift = UInt32(ends.count - 1)
    let start = UInt32(arena.count)
    arena.append(contentsOf: other.arena)
    ends.reserveCapacity(ends.count + other.ends.count)
    for end in other.ends.dropFirst() { ends.append(start + end) }
    return shift
  }

  /// All texts, and by code the first code of an equal text: only those are to be used from now on.
  package consuming func dictionary() -> (texts: TextDictionary, codes: [TextCode]) {
    let texts = TextDictionary(arena: arena, ends: ends)
    var rows: [UInt64] = []
    rows.reserveCapacity(texts.count)
    for raw in 1..<max(1, UInt32(texts.count)) {
      rows.append(UInt64(TextDictionary.hash(texts[TextCode(raw: raw)])) << 32 | UInt64(raw))
    }
    RadixSort.sortByUpperHalf(&rows)
    var codes = [TextCode](repeating: .empty, count: texts.count)
    var distinct: [TextCode] = []
    var start = 0
    while start < rows.count {
      distinct.removeAll(keepingCapacity: true)
      var place = start
      while place < rows.count, rows[place] >> 32 == rows[start] >> 32 {
        let code = TextCode(raw: UInt32(truncatingIfNeeded: rows[place]))
        let first = distinct.first { SpanOrder.areEqual(texts[$0], texts[code]) }
        if first == nil { distinct.append(code) }
        codes[Int(code.raw)] = first ?? code
        place += 1
      }
      start = place
    }
    return (texts, codes)
  }
}
