import Columns
import TestSupport
import Testing

struct RecordScannerTests {
  /// A text and the records it must be cut into, as `line:field|field`, with `*n` for a record of
  /// n lines, `!` for a misplaced quote, `blank`, and `?n` for a quote of line n never closed.
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let records: [String]

    init(_ text: String, _ records: String...) {
      self.text = text
      self.records = records
    }

    var testDescription: String { text.debugDescription }
  }

  static let cases: [Case] = [
    Case(""),
    Case("a", "1:a"),
    Case("a\n", "1:a"),
    Case("a,b\n", "1:a|b"),
    Case("a,\n", "1:a|"),
    Case("a,", "1:a|"),
    Case(",", "1:|"),
    Case(",,\n,", "1:||", "2:|"),
    // Line ends, mixed.
    Case("a\nb\r\nc\rd", "1:a", "2:b", "3:c", "4:d"),
    Case("a\r\n", "1:a"),
    Case("a\r", "1:a"),
    Case("a\n\rb", "1:a", "2:blank", "3:b"),
    Case("a\r\r\nb", "1:a", "2:blank", "3:b"),
    // Blank lines are records without a character.
    Case("\n", "1:blank"),
    Case("\r\n\r\n", "1:blank", "2:blank"),
    Case("\na\n\nb\n", "1:blank", "2:a", "3:blank", "4:b"),
    Case(" \n", "1: "),
    Case("\"\"\n", "1:"),
    // Quoted fields.
    Case("\"a\",\"b\"\n", "1:a|b"),
    Case("\"a,b\",c", "1:a,b|c"),
    Case("\"\",\"\"", "1:|"),
    Case("\"a\"\"b\"", "1:a\"b"),
    Case("\"\"\"\"", "1:\""),
    Case("\"\"\"a\"\"\"\n", "1:\"a\""),
    Case("\"\"\"\"\"\"\"\"", "1:\"\"\""),
    // Line ends in quotes belong to the field and count as lines.
    Case("\"a\nb\"\nc", "1*2:a\nb", "3:c"),
    Case("\"a\r\nb\rc\n\"\nd", "1*4:a\r\nb\rc\n", "5:d"),
    Case("a,\"\n\n\",b\nc", "1*3:a|\n\n|b", "4:c"),
    Case("\"a\r\"\nb", "1*2:a\r", "3:b"),
    // Inside an unquoted field a quote is an ordinary character.
    Case("a\"b\",c\n", "1:a\"b\"|c"),
    Case("a\"\nb", "1:a\"", "2:b"),
    Case(" \"a,b\"", "1: \"a|b\""),
    // Something behind a closing quote; the rest is read as unquoted.
    Case("\"a\"b,c\n", "1!:a|c"),
    Case("\"a\" ,c\nd", "1!:a|c", "2:d"),
    Case("\"a\"b\"c\",d", "1!:a|d"),
    Case("\"a\"b\"\nc", "1!:a", "2:c"),
    Case("\"a\"b,\"c\nd\"\ne", "1!*2:a|c\nd", "3:e"),
    Case("x,\"a\"\"\"b", "1!:x|a\""),
    // A quote that is never closed.
    Case("\"a", "?1"),
    Case("\"", "?1"),
    Case("a\nb,\"c\nd\n", "1:a", "?2"),
    Case("\"a\nb\",\"c\n", "?2"),
    Case("\"a\"\"", "?1"),
    Case("\"a\r\nb\rc\",\"", "?3"),
  ]

  private static func drawn(_ record: ReferenceRecord) -> String {
    if let line = record.unclosedLine { return "?\(line)" }
    let fields = record.fields.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|")
    let marks = (record.isMisplaced ? "!" : "") + (record.lines > 1 ? "*\(record.lines)" : "")
    return "\(record.line)\(marks):\(record.isBlank ? "blank" : fields)"
  }

  @Test(arguments: cases)
  func `text is cut into records as drawn, by the scanner and its slow twin`(_ drawing: Case) {
    let bytes = Array(drawing.text.utf8)
    #expect(ReferenceRecord.scanned(bytes, 0x2C).map(Self.drawn) == drawing.records)
    #expect(ReferenceScanner.records(bytes, 0x2C).map(Self.drawn) == drawing.records)
  }

  @Test(arguments: [",", ";", "\t", "|", "~"])
  func `each delimiter cuts, and the others are ordinary characters`(delimiter: Character) throws {
    let others = ",;\t|~".filter { $0 != delimiter }
    let bytes = Array("a\(delimiter)\"b\(delimiter)\"\(delimiter)x\(others)\n".utf8)
    let byte = try #require(delimiter.asciiValue)
    let fields = ReferenceRecord.scanned(bytes, byte).first?.fields.map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(fields == ["a", "b\(delimiter)", "x\(others)"])
    #expect(ReferenceRecord.scanned(bytes, byte) == ReferenceScanner.records(bytes, byte))
  }

  /// Structural bytes wherever blocks of 64 bytes meet.
  @Test(arguments: [
    ",", "\n", "\r", "\r\n", "\"", "\",\"", "\"\"", "\"\r\n\"", ",\"", "\"x", ",\r\n,",
  ])
  func `what stands where two blocks meet is read like anywhere else`(piece: String) {
    var wrong: [Int] = []
    for before in [0, 1, 59, 60, 61, 62, 63, 64, 65, 66, 126, 127, 128, 129, 191, 192, 193] {
      for after in [0, 1, 62, 63, 64, 65, 128] {
        for opening in ["", "\"", "b,"] {
          let text =
            opening + String(repeating: "a", count: before) + piece
            + String(repeating: "c", count: after) + piece
          let bytes = Array(text.utf8)
          if ReferenceRecord.scanned(bytes, 0x2C) != ReferenceScanner.records(bytes, 0x2C) {
            wrong.append(before * 1000 + after)
          }
        }
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: 0..<UInt64(500))
  func `random bytes are read as the slow twin reads them`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let frequent = Array("\",;\t|~\r\n".utf8) + [0x22, 0x0A, 0x0D, 0x61]
    for delimiter in Array(",;\t|~".utf8) {
      let count = Int.random(in: 0...300, using: &random)
      // Of some texts most bytes are structural, of others few.
      let density = Int.random(in: 1...10, using: &random)
      let bytes = (0..<count).map { _ in
        Int.random(in: 0..<10, using: &random) < density
          ? frequent.randomElement(using: &random) ?? delimiter
          : UInt8.random(in: 0...255, using: &random)
      }
      #expect(
        ReferenceRecord.scanned(bytes, delimiter) == ReferenceScanner.records(bytes, delimiter))
    }
  }

  @Test func `a scanner may begin behind the header and counts lines from there`() {
    let bytes = Array("head\r\na,b\nc".utf8)
    let padded = PaddedBytes(bytes)
    var scanner = RecordScanner(delimiter: 0x2C, position: 6, line: 2)
    var records: [String] = []
    while scanner.next(in: padded) {
      records.append(Self.drawn(ReferenceRecord(scanner, of: bytes)))
    }
    #expect(records == ["2:a|b", "3:c"])
  }

  @Test func `bytes that bring their own padding are read without it`() {
    let bytes = Array("a,b".utf8)
    let padded = PaddedBytes(padded: bytes + [UInt8](repeating: 0, count: PaddedBytes.padding))
    #expect(padded.count == 3)
    var scanner = RecordScanner(delimiter: 0x2C)
    let hasFirst = scanner.next(in: padded)
    #expect(hasFirst)
    #expect(ReferenceRecord(scanner, of: bytes).fields == [[0x61], [0x62]])
    let hasSecond = scanner.next(in: padded)
    #expect(!hasSecond)
  }

  @Test func `fields beyond the limit belong to the last one that is kept`() {
    let limit = RecordScanner.fieldLimit
    for surplus in [0, 1, 3] {
      let wide = String(repeating: ",", count: limit - 1 + surplus) + "x"
      let bytes = PaddedBytes(Array((wide + "\nb").utf8))
      var scanner = RecordScanner(delimiter: 0x2C)
      let isRead = scanner.next(in: bytes)
      #expect(isRead)
      #expect([scanner.fieldCount, scanner.surplusCount] == [limit, surplus])
      #expect(scanner.fields.last?.start == limit - 1)
      #expect(scanner.fields.last?.end == limit + surplus)
      let hasSecond = scanner.next(in: bytes)
      #expect(hasSecond)
      #expect([scanner.fieldCount, scanner.surplusCount, scanner.startLine] == [1, 0, 2])
    }
  }
}
