import CMemory

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
  /// By the upper bits of the mark; empty until the first text is looked up.
  private var slots: [Slot] = []
  /// What the empty text's span is of.
  private let noText: [UInt8] = []
  /// How many texts were entered in ``slots``.
  private var enteredCount = 0

  /// What is known of a text where it is looked up: all, if it has less than fifteen bytes.
  private struct Slot: Sendable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var mark: UInt32 = 0
    /// The text's code; 0 = free, as the empty text needs no slot.
    var code: UInt32 = 0
  }

  /// Makes a dictionary that holds the empty text.
  package init() {}

  /// Takes over gathered texts, of which equal ones may have several codes.
  ///
  /// Adding to it first enters them all; finding one is linear until then.
  init(segments: [TextSegment]) {
    self.segments = segments
  }

  /// Codes are below this.
  ///
  /// As many as there are texts, the empty one included, but for gaps where gathered texts were put
  /// together.
  package var count: Int {
    guard let last = segments.last else { return 1 }
    return (segments.count - 1) << Int(TextSegment.bits) + last.count + 1
  }

  /// The code of `text`, which is added if it is new.
  package mutating func code(of text: Span<UInt8>) -> TextCode {
    if text.isEmpty { return .empty }
    if slots.isEmpty { enterAll() }
    return code(of: text, TextWords(text))
  }

  /// Adds to `codes` the codes of a column of `cells`, in order of rows.
  ///
  /// Hashes all of them first and has the processor fetch their slots, for each of which it would
  /// be kept waiting one by one.
  package mutating func appendCodes(
    of cells: CellTable, column: Int, to codes: inout [TextCode]
  ) {
    var found = InlineArray<64, TextCode>(repeating: .empty)
    if column < cells.width { lookUp(cells, column, &found) }
    codes.append(addingCapacity: cells.rowCount) { room in
      for row in 0..<cells.rowCount { room.append(found[row]) }
    }
  }

  /// Fills in the codes of a column's texts that are not empty, by row.
  private mutating func lookUp(
    _ cells: CellTable, _ column: Int, _ found: inout InlineArray<64, TextCode>
  ) {
    if slots.isEmpty { enterAll() }
    var texts = InlineArray<64, (row: Int, words: TextWords)>(repeating: (0, .empty))
    var count = 0
    cells.forEachFilled(of: column) { row, words in
      texts[count] = (row, words)
      count &+= 1
      prefetch(words)
    }
    for index in 0..<count {
      let (row, words) = texts[index]
      if index > 0, words.areThose(of: texts[index - 1].words) {
        // Many texts are those of the row before: a status, a group.
        let before = texts[index - 1].row
        if words.count <= TextWords.knownCount
          || SpanOrder.areEqual(cells[row, column], cells[before, column])
        {
          found[row] = found[before]
          continue
        }
      }
      let (code, slot) = search(words) { SpanOrder.areEqual(self[$0], cells[row, column]) }
      found[row] = code ?? add(cells[row, column], words, at: slot)
    }
  }

  /// Has the slot of a text fetched.
  @inline(__always)
  private func prefetch(_ words: TextWords) {
    let place = place(of: Self.mark(of: words))
    unsafe slots.withUnsafeBufferPointer { slots in
      // Safe: an address within the slots, at which nothing is read.
      guard let first = slots.baseAddress else { return }
      unsafe memory_prefetch(first + place)
    }
  }

  /// The hash of a text, with how many bytes it has, 15 at most, in the lower four bits.
  @inline(__always)
  private static func mark(of words: TextWords) -> UInt32 {
    words.hash & ~15 | UInt32(truncatingIfNeeded: min(words.count, 15))
  }

  /// Where the search for a text begins.
  @inline(__always)
  private func place(of mark: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(mark) &* UInt64(slots.count)) >> 32)
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
    if segments.last?.isFull(for: text.count) ?? true { segments.append(TextSegment()) }
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
    if !slots.isEmpty { return search(text, TextWords(text)).code }
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

  /// The same by its first words; `isText` says whether it is that of a code.
  @inline(__always)
  private func search(
    _ words: TextWords, _ isText: (TextCode) -> Bool
  ) -> (code: TextCode?, slot: Int) {
    let mask = slots.count &- 1
    let mark = Self.mark(of: words)
    var place = place(of: mark)
    while true {
      let slot = slots[place]
      if slot.code == 0 { return (nil, place) }
      if slot.mark == mark, slot.first == words.first, slot.second == words.second {
        let code = TextCode(raw: slot.code)
        if words.count < 15 || isText(code) { return (code, place) }
      }
      place = (place &+ 1) & mask
    }
  }

  /// The bytes of a text.
  package subscript(code: TextCode) -> Span<UInt8> {
    @_lifetime(borrow self)
    get {
      if code.raw == 0 { return noText.span }
      let place = code.raw &- 1
      let segment = segments[Int(place >> TextSegment.bits)]
      // Safe: the dictionary holds the segment, which is not changed while it is looked at.
      return unsafe _overrideLifetime(segment[Int(place & 0xFFFF)], borrowing: self)
    }
  }

  /// Has the processor fetch the first bytes of a text that will be read soon.
  package func prefetch(_ code: TextCode) {
    if !code.isEmpty { self[code].prefetch(0) }
  }

  /// The bytes of a text, copied.
  package func bytes(of code: TextCode) -> [UInt8] {
    if code.raw == 0 { return [] }
    let place = code.raw &- 1
    return segments[Int(place >> TextSegment.bits)].bytes(Int(place & 0xFFFF))
  }

  /// A text as a string, for messages and reports.
  package func string(_ code: TextCode) -> String {
    String(decoding: bytes(of: code), as: UTF8.self)
  }

  /// Adds every text of `other`; element `n` of the result is the code here of its code `n`.
  package mutating func merge(_ other: TextDictionary) -> [TextCode] {
    if slots.isEmpty { enterAll() }
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
    var capacity = 1024
    while capacity * 2 < count * 3 { capacity *= 2 }
    slots = Self.freeSlots(capacity)
    for code in codes {
      let words = TextWords(self[code])
      let found = search(self[code], words)
      if found.code == nil { enter(code, words, at: found.slot) }
    }
  }

  private static func freeSlots(_ count: Int) -> [Slot] {
    unsafe [Slot](unsafeUninitializedCapacity: count) { slots, filled in
      // Safe: the advice is about the whole buffer, which is filled then.
      unsafe memory_use_large_pages(slots.baseAddress, slots.count * MemoryLayout<Slot>.stride)
      unsafe slots.initialize(repeating: Slot())
      filled = count
    }
  }

  private mutating func enter(_ code: TextCode, _ words: TextWords, at place: Int) {
    slots[place] = Slot(
      first: words.first, second: words.second, mark: Self.mark(of: words), code: code.raw)
    enteredCount += 1
    if enteredCount * 3 > slots.count * 2 { grow() }
  }

  private mutating func grow() {
    let old = slots
    slots = Self.freeSlots(old.count * 2)
    let mask = slots.count - 1
    for slot in old where slot.code != 0 {
      var place = place(of: slot.mark)
      while slots[place].code != 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }
}
