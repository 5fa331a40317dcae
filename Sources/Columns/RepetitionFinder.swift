/// The hashes of a segment's texts by their upper bits.
struct SortedHashes: Sendable {
  /// Hash above, code below; those of a part in order of codes.
  private var rows: [UInt64]
  /// Where each part begins in ``rows``, and where the last one ends.
  private let starts: [Int]

  private static let partBits: UInt32 = 8
  static let partCount = 1 << partBits

  init(_ hashes: [UInt32], segment: Int) {
    var starts = [Int](repeating: 0, count: Self.partCount + 1)
    for hash in hashes { starts[Self.part(hash) + 1] += 1 }
    for part in 0..<Self.partCount { starts[part + 1] += starts[part] }
    self.starts = starts
    rows = [UInt64](repeating: 0, count: hashes.count)
    for index in hashes.indices {
      let code = TextSegment.code(segment: segment, index: UInt32(index))
      let part = Self.part(hashes[index])
      rows[starts[part]] = UInt64(hashes[index]) << 32 | UInt64(code.raw)
      starts[part] += 1
    }
  }

  private static func part(_ hash: UInt32) -> Int { Int(hash >> (32 - partBits)) }

  /// Those of a part.
  subscript(part: Int) -> ArraySlice<UInt64> { rows[starts[part]..<starts[part + 1]] }
}

/// Finds which texts are equal to an earlier one, among those whose hashes share their upper bits.
///
/// Hardly any is: so a table of bits first says of most that they are the only ones with their
/// hash, and only the others are looked up. Its memory is used again for the next texts: fresh
/// memory would cost more.
struct RepetitionFinder: Sendable {
  /// By the low bits of the hash: whether a text has them, and whether several have.
  private var seen: [UInt64] = []
  private var shared: [UInt64] = []
  /// The rows whose low bits are shared.
  private var candidates: [UInt64] = []
  /// By the low bits of the hash; 0 = free, as no text has the code 0.
  private var slots: [UInt64] = []

  /// Of each text that was there before its code and the first code of an equal one.
  ///
  /// Each of `rows` is a hash above and a code below; they come in order of codes.
  mutating func repetitions(
    in texts: TextDictionary, _ rows: [ArraySlice<UInt64>]
  ) -> [(TextCode, TextCode)] {
    listCandidates(rows)
    var found: [(TextCode, TextCode)] = []
    var capacity = 64
    while capacity < candidates.count * 2 { capacity *= 2 }
    Self.clear(&slots, capacity)
    for row in candidates {
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

  private mutating func listCandidates(_ rows: [ArraySlice<UInt64>]) {
    let count = rows.reduce(0) { $0 + $1.count }
    // Sixteen bits a text, so that few share theirs by chance.
    var capacity = 64
    while capacity < count * 16 { capacity *= 2 }
    Self.clear(&seen, capacity / 64)
    Self.clear(&shared, capacity / 64)
    let mask = UInt64(capacity - 1)
    for part in rows {
      for row in part {
        let bit = row >> 32 & mask
        let (word, one) = (Int(bit >> 6), UInt64(1) << (bit & 63))
        shared[word] |= seen[word] & one
        seen[word] |= one
      }
    }
    candidates.removeAll(keepingCapacity: true)
    for part in rows {
      for row in part {
        let bit = row >> 32 & mask
        if shared[Int(bit >> 6)] >> (bit & 63) & 1 != 0 { candidates.append(row) }
      }
    }
  }

  /// Makes the first `count` elements zeros.
  private static func clear(_ words: inout [UInt64], _ count: Int) {
    if words.count < count {
      words = [UInt64](repeating: 0, count: count)
    } else {
      for index in 0..<count { words[index] = 0 }
    }
  }
}
