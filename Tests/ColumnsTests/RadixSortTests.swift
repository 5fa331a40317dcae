import Columns
import TestSupport
import Testing
import Threads

struct RadixSortTests {
  private func sorted(_ keys: [UInt64]) -> [String] {
    var rows = keys.enumerated().map { place, key in
      KeyedRow(key: key, batch: UInt32(place / 7), offset: UInt32(place))
    }
    RadixSort.sort(&rows)
    return rows.map { "\($0.key) \($0.batch) \($0.offset)" }
  }

  /// The same by the standard library, with the place as the last word so that it is stable.
  private func slowlySorted(_ keys: [UInt64]) -> [String] {
    keys.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
      .map { "\($0.element) \($0.offset / 7) \($0.offset)" }
  }

  static let drawnKeys: [[UInt64]] = [
    [], [5], [1, 2, 3], [3, 2, 1], [0, 0, 0], [2, 1, 2, 1, 2], [.max, 0, .max, 1],
    [2047, 2048, 2046, 0, 2049],
    // One bit in each of the six digits.
    [0x8000_0000_0000_0000, 0x800, 0x40_0000, 0x1000_0000_0000, 0x80_0000_0000_0000, 1],
    [0x1_0000_0001, 0x1_0000_0000, 1], [0, 1, 0x8000_0000_0000_0000, 0x4000_0000_0000_0000],
  ]

  @Test(arguments: drawnKeys)
  func `drawn keys are in order, equal ones as they were`(keys: [UInt64]) {
    #expect(sorted(keys) == slowlySorted(keys))
  }

  @Test(arguments: 0..<UInt64(40))
  func `random keys are in order, equal ones as they were`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bits = UInt64.random(in: 1...64, using: &random)
    let keys = (0..<Int.random(in: 0...400, using: &random)).map { _ in
      UInt64.random(in: 0...(.max), using: &random) >> (64 - bits)
    }
    #expect(sorted(keys) == slowlySorted(keys))
  }

  @Test(arguments: 0..<UInt64(20))
  func `rows in groups are in order for any number of workers`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let groups = Int.random(in: 1...30, using: &random)
    let keys = (0..<Int.random(in: 0...2_000, using: &random)).map { _ in
      UInt64.random(in: 0..<UInt64(groups), using: &random) << 36
        | UInt64.random(in: 0..<500, using: &random) << 20
    }
    for workers in 1...3 {
      var rows = keys.enumerated().map { place, key in
        KeyedRow(key: key, batch: UInt32(place / 7), offset: UInt32(place))
      }
      RadixSort.sort(&rows, groupedBy: 36, groups: groups, Workers(count: workers))
      #expect(rows.map { "\($0.key) \($0.batch) \($0.offset)" } == slowlySorted(keys))
    }
  }
}
