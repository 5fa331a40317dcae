/// The number of an employee, unique only within one organisation: 8 to 10 digits.
///
/// Shorter numbers are padded with zeros on the left to eight, because spreadsheets eat them
/// (contract section 1). Held left-aligned with the length behind it, so that integers compare as
/// the texts do.
@usableFromInline
package struct EmployeeNumber: Hashable, Sendable, Comparable {
  /// Digits left-aligned in ten places, times 4, plus length − 8, plus 1; 0 = missing; below 2^36.
  @usableFromInline package let raw: UInt64

  /// No number: an empty cell, or one that could not be read.
  @inlinable package static var missing: EmployeeNumber { EmployeeNumber(raw: 0) }

  /// How many bits ``raw`` may use.
  package static let rawBitCount = 36

  /// Makes a number of its packed form, as stored in a column.
  @inlinable
  package init(raw: UInt64) { self.raw = raw }

  /// Reads a trimmed cell; nil if it holds no employee number.
  ///
  /// Spaces go, a suffix `-` and one or two digits goes (it belongs to an assignment number), a
  /// trailing `.0` goes; `1.2345678E+07` is read if no digit of the integer is lost.
  package init?(_ text: Span<UInt8>) {
    if text.count == 8, let value = DigitWord(text, at: 0).value {
      self.init(eightDigits: value)
    } else if let other = Self.other(text) {
      self = other
    } else {
      return nil
    }
  }

  /// Reads a cell that holds more or less than eight digits: by itself, so that those which hold
  /// nothing else are read quickly.
  @inline(never)
  private static func other(_ text: Span<UInt8>) -> EmployeeNumber? {
    if let plain = plainDigits(text) { return plain }
    var cleaned: [UInt8] = []
    var index = 0
    while index < text.count {
      let space = WhiteSpace.length(in: text, at: index)
      if space > 0 {
        index += space
      } else {
        cleaned.append(text[index])
        index += 1
      }
    }
    if let integer = integerOfScientificNotation(cleaned) { cleaned = integer }
    removeAssignmentSuffix(&cleaned)
    if cleaned.count > 2, cleaned.suffix(2).elementsEqual(".0".utf8) { cleaned.removeLast(2) }
    return plainDigits(cleaned.span)
  }

  /// Reads a number from a string as from a cell.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes.span)
  }

  /// Whether there is no number.
  @inlinable
  package var isMissing: Bool { raw == 0 }

  /// Whether both are the same.
  @inlinable
  package static func == (left: EmployeeNumber, right: EmployeeNumber) -> Bool {
    left.raw == right.raw
  }

  /// The 8 to 10 digits as ASCII bytes; empty when missing.
  package var bytes: [UInt8] { digits.bytes }

  /// The 8 to 10 digits; none when missing.
  @inlinable @inline(__always)
  package var digits: ShortText {
    guard raw != 0 else { return ShortText(low: 0, high: 0, count: 0) }
    let value = (raw - 1) >> 2
    return ShortText(
      low: DecimalDigits.eight(UInt32(truncatingIfNeeded: value / 100)),
      high: DecimalDigits.two(UInt32(truncatingIfNeeded: value % 100)),
      count: Int((raw - 1) & 3) + 8)
  }

  /// Appends the digits to a buffer; nothing when missing.
  package func append(to buffer: inout [UInt8]) {
    let digits = digits
    for place in 0..<digits.count { buffer.append(digits[place]) }
  }

  /// The digits as text; empty when missing.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Orders numbers as their texts by byte.
  @inlinable
  package static func < (left: EmployeeNumber, right: EmployeeNumber) -> Bool {
    left.raw < right.raw
  }

  /// The number of eight digits that make an integer.
  private init(eightDigits value: UInt64) { self.init(raw: value * 100 << 2 | 1) }

  /// The number that 1 to 10 digits and nothing else are.
  private static func plainDigits(_ text: Span<UInt8>) -> EmployeeNumber? {
    if text.count == 8 {
      return DigitWord(text, at: 0).value.map(EmployeeNumber.init(eightDigits:))
    }
    guard (1...10).contains(text.count) else { return nil }
    var value: UInt64 = 0
    for index in text.indices {
      let digit = text[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value * 10 + UInt64(digit)
    }
    let length = max(8, text.count)
    if length == 8 { value *= 100 } else if length == 9 { value *= 10 }
    return EmployeeNumber(raw: value << 2 | UInt64(length - 8) + 1)
  }

  private static func removeAssignmentSuffix(_ text: inout [UInt8]) {
    guard let dash = text.lastIndex(of: .dash) else { return }
    let digits = text[(dash + 1)...]
    if (1...2).contains(digits.count), digits.allSatisfy(\.isDigit) {
      text.removeSubrange(dash...)
    }
  }

  /// The digits of `1.2345678E+07`; nil if it is no such number or has lost digits.
  private static func integerOfScientificNotation(_ text: [UInt8]) -> [UInt8]? {
    guard let e = text.firstIndex(where: { $0.lowercased == UInt8(ascii: "e") }) else { return nil }
    var exponentDigits = text[(e + 1)...]
    if exponentDigits.first == .plus { exponentDigits = exponentDigits.dropFirst() }
    guard (1...3).contains(exponentDigits.count), exponentDigits.allSatisfy(\.isDigit) else {
      return nil
    }
    let exponent = exponentDigits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    let mantissa = text[..<e]
    let point = mantissa.firstIndex(of: .stop) ?? e
    let whole = mantissa[..<point]
    let fraction = mantissa[min(point + 1, e)...]
    guard !whole.isEmpty, whole.allSatisfy(\.isDigit), fraction.allSatisfy(\.isDigit) else {
      return nil
    }
    let digits = Array(whole) + Array(fraction)
    let integerLength = whole.count + exponent
    guard integerLength <= digits.count else { return nil }
    guard digits[integerLength...].allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
    let integer = digits[..<integerLength].drop { $0 == UInt8(ascii: "0") }
    return integer.isEmpty ? [UInt8(ascii: "0")] : Array(integer)
  }
}
