/// Says quickly of most keys that they are not in a set.
///
/// Two bits a key in one word of a table of at least sixteen bits a key: a look costs one miss of
/// the caches, and one or two keys in a hundred that are not there pass. What passes must be looked
/// up properly.
@usableFromInline
package struct KeyFilter: Sendable {
  @usableFromInline var words: [UInt64]
  /// What of a hash is below the number of its word.
  @usableFromInline let shift: UInt64

  /// A filter for about `count` keys.
  package init(count: Int) {
    var bits: UInt64 = 6
    while 64 << bits < count * 16 { bits += 1 }
    shift = 64 - bits
    words = [UInt64](repeating: 0, count: 1 << bits)
  }

  /// The word of a key and its bits there: the upper bits of a hash, and twice the next six.
  @inlinable
  func place(_ key: UInt64) -> (word: Int, bits: UInt64) {
    let hash = key.spread
    return (
      Int(truncatingIfNeeded: hash >> shift),
      1 &<< (hash >> (shift - 6)) | 1 &<< (hash >> (shift - 12))
    )
  }

  /// Adds a key; says whether it may have been there before.
  @inlinable
  @discardableResult
  package mutating func insert(_ key: UInt64) -> Bool {
    let (word, bits) = place(key)
    let wasThere = words[word] & bits == bits
    words[word] |= bits
    return wasThere
  }

  /// Whether a key may have been added; false is certain.
  @inlinable
  package func mayContain(_ key: UInt64) -> Bool {
    let (word, bits) = place(key)
    return words[word] & bits == bits
  }
}
