import TestSupport
import Testing
import Vocabulary

struct EmployeeNumberTests {
  @Test func `eight bytes are a number as they stand if all of them are digits`() {
    for place in 0..<8 {
      for byte in UInt8(0x21)...0x7E where !"-.Ee+".utf8.contains(byte) {
        var bytes = Array("90718253".utf8)
        bytes[place] = byte
        let isNumber = (0x30...0x39).contains(byte)
        #expect(cell(text(bytes)) { EmployeeNumber($0)?.text } == (isNumber ? text(bytes) : nil))
      }
    }
  }

  @Test(arguments: [
    ("12345678", "12345678"),
    ("123456789", "123456789"),
    ("1234567890", "1234567890"),
    // Excel eats leading zeros.
    ("1234567", "01234567"),
    ("1", "00000001"),
    ("0", "00000000"),
    ("00012345", "00012345"),
    ("0000000001", "0000000001"),
    // Spaces go, whatever kind they are.
    ("1234 5678", "12345678"),
    ("12\u{A0}34\u{2009}56\u{FEFF}78", "12345678"),
    ("1 2 3", "00000123"),
    // An assignment's suffix goes.
    ("12345678-2", "12345678"),
    ("12345678-12", "12345678"),
    ("12345678 - 2", "12345678"),
    ("123-4", "00000123"),
    // So does what a spreadsheet adds.
    ("12345678.0", "12345678"),
    ("123.0", "00000123"),
    ("12345678.0-2", "12345678"),
    // A number that a spreadsheet shows in short, with every digit still there.
    ("1.2345678E+07", "12345678"),
    ("9.0000001E+07", "90000001"),
    ("1.23456789E+08", "123456789"),
    ("1.234567891E+09", "1234567891"),
    ("1.2E+01", "00000012"),
  ])
  func `a number is read in any of its forms`(typed: String, number: String) {
    #expect(EmployeeNumber(typed)?.text == number)
  }

  @Test(arguments: [
    "", " ", "12345678901", "00000000001", "1234567A", "A1234567", "+12345678", "-1", "1-",
    // Three digits behind the hyphen are no suffix, and only one suffix goes.
    "12345678-123", "12345678-", "12345678-A", "12345678-1-2", "-12",
    // Only one trailing `.0`, and nothing else behind a point.
    "12345678.00", "12345678.5", "12345678.0.0", "12345678.", ".0", "12345678-2.0",
    // Digits are lost, or there are too many.
    "1.25E+01", "1.23E+07", "1.234567E+07", "1E+07", "1.2345678901E+10", "1.2345678E-07", "E+07",
    "1.2E",
    "1.2345678E+07X", "1.23456 E+O7", "\u{FF11}2345678", "N/A", "'12345678",
  ])
  func `anything else is no number`(typed: String) {
    #expect(EmployeeNumber(typed) == nil)
  }

  @Test func `a missing number has no text and is before every other`() throws {
    #expect(EmployeeNumber.missing.isMissing)
    #expect(EmployeeNumber.missing.text == "")
    let zero = try #require(EmployeeNumber("0"))
    #expect(!zero.isMissing)
    #expect(EmployeeNumber.missing < zero)
  }

  @Test func `numbers of different lengths compare as texts, not as integers`() {
    let sorted = ["00000000", "000000000", "0000000000", "00000001", "10000000", "100000000", "9"]
      .map { EmployeeNumber($0)?.text ?? "" }.sorted { Array($0.utf8).precedes($1.utf8) }
    let numbers = sorted.compactMap { EmployeeNumber($0) }
    #expect(numbers.shuffled(seed: 2).sorted().map(\.text) == sorted)
    #expect(
      EmployeeNumber("123456789").map { $0 < EmployeeNumber("20000000") ?? .missing } == true)
  }

  @Test(arguments: 0..<UInt64(20))
  func `random numbers keep their text and their order`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var texts: [String] = []
    for _ in 0..<100 {
      let length = Int.random(in: 8...10, using: &random)
      // Few different digits, so that beginnings are shared.
      texts.append(
        text((0..<length).map { _ in [0x30, 0x31, 0x39].randomElement(using: &random) ?? 0 }))
    }
    let numbers = texts.compactMap { EmployeeNumber($0) }
    #expect(numbers.map(\.text) == texts)
    #expect(numbers.sorted().map(\.text) == texts.sorted { Array($0.utf8).precedes($1.utf8) })
    #expect(numbers.allSatisfy { $0.raw >> EmployeeNumber.rawBitCount == 0 })
    #expect(numbers.map { text($0.digits.bytes) } == texts)
    #expect(EmployeeNumber.missing.digits.count == 0)
  }
}
