/// Puts text into HTML so that it can never become markup.
package enum HTMLText {
  /// The text with the five characters escaped that could end it, fit for content and attributes.
  package static func escaped(_ text: String) -> String {
    // Most texts have none of them.
    guard text.utf8.contains(where: { escape(of: $0) != nil }) else { return text }
    var result: [UInt8] = []
    for byte in text.utf8 {
      if let escape = escape(of: byte) {
        result.append(contentsOf: escape.utf8)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func escape(of byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}

/// Bytes as Base64 (RFC 4648), for the hash of a style in a Content-Security-Policy.
package enum Base64 {
  /// The text of some bytes, padded.
  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    var result: [UInt8] = []
    var bits = 0
    var bitCount = 0
    for byte in bytes {
      bits = bits << 8 | Int(byte)
      bitCount += 8
      while bitCount >= 6 {
        bitCount -= 6
        result.append(letters[bits >> bitCount & 63])
      }
      bits &= 1 << bitCount - 1
    }
    if bitCount > 0 { result.append(letters[bits << (6 - bitCount) & 63]) }
    while result.count % 4 > 0 { result.append(UInt8(ascii: "=")) }
    return String(decoding: result, as: UTF8.self)
  }

  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
