import Testing
import Vocabulary

struct NINumberTests {
  private func number(_ typed: String, allowsSynthetic: Bool = false) -> NINumber? {
    cell(typed) { NINumber($0, allowsSynthetic: allowsSynthetic) }
  }

  @Test(arguments: [
    "AB123456C", "AB123456A", "AB123456D", "AB123456", "ab123456c", "AB 12 34 56 C",
    "AB-12-34-56-C", "ab\u{A0}123456\u{2007}b", " AB123456",
  ])
  func `a number is compared on its first eight characters`(typed: String) {
    #expect(number(typed) != nil)
    #expect(number(typed) == number("AB123456"))
  }

  @Test(arguments: [
    "", "AB12345", "AB1234567", "AB123456E", "AB123456Z", "AB1234561", "AB123456CC", "A1123456C",
    "1B123456C", "ABC23456C", "AB12345OC", "AB.123456", "ÄB123456C", "AB12345٦",
  ])
  func `a number has two letters, six digits, and one of A to D or nothing`(typed: String) {
    #expect(number(typed) == nil)
    #expect(number(typed, allowsSynthetic: true) == nil)
  }

  @Test func `each byte reads as it does between spaces, where nothing is read at once`() {
    for place in 0..<9 {
      for byte in UInt8(0x20)...0x7E {
        var bytes = Array("AB123456C".utf8)
        bytes[place] = byte
        let spaced = "\(text(Array(bytes[..<4]))) \(text(Array(bytes[4...])))"
        #expect(number(text(bytes)) == number(spaced), "\(spaced)")
      }
    }
  }

  @Test func `every pair of first letters is given out or not`() {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    var wrong: [String] = []
    for first in letters {
      for second in letters {
        let prefix = "\(first)\(second)"
        let isGivenOut =
          !"DFIQUV".contains(first) && !"DFIOQUV".contains(second)
          && !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(prefix)
        if (number(prefix + "123456C") != nil) != isGivenOut { wrong.append(prefix) }
        let isValid = isGivenOut || first == "Q"
        if (number(prefix + "123456C", allowsSynthetic: true) != nil) != isValid {
          wrong.append("synthetic \(prefix)")
        }
      }
    }
    #expect(wrong == [])
  }

  @Test func `different numbers are different, and none is missing`() {
    #expect(number("AB123456") != number("AB123457"))
    #expect(number("AB123456") != number("AC123456"))
    #expect(number("AB123456")?.isMissing == false)
    #expect(NINumber.missing.isMissing)
  }
}
