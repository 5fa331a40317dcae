extension UInt64 {
  /// The key multiplied by 2^64 over the golden ratio: keys that differ anywhere differ in the
  /// upper bits, by which tables look for them.
  @inlinable @inline(__always)
  package var spread: UInt64 { (self ^ self >> 29) &* 0x9E37_79B9_7F4A_7C15 }
}
