import Columns

/// A text made ready to be compared with many others, bit-parallel on bytes.
///
/// One machine word holds a whole row of the comparison, so a distance costs one step a byte. Texts
/// count up to their 64th byte. The slow, obvious twins stand in the tests; every case runs on
/// both.
package struct BytePattern: Sendable {
  /// For each small letter, by its lower five bits: where the pattern holds it, bit 0 = first byte.
  private var letters = [UInt64](repeating: 0, count: 32)
  /// The same for all other bytes, by value; empty until there is one, as in hardly any name.
  private var others: [UInt64] = []
  /// The pattern, at most ``limit`` bytes.
  private(set) var bytes: [UInt8] = []

  /// How many bytes of a text count.
  static let limit = 64

  /// A pattern of no bytes.
  package init() {}

  /// Takes another text as the pattern.
  package mutating func set(_ text: Span<UInt8>) {
    for byte in bytes {
      if Self.isLetter(byte) { letters[Int(byte & 31)] = 0 } else { others[Int(byte)] = 0 }
    }
    bytes.removeAll(keepingCapacity: true)
    for index in 0..<min(text.count, Self.limit) {
      let byte = text[index]
      bytes.append(byte)
      if Self.isLetter(byte) {
        letters[Int(byte & 31)] |= 1 << UInt64(index)
      } else {
        if others.isEmpty { others = [UInt64](repeating: 0, count: 256) }
        others[Int(byte)] |= 1 << UInt64(index)
      }
    }
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { byte & 0xE0 == 0x60 }

  /// Where the pattern holds a byte.
  @inline(__always)
  private func mask(_ byte: UInt8) -> UInt64 {
    if Self.isLetter(byte) { return letters[Int(byte & 31)] }
    return others.isEmpty ? 0 : others[Int(byte)]
  }

  /// The pattern of a text.
  init(_ text: Span<UInt8>) { set(text) }

  /// Whether one is the beginning of the other.
  func sharesBeginning(with text: Span<UInt8>) -> Bool {
    for index in 0..<min(text.count, bytes.count) where text[index] != bytes[index] {
      return false
    }
    return true
  }

  /// Damerau–Levenshtein distance, each place edited at most once (optimal string alignment).
  ///
  /// Hyyrö's bit vectors: `vertical` and `horizontal` differences of the matrix, 64 cells at once.
  package func distance(to text: Span<UInt8>) -> Int {
    let count = min(text.count, Self.limit)
    if bytes.isEmpty { return count }
    var positive = ~UInt64(0)
    var negative: UInt64 = 0
    var diagonal: UInt64 = 0
    var previous: UInt64 = 0
    var score = bytes.count
    let last = UInt64(1) << UInt64(bytes.count - 1)
    for index in 0..<count {
      let mask = mask(text[index])
      let transposed = ((~diagonal & mask) << 1) & previous
      diagonal = (((mask & positive) &+ positive) ^ positive) | mask | negative | transposed
      var up = negative | ~(diagonal | positive)
      var down = diagonal & positive
      if up & last != 0 { score += 1 }
      if down & last != 0 { score -= 1 }
      up = up << 1 | 1
      down <<= 1
      positive = down | ~(diagonal | up)
      negative = up & diagonal
      previous = mask
    }
    return score
  }

  /// Jaro–Winkler similarity, 0 to 1; a common prefix of up to four bytes lifts it above 0.7.
  package func similarity(to text: Span<UInt8>) -> Double {
    let count = min(text.count, Self.limit)
    if bytes.isEmpty || count == 0 { return bytes.isEmpty && count == 0 ? 1 : 0 }
    let reach = max(0, max(bytes.count, count) / 2 - 1)
    var window = reach >= 63 ? ~UInt64(0) : UInt64(1) << UInt64(reach + 1) &- 1
    var inPattern: UInt64 = 0
    var inText: UInt64 = 0
    for index in 0..<count {
      let mask = mask(text[index]) & window & ~inPattern
      inPattern |= mask & (0 &- mask)
      if mask != 0 { inText |= 1 << UInt64(index) }
      window = index < reach ? window << 1 | 1 : window << 1
    }
    let matches = inText.nonzeroBitCount
    if matches == 0 { return 0 }
    var moved = 0
    while inText != 0 {
      let place = inPattern & (0 &- inPattern)
      if mask(text[inText.trailingZeroBitCount]) & place == 0 { moved += 1 }
      inPattern ^= place
      inText &= inText - 1
    }
    let share = Double(matches)
    let jaro =
      (share / Double(bytes.count) + share / Double(count)
        + (share - Double(moved / 2)) / share) / 3
    guard jaro > 0.7 else { return jaro }
    var prefix = 0
    while prefix < min(4, count, bytes.count), bytes[prefix] == text[prefix] { prefix += 1 }
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }
}
