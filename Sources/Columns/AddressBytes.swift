import CMemory

/// Which bytes of a short text may stand in an email address: bit `n` says something of byte `n`.
package struct AddressBytes {
  /// How many bytes the text has, 64 at most.
  package let count: Int
  /// `@`.
  package let ats: UInt64
  /// `.`.
  package let dots: UInt64
  /// Lower-case letters, digits, and `-` `_` `'` `+`.
  package let others: UInt64

  /// Looks at the text of `count` bytes at `start` of `room`.
  ///
  /// - Precondition: 64 bytes stand behind `start`, whatever they are.
  @inline(__always)
  init(at start: Int, count: Int, of room: Span<UInt8>) {
    precondition(start >= 0 && start + 64 <= room.count && count <= 64, "texts are padded")
    let found = unsafe room.withUnsafeBufferPointer { bytes in
      // Safe: 64 bytes from `start` are within the room, which is not empty.
      guard let base = bytes.baseAddress else { return scan_address() }
      return unsafe scan_address(base + start, Int32(count))
    }
    let all: UInt64 = count == 0 ? 0 : ~0 >> UInt64(64 - count)
    self.count = count
    ats = found.ats & all
    dots = found.dots & all
    others = found.others & all
  }
}
