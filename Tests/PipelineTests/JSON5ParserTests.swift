import Pipeline
import TestSupport
import Testing

@Suite struct JSON5ParserTests {
  /// A text and what it holds, written by `compact`.
  struct Reading: CustomTestStringConvertible, Sendable {
    let text: String
    let holds: String

    init(_ text: String, _ holds: String) {
      self.text = text
      self.holds = holds
    }

    var testDescription: String { text }
  }

  static let readings: [Reading] = [
    Reading("null", "null"),
    Reading("true", "true"),
    Reading(" false ", "false"),
    Reading("\u{FEFF}{}", "{}"),
    Reading("{}", "{}"),
    Reading("[]", "[]"),
    Reading("[1,2,]", "[1.0,2.0]"),
    Reading("{a:1,}", "{a:1.0}"),
    Reading("{a:1,a:2}", "{a:1.0,a:2.0}"),
    Reading("{'a b':1,\"c\":2,$d_1:3,né:4}", "{a b:1.0,c:2.0,$d_1:3.0,né:4.0}"),
    Reading("{\\u0061\\u{62}:1}", "error"),
    Reading("{\\u0061b:1}", "{ab:1.0}"),
    Reading("{a\\u0062:1}", "{ab:1.0}"),
    Reading("{a\\u002d:1}", "error"),
    // What may follow in a key but not begin it: marks, digits, connectors, joiners.
    Reading(
      "{e\u{301}:1,a\u{663}:2,a\u{203F}b:3,a\u{200C}b:4,a\u{200D}b:5}",
      "{e\u{301}:1.0,a\u{663}:2.0,a\u{203F}b:3.0,a\u{200C}b:4.0,a\u{200D}b:5.0}"),
    Reading("{\u{301}e:1}", "error"),
    Reading("{\u{663}:1}", "error"),
    Reading("{\u{200C}a:1}", "error"),
    Reading("{a\u{2013}b:1}", "error"),
    Reading("{a-b:1}", "error"),
    Reading("// a\n{/* b\n*/a/**/:/***/1}// c", "{a:1.0}"),
    Reading("{true:1,null:2,Infinity:3}", "{true:1.0,null:2.0,Infinity:3.0}"),
    Reading("\u{A0}\u{2003}\u{B}\u{C}\u{2028}1", "1.0"),
    // numbers
    Reading("[0,-0,+1,12]", "[0.0,-0.0,1.0,12.0]"),
    Reading("[.5,5.,-.5,+5.25]", "[0.5,5.0,-0.5,5.25]"),
    Reading("[1e3,1E+3,1.5e-1,5.e1]", "[1000.0,1000.0,0.15,50.0]"),
    Reading("[0x1F,-0XaB]", "[31.0,-171.0]"),
    Reading("[Infinity,-Infinity,+Infinity,NaN]", "[inf,-inf,inf,nan]"),
    Reading("1e999", "inf"),
    Reading(".", "error"),
    Reading("01", "error"),
    Reading("1e", "error"),
    Reading("0x", "error"),
    Reading("1x5", "error"),
    Reading("1a", "error"),
    Reading("--1", "error"),
    Reading("+ 1", "error"),
    Reading("- Infinity", "error"),
    // texts
    Reading("'a\"b'", "\"a\"b\""),
    Reading("\"a'b\"", "\"a'b\""),
    Reading("'\\'\\\"\\\\\\/\\a'", "\"'\"\\/a\""),
    Reading("'\\b\\f\\n\\r\\t\\v\\0'", "\"\u{8}\u{C}\n\r\t\u{B}\0\""),
    Reading("'\\x41\\u00e9\\uD83D\\uDE00'", "\"Aé😀\""),
    Reading("'a\\\nb\\\r\nc\\\rd\\\u{2028}e'", "\"abcde\""),
    Reading("'a\u{2028}b'", "\"a\u{2028}b\""),
    Reading("'\\uD83D'", "error"),
    Reading("'\\uDE00'", "error"),
    Reading("'\\uD83D\\u0041'", "error"),
    Reading("'\\uD83D\\xDE00'", "error"),
    Reading("'\\1'", "error"),
    Reading("'\\01'", "error"),
    Reading("'\\xG0'", "error"),
    Reading("'\\u12'", "error"),
    Reading("'a\nb'", "error"),
    Reading("'a\\\n\nb'", "error"),
    Reading("'a", "error"),
    Reading("'a\\", "error"),
    // structure
    Reading("", "error"),
    Reading("[,]", "error"),
    Reading("[1,,2]", "error"),
    Reading("[1 2]", "error"),
    Reading("{,}", "error"),
    Reading("{a}", "error"),
    Reading("{a:}", "error"),
    Reading("{a:1 b:2}", "error"),
    Reading("{1:2}", "error"),
    Reading("{access-codes:1}", "error"),
    Reading("[1}", "error"),
    Reading("{} {}", "error"),
    Reading("yes", "error"),
    Reading("/* a", "error"),
    Reading("/ 1", "error"),
    Reading("/ */1", "error"),
    Reading("/* a/b **/1", "1.0"),
  ]

  @Test(arguments: readings)
  func `a text is read as JSON5 says, or refused`(_ reading: Reading) {
    let read: String
    do {
      read = compact(try JSON5Parser.parse(Array(reading.text.utf8)))
    } catch {
      read = "error"
    }
    #expect(read == reading.holds)
  }

  /// A text that is no JSON5, the place that must be named and what is wrong there.
  struct Refusal: CustomTestStringConvertible, Sendable {
    let text: String
    let line: Int
    let column: Int
    let problem: String

