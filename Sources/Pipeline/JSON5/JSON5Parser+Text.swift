extension JSON5Parser {
  /// Reads a text in single or double quotes; the cursor stands on the opening quote.
  mutating func parseText() throws(JSON5Error) -> String {
    let start = cursor.position
    let quote = cursor.advance()
    var text = String.UnicodeScalarView()
    while let scalar = cursor.peek() {
      let position = cursor.position
      switch scalar {
      case quote:
        cursor.advance()
        return String(text)
      case "\\":
        cursor.advance()
        if let escaped = try parseEscape(startingAt: position) { text.append(escaped) }
      case "\n", "\r":
        throw JSON5Error("this text is not closed on its line; expected its end quote", at: start)
      default:
        text.append(scalar)
        cursor.advance()
      }
    }
    throw JSON5Error("this text is never closed; expected its end quote", at: start)
  }

  /// Reads what follows a backslash; nil for a line continuation, which stands for nothing.
  private mutating func parseEscape(
    startingAt position: JSON5Position
  ) throws(JSON5Error) -> Unicode.Scalar? {
    if cursor.takeLineEnd() { return nil }
    guard let scalar = cursor.advance() else {
      throw JSON5Error("expected a character behind the \"\\\"", at: position)
    }
    switch scalar {
    case "b": return "\u{08}"
    case "f": return "\u{0C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "v": return "\u{0B}"
    case "x": return Unicode.Scalar(UInt8(truncatingIfNeeded: try parseHexDigits(2)))
    case "u": return try parseUnicodeEscape(startingAt: position)
    case "0" where cursor.peek()?.isJSON5Digit != true: return "\0"
    case "0"..."9":
      throw JSON5Error("an escape cannot be a digit; write \"\\x\" and two digits", at: position)
    default: return scalar
    }
  }

  /// Reads the digits behind `\u`, and a second escape if they are the first half of a pair.
  mutating func parseUnicodeEscape(
    startingAt position: JSON5Position
  ) throws(JSON5Error) -> Unicode.Scalar {
    let first = try parseHexDigits(4)
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, cursor.peek() == "\\", cursor.peek(1) == "u" {
      cursor.advance()
      cursor.advance()
      let second = try parseHexDigits(4)
      if (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw JSON5Error(
      "half a surrogate pair; expected \"\\u\" and the digits of its other half", at: position)
  }

  private mutating func parseHexDigits(_ count: Int) throws(JSON5Error) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = cursor.peek()?.hexadecimalValue else {
        throw expected("\(count) hexadecimal digits")
      }
      value = value << 4 | digit
      cursor.advance()
    }
    return value
  }
}
