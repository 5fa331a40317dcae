import Columns
import TestSupport
import Testing

struct TextDictionaryTests {
  /// Texts of few letters, so that many come twice; some long, some that only their length or their
  /// last byte tells apart.
  private static func texts(_ random: inout SplitMix64, count: Int) -> [[UInt8]] {
    (0..<count).map { _ in
      switch Int.random(in: 0..<4, using: &random) {
      case 0: [UInt8](repeating: 0, count: Int.random(in: 0...20, using: &random))
      case 1: Array("surname-\(Int.random(in: 0..<2000, using: &random))".utf8)
      case 2:
        [UInt8](repeating: 0x61, count: Int.random(in: 0...70, using: &random))
          + [UInt8.random(in: 0...255, using: &random)]
      default:
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
          UInt8.random(in: 0x60...0x63, using: &random)
        }
      }
    }
  }

  @Test(arguments: 0..<UInt64(10))
  func `codes are those of a plain dictionary that counts first sights`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var dictionary = TextDictionary()
    var plain: [[UInt8]: Int] = [[]: 0]
    var inOrder: [[UInt8]] = [[]]
    for text in Self.texts(&random, count: 4000) {
      let found = dictionary.find(text.span)
      #expect(found.map { Int($0.raw) } == plain[text])
      if plain[text] == nil {
        plain[text] = inOrder.count
        inOrder.append(text)
      }
      let code = dictionary.code(of: text.span)
      #expect(Int(code.raw) == plain[text])
    }
    #expect(dictionary.count == inOrder.count)
    #expect(inOrder.count > 1024, "the table must have grown")
    for (number, text) in inOrder.enumerated() {
      #expect(dictionary.bytes(of: TextCode(raw: UInt32(number))) == text)
    }
  }

  @Test func `runs of codes hold each text but the empty one once, in order`() {
    var dictionary = TextDictionary()
    #expect(dictionary.codeRuns.isEmpty)
    for number in 0..<70_000 { _ = dictionary.code(of: "text \(number)") }
    #expect(dictionary.codeRuns == [1..<65_537, 65_537..<70_001])
    #expect(TextDictionary.runLength == 65_536)
    #expect(dictionary.string(TextCode(raw: 65_537)) == "text 65536")
  }

  @Test func `the empty text is code 0 of every dictionary`() {
    var dictionary = TextDictionary()
    #expect(dictionary.count == 1)
    let empty = dictionary.code(of: "")
    #expect(empty == .empty)
    #expect(find("", in: dictionary) == .empty)
    #expect(dictionary.bytes(of: .empty) == [])
    #expect(TextCode.empty.isEmpty)
    let added = dictionary.code(of: "a")
    #expect(added.raw == 1)
    #expect(dictionary.count == 2)
    #expect(dictionary.string(TextCode(raw: 1)) == "a")
  }

  @Test func `merging gives for each of the other's codes the code here`() {
    var left = TextDictionary()
    var right = TextDictionary()
    for text in ["Smith", "Jones", "Lee"] { _ = left.code(of: text) }
    for text in ["Lee", "Evans", "", "Smith"] { _ = right.code(of: text) }
    let codes = left.merge(right)
    #expect(codes.map(\.raw) == [0, 3, 4, 1])
    #expect(codes.map { left.string($0) } == ["", "Lee", "Evans", "Smith"])
    #expect(left.count == 5)
  }

  private func find(_ text: String, in dictionary: TextDictionary) -> TextCode? {
    let bytes = Array(text.utf8)
    return dictionary.find(bytes.span)
  }

  @Test func `looking a text up does not add it`() {
    let dictionary = TextDictionary()
    #expect(find("Lee", in: dictionary) == nil)
    #expect(dictionary.count == 1)
  }
}

struct ColumnTests {
  @Test func `a text column gives back what was put in, row by row`() {
    let rows = ["", "RA2", "", "é日", String(repeating: "x", count: 500), ""]
    var column = TextColumn()
    for row in rows {
      let bytes = Array(row.utf8)
      column.append(bytes.span)
    }
    #expect(column.count == 6)
    for (number, row) in rows.enumerated() {
      let bytes = Array(row.utf8)
      let isSame = SpanOrder.areEqual(column[number], bytes.span)
      #expect(isSame, "row \(number)")
    }
  }

  @Test(arguments: [
    ("", "", false), ("", "a", true), ("a", "", false), ("a", "a", false), ("a", "b", true),
    ("b", "a", false), ("a", "aa", true), ("aa", "a", false), ("ab", "b", true),
    ("10", "9", true), ("z", "é", true), ("\u{FFFF}", "\u{10000}", true),
  ])
  func `texts are ordered by byte`(left: String, right: String, precedes: Bool) {
    let leftBytes = Array(left.utf8)
    let rightBytes = Array(right.utf8)
    let isBefore = SpanOrder.precedes(leftBytes.span, rightBytes.span)
    let isSame = SpanOrder.areEqual(leftBytes.span, rightBytes.span)
    #expect(isBefore == precedes)
    #expect(isSame == (left == right))
  }

  @Test func `a text is held against a literal byte by byte`() {
    let bytes = Array("yes".utf8)
    let isEqual: [Bool] = [
      SpanOrder.isEqual(bytes.span, to: "yes"), SpanOrder.isEqual(bytes.span, to: "yez"),
      SpanOrder.isEqual(bytes.span, to: "ye"), SpanOrder.isEqual(bytes.span, to: "yes "),
    ]
    #expect(isEqual == [true, false, false, false])
  }
}
