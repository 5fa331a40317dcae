import TestSupport
import Testing

import Join

/// What is known of keys without a look at their bytes never says no where their bytes say yes.
@Suite
struct NameFactsTests {
  @Test(arguments: 0..<UInt64(40))
  func `no near name is passed over`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let left = Self.text(&random)
      let right = Bool.random(using: &random) ? Self.text(&random) : Self.edited(left, &random)
      let (one, other) = (NameFacts(left.span), NameFacts(right.span))
      let distance = SlowDistances.distance(left, right)
      for edits in 1...2 where distance <= edits {
        #expect(one.mayBe(within: edits, of: other), "\(left) \(right)")
      }
      if !left.isEmpty, !right.isEmpty {
        #expect(one.similarityBound(other) >= SlowDistances.similarity(left, right) - 1e-12)
      }
      if right.starts(with: left) { #expect(one.mayBegin(other)) }
    }
  }

  @Test(arguments: [
    ("smith", "wilkins", false), ("smith", "smyth", true), ("anna", "ana", true),
    ("smith", "smithers", false), ("abcdef", "ghijkl", false),
  ])
  func `most other names are told apart`(left: String, right: String, mayBeNear: Bool) {
    let (one, other) = (NameFacts(left.utf8.span), NameFacts(right.utf8.span))
    #expect(one.mayBe(within: 2, of: other) == mayBeNear)
  }

  @Test func `a name is only found in letters that hold its own`() {
    #expect(NameFacts("smith".utf8.span).mayBegin(NameFacts("smithers".utf8.span)))
    #expect(!NameFacts("smythe".utf8.span).mayBegin(NameFacts("smithers".utf8.span)))
  }

  /// Up to 80 letters of a small alphabet and some others.
  private static func text(_ random: inout SplitMix64) -> [UInt8] {
    let count = Int.random(in: 0...(Bool.random(using: &random) ? 8 : 60), using: &random)
    return (0..<count).map { _ in UInt8.random(in: 0x61...0x6C, using: &random) }
  }

  /// A text one or two edits away.
  private static func edited(_ text: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var result = text
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let place = Int.random(in: 0...result.count, using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0: result.insert(UInt8.random(in: 0x61...0x7A, using: &random), at: place)
      case 1 where place < result.count: result.remove(at: place)
      default:
        if place + 1 < result.count { result.swapAt(place, place + 1) }
      }
    }
    return result
  }
}
