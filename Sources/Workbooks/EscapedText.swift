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
