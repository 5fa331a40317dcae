import Vocabulary

/// Writes JSON that stands in a page's `<script type="application/json">`, as compactly as it goes.
///
/// No byte of it can end the element or begin markup: `<`, `>`, `&`, U+2028 and U+2029 are written
/// as `\u` escapes, which JSON reads as the same characters.
package struct ScriptData: ~Copyable {
  private var output: OutputBuffer
  /// Whether the next value needs a comma in front.
  private var needsComma = false

  private static let digits = Array("0123456789abcdef".utf8)

  /// Begins a text behind what a buffer holds already.
  package init(_ output: consuming OutputBuffer = OutputBuffer()) { self.output = output }

  /// Ends the text and gives the buffer back.
  package consuming func end() -> OutputBuffer { output }

  /// Begins a list or an object: `[` or `{`.
  package mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    output.append(UInt8(truncatingIfNeeded: bracket.value))
    needsComma = false
  }

  /// Ends it: `]` or `}`.
  package mutating func close(_ bracket: Unicode.Scalar) {
    output.append(UInt8(truncatingIfNeeded: bracket.value))
    needsComma = true
    output.handOnPieces()
  }

  /// Writes the key of an object's next value.
  package mutating func key(_ name: String) {
    text(name)
    output.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a whole number.
  package mutating func integer(_ value: Int) {
    separate()
    output.appendDigits(value)
  }

  /// Writes a number as a text of 16 hexadecimal digits.
  package mutating func hexadecimal(_ value: UInt64) {
    separate()
    output.append(UInt8(ascii: "\""))
    output.appendHexadecimal(value)
    output.append(UInt8(ascii: "\""))
  }

  /// Writes an employee number as a text.
  mutating func text(_ number: EmployeeNumber) {
    separate()
    output.append(UInt8(ascii: "\""))
    output.append(number.digits, then: UInt8(ascii: "\""))
  }

  /// Writes `ORG/NUMBER` as a text.
  mutating func text(_ organisation: ShortText, _ number: EmployeeNumber) {
    separate()
    output.append(UInt8(ascii: "\""))
    output.append(organisation, then: UInt8(ascii: "/"))
    output.append(number.digits, then: UInt8(ascii: "\""))
  }

  /// Writes a text.
  package mutating func text(_ text: String) {
    var text = text
    // Safe: the buffer is only read while the string lives.
    text.withUTF8 { self.text(unsafe $0.span) }
  }

  /// Writes a text from its UTF-8 bytes.
  package mutating func text(_ text: Span<UInt8>) {
    separate()
    let quote = UInt8(ascii: "\"")
    output.append(quote)
    // Safe: the buffer is only read while the span lives.
    let isPlain = unsafe text.withUnsafeBufferPointer {
      unsafe output.append($0, then: quote, unless: Self.escapable)
    }
    if isPlain { return }
    var plainStart = 0
    var index = 0
    while index < text.count {
      if Self.isPlain(text[index]) || isOtherWithE2(text, index) {
        index += 1
        continue
      }
      output.append(text.extracting(plainStart..<index))
      index += appendEscaped(text, index)
      plainStart = index
    }
    output.append(text.extracting(plainStart..<text.count))
    output.append(quote)
  }

  /// Not 0 if some byte of a word is to be escaped, or is no ASCII character.
  ///
  /// Where it is, the text may still be plain: it is looked at byte by byte.
  @inline(__always)
  private static func escapable(_ word: UInt64) -> UInt64 {
    ByteSearch.findControls(in: word) | ByteSearch.findOthers(in: word)
      | ByteSearch.find(UInt8(ascii: "\""), in: word)
      | ByteSearch.find(UInt8(ascii: "\\"), in: word)
      | ByteSearch.find(UInt8(ascii: "<"), in: word) | ByteSearch.find(UInt8(ascii: ">"), in: word)
      | ByteSearch.find(UInt8(ascii: "&"), in: word) | ByteSearch.find(0x7F, in: word)
  }

  /// Whether a byte stands for itself; of E2 that depends on those behind it.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "&"), 0x7F, 0xE2:
      false
    default: byte >= 0x20
    }
  }

  /// Whether a character begins there with E2 that is neither U+2028 nor U+2029 (E2 80 A8, A9).
  private func isOtherWithE2(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard text[index] == 0xE2 else { return false }
    return index + 2 >= text.count || text[index + 1] != 0x80
      || (text[index + 2] != 0xA8 && text[index + 2] != 0xA9)
  }

  /// Writes the character that stands there escaped.
  ///
  /// - Returns: how many bytes it has.
  private mutating func appendEscaped(_ text: Span<UInt8>, _ index: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      output.append(UInt8(ascii: "\\"))
      output.append(text[index])
    case 0xE2:
      appendEscape(0x20, text[index + 2] & 0x2F)
      return 3
    default: appendEscape(0x00, text[index])
    }
    return 1
  }

  private mutating func appendEscape(_ high: UInt8, _ low: UInt8) {
    output.append("\\u" as StaticString)
    for half in [high, low] {
      output.append(Self.digits[Int(half >> 4)])
      output.append(Self.digits[Int(half & 15)])
    }
  }

  private mutating func separate() {
    if needsComma { output.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}

/// Texts that are written once and then named by their number, in the order of first sight.
struct TextNumbers<Text: Hashable> {
  private(set) var texts: [Text] = []
  private var numbers: [Text: Int] = [:]
  private var last = -1

  /// The number of a text, which is added if it is new.
  mutating func number(of text: Text) -> Int {
    // Rows that follow each other often say the same.
    if last >= 0, texts[last] == text { return last }
    last = numbers[text] ?? texts.count
    if last == texts.count {
      numbers[text] = last
      texts.append(text)
    }
    return last
  }
}

/// A number as 16 hexadecimal digits.
enum Hexadecimal {
  /// The text, with zeros in front.
  static func text(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
