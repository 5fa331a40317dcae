/// Finds which of many texts are equal to an earlier one, by their hashes.
///
/// Hardly any is: so a table of bits first says of most that they are the only ones with their
/// hash, and only the others are looked up. What either is about to touch is fetched ahead, as all
/// of it is larger than the nearer caches.
enum RepetitionFinder {
  /// Of each text that was there before its code and the first code of an equal one.
  ///
  /// `hashes` are those of the segments of `texts`.
  static func repetitions(
    in texts: TextDictionary, _ hashes: [[UInt32]]
  ) -> [(TextCode, TextCode)] {
    let candidates = candidates(hashes)
    var found: [(TextCode, TextCode)] = []
    var capacity = 64
    while capacity < candidates.count * 2 { capacity *= 2 }
    // By the low bits of the hash; 0 = free, as no text has the code 0.
    var slots = [UInt64](repeating: 0, count: capacity)
    for (place, row) in candidates.enumerated() {
      let far = candidates[min(place + 8, candidates.count - 1)]
      texts.prefetch(code(of: far))
      slots.span.prefetch(Int(far >> 32) & (capacity - 1))
      var slot = Int(row >> 32) & (capacity - 1)
      while slots[slot] != 0 {
        if slots[slot] >> 32 == row >> 32 {
          let (first, code) = (code(of: slots[slot]), code(of: row))
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

  private static func code(of row: UInt64) -> TextCode {
    TextCode(raw: UInt32(truncatingIfNeeded: row))
  }

  /// Hash above and code below of the texts that share the low bits of their hashes with others, in
  /// order of codes.
  private static func candidates(_ hashes: [[UInt32]]) -> [UInt64] {
    let count = hashes.reduce(0) { $0 + $1.count }
    // Sixteen bits a text, so that few share theirs by chance.
    var capacity = 64
    while capacity < count * 16, capacity < 1 << 32 { capacity *= 2 }
    let mask = UInt32(truncatingIfNeeded: capacity - 1)
    // In pairs of words: whether a text has the bits, and whether several have.
    var words = [UInt64](repeating: 0, count: capacity / 32)
    var marks = words.mutableSpan
    for segment in hashes {
      for (index, hash) in segment.enumerated() {
        marks.span.prefetch(place(segment[min(index + 16, segment.count - 1)] & mask).word)
        let (word, one) = place(hash & mask)
        marks[word + 1] |= marks[word] & one
        marks[word] |= one
      }
    }
    var candidates: [UInt64] = []
    for (number, segment) in hashes.enumerated() {
      for (index, hash) in segment.enumerated() {
        marks.span.prefetch(place(segment[min(index + 16, segment.count - 1)] & mask).word)
        let (word, one) = place(hash & mask)
        if marks[word + 1] & one == 0 { continue }
        let code = TextSegment.code(segment: number, index: UInt32(index))
        candidates.append(UInt64(hash) << 32 | UInt64(code.raw))
      }
    }
    return candidates
  }

  /// The first of the words in which a bit's marks stand, and the bit in them.
  @inline(__always)
  private static func place(_ bit: UInt32) -> (word: Int, one: UInt64) {
    (Int(bit >> 6) << 1, 1 << UInt64(bit & 63))
  }
}
