package import Threads

/// Texts that are taken down as they come; which of them are equal is found later, in one go.
///
/// For columns of millions of texts that hardly repeat, such as email addresses: looking each one
/// up as it comes would miss the processor's caches every time, while this compares the hashes of
/// one part of all texts at a time. Kept in segments, so that putting those of several workers
/// together copies no text.
package struct GatheredTexts: Sendable {
  /// The segments that are full, and the one that is being filled.
  private var full: [Hashed] = []
  private var last = Hashed()

  /// Some texts and the hash of each.
  private struct Hashed: Sendable {
    var texts = TextSegment()
    var hashes: [UInt32] = []
  }

  /// Makes a gathering of nothing but the empty text.
  package init() {}

  /// Takes down a text that is not empty; gives a code that no other text has.
  ///
  /// Equal texts have one code only where they come one behind another.
  package mutating func append(_ text: Span<UInt8>) -> TextCode {
    append(text, TextWords(text))
  }

  /// Takes down the text of a cell that is not empty, as ``append(_:)`` does.
  package mutating func append(_ cells: CellTable, row: Int, column: Int) -> TextCode {
    append(cells[row, column], cells.words(row, column))
  }

  @inline(__always)
  private mutating func append(_ text: Span<UInt8>, _ words: TextWords) -> TextCode {
    let count = last.hashes.count
    // Who has two assignments has them in two rows, one behind the other.
    if count > 0, last.hashes[count - 1] == words.hash,
      SpanOrder.areEqual(last.texts[count - 1], text)
    {
      return TextSegment.code(segment: full.count, index: UInt32(count - 1))
    }
    if last.texts.isFull(for: text.count) { endSegment() }
    if last.hashes.isEmpty {
      last.texts = TextSegment(reservingTextsOf: 32)
      last.hashes.reserveCapacity(TextSegment.capacity)
    }
    last.hashes.append(words.hash)
    return TextSegment.code(segment: full.count, index: last.texts.append(text))
  }

  private mutating func endSegment() {
    if !last.hashes.isEmpty { full.append(last) }
    last = Hashed()
  }

  /// Takes over all texts of `other`; gives what is to be added to its codes, but for the empty.
  package mutating func append(contentsOf other: consuming GatheredTexts) -> UInt32 {
    endSegment()
    other.endSegment()
    let shift = UInt32(full.count) << TextSegment.bits
    full += other.full
    return shift
  }

  /// All texts, and by code the first code of an equal text: only those are to be used from now on.
  ///
  /// Several parts are worked on at once; what is found does not depend on `workers`.
  package consuming func dictionary(
    _ workers: Workers = Workers(count: 1)
  ) -> (texts: TextDictionary, codes: [TextCode]) {
    endSegment()
    let segments = full
    let texts = TextDictionary(segments: segments.map(\.texts))
    let sorted = workers.map(segments.indices) { SortedHashes(segments[$0].hashes, segment: $0) }
    let repetitions = workers.map(0..<SortedHashes.partCount, state: { [] }) { part, slots in
      Self.repetitions(in: texts, sorted, part, &slots)
    }
    var codes = (0..<UInt32(texts.count)).map(TextCode.init(raw:))
    for (found, _) in repetitions.results {
      for (code, first) in found { codes[Int(code.raw)] = first }
    }
    return (texts, codes)
  }

  /// Of one part the texts that were there before, each with the first code of an equal one.
  ///
  /// `slots` is room that is used again: fresh memory for each part would cost more.
  private static func repetitions(
    in texts: TextDictionary, _ sorted: [SortedHashes], _ part: Int, _ slots: inout [UInt64]
  ) -> [(TextCode, TextCode)] {
    var found: [(TextCode, TextCode)] = []
    var capacity = 64
    let count = sorted.reduce(0) { $0 + $1[part].count }
    while capacity < count * 2 { capacity *= 2 }
    // By the low bits of the hash; 0 = free, as no text has the code 0.
    if slots.count < capacity { slots = [UInt64](repeating: 0, count: capacity) }
    for slot in 0..<capacity { slots[slot] = 0 }
    for segment in sorted {
      for place in segment[part] {
        let row = segment.rows[place]
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
    }
    return found
  }
}

/// The texts of a segment by the upper bits of their hashes.
private struct SortedHashes: Sendable {
  /// Hash above, code below; those of a part in order of codes.
  private(set) var rows: [UInt64]
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

  /// The places in ``rows`` of a part.
  subscript(part: Int) -> Range<Int> { starts[part]..<starts[part + 1] }
}
