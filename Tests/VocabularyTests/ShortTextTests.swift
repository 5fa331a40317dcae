import TestSupport
import Testing
import Vocabulary

@Suite struct ShortTextTests {
  @Test(arguments: ["", "A", "RX1", "12345678", "123456789", "0123456789ABCDEF"])
  func `a short text has the characters it is made of`(text: String) throws {
    let short = try #require(ShortText(text.utf8))
    #expect(short.count == text.utf8.count)
    #expect(short.bytes == Array(text.utf8))
  }

  @Test func `a text of more than sixteen characters is not short`() {
    #expect(ShortText("0123456789ABCDEFG".utf8) == nil)
  }

  @Test(arguments: [
    (0, "00000000"), (7, "00000007"), (99, "00000099"), (100, "00000100"), (9_999, "00009999"),
    (10_000, "00010000"), (12_345_678, "12345678"), (90_909_090, "90909090"),
    (99_999_999, "99999999"),
  ])
  func `eight digits are those of the number`(value: UInt32, digits: String) {
    let text = ShortText(low: DecimalDigits.eight(value), high: 0, count: 8)
    #expect(text.bytes == Array(digits.utf8))
  }

  @Test func `four digits are right wherever they stand, and two`() {
    for value in 0..<UInt32(10_000) {
      let digits = [value / 1_000, value / 100 % 10, value / 10 % 10, value % 10]
        .map { UInt8($0) + 0x30 }
      let both = DecimalDigits.eight(value * 10_000 + value)
      #expect(ShortText(low: both, high: 0, count: 8).bytes == digits + digits)
    }
    for value in 0..<UInt32(100) {
      let text = ShortText(low: DecimalDigits.two(value), high: 0, count: 2)
      #expect(text.bytes == [UInt8(value / 10) + 0x30, UInt8(value % 10) + 0x30])
    }
  }
}
