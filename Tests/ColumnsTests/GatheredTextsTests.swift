import Columns
import TestSupport
import Testing

struct GatheredTextsTests {
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
