import Glibc

/// The text of a number cell.
enum NumberText {
  /// Replaces the text of a number that stands in `bytes` from `start` on by the one it is shown
  /// as; a text that is no number stays.
  static func rewrite(
    _ bytes: inout [UInt8], from start: Int, as format: NumberFormat, countsFrom1904: Bool
  ) {
    trim(&bytes, from: start)
    // Nearly all: digits, shown as they stand. Fifteen of them are exact in a double.
    if format == .plain, isPlainInteger(bytes, from: start) { return }
    guard let number = number(bytes[start...]) else { return }
    let text: String
    switch format {
    case .plain: text = decimal(number)
    case .padded(let count): text = padded(decimal(number), to: count)
    case .date: text = StoredDate.text(number, countsFrom1904: countsFrom1904) ?? decimal(number)
    }
    bytes.removeLast(bytes.count - start)
    bytes.append(contentsOf: text.utf8)
  }

  private static func trim(_ bytes: inout [UInt8], from start: Int) {
    while bytes.count > start, let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    var spaces = start
    while spaces < bytes.count, bytes[spaces] <= 0x20 { spaces += 1 }
    if spaces > start { bytes.removeSubrange(start..<spaces) }
  }

  private static func isPlainInteger(_ bytes: [UInt8], from start: Int) -> Bool {
    let isNegative = start < bytes.count && bytes[start] == UInt8(ascii: "-")
    let first = isNegative ? start + 1 : start
    let count = bytes.count - first
    guard (1...15).contains(count) else { return false }
    if bytes[first] == UInt8(ascii: "0"), count > 1 || isNegative { return false }
    for index in first..<bytes.count where !(0x30...0x39).contains(bytes[index]) { return false }
    return true
  }

  /// The number that a text writes as XML does; nil where it is none, or not finite.
  static func number(_ text: ArraySlice<UInt8>) -> Double? {
    guard text.count <= 64, text.contains(where: { (0x30...0x39).contains($0) }),
      text.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }),
      let number = Double(String(decoding: text, as: UTF8.self)), number.isFinite
    else { return nil }
    return number
  }

  /// The shortest decimal that gives the number again, whole where it is whole and exact.
  ///
  /// Above 2^53, where not every whole number is a double, and below 10^-12, with an exponent:
  /// nothing is made up that the cell does not hold.
  static func decimal(_ number: Double) -> String {
    if number == 0 { return "0" }
    if number.rounded(.towardZero) == number, number.magnitude <= 9_007_199_254_740_992 {
      return String(Int(number))
    }
    // The shortest digits, as 1.5, 1.5e-07 or 1.5e+20.
    let text = number.description
    guard let mark = text.firstIndex(of: "e") else {
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    let exponent = Int(text[text.index(after: mark)...]) ?? 0
    let mantissa = text[..<mark]
    guard exponent < 0, exponent >= -12 else {
      let whole = mantissa.hasSuffix(".0") ? mantissa.dropLast(2) : mantissa
      return "\(whole)E\(exponent < 0 ? "" : "+")\(exponent)"
    }
    let digits = mantissa.filter(\.isNumber)
    let significant = mantissa.hasSuffix(".0") ? digits.dropLast() : digits[...]
    let zeros = String(repeating: "0", count: -exponent - 1)
    return "\(number < 0 ? "-" : "")0.\(zeros)\(significant)"
  }

  /// A whole number with zeros in front, as far as it is short of so many digits.
  private static func padded(_ text: String, to count: Int) -> String {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return text }
    let zeros = String(repeating: "0", count: max(0, count - digits.utf8.count))
    return (text.hasPrefix("-") ? "-" : "") + zeros + digits
  }
}
