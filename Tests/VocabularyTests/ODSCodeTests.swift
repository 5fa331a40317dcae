import TestSupport
import Testing
import Vocabulary

struct ODSCodeTests {
  @Test(arguments: [
    ("RA2", "RA2"), ("ra2", "RA2"), ("rA2", "RA2"),
    ("S9B9J", "S9B9J"), ("7", "7"), ("0", "0"), ("Z", "Z"), ("QWERTYUIOP", "QWERTYUIOP"),
    ("0123456789", "0123456789"), ("az09AZ", "AZ09AZ"),
  ])
  func `a code is 1 to 10 letters and digits in upper case`(typed: String, code: String) {
    #expect(ODSCode(typed)?.text == code)
  }

  @Test(arguments: [
    "", "ABCDEFGHIJK", "R A2", " RA2", "RA2 ", "RA-2", "RA2.", "RÄ2", "=RA2", "RA/2", "RA:2",
    "RA@2", "RA[2", "RA`2", "RA{2", "\u{FF32}A2",
  ])
  func `anything else is no code`(typed: String) {
    #expect(ODSCode(typed) == nil)
  }

  @Test func `a missing code has no text`() {
    #expect(ODSCode.missing.isMissing)
    #expect(ODSCode.missing.text == "")
    #expect(ODSCode("A")?.isMissing == false)
  }

  @Test func `codes compare as their texts do`() {
    let sorted = [
      "0", "00", "09", "1", "10", "9ZZZZZZZZZ", "A", "A0", "AA", "AAA", "B", "Z9", "ZZ",
    ]
    let codes = sorted.compactMap { ODSCode($0) }
    #expect(codes.shuffled(seed: 1).sorted().map(\.text) == sorted)
  }

  @Test(arguments: 0..<UInt64(20))
  func `random codes keep their text and their order`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    var texts: [String] = []
    for _ in 0..<100 {
      let length = Int.random(in: 1...10, using: &random)
      texts.append(text((0..<length).map { _ in letters.randomElement(using: &random) ?? 0x30 }))
    }
    let codes = texts.compactMap { ODSCode($0) }
    #expect(codes.map(\.text) == texts)
    #expect(codes.sorted().map(\.text) == texts.sorted { Array($0.utf8).precedes($1.utf8) })
    #expect(codes.map { text($0.characters.bytes) } == texts)
    #expect(ODSCode.missing.characters.count == 0)
    #expect(codes.allSatisfy { ODSCode(raw: $0.raw) == $0 })
  }
}

extension Array where Element == UInt8 {
  /// Byte order, spelt out.
  func precedes(_ other: some Sequence<UInt8>) -> Bool { lexicographicallyPrecedes(other) }
}

extension Array {
  /// The elements in an order that the seed decides.
  func shuffled(seed: UInt64) -> [Element] {
    var random = SplitMix64(seed: seed)
    return shuffled(using: &random)
  }
}