    var testDescription: String { text }
  }

  static let refusals: [Refusal] = [
    Refusal(
      text: "{\n  join { a: 1 } }", line: 2, column: 8,
      problem: "expected \":\" after the key \"join\", found \"{\""),
    Refusal(
      text: "{ access-codes: 1 }", line: 1, column: 9,
      problem: """
        expected ":" after the key "access", found "-" (a key with a hyphen needs quotes)
        """),
    Refusal(
      text: "{\r\n a: 1\r b: 2 }", line: 3, column: 2,
      problem: "expected \",\" or \"}\" after the value of \"a\", found \"b\""),
    Refusal(
      text: "[\n1\n", line: 3, column: 1,
      problem:
        "expected \",\" or \"]\" in the list that begins on line 1, found the end of the file"),
    Refusal(
      text: "{ a: 1,", line: 1, column: 8,
      problem: """
        expected a key or "}" in the object that begins on line 1, found the end of the file
        """),
    Refusal(
      text: "{ a: yes }", line: 1, column: 6,
      problem: "expected a value (a text needs quotes), found \"yes\""),
    Refusal(
      text: "é}", line: 1, column: 1, problem: "expected a value (a text needs quotes), found \"é\""
    ),
    Refusal(
      text: "{ a: “b” }", line: 1, column: 6,
      problem: """
        expected a value, found "“" (a curly quote of Word or mail: write a straight one)
        """),
    Refusal(text: "\u{1}", line: 1, column: 1, problem: "expected a value, found \"\\u{1}\""),
    Refusal(
      text: "{\n a: \"b\n}", line: 2, column: 5,
      problem: "this text is not closed on its line; expected its end quote"),
    Refusal(
      text: "[1, /* 2", line: 1, column: 5,
      problem: "this comment is never closed; expected \"*/\""),
  ]

  @Test(arguments: refusals)
  func `an error names the place and what was expected`(_ refusal: Refusal) {
    let position = JSON5Position(line: refusal.line, column: refusal.column)
    #expect(throws: JSON5Error(refusal.problem, at: position)) {
      try JSON5Parser.parse(Array(refusal.text.utf8))
    }
  }

  @Test func `keys and values know where they stand`() throws {
    let value = try JSON5Parser.parse(Array("// é\r\n{\r  é: [1,\n 'b'] }".utf8))
    guard case .object(let members) = value.content, let member = members.first,
      case .list(let items) = member.value.content
    else {
      Issue.record("not an object with a list: \(value)")
      return
    }
    #expect(value.position == JSON5Position(line: 2, column: 1))
    #expect(member.keyPosition == JSON5Position(line: 3, column: 3))
    #expect(member.value.position == JSON5Position(line: 3, column: 6))
    #expect(items.map(\.position.line) == [3, 4])
    #expect(items.map(\.position.column) == [7, 2])
  }

  @Test func `bytes that are not UTF-8 are refused with their line`() {
    let bytes = Array("{\n a: '".utf8) + [0xE9] + Array("' }".utf8)
    #expect(
      throws: JSON5Error(
        "these bytes are not UTF-8; save the file as UTF-8", at: JSON5Position(line: 2, column: 6))
    ) {
      try JSON5Parser.parse(bytes)
    }
    #expect(throws: JSON5Error.self) { try JSON5Parser.parse([0xFF, 0xFE, 0x7B, 0, 0x7D, 0]) }
  }

  @Test func `as many bytes as the limit are read, no more`() throws {
    let bytes = Array("{a:1}".utf8)
    #expect(compact(try JSON5Parser.parse(bytes, limit: 5)) == "{a:1.0}")
    #expect(throws: JSON5Error.self) { try JSON5Parser.parse(bytes, limit: 4) }
  }

  @Test func `64 levels are read, 65 refused`() throws {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    _ = try JSON5Parser.parse(Array(deep.utf8))
    #expect(throws: JSON5Error.self) { try JSON5Parser.parse(Array("[\(deep)]".utf8)) }
    #expect(throws: JSON5Error.self) {
      try JSON5Parser.parse(Array(repeating: UInt8(ascii: "["), count: 1 << 20))
    }
    #expect(throws: JSON5Error.self) {
      try JSON5Parser.parse(Array(repeating: UInt8(ascii: " "), count: (1 << 20) + 1))
    }
  }

  @Test(arguments: 0..<UInt64(200))
  func `no bytes stop the program`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let pieces = Array(
      "{}[]:,\"'\\/*+-.0123456789xeEuNaInfinity \n\r\t\u{FEFF}\u{2028}é😀\u{301}".utf8)
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...200, using: &generator) {
      let isAny = Int.random(in: 0..<20, using: &generator) == 0
      bytes.append(
        isAny
          ? UInt8.random(in: 0...255, using: &generator)
          : pieces[Int.random(in: 0..<pieces.count, using: &generator)])
    }
    do {
      _ = try JSON5Parser.parse(bytes)
    } catch {
      #expect(error.position.line >= 1 && error.position.column >= 1)
      #expect(!error.problem.contains("\n"))
    }
  }
}

/// The tree on one line: keys without quotes, texts in double quotes, numbers as Swift prints them.
func compact(_ value: JSON5Value) -> String {
  switch value.content {
  case .null: "null"
  case .boolean(let flag): "\(flag)"
  case .number(let number): "\(number)"
  case .text(let text): "\"\(text)\""
  case .list(let items): "[\(items.map(compact).joined(separator: ","))]"
  case .object(let members):
    "{\(members.map { "\($0.key):\(compact($0.value))" }.joined(separator: ","))}"
  }
}
