/// Texts that are taken down as they come; which of them are equal is found later, in one go.
///
/// For columns of millions of texts that hardly repeat, such as email addresses: looking each one
/// up as it comes would miss the processor's caches every time, while this compares the hashes of
/// all texts in one go. Kept in segments, so that putting those of several workers together copies
/// no text.
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
  /// Equal texts have one code only where they come one behind another: who has two assignments has
  /// them in two rows, one behind the other.
  package mutating func append(_ text: Span<UInt8>) -> TextCode {
    let words = TextWords(text)
    makeRoom(for: 1, byteCount: text.count)
    if !isLast(text, words) {
      last.hashes.append(words.hash)
      last.texts.append(text)
    }
    return lastCode(0)
  }

  /// Takes down the texts of some rows of a column, none of them empty, as ``append(_:)`` does.
  ///
  /// Gives `tell` each row and the code of its text.
  package mutating func append(
    _ cells: borrowing CellTable, column: Int, rows: Span<UInt8>,
    _ tell: (_ row: Int, _ code: TextCode) -> Void
  ) {
    precondition(rows.count <= CellTable.capacity, "they are rows of the table")
    if rows.isEmpty { return }
    var byteCount = 0
    for index in rows.indices { byteCount += cells[Int(rows[index]), column].count }
    makeRoom(for: rows.count, byteCount: byteCount)
    // The rows whose texts are not those of the rows before them.
    var new = InlineArray<64, UInt8>(repeating: 0)
    var hashes = InlineArray<64, UInt32>(repeating: 0)
    var newCount = 0
    for index in rows.indices {
      let row = Int(rows[index])
      let words = cells.words(row, column)
      let isNew =
        newCount == 0
        ? !isLast(cells[row, column], words)
        : hashes[newCount - 1] != words.hash
          || !SpanOrder.areEqual(cells[row, column], cells[Int(new[newCount - 1]), column])
      if isNew {
        new[newCount] = rows[index]
        hashes[newCount] = words.hash
        newCount += 1
      }
      tell(row, lastCode(newCount))
    }
    last.texts.append(cells, column: column, rows: new.span.extracting(0..<newCount))
    last.hashes.append(addingCapacity: newCount) { room in
      for index in 0..<newCount { room.append(hashes[index]) }
    }
  }

  /// Whether a text is the one taken down last.
  @inline(__always)
  private func isLast(_ text: Span<UInt8>, _ words: TextWords) -> Bool {
    let count = last.hashes.count
    return count > 0 && last.hashes[count - 1] == words.hash
      && SpanOrder.areEqual(last.texts[count - 1], text)
  }

  /// The code of the text taken down last, once `newCount` more are.
  private func lastCode(_ newCount: Int) -> TextCode {
    TextSegment.code(segment: full.count, index: UInt32(last.hashes.count + newCount - 1))
  }

  private mutating func makeRoom(for count: Int, byteCount: Int) {
    if last.texts.isFull(for: count, byteCount: byteCount) { endSegment() }
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

  /// All texts by the codes they were given, of which equal ones may have several.
  package consuming func texts() -> TextDictionary {
    endSegment()
    return TextDictionary(segments: full.map(\.texts))
  }

  /// All texts, and by code the first code of an equal text: only those are to be used from now on.
  ///
  /// Adding to them first enters them all, see ``TextDictionary``.
  package consuming func dictionary() -> (texts: TextDictionary, codes: [TextCode]) {
    endSegment()
    let hashes = full.map(\.hashes)
    let texts = self.texts()
    var codes = (0..<UInt32(texts.count)).map(TextCode.init(raw:))
    for (code, first) in RepetitionFinder.repetitions(in: texts, hashes) {
      codes[Int(code.raw)] = first
    }
    return (texts, codes)
  }
}
