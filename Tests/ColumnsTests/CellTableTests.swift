import Columns
import TestSupport
import Testing

struct CellTableTests {
  @Test(arguments: 0..<UInt64(20))
  func `texts looked up a column at a time have the codes they have one by one`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    // Few letters and all lengths to 40, so that texts repeat and share their first sixteen bytes.
    let texts = (0..<1000).map { _ in
      [UInt8](
        repeating: UInt8.random(in: 0x61...0x63, using: &random),
        count: Int.random(in: 0...40, using: &random))
    }
    let text = PaddedBytes(texts.flatMap(\.self))
    var byColumn = TextDictionary()
    var oneByOne = TextDictionary()
    var codes: [TextCode] = []
    var table = CellTable(width: 1, text: text)
    var start = 0
    for (index, bytes) in texts.enumerated() {
      let place = [CellTable.Place(start: start, count: bytes.count)]
      table.append(place.span)
      // Every third cell stands beside the text.
      if index % 3 == 0 { table.replace(0, with: bytes.span) }
      start += bytes.count
      guard table.isFull || index == texts.count - 1 else { continue }
      byColumn.appendCodes(of: table, column: 0, to: &codes)
      table.removeAll()
    }
    #expect(codes == texts.map { oneByOne.code(of: $0.span) })
    for (code, bytes) in zip(codes, texts) { #expect(byColumn.bytes(of: code) == bytes) }
  }

  @Test func `a row has the cells it was given, copied ones too`() {
    var table = CellTable(width: 2, text: PaddedBytes(Array("AnnLee".utf8)))
    let places = [CellTable.Place(start: 0, count: 3), CellTable.Place(start: 3, count: 3)]
    table.append(places.span)
    table.append(places.span)
    table.replace(1, with: Array("O'Hara".utf8).span)
    #expect(Array("Lee".utf8).elementsEqual(table[0, 1].indices.map { table[0, 1][$0] }))
    #expect(Array("Ann".utf8).elementsEqual(table[1, 0].indices.map { table[1, 0][$0] }))
    #expect(Array("O'Hara".utf8).elementsEqual(table[1, 1].indices.map { table[1, 1][$0] }))
    #expect(table.rowCount == 2)
  }
}
