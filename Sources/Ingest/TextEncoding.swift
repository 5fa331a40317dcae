import Columns

/// The encodings text files come in (contract section 1), and the way from each to UTF-8.
enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "Windows-1252"

  /// Whether `bytes` are well-formed UTF-8: no overlong form, no surrogate, nothing above U+10FFFF.
  static func isUTF8(_ bytes: Span<UInt8>) -> Bool { isUTF8(bytes, allowsNUL: true) }

  /// Whether `bytes` are well-formed UTF-8 and none of them is NUL.
  static func isUTF8WithoutNUL(_ bytes: Span<UInt8>) -> Bool { isUTF8(bytes, allowsNUL: false) }

  private static func isUTF8(_ bytes: Span<UInt8>, allowsNUL: Bool) -> Bool {
    let raw = unsafe bytes.bytes
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = 0
    while true {
      while index + 8 <= bytes.count {
        // Safe: eight bytes from `index` are within the text.
        let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
        // A byte of 80 or more has its high bit set; a byte of 0 has it once one is taken away.
        if ((word &- ones) | word) & (ones &* 0x80) != 0 { break }
        index += 8
      }
      guard index < bytes.count else { return true }
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0, !allowsNUL { return false }
        index += 1
        continue
      }
      guard let length = scalarLength(bytes, index) else { return false }
      index += length
    }
  }

  /// The length of the well-formed scalar of several bytes at `index`, or nil.
  private static func scalarLength(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    let length: Int
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch bytes[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, lowest) = (3, 0xA0)
    case 0xED: (length, highest) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, lowest) = (4, 0x90)
    case 0xF4: (length, highest) = (4, 0x8F)
    case 0xF1...0xF3: length = 4
    default: return nil
    }
    guard index + length <= bytes.count, (lowest...highest).contains(bytes[index + 1]) else {
      return nil
    }
    for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return nil }
    return length
  }

  /// The UTF-8 of Windows-1252 bytes; nil if one of them means nothing in it.
  static func utf8(ofWindows1252 bytes: Span<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 4)
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x80 {
        result.append(byte)
        continue
      }
      let value = byte < 0xA0 ? upperControls[Int(byte - 0x80)] : UInt16(byte)
      guard value != 0 else { return nil }
      appendScalar(UInt32(value), to: &result)
    }
    return result
  }

  /// The UTF-8 of UTF-16 bytes behind their byte order mark.
  ///
  /// Half a pair, and an odd last byte, become bytes that are not UTF-8, so that the row they stand
  /// in can be told from the others.
  static func utf8(ofUTF16 bytes: Span<UInt8>, isBigEndian: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    func unit(_ index: Int) -> UInt32 {
      let first = UInt32(bytes[index])
      let second = UInt32(bytes[index + 1])
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var index = 0
    while index + 1 < bytes.count {
      let value = unit(index)
      index += 2
      if (0xD800...0xDBFF).contains(value), index + 1 < bytes.count {
        let low = unit(index)
        if (0xDC00...0xDFFF).contains(low) {
          index += 2
          appendScalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00), to: &result)
          continue
        }
      }
      appendScalar(value, to: &result)
    }
    if index < bytes.count { result.append(0xFF) }
    return result
  }

  /// Appends the UTF-8 form of a number, which for a surrogate is not well-formed.
  private static func appendScalar(_ value: UInt32, to result: inout [UInt8]) {
    switch value {
    case 0..<0x80: result.append(UInt8(value))
    case 0x80..<0x800:
      result.append(UInt8(0xC0 | value >> 6))
      result.append(UInt8(0x80 | value & 0x3F))
    case 0x800..<0x10000:
      result.append(UInt8(0xE0 | value >> 12))
      result.append(UInt8(0x80 | value >> 6 & 0x3F))
      result.append(UInt8(0x80 | value & 0x3F))
    default:
      result.append(UInt8(0xF0 | value >> 18))
      result.append(UInt8(0x80 | value >> 12 & 0x3F))
      result.append(UInt8(0x80 | value >> 6 & 0x3F))
      result.append(UInt8(0x80 | value & 0x3F))
    }
  }

  /// What Windows-1252 makes of 80 to 9F; 0 = nothing.
  private static let upperControls: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
