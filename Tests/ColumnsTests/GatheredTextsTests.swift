import Columns
import TestSupport
import Testing

struct GatheredTextsTests {
  @Test func `texts of a column have the codes that they would have one by one`() {
    // Each third text is that of the row before; more than one segment holds.
    let texts = (0..<100_000).map { Array("text \($0 - ($0 % 3 == 2 ? 1 : 0))".utf8) }
    let text = PaddedBytes(Array(texts.joined()))
    var table = CellTable(width: 1, text: text)
    var byColumn = GatheredTexts()
    var oneByOne = GatheredTexts()
    var codes: [TextCode] = []
    var start = 0
    for (index, bytes) in texts.enumerated() {
      let field = [Field(start: start, end: start + bytes.count)]
      let isTaken = table.append(field.span)
      #expect(isTaken)
      start += bytes.count
      guard table.isFull || index == texts.count - 1 else { continue }
      let rows = (0..<UInt8(table.rowCount)).map { $0 }
      byColumn.append(table, column: 0, rows: rows.span) { row, code in
        #expect(row == codes.count % CellTable.capacity)
        codes.append(code)
      }
      table.truncate(to: 0)
    }
    let expected = texts.map { oneByOne.append($0.span) }
    let (dictionary, firsts) = byColumn.dictionary()
    let (otherDictionary, otherFirsts) = oneByOne.dictionary()
    for (index, bytes) in texts.enumerated() {
      let code = firsts[Int(codes[index].raw)]
      let other = otherFirsts[Int(expected[index].raw)]
      let isSame = dictionary.bytes(of: code) == bytes && otherDictionary.bytes(of: other) == bytes
      let isRepeated = index % 3 == 2
      let sharesCode = index > 0 && code == firsts[Int(codes[index - 1].raw)]
      if !isSame || isRepeated != sharesCode { Issue.record("text \(index)") }
    }
  }

  @Test(arguments: 0..<UInt64(10))
  func `the first of equal texts stands for all, whoever took them down`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let texts = (0..<3000).map { _ in
      Array("\(Int.random(in: 0..<1500, using: &random))@example.uk".utf8)
    }
    let half = Int.random(in: 0...texts.count, using: &random)
    var first = GatheredTexts()
    var second = GatheredTexts()
    var own: [TextCode] = []
    for text in texts[..<half] { own.append(first.append(text.span)) }
    for text in texts[half...] { own.append(second.append(text.span)) }
    let shift = first.append(contentsOf: second)
    let (dictionary, codes) = first.dictionary()

    var firstSight: [[UInt8]: TextCode] = [:]
    for (place, text) in texts.enumerated() {
      let raw = own[place].raw + (place < half ? 0 : shift)
      let code = codes[Int(raw)]
      #expect(dictionary.bytes(of: code) == text)
      let expected = firstSight[text] ?? TextCode(raw: raw)
      firstSight[text] = expected
      #expect(code == expected)
    }
  }

  @Test func `nothing gathered is a dictionary of the empty text`() {
    let (dictionary, codes) = GatheredTexts().dictionary()
    #expect(dictionary.count == 1)
    #expect(codes == [.empty])
  }

  @Test func `a dictionary of gathered texts can be added to`() {
    var gathered = GatheredTexts()
    for text in ["a@b.uk", "c@d.uk", "a@b.uk"] { _ = gathered.append(Array(text.utf8).span) }
    var dictionary = gathered.dictionary().texts
    #expect(dictionary.find(Array("c@d.uk".utf8).span) == TextCode(raw: 2))
    #expect(dictionary.code(of: "a@b.uk") == TextCode(raw: 1))
    #expect(dictionary.code(of: "e@f.uk") == TextCode(raw: 4))
    #expect(dictionary.find(Array("e@f.uk".utf8).span) == TextCode(raw: 4))
    #expect(dictionary.find(Array("g@h.uk".utf8).span) == nil)
  }
}
