import Records
import TestSupport
import Testing

struct IndexGroupsTests {
  @Test func `each index is in the group that it names, in ascending order`() {
    let named: [Int?] = [3, nil, 0, 3, 64, nil, 3, 127]
    let groups = IndexGroups(count: 128, of: named.count) { named[$0] }
    #expect(Array(groups[3]) == [0, 3, 6])
    #expect(Array(groups[0]) == [2])
    #expect(Array(groups[64]) == [4])
    #expect(Array(groups[127]) == [7])
    #expect(groups[63].isEmpty)
    #expect(groups.isEmpty(63))
    #expect(!groups.isEmpty(64))
    #expect(groups.filledGroups == [0, 3, 64, 127])
    #expect(groups.indexCount == 6)
  }

  @Test func `without an index every group is empty`() {
    let groups = IndexGroups(count: 3, of: 0) { _ in 0 }
    #expect((0..<3).allSatisfy { groups[$0].isEmpty && groups.isEmpty($0) })
    #expect(groups.filledGroups.isEmpty)
    #expect(IndexGroups().filledGroups.isEmpty)
  }

  @Test(arguments: 0..<UInt64(20))
  func `random groups are those of a dictionary`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1...300, using: &random)
    let named: [Int?] = (0..<Int.random(in: 0...400, using: &random)).map { _ in
      Bool.random(using: &random) ? Int.random(in: 0..<count, using: &random) : nil
    }
    let groups = IndexGroups(count: count, of: named.count) { named[$0] }
    let expected = Dictionary(grouping: named.indices, by: { named[$0] })
    for group in 0..<count { #expect(Array(groups[group]) == expected[group] ?? []) }
    #expect(groups.filledGroups == expected.keys.compactMap(\.self).sorted())
  }
}
