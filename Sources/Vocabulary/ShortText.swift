/// Up to sixteen ASCII characters in two integers, so that they are written with two stores.
///
/// For the codes, numbers and dates of millions of rows. The first character is in the lowest byte
/// of ``low``; bytes behind the last character say nothing.
@usableFromInline
package struct ShortText: Sendable {
  /// The most characters it can hold.
  @inlinable
  package static var capacity: Int { 16 }

  /// Characters 0 to 7.
  @usableFromInline package let low: UInt64
  /// Characters 8 to 15.
  @usableFromInline package let high: UInt64
  /// How many characters it has, 0 to 16.
  @usableFromInline package let count: Int

  /// Makes a text of its stored form.
  @inlinable
  package init(low: UInt64, high: UInt64, count: Int) {
    precondition(count >= 0 && count <= 16, "a short text has at most sixteen characters")
    self.low = low
    self.high = high
    self.count = count
  }

  /// The text of some ASCII characters, or nil where they are more than sixteen.
  package init?(_ characters: some Collection<UInt8>) {
    guard characters.count <= Self.capacity else { return nil }
    var words: (low: UInt64, high: UInt64) = (0, 0)
    for (place, character) in characters.enumerated() {
      if place < 8 {
        words.low |= UInt64(character) << UInt64(8 * place)
      } else {
        words.high |= UInt64(character) << UInt64(8 * place - 64)
      }
    }
    self.init(low: words.low, high: words.high, count: characters.count)
  }

  /// One of the characters, by its place from 0.
  @inlinable
  package subscript(place: Int) -> UInt8 {
    precondition(place >= 0 && place < count, "the text has no such character")
    return UInt8(truncatingIfNeeded: (place < 8 ? low : high) >> UInt64(8 * (place & 7)))
  }

  /// A copy of the characters.
  package var bytes: [UInt8] { (0..<count).map { self[$0] } }
}

/// Decimal digits of numbers, several at a time.
@usableFromInline
package enum DecimalDigits {
  /// The eight digits of a number below 100,000,000 in ASCII, the first in the lowest byte.
  ///
  /// Halves the number three times, all parts at once: a product and a shift divide each of them.
  @inlinable @inline(__always)
  package static func eight(_ value: UInt32) -> UInt64 {
    precondition(value < 100_000_000, "a number has at most eight digits")
    // Two parts of four digits, then four of two, then eight of one.
    let fours = UInt64(value / 10_000) | UInt64(value % 10_000) << 32
    // Exact for four digits: 10,486 / 2^20 is 0.01 and less than a hundred-thousandth of it more.
    let hundreds = (fours &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let twos = hundreds | (fours &- hundreds &* 100) << 16
    // Exact for two digits: 103 / 2^10 is 0.1 and less than a hundredth of it more.
    let tens = (twos &* 103) >> 10 & 0x000F_000F_000F_000F
    return (tens | (twos &- tens &* 10) << 8) | 0x3030_3030_3030_3030
  }

  /// The two digits of a number below 100 in ASCII, the first in the lowest byte.
  @inlinable @inline(__always)
  package static func two(_ value: UInt32) -> UInt64 {
    precondition(value < 100, "a number has at most two digits")
    let tens = value / 10
    return UInt64(tens | (value &- tens &* 10) << 8) | 0x3030
  }
}
