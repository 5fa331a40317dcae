/// The code of a text in a ``TextDictionary``; equal codes of one dictionary are equal texts.
///
/// Codes are given in the order of first sight and mean nothing by themselves: never sort by them.
package struct TextCode: Hashable, Sendable {
  /// 0 is the empty text, others count up from 1.
  package let raw: UInt32

  /// The empty text, in every dictionary.
  package static let empty = TextCode(raw: 0)

  /// Makes a code of its stored form.
  package init(raw: UInt32) { self.raw = raw }

  /// Whether the text is empty.
  package var isEmpty: Bool { raw == 0 }
}

/// Texts kept once each, as bytes in one arena, found by open addressing.
///
/// At most 4 GiB of text and 2^31 entries.
package struct TextDictionary: Sendable {
  private var arena: [UInt8] = []
  /// End of each text in `arena`; text `n` begins where text `n − 1` ends.
  private var ends: [UInt32] = [0]
  /// By the low bits of the hash: the whole hash above, the code below; 0 = free.
  ///
  /// The empty text needs no slot. With the hash beside the code, growing reads no text, and most
  /// misses neither read a text nor touch other memory.
  private var slots: [UInt64] = [UInt64](repeating: 0, count: 1024)

  /// Makes a dictionary that holds the empty text.
  package init() {}

  /// Takes over gathered texts, of which equal ones may have several codes.
  ///
  /// Adding to it first enters them all; finding one is linear until then.
  init(arena: [UInt8], ends: [UInt32]) {
    self.arena = arena
    self.ends = ends
    slots = []
  }

  /// How many texts it holds, the empty one included; codes are below this.
  package var count: Int { ends.count }

  /// The code of `text`, which is added if it is new.
  package mutating func code(of text: Span<UInt8>) -> TextCode {
    if text.isEmpty { return .empty }
    if slots.isEmpty { enterAll() }
    return code(of: text, hash: Self.hash(text))
  }

  /// The code of a text that is not empty, by its hash.
  private mutating func code(of text: Span<UInt8>, hash: UInt32) -> TextCode {
    let (code, slot) = search(text, hash)
    if let code { return code }
    let new = UInt32(ends.count)
    arena.append(contentsOf: text)
    ends.append(UInt32(arena.count))
    slots[slot] = UInt64(hash) << 32 | UInt64(new)
    if ends.count * 2 > slots.count { grow() }
    return TextCode(raw: new)
  }

  /// Adds to `column` the codes of a column of `cells`, in order of rows.
  ///
  /// Hashes all of them first: then the processor fetches many slots at once, which would keep it
  /// waiting one by one.
  package mutating func appendCodes(
    of cells: CellTable, column: Int, to codes: inout [TextCode]
  ) {
    if slots.isEmpty { enterAll() }
    var asked = InlineArray<128, UInt64>(repeating: 0)
    let mask = slots.count &- 1
    for row in 0..<cells.rowCount {
      let text = cells[row, column]
      if text.isEmpty { continue }
      let hash = Self.hash(text)
      let entry = slots[Int(hash) & mask]
      // The code of the likely entry, and the hash above it.
      asked[row] = UInt64(hash) << 32 | (entry >> 32 == UInt64(hash) ? entry & 0xFFFF_FFFF : 0)
    }
    for row in 0..<cells.rowCount {
      let text = cells[row, column]
      let likely = UInt32(truncatingIfNeeded: asked[row])
      if text.isEmpty {
        codes.append(.empty)
      } else if likely != 0, isEqual(likely, text) {
        codes.append(TextCode(raw: likely))
      } else {
        codes.append(code(of: text, hash: UInt32(truncatingIfNeeded: asked[row] >> 32)))
      }
    }
  }

  /// The code of a string, which is added if it is new.
  package mutating func code(of text: String) -> TextCode {
    let bytes = Array(text.utf8)
    return code(of: bytes.span)
  }

  /// The code of `text`, or nil if the dictionary does not hold it.
  package func find(_ text: Span<UInt8>) -> TextCode? {
    if text.isEmpty { return .empty }
    if !slots.isEmpty { return search(text, Self.hash(text)).code }
    for code in 1..<max(1, UInt32(ends.count)) where isEqual(code, text) {
      return TextCode(raw: code)
    }
    return nil
  }

  /// Enters the texts that were gathered, of equal ones the first.
  private mutating func enterAll() {
    var capacity = 1024
    while capacity < ends.count * 2 { capacity *= 2 }
    slots = [UInt64](repeating: 0, count: capacity)
    for code in 1..<max(1, UInt32(ends.count)) {
      let hash = Self.hash(self[TextCode(raw: code)])
      let found = search(self[TextCode(raw: code)], hash)
      if found.code == nil { slots[found.slot] = UInt64(hash) << 32 | UInt64(code) }
    }
  }

  /// The code of a text that is not empty, or nil and the slot where it belongs.
  @inline(__always)
  private func search(_ text: Span<UInt8>, _ hash: UInt32) -> (code: TextCode?, slot: Int) {
    let mask = slots.count &- 1
    var slot = Int(hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return (nil, slot) }
      let code = UInt32(truncatingIfNeeded: entry)
      if entry >> 32 == UInt64(hash), isEqual(code, text) { return (TextCode(raw: code), slot) }
      slot = (slot &+ 1) & mask
    }
  }

  /// The bytes of a text.
  package subscript(code: TextCode) -> Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let index = Int(code.raw)
      let start = index == 0 ? 0 : Int(ends[index - 1])
      return arena.span.extracting(start..<Int(ends[index]))
    }
  }

  /// The bytes of a text, copied.
  package func bytes(of code: TextCode) -> [UInt8] {
    let index = Int(code.raw)
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return Array(arena[start..<Int(ends[index])])
  }

  /// A text as a string, for messages and reports.
  package func string(_ code: TextCode) -> String {
    String(decoding: bytes(of: code), as: UTF8.self)
  }

  /// Adds every text of `other`; element `n` of the result is the code here of its code `n`.
  package mutating func merge(_ other: TextDictionary) -> [TextCode] {
    var codes: [TextCode] = []
    codes.reserveCapacity(other.count)
    for raw in 0..<UInt32(other.count) { codes.append(code(of: other[TextCode(raw: raw)])) }
    return codes
  }

  /// Whether a code's text is `text`, eight bytes at a time.
  @inline(__always)
  private func isEqual(_ code: UInt32, _ text: Span<UInt8>) -> Bool {
    let start = Int(ends[Int(code) - 1])
    let count = text.count
    guard Int(ends[Int(code)]) - start == count else { return false }
    let own = unsafe arena.span.extracting(start..<start + count).bytes
    let other = unsafe text.bytes
    if count < 8 { return Self.shortWord(own) == Self.shortWord(other) }
    var offset = 0
    while offset < count - 8 {
      // Safe: eight bytes from `offset` are within both, which are equally long.
      let left = unsafe own.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let right = unsafe other.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if left != right { return false }
      offset += 8
    }
    return Self.lastWord(own) == Self.lastWord(other)
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    var larger = [UInt64](repeating: 0, count: mask + 1)
    for entry in slots where entry != 0 {
      var slot = Int(entry >> 32) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = entry
    }
    slots = larger
  }

  /// Multiply and fold, eight bytes at a time; the last eight may overlap those before.
  @inline(__always)
  static func hash(_ text: Span<UInt8>) -> UInt32 {
    let bytes = unsafe text.bytes
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: bytes.byteCount)
    if bytes.byteCount < 8 { return UInt32(truncatingIfNeeded: fold(state, shortWord(bytes))) }
    var offset = 0
    while offset < bytes.byteCount - 8 {
      // Safe: eight bytes from `offset` are within the text.
      state = unsafe fold(state, bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    return UInt32(truncatingIfNeeded: fold(state, lastWord(bytes)))
  }

  /// The last eight bytes of a text of at least eight.
  @inline(__always)
  private static func lastWord(_ bytes: RawSpan) -> UInt64 {
    // Safe: there are at least eight bytes.
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: bytes.byteCount - 8, as: UInt64.self)
  }

  /// All of a text of one to seven bytes; different for different texts of one length.
  @inline(__always)
  private static func shortWord(_ bytes: RawSpan) -> UInt64 {
    let count = bytes.byteCount
    if count >= 4 {
      // Safe: the first four and the last four bytes are within the text.
      let first = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self)
      let last = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return UInt64(first) << 32 | UInt64(last)
    }
    // Safe: there is at least one byte, and half of the count is less than the count.
    let first = unsafe bytes.unsafeLoad(fromByteOffset: 0, as: UInt8.self)
    let middle = unsafe bytes.unsafeLoad(fromByteOffset: count / 2, as: UInt8.self)
    let last = unsafe bytes.unsafeLoad(fromByteOffset: count - 1, as: UInt8.self)
    return UInt64(first) << 16 | UInt64(middle) << 8 | UInt64(last)
  }

  @inline(__always)
  private static func fold(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
