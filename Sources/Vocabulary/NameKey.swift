/// The form in which names are compared (contract section 1).
///
/// Unicode NFKD, each scalar in lower case without a locale, ß→ss æ→ae œ→oe ø→o ł→l đ→d ð→d þ→th
/// ı→i, then letters only: `O'Neill`, `ONEILL` and `O Neill` are one key.
package enum NameKey {
  /// The key of a name, as UTF-8 bytes; empty if the text holds no letter.
  package static func key(_ name: Span<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(name.count)
    for index in name.indices {
      let byte = name[index]
      if byte >= 0x80 { return generalKey(UTF8Text.string(name)) }
      let lower = byte | 0x20
      if (0x61...0x7A).contains(lower) { key.append(lower) }
    }
    return key
  }

  /// The key of a name given as a string.
  package static func key(_ name: String) -> [UInt8] {
    let bytes = Array(name.utf8)
    return key(bytes.span)
  }

  private static func generalKey(_ name: String) -> [UInt8] {
    var key: [UInt8] = []
    for scalar in name.unicodeScalars { append(scalar, to: &key) }
    return key
  }

  private static func append(_ scalar: Unicode.Scalar, to key: inout [UInt8]) {
    if scalar.isASCII {
      let lower = UInt8(scalar.value) | 0x20
      if (0x61...0x7A).contains(lower) { key.append(lower) }
      return
    }
    if NameKeyTable.appendLetters(of: scalar.value, to: &key) { return }
    if (0xAC00...0xD7A3).contains(scalar.value) {
      appendHangul(scalar.value - 0xAC00, to: &key)
      return
    }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
      if let letters = specialLetters[lower] {
        key.append(contentsOf: letters.utf8)
      } else if isLetter(lower) {
        key.append(contentsOf: String(lower).utf8)
      }
    }
  }

  /// General category L, but not Lm.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: true
    default: false
    }
  }

  /// Appends the two or three jamo of a Hangul syllable (Unicode standard, section 3.12).
  private static func appendHangul(_ syllable: UInt32, to key: inout [UInt8]) {
    let jamo = [0x1100 + syllable / 588, 0x1161 + syllable % 588 / 28, 0x11A7 + syllable % 28]
    for (place, value) in jamo.enumerated() where place < 2 || value != 0x11A7 {
      if let scalar = Unicode.Scalar(value) { key.append(contentsOf: String(scalar).utf8) }
    }
  }

  private static let specialLetters: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
  ]
}
