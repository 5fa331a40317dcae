/// Reads a JSON5 text (json5.org, version 1.0.0) into a tree that knows its lines.
///
/// Our own, because a fault in a pipeline file must be named with its line, a key given twice must
/// be seen, and no file, whatever its bytes, may stop the program otherwise than by a message.
package struct JSON5Parser {
  var cursor: JSON5Cursor
  private var depth = 0

  private init(bytes: [UInt8], limit: Int) throws(JSON5Error) {
    cursor = try JSON5Cursor(bytes: bytes, limit: limit)
  }

  /// The value that `bytes`, UTF-8 with or without a byte order mark, hold.
  ///
  /// - Throws: the first place that is not JSON5, and what was expected there.
  package static func parse(
    _ bytes: [UInt8], limit: Int = JSON5Limits.maximumByteCount
  ) throws(JSON5Error) -> JSON5Value {
    var parser = try JSON5Parser(bytes: bytes, limit: limit)
    try parser.skipSpace()
    let value = try parser.parseValue()
    try parser.skipSpace()
    guard parser.cursor.peek() == nil else {
      throw parser.expected("the end of the file")
    }
    return value
  }

  // MARK: - Values

  private mutating func parseValue() throws(JSON5Error) -> JSON5Value {
    let position = cursor.position
    switch cursor.peek() {
    case "{": return JSON5Value(.object(try parseObject()), at: position)
    case "[": return JSON5Value(.list(try parseList()), at: position)
    case "\"", "'": return JSON5Value(.text(try parseText()), at: position)
    case "+", "-", ".":
      return JSON5Value(.number(try parseNumber()), at: position)
    case .some(let scalar) where scalar.isJSON5Digit:
      return JSON5Value(.number(try parseNumber()), at: position)
    case .some(let scalar) where scalar.isJSON5KeyStart:
      return JSON5Value(try parseWord(), at: position)
    default: throw expected("a value")
    }
  }

  private mutating func parseWord() throws(JSON5Error) -> JSON5Value.Content {
    let start = self
    switch takeWord() {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "Infinity": return .number(.infinity)
    case "NaN": return .number(.nan)
    default: throw start.expected("a value (a text needs quotes)")
    }
  }

  /// Takes the letters and digits that stand here.
  mutating func takeWord() -> String {
    var word = String.UnicodeScalarView()
    while let scalar = cursor.peek(), scalar.isJSON5KeyPart {
      word.append(scalar)
      cursor.advance()
    }
    return String(word)
  }

  private mutating func parseList() throws(JSON5Error) -> [JSON5Value] {
    let line = cursor.position.line
    try enter()
    var values: [JSON5Value] = []
    try skipSpace()
    while !cursor.take("]") {
      values.append(try parseValue())
      try skipSpace()
      if cursor.take(",") {
        try skipSpace()
      } else if cursor.peek() != "]" {
        throw expected("\",\" or \"]\" in the list that begins on line \(line)")
      }
    }
    depth -= 1
    return values
  }

  private mutating func parseObject() throws(JSON5Error) -> [JSON5Member] {
    let line = cursor.position.line
    try enter()
    var members: [JSON5Member] = []
    try skipSpace()
    while !cursor.take("}") {
      let member = try parseMember(objectLine: line)
      members.append(member)
      try skipSpace()
      if cursor.take(",") {
        try skipSpace()
      } else if cursor.peek() != "}" {
        throw expected("\",\" or \"}\" after the value of \(Display.quoted(member.key))")
      }
    }
    depth -= 1
    return members
  }

  private mutating func parseMember(objectLine: Int) throws(JSON5Error) -> JSON5Member {
    let position = cursor.position
    let key = try parseKey(objectLine: objectLine)
    try skipSpace()
    guard cursor.take(":") else {
      let hint = cursor.peek() == "-" ? " (a key with a hyphen needs quotes)" : ""
      throw expected("\":\" after the key \(Display.quoted(key))", hint: hint)
    }
    try skipSpace()
    return JSON5Member(key: key, keyPosition: position, value: try parseValue())
  }

  private mutating func parseKey(objectLine: Int) throws(JSON5Error) -> String {
    switch cursor.peek() {
    case "\"", "'": return try parseText()
    case "\\": break
    case .some(let scalar) where scalar.isJSON5KeyStart: break
    default: throw expected("a key or \"}\" in the object that begins on line \(objectLine)")
    }
    var key = String.UnicodeScalarView()
    while let scalar = cursor.peek() {
      let position = cursor.position
      var part = scalar
      if scalar == "\\" {
        cursor.advance()
        guard cursor.take("u") else { throw expected("\"u\" behind the \"\\\" in a key") }
        part = try parseUnicodeEscape(startingAt: position)
        guard key.isEmpty ? part.isJSON5KeyStart : part.isJSON5KeyPart else {
          throw JSON5Error("this escape is no letter; put the key in quotes", at: position)
        }
      } else if scalar.isJSON5KeyPart {
        cursor.advance()
      } else {
        break
      }
      key.append(part)
    }
    return String(key)
  }

  /// Steps over the bracket that opens a list or object, one level deeper.
  private mutating func enter() throws(JSON5Error) {
    guard depth < JSON5Limits.maximumDepth else {
      throw JSON5Error(
        "nested deeper than \(JSON5Limits.maximumDepth) levels", at: cursor.position)
    }
    depth += 1
    cursor.advance()
  }

  // MARK: - Between tokens

  private mutating func skipSpace() throws(JSON5Error) {
    while let scalar = cursor.peek() {
      if scalar.isJSON5Space {
        cursor.advance()
      } else if scalar == "/", cursor.peek(1) == "/" {
        while let next = cursor.peek(), !next.isJSON5LineEnd { cursor.advance() }
      } else if scalar == "/", cursor.peek(1) == "*" {
        try skipBlockComment()
      } else {
        return
      }
    }
  }

  private mutating func skipBlockComment() throws(JSON5Error) {
    let start = cursor.position
    cursor.advance()
    cursor.advance()
    while let scalar = cursor.advance() {
      if scalar == "*", cursor.take("/") { return }
    }
    throw JSON5Error("this comment is never closed; expected \"*/\"", at: start)
  }

  // MARK: - Errors

  /// The error that `what` was expected where the cursor stands.
  func expected(_ what: String, hint: String = "") -> JSON5Error {
    // What Word and mail make of a quote, where a file went through them.
    let isCurly = cursor.peek().map { "“”„‘’".unicodeScalars.contains($0) } ?? false
    let curly = isCurly ? " (a curly quote of Word or mail: write a straight one)" : ""
    return JSON5Error("expected \(what), found \(found)\(hint)\(curly)", at: cursor.position)
  }

  /// What stands at the cursor: a word, a character or the end of the file.
  private var found: String {
    guard let scalar = cursor.peek() else { return "the end of the file" }
    guard scalar.isJSON5KeyPart else { return Display.quoted(String(scalar)) }
    var ahead = self
    return Display.quoted(ahead.takeWord())
  }
}
