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
  /// The high half of each text's hash, so that growing and most misses read no text.
  private var hashes: [UInt32] = [0]
  /// Codes by hash; 0 = free (the empty text needs no slot).
  private var slots: [UInt32] = [UInt32](repeating: 0, count: 1024)

  /// Makes a dictionary that holds the empty text.
  package init() {}

  /// How many texts it holds, the empty one included; codes are below this.
  package var count: Int { ends.count }

  /// The code of `text`, which is added if it is new.
  package mutating func code(of text: Span<UInt8>) -> TextCode {
    if text.isEmpty { return .empty }
    let hash = Self.hash(text)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let code = slots[slot]
      if hashes[Int(code)] == UInt32(hash >> 32), isEqual(code, text) { return TextCode(raw: code) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let code = UInt32(ends.count)
    arena.append(contentsOf: text)
    ends.append(UInt32(arena.count))
    hashes.append(UInt32(hash >> 32))
    slots[slot] = code
    if ends.count * 2 > slots.count { grow() }
    return TextCode(raw: code)
  }

  /// The code of a string, which is added if it is new.
  package mutating func code(of text: String) -> TextCode {
    let bytes = Array(text.utf8)
    return code(of: bytes.span)
  }

  /// The code of `text`, or nil if the dictionary does not hold it.
  package func find(_ text: Span<UInt8>) -> TextCode? {
    if text.isEmpty { return .empty }
    let hash = Self.hash(text)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let code = slots[slot]
      if hashes[Int(code)] == UInt32(hash >> 32), isEqual(code, text) { return TextCode(raw: code) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
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

  private func isEqual(_ code: UInt32, _ text: Span<UInt8>) -> Bool {
    let start = Int(ends[Int(code) - 1])
    guard Int(ends[Int(code)]) - start == text.count else { return false }
    for index in text.indices where arena[start + index] != text[index] { return false }
    return true
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = [UInt32](repeating: 0, count: mask + 1)
    for code in 1..<UInt32(ends.count) {
      let hash = Self.hash(self[TextCode(raw: code)])
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = code
    }
  }

  /// Multiply and fold, eight bytes at a time.
  private static func hash(_ text: Span<UInt8>) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: text.count)
    let bytes = unsafe text.bytes
    var offset = 0
    while offset + 8 <= bytes.byteCount {
      // Safe: eight bytes from `offset` are within the text.
      state = unsafe fold(state, bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < text.count {
      rest = rest << 8 | UInt64(text[offset])
      offset += 1
    }
    return fold(state, rest)
  }

  private static func fold(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
