import CMemory

/// What of a text's words a slot holds.
protocol SlotWords: Equatable, Sendable {
  /// Those of no text.
  static var free: Self { get }

  init(_ words: TextWords)
}

/// Finds the codes of texts by their words: open addressing by the upper bits of a hash.
///
/// Short texts have slots of their own, smaller than those of long ones, so that those of most
/// names fit the processor's caches.
struct TextSlots<Words: SlotWords>: Sendable {
  /// Empty until there is room for the first text.
  private var slots: [Slot] = []
  /// How many texts were entered.
  private var count = 0

  /// What is known of a text where it is looked up: all, if it has no more than 32 bytes.
  private struct Slot: Sendable {
    var words = Words.free
    var mark: UInt32 = 0
    /// The text's code; 0 = free, as the empty text needs no slot.
    var code: UInt32 = 0
  }

  /// Makes room for about `count` texts where there is none yet.
  mutating func makeRoom(for count: Int) {
    guard slots.isEmpty else { return }
    var capacity = 1024
    while capacity * 2 < count * 3 { capacity *= 2 }
    slots = Self.freeSlots(capacity)
  }

  /// Has the slot of a text fetched.
  @inline(__always)
  func prefetch(_ words: TextWords) {
    let place = place(of: Self.mark(of: words))
    unsafe slots.withUnsafeBufferPointer { slots in
      // Safe: an address within the slots, at which nothing is read.
      guard let first = slots.baseAddress else { return }
      unsafe memory_prefetch(first + place)
    }
  }

  /// The code of a text, or nil and the slot where it belongs.
  ///
  /// `isText` says whether a text of more than 32 bytes is that of a code.
  ///
  /// - Precondition: there is room.
  @inline(__always)
  func search(
    _ words: TextWords, _ isText: (TextCode) -> Bool
  ) -> (code: TextCode?, slot: Int) {
    let mask = slots.count &- 1
    let mark = Self.mark(of: words)
    let known = Words(words)
    var place = place(of: mark)
    while true {
      let slot = slots[place]
      if slot.code == 0 { return (nil, place) }
      if slot.mark == mark, slot.words == known {
        let code = TextCode(raw: slot.code)
        if words.count <= TextWords.knownCount || isText(code) { return (code, place) }
      }
      place = (place &+ 1) & mask
    }
  }

  /// Enters a text that is not there, whose slot is `place`.
  mutating func enter(_ code: TextCode, _ words: TextWords, at place: Int) {
    slots[place] = Slot(words: Words(words), mark: Self.mark(of: words), code: code.raw)
    count += 1
    if count * 3 > slots.count * 2 { grow() }
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

  private static func freeSlots(_ count: Int) -> [Slot] {
    unsafe [Slot](unsafeUninitializedCapacity: count) { slots, filled in
      // Safe: the advice is about the whole buffer, which is filled then.
      unsafe memory_use_large_pages(slots.baseAddress, slots.count * MemoryLayout<Slot>.stride)
      unsafe slots.initialize(repeating: Slot())
      filled = count
    }
  }

  /// The upper bits of the hash, and in the lower six how many bytes the text has, or that it has
  /// more than 32.
  @inline(__always)
  private static func mark(of words: TextWords) -> UInt32 {
    words.hash & ~63 | UInt32(truncatingIfNeeded: min(words.count, TextWords.knownCount + 1))
  }

  /// Where the search for a text begins.
  @inline(__always)
  private func place(of mark: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(mark) &* UInt64(slots.count)) >> 32)
  }
}
