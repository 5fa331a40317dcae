extension JSON5Parser {
  /// Reads a number; the cursor stands on its sign, its point or its first digit.
  mutating func parseNumber() throws(JSON5Error) -> Double {
    let isNegative = cursor.peek() == "-"
    if isNegative || cursor.peek() == "+" { cursor.advance() }
    let magnitude = try parseMagnitude()
    if let next = cursor.peek(), next.isJSON5KeyPart {
      throw expected("the end of the number")
    }
    return isNegative ? -magnitude : magnitude
  }

  private mutating func parseMagnitude() throws(JSON5Error) -> Double {
    if let scalar = cursor.peek(), scalar.isJSON5KeyStart {
      let start = self
      switch takeWord() {
      case "Infinity": return .infinity
      case "NaN": return .nan
      default: throw start.expected("a number")
      }
    }
    if cursor.peek() == "0", cursor.peek(1) == "x" || cursor.peek(1) == "X" {
      return try parseHexadecimal()
    }
    return try parseDecimal()
  }

  private mutating func parseHexadecimal() throws(JSON5Error) -> Double {
    cursor.advance()
    cursor.advance()
    guard cursor.peek()?.hexadecimalValue != nil else { throw expected("a hexadecimal digit") }
    var value = 0.0
    while let digit = cursor.peek()?.hexadecimalValue {
      value = value * 16 + Double(digit)
      cursor.advance()
    }
    return value
  }

  private mutating func parseDecimal() throws(JSON5Error) -> Double {
    let start = cursor.position
    let whole = takeDigits()
    if whole.count > 1, whole.hasPrefix("0") {
      throw JSON5Error("a number cannot begin with 0 and another digit", at: start)
    }
    let fraction = cursor.take(".") ? takeDigits() : ""
    guard !(whole.isEmpty && fraction.isEmpty) else { throw expected("a digit") }
    var text = "\(whole.isEmpty ? "0" : whole).\(fraction.isEmpty ? "0" : fraction)"
    if cursor.peek() == "e" || cursor.peek() == "E" {
      cursor.advance()
      text += "e"
      if let sign = cursor.peek(), sign == "+" || sign == "-" {
        text.unicodeScalars.append(sign)
        cursor.advance()
      }
      let exponent = takeDigits()
      guard !exponent.isEmpty else { throw expected("a digit of the exponent") }
      text += exponent
    }
    // The text is digits, point and exponent, so that only a range could fail.
    return Double(text) ?? .infinity
  }

  private mutating func takeDigits() -> String {
    var digits = String.UnicodeScalarView()
    while let scalar = cursor.peek(), scalar.isJSON5Digit {
      digits.append(scalar)
      cursor.advance()
    }
    return String(digits)
  }
}
