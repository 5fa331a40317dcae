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
    let words = TextWords(text)
    if let code = lastCode(of: text, words) { return code }
    makeRoom(for: text.count)
    last.hashes.append(words.hash)
    return TextSegment.code(segment: full.count, index: last.texts.append(text))
  }

  /// Takes down the text of a cell that is not empty, as ``append(_:)`` does.
  package mutating func append(
    _ cells: borrowing CellTable, row: Int, column: Int
  ) -> TextCode {
    let words = cells.words(row, column)
    if let code = lastCode(of: cells[row, column], words) { return code }
    makeRoom(for: words.count)
    last.hashes.append(words.hash)
    return TextSegment.code(
      segment: full.count, index: last.texts.append(cells, row: row, column: column))
  }

  /// The code of the text taken down last, if this is the same.
  ///
  /// Who has two assignments has them in two rows, one behind the other.
  @inline(__always)
  private func lastCode(of text: Span<UInt8>, _ words: TextWords) -> TextCode? {
    let count = last.hashes.count
    guard count > 0, last.hashes[count - 1] == words.hash,
      SpanOrder.areEqual(last.texts[count - 1], text)
    else { return nil }
    return TextSegment.code(segment: full.count, index: UInt32(count - 1))
  }

  @inline(__always)
  private mutating func makeRoom(for byteCount: Int) {
    if last.texts.isFull(for: byteCount) { endSegment() }
    if last.hashes.isEmpty {
      last.texts = TextSegment(reservingTextsOf: 32)
      last.hashes.reserveCapacity(TextSegment.capacity)
    }
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
    let repetitions = workers.map(
      0..<SortedHashes.partCount, state: { RepetitionFinder() }
    ) { part, finder in
      finder.repetitions(in: texts, sorted.map { $0[part] })
    }
    var codes = (0..<UInt32(texts.count)).map(TextCode.init(raw:))
    for (found, _) in repetitions.results {
      for (code, first) in found { codes[Int(code.raw)] = first }
    }
    return (texts, codes)
  }
}
