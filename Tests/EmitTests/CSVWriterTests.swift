import Emit
import Testing
import Vocabulary

@Suite struct CSVWriterTests {
  /// A text and how it stands in a file.
  ///
  /// | text | field |
  /// | --- | --- |
  /// | plain | as it is |
  /// | with comma, quote, CR or LF | in quotes, its quotes doubled |
  /// | starts with = + - @ TAB CR | with an apostrophe in front |
  static let fields: [(text: String, field: String)] = [
    ("", ""), ("Ann", "Ann"), ("O'Neill", "O'Neill"), ("Ødegård", "Ødegård"), (" a ", " a "),
    ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("\"", "\"\"\"\""), ("a\rb", "\"a\rb\""),
    ("a\nb", "\"a\nb\""), ("a;b|c\td", "a;b|c\td"),
    ("=1+1", "'=1+1"), ("+44", "'+44"), ("-5", "'-5"), ("-", "'-"), ("@x", "'@x"), ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""), ("=a,b", "\"'=a,b\""), ("=\"1\"", "\"'=\"\"1\"\"\""), ("a=b", "a=b"),
    ("'=1", "'=1"), ("1-2", "1-2"), ("a\tb", "a\tb"), ("aaaaaaa\u{1}b", "aaaaaaa\u{1}b"),
  ]

  /// Every length and place at which a field is looked through in another way.
  @Test(arguments: 0...40)
  func `a comma is found wherever it stands`(length: Int) {
    let letters = String("abcdefghijklmnopqrstuvwxyzéèabcdefghijklmnop".prefix(length))
    for place in 0...length {
      let text = letters.prefix(place) + "," + letters.dropFirst(place)
      var writer = CSVWriter(columns: ["h"], byteOrderMark: false, OutputBuffer())
      writer.text(letters)
      writer.text(String(text))
      writer.endRow()
      let bytes = writer.end().bytes
      #expect(String(decoding: bytes, as: UTF8.self) == "h\r\n\(letters),\"\(text)\"\r\n")
    }
  }

  @Test(arguments: fields)
  func `a text is quoted where it must be and guarded where it starts a formula`(
    text: String, field: String
  ) {
    var writer = CSVWriter(columns: ["h"], byteOrderMark: false, OutputBuffer())
    writer.text(text)
    writer.beginPieces()
    for character in text.unicodeScalars { writer.addText(String(character)) }
    writer.endPieces()
    writer.endRow()
    let bytes = writer.end().bytes
    #expect(String(decoding: bytes, as: UTF8.self) == "h\r\n\(field),\(field)\r\n")
  }

  @Test func `numbers days and codes are written without a guard`() {
    var writer = CSVWriter(columns: ["a", "b"], byteOrderMark: false, OutputBuffer())
    writer.integer(-15)
    writer.integer(0)
    writer.integer(1_234_567_890)
    writer.figure("-5")
    writer.figure("*")
    writer.day(SmallWorld.day("0987-03-01"))
    writer.day(.missing)
    writer.code(SmallWorld.code("s9b9j"))
    writer.code(.missing)
    writer.number(SmallWorld.number("42"))
    writer.number(SmallWorld.number("123456789"))
    writer.number(SmallWorld.number("1234567890"))
    writer.number(.missing)
    writer.employee(SmallWorld.code("RX1").characters, SmallWorld.number("42").digits)
    writer.word("yes")
    writer.empty()
    writer.endRow()
    let bytes = writer.end().bytes
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "a,b\r\n-15,0,1234567890,-5,*,0987-03-01,,S9B9J,,00000042,123456789,1234567890,,"
        + "RX1/00000042,yes,\r\n")
  }

  @Test func `a file begins with a byte order mark where the pipeline wants it`() {
    let writer = CSVWriter(columns: ["a"], byteOrderMark: true, OutputBuffer())
    let bytes = writer.end().bytes
    #expect(bytes == [0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A])
  }
}
