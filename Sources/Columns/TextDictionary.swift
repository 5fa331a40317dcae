/// The code of a text in a ``TextDictionary``; equal codes of one dictionary are equal texts.
///
/// Codes are given in the order of first sight and mean nothing by themselves: never sort by them.
@usableFromInline
package struct TextCode: Hashable, Sendable {
  /// 0 is the empty text, others count up from 1.
  @usableFromInline package let raw: UInt32

  /// The empty text, in every dictionary.
  @inlinable package static var empty: TextCode { TextCode(raw: 0) }

  /// Makes a code of its stored form.
  @inlinable
  package init(raw: UInt32) { self.raw = raw }

  /// Whether the text is empty.
  @inlinable
  package var isEmpty: Bool { raw == 0 }

  /// Whether both are the same.
  @inlinable
  package static func == (left: TextCode, right: TextCode) -> Bool { left.raw == right.raw }
}

/// Texts kept once each, found by open addressing.
///
/// At most 2^32 entries.
package struct TextDictionary: Sendable {
  private var segments: [TextSegment] = []
  /// Where texts of no more than sixteen bytes are found, and where longer ones are.
  private var shortSlots = TextSlots<TextFront>()
  private var longSlots = TextSlots<LongTextWords>()
  /// Whether all texts can be found there: not before the first is looked up.
  private var isEntered = false
  /// The texts that are looked up just now: room that is used again.
  private var sought: [Sought] = []
  /// What the empty text's span is of.
  private let noText: [UInt8] = []

  /// A text of a column that is looked up.
  private struct Sought: Sendable {
    var row = 0
    var words = TextWords.empty
  }

  /// Makes a dictionary that holds the empty text.
  package init() {}

  /// Takes over gathered texts, of which equal ones may have several codes.
  ///
  /// Adding to it first enters them all; finding one is linear until then.
  init(segments: [TextSegment]) {
    self.segments = segments
  }

  /// What all codes are below: the number of texts, the empty one and all gaps included.
  ///
  /// Gaps are where gathered texts were put together.
  package var count: Int {
    guard let last = segments.last else { return 1 }
    return (segments.count - 1) << Int(TextSegment.bits) + last.count + 1
  }

  /// The code of `text`, which is added if it is new.
  package mutating func code(of text: Span<UInt8>) -> TextCode {
    if text.isEmpty { return .empty }
    if !isEntered { enterAll() }
    return code(of: text, TextWords(text))
  }

  /// Adds to `codes` the codes of a column of `cells`, in order of rows.
  ///
  /// Has the processor fetch the slots of all of them first, for each of which it would be kept
  /// waiting one by one.
  package mutating func appendCodes(
    of cells: borrowing CellTable, column: Int, to codes: inout [TextCode]
  ) {
    var found = InlineArray<64, TextCode>(repeating: .empty)
    lookUp(cells, column, &found)
    let rowCount = cells.rowCount
    codes.append(addingCapacity: rowCount) { room in
      for row in 0..<rowCount { room.append(found[row]) }
    }
  }

  /// Fills in the codes of a column's texts that are not empty, by row.
  private mutating func lookUp(
    _ cells: borrowing CellTable, _ column: Int, _ found: inout InlineArray<64, TextCode>
  ) {
    if !isEntered { enterAll() }
    var sought: [Sought] = []
    swap(&sought, &self.sought)
    var texts = sought.mutableSpan
    var count = 0
    cells.forEachFilledWords(of: column) { row, words in
      texts[count] = Sought(row: row, words: words)
      count &+= 1
      prefetch(words)
    }
    for index in 0..<count {
      let (row, words) = (texts[index].row, texts[index].words)
      let (code, slot) = search(words) { SpanOrder.areEqual(self[$0], cells[row, column]) }
      found[row] = code ?? add(cells[row, column], words, at: slot)
    }
    swap(&sought, &self.sought)
  }

  /// The code of a text that is not empty, which is added if it is new.
  private mutating func code(of text: Span<UInt8>, _ words: TextWords) -> TextCode {
    let (code, slot) = search(text, words)
    return code ?? add(text, words, at: slot)
  }

  /// Adds a text that is not there, whose slot is `slot`, and gives its code.
  @inline(never)
  private mutating func add(
    _ text: Span<UInt8>, _ words: TextWords, at slot: Int
  ) -> TextCode {
    if segments.last?.isFull(byteCount: text.count) ?? true { segments.append(TextSegment()) }
    let last = segments.count - 1
    let new = TextSegment.code(segment: last, index: segments[last].append(text))
    enter(new, words, at: slot)
    return new
  }

  /// The code of a string, which is added if it is new.
  package mutating func code(of text: String) -> TextCode {
    let bytes = Array(text.utf8)
    return code(of: bytes.span)
  }

  /// The code of `text`, or nil if the dictionary does not hold it.
  package func find(_ text: Span<UInt8>) -> TextCode? {
    if text.isEmpty { return .empty }
    if isEntered { return search(text, TextWords(text)).code }
    return codes.first { SpanOrder.areEqual(self[$0], text) }
  }

  /// The codes of all texts but the empty one, in runs.
  ///
  /// Number `n` begins at `n` times ``runLength``, plus 1; there may be a gap behind each.
  package var codeRuns: [Range<UInt32>] {
    segments.indices.map { segment in
      let first = TextSegment.code(segment: segment, index: 0).raw
      return first..<first + UInt32(segments[segment].count)
    }
  }

  /// How many codes there may be in one of the ``codeRuns``.
  package static let runLength: UInt32 = 1 << TextSegment.bits

  /// The codes of all texts but the empty one.
  private var codes: some Sequence<TextCode> {
    segments.indices.lazy.flatMap { segment in
      (0..<UInt32(segments[segment].count)).lazy.map {
        TextSegment.code(segment: segment, index: $0)
      }
    }
  }

  /// The code of a text that is not empty, or nil and the slot where it belongs.
  private func search(_ text: Span<UInt8>, _ words: TextWords) -> (code: TextCode?, slot: Int) {
    search(words) { SpanOrder.areEqual(self[$0], text) }
  }

  /// The same by its words; `isText` says whether it is that of a code.
  @inline(__always)
  private func search(
    _ words: TextWords, _ isText: (TextCode) -> Bool
  ) -> (code: TextCode?, slot: Int) {
    words.isShort ? shortSlots.search(words, isText) : longSlots.search(words, isText)
  }

  /// Has the slot of a text fetched.
  @inline(__always)
  private func prefetch(_ words: TextWords) {
    if words.isShort { shortSlots.prefetch(words) } else { longSlots.prefetch(words) }
  }

  /// The bytes of a text.
  package subscript(code: TextCode) -> Span<UInt8> {
    @_lifetime(borrow self)
    get {
      if code.raw == 0 { return noText.span }
      let place = TextSegment.place(of: code)
      let segment = segments[place.segment]
      // Safe: the dictionary holds the segment, which is not changed while it is looked at.
      return unsafe _overrideLifetime(segment[place.index], borrowing: self)
    }
  }

  /// Has the processor fetch the first bytes of a text that will be read soon.
  package func prefetch(_ code: TextCode) {
    if !code.isEmpty { self[code].prefetch(0) }
  }

  /// The bytes of a text, copied.
  package func bytes(of code: TextCode) -> [UInt8] {
    if code.raw == 0 { return [] }
    let place = TextSegment.place(of: code)
    return segments[place.segment].bytes(place.index)
  }

  /// A text as a string, for messages and reports.
  package func string(_ code: TextCode) -> String {
    String(decoding: bytes(of: code), as: UTF8.self)
  }

  /// Adds every text of `other`; element `n` of the result is the code here of its code `n`.
  package mutating func merge(_ other: TextDictionary) -> [TextCode] {
    if !isEntered { enterAll() }
    var codes: [TextCode] = []
    codes.reserveCapacity(other.count)
    codes.append(.empty)
    var words = InlineArray<64, TextWords>(repeating: .empty)
    while codes.count < other.count {
      let first = UInt32(codes.count)
      let count = min(64, other.count - codes.count)
      for index in 0..<count {
        words[index] = TextWords(other[TextCode(raw: first + UInt32(index))])
        prefetch(words[index])
      }
      for index in 0..<count {
        let text = other[TextCode(raw: first + UInt32(index))]
        codes.append(text.isEmpty ? .empty : code(of: text, words[index]))
      }
    }
    return codes
  }

  // MARK: - Slots

  /// Enters the texts that were gathered, of equal ones the first.
  private mutating func enterAll() {
    shortSlots.makeRoom(for: count)
    longSlots.makeRoom(for: 0)
    isEntered = true
    sought = [Sought](repeating: Sought(), count: CellTable.capacity)
    for code in codes {
      let words = TextWords(self[code])
      let found = search(self[code], words)
      if found.code == nil { enter(code, words, at: found.slot) }
    }
  }

  private mutating func enter(_ code: TextCode, _ words: TextWords, at place: Int) {
    if words.isShort {
      shortSlots.enter(code, words, at: place)
    } else {
      longSlots.enter(code, words, at: place)
    }
  }
}
