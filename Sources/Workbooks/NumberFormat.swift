/// How a number is shown, as far as its text depends on it.
enum NumberFormat: Equatable {
  /// As a number, a text, a currency: the number's own text.
  case plain
  /// As a day, a time or both.
  case date
  /// With so many digits at least, the first ones zeros where the number is short.
  case padded(Int)

  /// A format that every workbook knows by its number (ISO/IEC 29500-1, 18.8.30).
  ///
  /// 27 to 36 and 50 to 58 are days in the languages of East Asia.
  init(builtIn id: Int) {
    switch id {
    case 14...22, 27...36, 45...47, 50...58: self = .date
    default: self = .plain
    }
  }

  /// Reads a format's code, such as `dd/mm/yyyy;@` or `00000000`.
  ///
  /// Only the section for positive numbers counts, the first. A letter of d m y h s outside quotes,
  /// brackets and escapes makes it a date; `General` has none of them, `AM/PM` comes with an h.
  init(code: String) {
    var section: [UInt8] = []
    let bytes = Array(code.utf8)
    var index = 0
    scan: while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: ";"): break scan
      case UInt8(ascii: "\""):
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
        index += 1
        section.append(UInt8(ascii: "\""))
      case UInt8(ascii: "["):
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "]") { index += 1 }
        // Elapsed hours, minutes, seconds: [h], [mm].
        if Self.isElapsed(bytes[start..<min(index, bytes.count)]) {
          section.append(UInt8(ascii: "h"))
        }
        index += 1
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"):
        index += 1
        section.append(UInt8(ascii: "\""))
      default: section.append(byte | (byte >= 0x41 && byte <= 0x5A ? 0x20 : 0))
      }
    }
    if section.elementsEqual("general".utf8) {
      self = .plain
    } else if section.contains(where: "dmyhs".utf8.contains) {
      self = .date
    } else if section.count > 1, section.allSatisfy({ $0 == UInt8(ascii: "0") }) {
      self = .padded(min(section.count, 32))
    } else {
      self = .plain
    }
  }

  private static func isElapsed(_ inner: ArraySlice<UInt8>) -> Bool {
    guard let first = inner.first else { return false }
    return "hmsHMS".utf8.contains(first) && inner.allSatisfy { $0 | 0x20 == first | 0x20 }
  }
}
