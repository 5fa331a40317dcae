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
    // A byte that is no one's stands behind each text.
    let text = PaddedBytes(texts.flatMap { $0 + [0x7C] })
    var byColumn = TextDictionary()
    var oneByOne = TextDictionary()
    var codes: [TextCode] = []
    var table = CellTable(width: 1, text: text)
    var start = 0
    for (index, bytes) in texts.enumerated() {
      // Every third cell stands beside the text.
      if index % 3 == 0 {
        table.append(copied: bytes + [0], ends: [bytes.count])
      } else {
        let field = [Field(start: start, end: start + bytes.count)]
        let isTaken = table.append(field.span)
        #expect(isTaken)
      }
      start += bytes.count + 1
      guard table.isFull || index == texts.count - 1 else { continue }
      byColumn.appendCodes(of: table, column: 0, to: &codes)
      table.truncate(to: 0)
    }
    #expect(codes == texts.map { oneByOne.code(of: $0.span) })
    for (code, bytes) in zip(codes, texts) { #expect(byColumn.bytes(of: code) == bytes) }
  }

  @Test func `a row has the cells it was given, copied ones too, and an empty one behind them`() {
    var table = CellTable(width: 2, text: PaddedBytes(Array("Ann,Lee".utf8)))
    let fields = [Field(start: 0, end: 3), Field(start: 4, end: 7)]
    let isTaken = table.append(fields.span)
    #expect(isTaken)
    table.append(copied: Array("Ann O'Hara ".utf8), ends: [3, 10])
    #expect(Self.cells(table) == [["Ann", "Lee", ""], ["Ann", "O'Hara", ""]])
    table.move(1, to: 0)
    table.truncate(to: 1)
    #expect(Self.cells(table) == [["Ann", "O'Hara", ""]])
  }

  @Test func `a row so far from the others that its places do not fit is not taken`() {
    var table = CellTable(width: 1, text: PaddedBytes([0x61]))
    let near = [Field(start: 0, end: 1)]
    let far = [Field(start: 1 << 30, end: 1 << 30 + 1)]
    let across = [Field(start: 0, end: 1 << 30)]
    for (fields, isFirst, isExpected) in [
      (near, true, true), (far, false, false), (across, false, false), (far, true, true),
      (near, false, false), (across, true, false),
    ] {
      if isFirst { table.truncate(to: 0) }
      let isTaken = table.append(fields.span)
      #expect(isTaken == isExpected)
    }
  }

  /// The cells of a table's rows as text.
  private static func cells(_ table: borrowing CellTable) -> [[String]] {
    (0..<table.rowCount).map { row in
      (0...table.width).map { column in
        let cell = table[row, column]
        return String(decoding: cell.indices.map { cell[$0] }, as: UTF8.self)
      }
    }
  }
}
