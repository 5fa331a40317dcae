import CMemory
import TestSupport
import Testing

/// Processors with vectors of 32 bytes scan in another way than those without.
struct WideScanTests {
  @Test(.enabled(if: scan_is_wide() != 0, "the processor has no vectors of 32 bytes"))
  func `both ways find the same in a block`() {
    var random = SplitMix64(seed: 11)
    // Every byte at every place at least once, then blocks of bytes that mean something.
    var blocks = (0..<256).map { byte in (0..<64).map { UInt8(truncatingIfNeeded: byte + $0) } }
    let telling = Array(",;\t|~\n\r\"='+-@ aZ09".utf8) + [0x00, 0x1F, 0x7F, 0x80, 0xA0, 0xC3, 0xFF]
    for _ in 0..<500 {
      blocks.append((0..<64).map { _ in telling[Int.random(in: telling.indices, using: &random)] })
    }
    for block in blocks {
      for delimiter in Array(",;\t|~".utf8) {
        let narrow = unsafe scan_row(block, delimiter)
        let wide = unsafe scan_wide_row(block, delimiter)
        #expect(Self.words(narrow) == Self.words(wide), "\(block), \(delimiter)")
      }
    }
  }

  private static func words(_ row: scan_row) -> [UInt64] {
    [row.ends, row.lines, row.returns, row.quotes, row.odd, row.foreign]
  }
}
