import TestSupport
import Testing

import Join

@Suite
struct BytePatternTests {
  @Test(arguments: [
    ("smith", "smith", 0), ("smith", "smyth", 1), ("jospeh", "joseph", 1), ("ca", "abc", 3),
    ("reebecca", "rebecca", 1), ("", "abc", 3), ("abc", "", 3), ("kate", "catherine", 6),
  ])
  func `edits are counted, a swap of neighbours as one`(
    left: String, right: String, edits: Int
  ) {
    #expect(Self.distance(left, right) == edits)
  }

  @Test func `similarity has the published values`() {
    // Winkler's own examples: MARTHA and MARHTA, DWAYNE and DUANE, DIXON and DICKSONX.
    #expect(abs(Self.similarity("martha", "marhta") - 0.9611) < 0.0001)
    #expect(abs(Self.similarity("dwayne", "duane") - 0.8400) < 0.0001)
    #expect(abs(Self.similarity("dixon", "dicksonx") - 0.8133) < 0.0001)
    #expect(Self.similarity("abc", "xyz") == 0)
  }

  @Test(arguments: 0..<UInt64(40))
  func `distance and similarity are those of the slow twin`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var pattern = BytePattern()
    for _ in 0..<200 {
      let left = Self.text(&random)
      let right = Self.text(&random)
      pattern.set(left.span)
      let distance = pattern.distance(to: right.span)
      let similarity = pattern.similarity(to: right.span)
      #expect(distance == SlowDistances.distance(left, right))
      #expect(abs(similarity - SlowDistances.similarity(left, right)) < 1e-12)
    }
  }

  @Test func `a pattern forgets the one before it`() {
    var pattern = Self.pattern("williams")
    pattern.set("jones".utf8.span)
    let toSecond = pattern.distance(to: "jones".utf8.span)
    let toFirst = pattern.distance(to: "williams".utf8.span)
    #expect(toSecond == 0)
    #expect(toFirst == SlowDistances.distance(Array("jones".utf8), Array("williams".utf8)))
  }

  private static func distance(_ left: String, _ right: String) -> Int {
    pattern(left).distance(to: right.utf8.span)
  }

  private static func similarity(_ left: String, _ right: String) -> Double {
    pattern(left).similarity(to: right.utf8.span)
  }

  private static func pattern(_ text: String) -> BytePattern {
    var pattern = BytePattern()
    pattern.set(text.utf8.span)
    return pattern
  }

  /// Up to 64 letters of a small alphabet, so that matches, swaps and repeats are frequent.
  private static func text(_ random: inout SplitMix64) -> [UInt8] {
    let count = Int.random(in: 0...(Bool.random(using: &random) ? 8 : 64), using: &random)
    return (0..<count).map { _ in UInt8.random(in: 0x61...0x64, using: &random) }
  }
}
