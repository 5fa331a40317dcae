/// Writes JSON that stands in a page's `<script type="application/json">`, as compactly as it goes.
///
/// No byte of it can end the element or begin markup: `<`, `>`, `&`, U+2028 and U+2029 are written
/// as `\u` escapes, which JSON reads as the same characters.
package struct ScriptData: Sendable {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []
  /// Whether the next value needs a comma in front.
  private var needsComma = false

  private static let digits = Array("0123456789abcdef".utf8)

  /// Begins an empty text; `capacity` is a guess at its size in bytes.
  package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Begins a list or an object: `[` or `{`.
  package mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(truncatingIfNeeded: bracket.value))
    needsComma = false
  }

  /// Ends it: `]` or `}`.
  package mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(truncatingIfNeeded: bracket.value))
    needsComma = true
  }

  /// Writes the key of an object's next value.
  package mutating func key(_ name: String) {
    text(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a whole number.
  package mutating func integer(_ value: Int) {
    separate()
    bytes.appendDigits(value)
  }

  /// Writes a text.
  package mutating func text(_ text: String) {
    let utf8 = Array(text.utf8)
    self.text(utf8.span)
  }

  /// Writes a text from its UTF-8 bytes.
  package mutating func text(_ text: Span<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
        escape(0x00, byte)
      case 0xE2 where Self.isLineSeparator(text, index):
        escape(0x20, text[index + 2] & 0x2F)
        index += 2
      default: bytes.append(byte)
      }
      index += 1
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes what another one holds: one whole value.
  package mutating func append(json other: ScriptData) {
    separate()
    bytes += other.bytes
  }

  /// Whether U+2028 or U+2029 stands there: E2 80 A8 or E2 80 A9.
  private static func isLineSeparator(_ text: Span<UInt8>, _ index: Int) -> Bool {
    index + 2 < text.count && text[index + 1] == 0x80
      && (text[index + 2] == 0xA8 || text[index + 2] == 0xA9)
  }

  private mutating func escape(_ high: UInt8, _ low: UInt8) {
    bytes.append(contentsOf: "\\u".utf8)
    for half in [high, low] {
      bytes.append(Self.digits[Int(half >> 4)])
      bytes.append(Self.digits[Int(half & 15)])
    }
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}

/// Texts that are written once and then named by their number, in the order of first sight.
struct TextNumbers<Text: Hashable> {
  private(set) var texts: [Text] = []
  private var numbers: [Text: Int] = [:]

  /// The number of a text, which is added if it is new.
  mutating func number(of text: Text) -> Int {
    if let number = numbers[text] { return number }
    numbers[text] = texts.count
    texts.append(text)
    return texts.count - 1
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
