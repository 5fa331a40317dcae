extension UInt64 {
  /// The key with its bits spread upwards, to where tables look for them.
  ///
  /// It is multiplied by 2^64 over the golden ratio: keys that differ anywhere differ in the upper
  /// bits.
  @inlinable @inline(__always)
  package var spread: UInt64 { (self ^ self >> 29) &* 0x9E37_79B9_7F4A_7C15 }
}
