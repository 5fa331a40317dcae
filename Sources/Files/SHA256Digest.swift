/// The 32 bytes of a SHA-256, comparable in byte order.
///
/// Kept as four big-endian words so that a table of a million of them needs no allocation each.
package struct SHA256Digest: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number of bytes of every digest.
  package static let byteCount = 32

  /// Bytes 0 to 7 as a big-endian number.
  package let word0: UInt64
  /// Bytes 8 to 15 as a big-endian number.
  package let word1: UInt64
  let word2: UInt64
  let word3: UInt64

  /// Makes a digest of exactly 32 bytes, or nil for another number of bytes.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == SHA256Digest.byteCount else { return nil }
    var words = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    for (index, byte) in bytes.enumerated() {
      switch index / 8 {
      case 0: words.0 = words.0 << 8 | UInt64(byte)
      case 1: words.1 = words.1 << 8 | UInt64(byte)
      case 2: words.2 = words.2 << 8 | UInt64(byte)
      default: words.3 = words.3 << 8 | UInt64(byte)
      }
    }
    (word0, word1, word2, word3) = words
  }

  init(_ words: InlineArray<4, UInt64>) {
    word0 = UInt64(bigEndian: words[0])
    word1 = UInt64(bigEndian: words[1])
    word2 = UInt64(bigEndian: words[2])
    word3 = UInt64(bigEndian: words[3])
  }

  /// The four words as they lie in memory when written byte by byte.
  var bigEndianWords: InlineArray<4, UInt64> {
    [word0.bigEndian, word1.bigEndian, word2.bigEndian, word3.bigEndian]
  }

  /// Makes a digest of 64 hexadecimal digits of either case, or nil for anything else.
  package init?(hexadecimal: String) {
    let digits = Array(hexadecimal.utf8)
    guard digits.count == 2 * SHA256Digest.byteCount else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = SHA256Digest.value(of: digits[index]),
        let low = SHA256Digest.value(of: digits[index + 1])
      else { return nil }
      bytes.append(high << 4 | low)
    }
    self.init(bytes: bytes)
  }

  /// The 32 bytes.
  package var bytes: [UInt8] {
    [word0, word1, word2, word3].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) }
    }
  }

  /// All 64 digits, lower case.
  package var hexadecimal: String { hexadecimal(digits: 64) }

  /// The first `digits` hexadecimal digits, lower case; at most 64.
  package func hexadecimal(digits count: Int) -> String {
    precondition((0...64).contains(count), "a SHA-256 has 64 digits")
    return unsafe String(unsafeUninitializedCapacity: count) { buffer in
      for index in 0..<count {
        let word = [word0, word1, word2, word3][index / 16]
        let nibble = UInt8(truncatingIfNeeded: word >> (60 - 4 * UInt64(index % 16))) & 0xF
        // Safe: index < count, the capacity asked for.
        unsafe buffer[index] = nibble < 10 ? 0x30 + nibble : 0x57 + nibble
      }
      return count
    }
  }

  /// All 64 digits, lower case.
  package var description: String { hexadecimal }

  /// Whether `left` comes first in byte order.
  package static func < (left: SHA256Digest, right: SHA256Digest) -> Bool {
    (left.word0, left.word1, left.word2, left.word3)
      < (right.word0, right.word1, right.word2, right.word3)
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
