import Columns
import TestSupport
import Testing

struct KeyNumbersTests {
  @Test func `keys are numbered as they come, each once`() {
    var numbers = KeyNumbers()
    #expect([7, 0, .max, 7, 0, 8].map { numbers.number(of: $0) } == [0, 1, 2, 0, 1, 3])
    #expect(numbers.keys == [7, 0, .max, 8])
    #expect(numbers.knownNumber(of: .max) == 2)
    #expect(numbers.knownNumber(of: 9) == nil)
    #expect(numbers.count == 4)
  }

  @Test(arguments: 0..<UInt64(10))
  func `many keys have the numbers that a dictionary gives them`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var numbers = KeyNumbers()
    var expected: [UInt64: Int] = [:]
    for _ in 0..<5_000 {
      // Few keys, near each other or far apart.
      let key = UInt64.random(in: 0..<900, using: &random) &* (seed % 2 == 0 ? 1 : 1 << 50 | 1)
      #expect(numbers.number(of: key) == expected[key, default: expected.count])
      if expected[key] == nil { expected[key] = expected.count }
    }
    #expect(numbers.count == expected.count)
    for (key, number) in expected { #expect(numbers.knownNumber(of: key) == number) }
  }
}
