/// Looks for bytes in eight bytes at a time.
@usableFromInline
package enum ByteSearch {
  /// Not 0 if and only if some byte of a word is the one looked for.
  ///
  /// The lowest bit that is set is the highest of the first such byte, the first byte being lowest.
  @inlinable @inline(__always)
  package static func find(_ byte: UInt8, in word: UInt64) -> UInt64 {
    // Where it stands a byte becomes 0, and one less than that has its highest bit set.
    let other = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return (other &- 0x0101_0101_0101_0101) & ~other & 0x8080_8080_8080_8080
  }

  /// Not 0 if and only if some byte of a word is below the space: a control character.
  @inlinable @inline(__always)
  package static func findControls(in word: UInt64) -> UInt64 {
    (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
  }

  /// Not 0 if and only if some byte of a word belongs to no ASCII character.
  @inlinable @inline(__always)
  package static func findOthers(in word: UInt64) -> UInt64 { word & 0x8080_8080_8080_8080 }
}
