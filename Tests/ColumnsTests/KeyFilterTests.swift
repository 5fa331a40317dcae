import Columns
import TestSupport
import Testing

struct KeyFilterTests {
  @Test(arguments: [0, 1, 100, 20_000])
  func `what was added passes, and hardly anything else`(count: Int) {
    var filter = KeyFilter(count: count)
    for key in 0..<UInt64(count) { filter.insert(key &* 1_000_003) }
    #expect((0..<UInt64(count)).allSatisfy { filter.mayContain($0 &* 1_000_003) })
    let strangers = (0..<UInt64(10_000)).count { filter.mayContain($0 &* 1_000_003 &+ 1) }
    #expect(strangers < 300, "one in a hundred, three at the most")
  }

  @Test func `adding says whether the key may have been there`() {
    var filter = KeyFilter(count: 10)
    let isNew = filter.insert(7)
    let isThere = filter.insert(7)
    #expect(!isNew)
    #expect(isThere)
  }
}
