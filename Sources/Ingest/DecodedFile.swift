import Columns

/// The text of a delimited file, whose rows have yet to be looked at one by one.
struct DecodedFile: Sendable {
  /// The text without its byte order mark.
  var text: PaddedBytes
  /// The encoding that the byte order mark says; nil = row by row UTF-8 or Windows-1252.
  var declared: TextEncoding?

  /// Looks at the byte order mark of the first `count` of `bytes` and brings UTF-16 to UTF-8.
  ///
  /// - Precondition: the padding of ``PaddedBytes`` stands behind them.
  init(_ bytes: [UInt8], count: Int) {
    let start = bytes[..<count].prefix(3)
    let isBigEndian = start.starts(with: [0xFE, 0xFF])
    if isBigEndian || start.starts(with: [0xFF, 0xFE]) {
      let units = bytes.span.extracting(2..<count)
      text = PaddedBytes(TextEncoding.utf8(ofUTF16: units, isBigEndian: isBigEndian))
      declared = isBigEndian ? .utf16BigEndian : .utf16LittleEndian
    } else {
      let markLength = start.elementsEqual([0xEF, 0xBB, 0xBF]) ? 3 : 0
      text = PaddedBytes(bytes, skipping: markLength, count: count - markLength)
      declared = nil
    }
  }
}
