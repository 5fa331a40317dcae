import Columns

/// The text of a delimited file: UTF-8, or bytes whose rows have yet to be looked at one by one.
struct DecodedFile: Sendable {
  /// The text without its byte order mark.
  var text: PaddedBytes
  /// The encoding that the byte order mark says; nil = row by row UTF-8 or Windows-1252.
  var declared: TextEncoding?
  /// Whether the whole text is UTF-8 without NUL: then no row needs a second look.
  var isUTF8: Bool

  /// Looks at the byte order mark of `bytes` and brings UTF-16 to UTF-8.
  init(_ bytes: consuming [UInt8]) {
    let isBigEndian = bytes.starts(with: [0xFE, 0xFF])
    if isBigEndian || bytes.starts(with: [0xFF, 0xFE]) {
      let units = bytes.span.extracting(2..<bytes.count)
      let text = PaddedBytes(TextEncoding.utf8(ofUTF16: units, isBigEndian: isBigEndian))
      isUTF8 = TextEncoding.isUTF8WithoutNUL(text.span)
      self.text = text
      declared = isBigEndian ? .utf16BigEndian : .utf16LittleEndian
    } else {
      let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      let text = PaddedBytes(bytes, skipping: hasMark ? 3 : 0)
      isUTF8 = TextEncoding.isUTF8WithoutNUL(text.span)
      self.text = text
      declared = nil
    }
  }
}
