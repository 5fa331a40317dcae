/// Texts that are taken down as they come; which of them are equal is found later, in one go.
///
/// For columns of millions of texts that hardly repeat, such as email addresses: looking each one
/// up as it comes would miss the processor's caches every time, while this compares hashes. Kept in
/// segments, so that putting those of several workers together copies no text.
package struct GatheredTexts: Sendable {
  private var segments: [TextSegment] = []
  /// The hash of each text, by segment.
  private var hashes: [[UInt32]] = []

  /// Makes a gathering of nothing but the empty text.
  package init() {}

  /// Takes down a text that is not empty; gives a code that no other text has, equal ones neither.
  package mutating func append(_ text: Span<UInt8>) -> TextCode {
    if segments.last?.isFull(for: text.count) ?? true {
      segments.append(TextSegment(reservingTextsOf: 32))
      hashes.append([])
      hashes[segments.count - 1].reserveCapacity(TextSegment.capacity)
    }
    let last = segments.count - 1
    hashes[last].append(TextWords(text).hash)
    return TextSegment.code(segment: last, index: segments[last].append(text))
  }

  /// Takes over all texts of `other`; gives what is to be added to its codes, but for the empty.
  package mutating func append(contentsOf other: consuming GatheredTexts) -> UInt32 {
    let shift = UInt32(segments.count) << TextSegment.bits
    segments += other.segments
    hashes += other.hashes
    return shift
  }

  /// All texts, and by code the first code of an equal text: only those are to be used from now on.
  ///
  /// Works on parts of the hashes, several at once; what is found does not depend on `workers`.
  package consuming func dictionary(
    _ workers: Workers = Workers(count: 1)
  ) -> (texts: TextDictionary, codes: [TextCode]) {
    let texts = TextDictionary(segments: segments)
    let hashes = hashes
    let count = hashes.reduce(0) { $0 + $1.count }
    let parts = max(1, min(64, count / 65_536))
    let repetitions = workers.map(0..<parts) { part in
      Self.repetitions(in: texts, hashes, part: UInt64(part), of: UInt64(parts))
    }
    var codes: [TextCode] = []
    codes.reserveCapacity(texts.count)
    for raw in 0..<UInt32(texts.count) { codes.append(TextCode(raw: raw)) }
    for (code, first) in repetitions.joined() { codes[Int(code.raw)] = first }
    return (texts, codes)
  }

  /// Texts that were there before, each with the first code of an equal one; of one part of all.
  private static func repetitions(
    in texts: TextDictionary, _ hashes: [[UInt32]], part: UInt64, of parts: UInt64
  ) -> [(TextCode, TextCode)] {
    let count = hashes.reduce(0) { $0 + $1.count } / Int(parts)
    var seen = KeyFilter(count: count + count / 8)
    var repeated = KeyFilter(count: count / 2)
    forEach(of: hashes, part, parts) { hash, _ in
      if seen.insert(UInt64(hash)) { repeated.insert(UInt64(hash)) }
    }
    // Hardly any text is there twice: what the filters let pass is little to sort.
    var rows: [UInt64] = []
    forEach(of: hashes, part, parts) { hash, raw in
      if repeated.mayContain(UInt64(hash)) { rows.append(UInt64(hash) << 32 | UInt64(raw)) }
    }
    rows.sort()
    return equalTexts(in: texts, rows)
  }

  /// Calls `body` with hash and code of the texts of one part, in order of codes.
  @inline(__always)
  private static func forEach(
    of hashes: [[UInt32]], _ part: UInt64, _ parts: UInt64, _ body: (UInt32, UInt32) -> Void
  ) {
    for segment in hashes.indices {
      let first = TextSegment.code(segment: segment, index: 0).raw
      for (index, hash) in hashes[segment].enumerated()
      where (UInt64(hash) &* parts) >> 32 == part {
        body(hash, first + UInt32(index))
      }
    }
  }

  /// `rows` are hashes and codes, sorted.
  private static func equalTexts(
    in texts: TextDictionary, _ rows: [UInt64]
  ) -> [(TextCode, TextCode)] {
    var found: [(TextCode, TextCode)] = []
    var distinct: [TextCode] = []
    var start = 0
    while start < rows.count {
      distinct.removeAll(keepingCapacity: true)
      var place = start
      while place < rows.count, rows[place] >> 32 == rows[start] >> 32 {
        let code = TextCode(raw: UInt32(truncatingIfNeeded: rows[place]))
        if let first = distinct.first(where: { SpanOrder.areEqual(texts[$0], texts[code]) }) {
          found.append((code, first))
        } else {
          distinct.append(code)
        }
        place += 1
      }
      start = place
    }
    return found
  }
}
