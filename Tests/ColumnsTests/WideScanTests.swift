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

  @Test(.enabled(if: scan_is_wide() != 0), arguments: 0..<UInt64(100))
  func `both ways cut the same rows`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let telling = Array("aaaaaaaaaaaaaaaaaaaa,,,\n".utf8) + (seed % 2 == 0 ? [0x22, 0x0D] : [])
    var text: [UInt8] = []
    for _ in 0..<1000 {
      // Most rows have three fields, so that some are cut.
      let row = (0..<3).map { _ in
        [UInt8](repeating: 0x61, count: Int.random(in: 0...20, using: &random))
      }
      text += row.joined(separator: [0x2C]) + [0x0A]
      if Int.random(in: 0..<8, using: &random) == 0 {
        text.append(telling[Int.random(in: telling.indices, using: &random)])
      }
    }
    let count = UInt32(text.count)
    text += [UInt8](repeating: 0x0A, count: 64)
    var position: UInt32 = 0
    while position < count {
      var narrowPlaces = [cut_place](repeating: cut_place(), count: 3 * 64 + 65)
      var widePlaces = narrowPlaces
      let narrow = unsafe cut_rows(text, position, count, 0x2C, 3, 64, &narrowPlaces)
      let wide = unsafe cut_wide_rows(text, position, count, 0x2C, 3, 64, &widePlaces)
      #expect(narrow.count == wide.count && narrow.next == wide.next)
      let fieldCount = 3 * Int(narrow.count)
      #expect(
        narrowPlaces[..<fieldCount].elementsEqual(widePlaces[..<fieldCount]) {
          $0.start == $1.start && $0.end == $1.end
        })
      position = narrow.count > 0 ? narrow.next : position + 1
    }
  }

  private static func words(_ row: scan_row) -> [UInt64] {
    [row.ends, row.lines, row.returns, row.quotes, row.odd, row.foreign]
  }
}
