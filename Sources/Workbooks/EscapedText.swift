/// Characters that XML cannot hold, as `_xHHHH_` (ST_Xstring, ISO/IEC 29500-1, 22.9.2.19).
///
/// `_x000D_` is a carriage return, `_x005F_` an underscore that would otherwise begin an escape.
/// The four digits are a UTF-16 unit: two of them may make one character. What stands for no
/// character, or for NUL, which no text of ours may hold, stays as it is written.
enum EscapedText {
  /// Decodes what stands in `bytes` from `start` on, in place.
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    var read = start
    while read < bytes.count, bytes[read] != UInt8(ascii: "_") { read += 1 }
    guard read < bytes.count else { return }
    var write = read
    while read < bytes.count {
      if let (scalar, length) = scalar(in: bytes, at: read) {
        // An escape is longer than what it stands for.
        for byte in Array(String(scalar).utf8) {
          bytes[write] = byte
          write += 1
        }
        read += length
      } else {
        bytes[write] = bytes[read]
        write += 1
        read += 1
      }
    }
    bytes.removeLast(bytes.count - write)
  }

  /// The text with its escapes decoded.
  static func decoded(_ text: String) -> String {
    var bytes = Array(text.utf8)
    decode(&bytes, from: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The character that an escape, or two of them, stands for, and how long it is.
  private static func scalar(in bytes: [UInt8], at place: Int) -> (Unicode.Scalar, length: Int)? {
    guard let first = unit(in: bytes, at: place), first != 0 else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, 7) }
    guard UTF16.isLeadSurrogate(first), let second = unit(in: bytes, at: place + 7),
      UTF16.isTrailSurrogate(second)
    else { return nil }
    let value = 0x1_0000 + (UInt32(first & 0x3FF) << 10) + UInt32(second & 0x3FF)
    return Unicode.Scalar(value).map { ($0, 14) }
  }

  /// The UTF-16 unit that an escape at a place stands for.
  static func unit(in bytes: [UInt8], at place: Int) -> UInt16? {
    guard place + 7 <= bytes.count, bytes[place] == UInt8(ascii: "_"),
      bytes[place + 1] == UInt8(ascii: "x"), bytes[place + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt16 = 0
    for index in (place + 2)..<(place + 6) {
      guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }
}

/// The other way: texts that are written.
extension EscapedText {
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// Appends a text so that XML can hold it, and decoding gives it again.
  ///
  /// - Precondition: it is UTF-8; NUL in it becomes an escape that is not decoded.
  static func append(_ text: Span<UInt8>, to xml: inout [UInt8]) {
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "&"): xml.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): xml.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): xml.append(contentsOf: "&gt;".utf8)
      // XML makes a line feed of a carriage return that is not written so.
      case 0x0D: xml.append(contentsOf: "&#13;".utf8)
      case 0..<0x09, 0x0B..<0x20:
        xml.append(contentsOf: "_x00".utf8)
        xml.append(digits[Int(byte >> 4)])
        xml.append(digits[Int(byte & 15)])
        xml.append(UInt8(ascii: "_"))
      case UInt8(ascii: "_") where isEscape(text, at: index):
        xml.append(contentsOf: "_x005F_".utf8)
      default: append(byte, of: text, at: index, to: &xml)
      }
    }
  }

  /// Appends a byte as it is, unless it belongs to U+FFFE or U+FFFF, which XML does not have.
  private static func append(
    _ byte: UInt8, of text: Span<UInt8>, at index: Int, to xml: inout [UInt8]
  ) {
    func isNoCharacter(at start: Int) -> Bool {
      start >= 0 && start + 2 < text.count && text[start] == 0xEF && text[start + 1] == 0xBF
        && text[start + 2] >= 0xBE
    }
    if byte == 0xEF, isNoCharacter(at: index) {
      xml.append(contentsOf: (text[index + 2] == 0xBE ? "_xFFFE_" : "_xFFFF_").utf8)
    } else if byte >= 0xBE, isNoCharacter(at: index - 1) || isNoCharacter(at: index - 2) {
      return
    } else {
      xml.append(byte)
    }
  }

  /// Whether an escape stands at a place, or what would be read as one.
  private static func isEscape(_ text: Span<UInt8>, at index: Int) -> Bool {
    index + 7 <= text.count && text[index + 1] == UInt8(ascii: "x")
      && text[index + 6] == UInt8(ascii: "_")
      && (2..<6).allSatisfy { offset in
        Character(Unicode.Scalar(text[index + offset])).isHexDigit
      }
  }
}
