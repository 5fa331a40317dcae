import Columns
import Vocabulary

/// A CSV file of ours, read row by row as texts.
struct CSVTable {
  let bytes: PaddedBytes
  var scanner: RecordScanner

  /// The rows of a file's bytes, with or without a byte order mark.
  init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    scanner = RecordScanner(
      delimiter: UInt8(ascii: ","), position: bytes.starts(with: mark) ? mark.count : 0)
    self.bytes = PaddedBytes(bytes)
  }

  /// The cells of the next row, the guard's apostrophe taken off; nil at the end.
  mutating func next() -> [String]? { advance() ? cells : nil }

  /// Goes to the next row; false at the end.
  mutating func advance() -> Bool { scanner.next(in: bytes) }

  /// The cells of the row, the guard's apostrophe taken off.
  var cells: [String] { scanner.fields.map(text) }

  /// One cell of the row by its place; nil where the row is too short.
  func cell(_ place: Int) -> String? {
    let fields = scanner.fieldSpan
    return fields.indices.contains(place) ? text(fields[place]) : nil
  }

  private func text(_ field: Field) -> String {
    let text = UTF8Text.string(bytes.span.extracting(field.start..<field.end))
    return Self.plain(field.hasDoubledQuotes ? Self.unquoted(text) : text)
  }

  private static func unquoted(_ text: String) -> String {
    var result = ""
    var skipsNext = false
    for scalar in text.unicodeScalars {
      if scalar == "\"" {
        if skipsNext {
          skipsNext = false
          continue
        }
        skipsNext = true
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// The text without the apostrophe that keeps spreadsheets from running it.
  private static func plain(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.first == "'", let second = scalars.dropFirst().first,
      ["=", "+", "-", "@", "\t", "\r"].contains(second)
    else { return text }
    return String(scalars.dropFirst())
  }
}
