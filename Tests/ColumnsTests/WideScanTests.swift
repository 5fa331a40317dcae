import CMemory
import TestSupport
import Testing

/// Processors with vectors of 32 and of 64 bytes scan in other ways than those without.
struct WideScanTests {
  @Test(.enabled(if: scan_is_wide() != 0, "the processor has no vectors of 32 bytes"))
  func `all ways find the same in a block`() {
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
        if scan_is_whole() == 0 { continue }
        let whole = unsafe scan_whole_row(block, delimiter)
        #expect(Self.words(narrow) == Self.words(whole), "\(block), \(delimiter)")
      }
    }
  }

  @Test(.enabled(if: scan_is_wide() != 0), arguments: 0..<UInt64(100))
  func `all ways cut the same rows`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let telling = Array("aaaaaaaaaaaaaaaaaaaa,,,\n".utf8) + (seed % 2 == 0 ? [0x22, 0x0D] : [])
    var text: [UInt8] = []
    // Short fields, so that a block holds the ends of many, or longer ones.
    let longest = seed % 3 == 0 ? 2 : 20
    for _ in 0..<1000 {
      // Most rows have three fields, so that some are cut.
      let row = (0..<3).map { _ in
        [UInt8](repeating: 0x61, count: Int.random(in: 0...longest, using: &random))
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
      var places = narrowPlaces
      let narrow = unsafe cut_rows(text, position, count, 0x2C, 3, 64, &narrowPlaces)
      let wide = unsafe cut_wide_rows(text, position, count, 0x2C, 3, 64, &places)
      expectSame(narrow, narrowPlaces, wide, places)
      if scan_is_whole() != 0 {
        let whole = unsafe cut_whole_rows(text, position, count, 0x2C, 3, 64, &places)
        expectSame(narrow, narrowPlaces, whole, places)
      }
      position = narrow.count > 0 ? narrow.next : position + 1
    }
  }

  private func expectSame(
    _ rows: cut_rows, _ places: [cut_place], _ otherRows: cut_rows, _ otherPlaces: [cut_place]
  ) {
    #expect(rows.count == otherRows.count && rows.next == otherRows.next)
    let fieldCount = 3 * Int(rows.count)
    #expect(
      places[..<fieldCount].elementsEqual(otherPlaces[..<fieldCount]) {
        $0.start == $1.start && $0.end == $1.end
      })
  }

  private static func words(_ row: scan_row) -> [UInt64] {
    [row.ends, row.lines, row.returns, row.quotes, row.odd, row.foreign]
  }
}
