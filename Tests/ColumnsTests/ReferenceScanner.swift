import Columns

/// One record as contract section 1 describes it.
struct ReferenceRecord: Equatable, CustomStringConvertible {
  var line: Int
  /// How many physical lines it spans.
  var lines = 1
  var fields: [[UInt8]] = []
  var isMisplaced = false
  /// The line of a quote that is never closed; of such a record nothing else is compared.
  var unclosedLine: Int?
  var isBlank = false

  var description: String {
    if let unclosedLine { return "unclosed quote of line \(unclosedLine)" }
    let fields = fields.map { "[\(String(decoding: $0, as: UTF8.self).debugDescription)]" }
    return "line \(line) of \(lines)\(isMisplaced ? " misplaced" : "")\(isBlank ? " blank" : ""): "
      + fields.joined()
  }
}

/// The slow, obvious twin of `RecordScanner`: byte by byte, straight from the contract's words.
struct ReferenceScanner {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var place = 0
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let lineFeed = UInt8(ascii: "\n")

  static func records(_ bytes: [UInt8], _ delimiter: UInt8) -> [ReferenceRecord] {
    var scanner = ReferenceScanner(bytes: bytes, delimiter: delimiter)
    var records: [ReferenceRecord] = []
    while scanner.place < bytes.count {
      records.append(scanner.record())
      if records.last?.unclosedLine != nil { break }
    }
    return records
  }

  private init(bytes: [UInt8], delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
  }

  private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  private var isAtLineEnd: Bool {
    current == Self.carriageReturn || current == Self.lineFeed
  }

  private mutating func record() -> ReferenceRecord {
    var record = ReferenceRecord(line: line)
    let start = place
    while true {
      var content: [UInt8] = []
      if current == Self.quote {
        let openLine = line
        guard let quoted = quotedContent() else {
          return ReferenceRecord(line: record.line, unclosedLine: openLine)
        }
        content = quoted
        if current != nil, current != delimiter, !isAtLineEnd {
          record.isMisplaced = true
          _ = unquotedContent()
        }
      } else {
        content = unquotedContent()
      }
      record.fields.append(content)
      guard current == delimiter else { break }
      place += 1
    }
    record.isBlank = place == start
    record.lines = line - record.line + 1
    passLineEnd()
    return record
  }

  private mutating func unquotedContent() -> [UInt8] {
    var content: [UInt8] = []
    while let byte = current, byte != delimiter, !isAtLineEnd {
      content.append(byte)
      place += 1
    }
    return content
  }

  /// What stands between quotes, of doubled ones one; nil if the second quote is missing.
  private mutating func quotedContent() -> [UInt8]? {
    var content: [UInt8] = []
    place += 1
    while let byte = current {
      if byte == Self.quote {
        place += 1
        if current != Self.quote { return content }
        content.append(Self.quote)
        place += 1
      } else if isAtLineEnd {
        let start = place
        passLineEnd()
        content += bytes[start..<place]
      } else {
        content.append(byte)
        place += 1
      }
    }
    return nil
  }

  /// CRLF, CR or LF; CRLF is one.
  private mutating func passLineEnd() {
    guard isAtLineEnd else { return }
    let isReturn = current == Self.carriageReturn
    place += 1
    if isReturn, current == Self.lineFeed { place += 1 }
    line += 1
  }
}

extension ReferenceRecord {
  /// The record that `RecordScanner` has just read.
  init(_ scanner: RecordScanner, of bytes: [UInt8]) {
    self.init(line: scanner.startLine)
    if let line = scanner.unclosedQuoteLine {
      unclosedLine = line
      return
    }
    lines = scanner.lineCount
    isMisplaced = scanner.hasMisplacedQuote
    isBlank = scanner.isBlank
    for field in scanner.fields {
      let content = Array(bytes[field.start..<field.end])
      fields.append(field.hasDoubledQuotes ? Self.halved(content) : content)
    }
  }

  /// All records of `bytes` as `RecordScanner` reads them.
  static func scanned(_ bytes: [UInt8], _ delimiter: UInt8) -> [ReferenceRecord] {
    let padded = PaddedBytes(bytes)
    var scanner = RecordScanner(delimiter: delimiter)
    var records: [ReferenceRecord] = []
    while scanner.next(in: padded) {
      records.append(ReferenceRecord(scanner, of: bytes))
      if scanner.unclosedQuoteLine != nil { break }
    }
    return records
  }

  private static func halved(_ content: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isSecond = false
    for byte in content {
      isSecond = byte == 0x22 && !isSecond
      if byte != 0x22 || isSecond { result.append(byte) }
    }
    return result
  }
}
