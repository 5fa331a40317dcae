/// Says quickly of most keys that they are not in a set.
///
/// Two bits a key in a table of at least sixteen bits a key: one key in a hundred that is not there
/// passes. What passes must be looked up properly.
@usableFromInline
package struct KeyFilter: Sendable {
  @usableFromInline var words: [UInt64]
  @usableFromInline let shift: UInt64

  /// A filter for about `count` keys.
  package init(count: Int) {
    var bits: UInt64 = 12
    while 1 << bits < count * 16 { bits += 1 }
    shift = 64 - bits
    words = [UInt64](repeating: 0, count: 1 << (bits - 6))
  }

  @inlinable
  func bit(_ key: UInt64, _ multiplier: UInt64) -> Int {
    Int(truncatingIfNeeded: ((key ^ key >> 29) &* multiplier) >> shift)
  }

  @usableFromInline static let first: UInt64 = 0x9E37_79B9_7F4A_7C15
  @usableFromInline static let second: UInt64 = 0xD6E8_FEB8_6659_FD93

  /// Adds a key; says whether it may have been there before.
  @inlinable
  @discardableResult
  package mutating func insert(_ key: UInt64) -> Bool {
    let one = bit(key, Self.first)
    let other = bit(key, Self.second)
    let wasThere = words[one >> 6] >> UInt64(one & 63) & words[other >> 6] >> UInt64(other & 63)
    words[one >> 6] |= 1 << UInt64(one & 63)
    words[other >> 6] |= 1 << UInt64(other & 63)
    return wasThere & 1 == 1
  }

  /// Whether a key may have been added; false is certain.
  @inlinable
  package func mayContain(_ key: UInt64) -> Bool {
    let one = bit(key, Self.first)
    let other = bit(key, Self.second)
    return words[one >> 6] >> UInt64(one & 63) & words[other >> 6] >> UInt64(other & 63) & 1 == 1
  }
}
