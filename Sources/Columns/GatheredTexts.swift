/// Texts that are taken down as they come; which of them are equal is found later, in one go.
///
/// For columns of millions of texts that hardly repeat, such as email addresses: looking each one
/// up as it comes would miss the processor's caches every time, while this compares the hashes of
/// one part of all texts at a time. Kept in segments, so that putting those of several workers
/// together copies no text.
package struct GatheredTexts: Sendable {
  private var segments: [TextSegment] = []
  /// The texts by the upper bits of their hashes: hash above, code below, in order of codes.
  private var parts = [[UInt64]](repeating: [], count: 1 << partBits)

  private static let partBits: UInt32 = 6

  /// Makes a gathering of nothing but the empty text.
  package init() {}

  /// Takes down a text that is not empty; gives a code that no other text has, equal ones neither.
  package mutating func append(_ text: Span<UInt8>) -> TextCode {
    if segments.last?.isFull(for: text.count) ?? true {
      segments.append(TextSegment(reservingTextsOf: 32))
    }
    let last = segments.count - 1
    let code = TextSegment.code(segment: last, index: segments[last].append(text))
    let hash = TextWords(text).hash
    parts[Int(hash >> (32 - Self.partBits))].append(UInt64(hash) << 32 | UInt64(code.raw))
    return code
  }

  /// Takes over all texts of `other`; gives what is to be added to its codes, but for the empty.
  package mutating func append(contentsOf other: consuming GatheredTexts) -> UInt32 {
    let shift = UInt32(segments.count) << TextSegment.bits
    segments += other.segments
    for part in parts.indices {
      parts[part].reserveCapacity(parts[part].count + other.parts[part].count)
      for row in other.parts[part] { parts[part].append(row + UInt64(shift)) }
      other.parts[part] = []
    }
    return shift
  }

  /// All texts, and by code the first code of an equal text: only those are to be used from now on.
  ///
  /// Several parts are worked on at once; what is found does not depend on `workers`.
  package consuming func dictionary(
    _ workers: Workers = Workers(count: 1)
  ) -> (texts: TextDictionary, codes: [TextCode]) {
    let texts = TextDictionary(segments: segments)
    let repetitions = workers.map(taking: parts) { Self.repetitions(in: texts, $0) }
    var codes: [TextCode] = []
    codes.reserveCapacity(texts.count)
    for raw in 0..<UInt32(texts.count) { codes.append(TextCode(raw: raw)) }
    for (code, first) in repetitions.joined() { codes[Int(code.raw)] = first }
    return (texts, codes)
  }

  /// Of one part the texts that were there before, each with the first code of an equal one.
  private static func repetitions(
    in texts: TextDictionary, _ rows: [UInt64]
  ) -> [(TextCode, TextCode)] {
    var found: [(TextCode, TextCode)] = []
    var capacity = 64
    while capacity < rows.count * 2 { capacity *= 2 }
    // By the low bits of the hash; 0 = free, as no text has the code 0.
    var slots = [UInt64](repeating: 0, count: capacity)
    for row in rows {
      var slot = Int(row >> 32) & (capacity - 1)
      while slots[slot] != 0 {
        if slots[slot] >> 32 == row >> 32 {
          let first = TextCode(raw: UInt32(truncatingIfNeeded: slots[slot]))
          let code = TextCode(raw: UInt32(truncatingIfNeeded: row))
          if SpanOrder.areEqual(texts[first], texts[code]) {
            found.append((code, first))
            break
          }
        }
        slot = (slot + 1) & (capacity - 1)
      }
      if slots[slot] == 0 { slots[slot] = row }
    }
    return found
  }
}
