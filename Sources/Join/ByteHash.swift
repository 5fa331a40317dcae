/// A hash of bytes as they come: FNV-1a of 64 bits.
struct ByteHash {
  /// The same for equal bytes, and mostly different for others.
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes the next byte.
  @inline(__always)
  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
}
