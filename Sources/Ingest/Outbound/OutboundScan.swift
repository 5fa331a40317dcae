import Columns
import Vocabulary

/// Goes through the records of one ESR interface file, from its header to its trailer.
///
/// ```
/// HDR~…          line 1
/// PRA~…  ASA~…   records, told apart by their first field
/// TRL~2          how many records there are; nothing stands behind it
/// ```
struct OutboundScan {
  /// What a trailer's number counts.
  enum Counting: String, Sendable {
    case records
    case everything = "records, header and trailer"
  }

  let header: OutboundHeader
  /// The record read last; its fields are offsets into the text.
  private(set) var record = RecordScanner(delimiter: OutboundText.delimiter, hasQuotes: false)
  /// How many records there were so far, header and trailer apart.
  private(set) var recordCount = 0
  /// How many lines without any character there were so far.
  private(set) var blankCount = 0
  /// Which counting fitted; nil until the trailer was read.
  private(set) var counting: Counting?
  private let path: String

  /// Reads the header of the file at `path`.
  init(_ text: borrowing PaddedBytes, path: String) throws(IngestFailure) {
    self.path = path
    header = try OutboundHeader(of: text, path: path)
    _ = record.next(in: text)
  }

  /// Reads the next record; gives its packed code, or nil behind the trailer.
  mutating func next(in text: borrowing PaddedBytes) throws(IngestFailure) -> UInt32? {
    while record.next(in: text) {
      if record.isBlank {
        blankCount += 1
        continue
      }
      let code = Self.code(record, text)
      if code == Self.trailer {
        try end(text)
        return nil
      }
      if code == Self.headerCode {
        throw IngestFailure(
          .unusable, at: "\(path), line \(record.startLine)",
          "a second HDR record: two files stand one behind the other",
          remedy: "take them apart, or fetch them from ESR again")
      }
      recordCount += 1
      return code
    }
    throw IngestFailure(
      .unusable, at: "\(path), line \(record.startLine)",
      "the file ends without a TRL record: it was cut off",
      remedy: "fetch the file from ESR again")
  }

  private mutating func end(_ text: borrowing PaddedBytes) throws(IngestFailure) {
    let place = "\(path), line \(record.startLine)"
    let cell = OutboundText.cell(record, 1, text)
    guard let count = Self.number(cell) else {
      throw IngestFailure(
        .unusable, at: place, "the TRL record does not say how many records there are",
        remedy: "fetch the file from ESR again")
    }
    switch count {
    case recordCount: counting = .records
    case recordCount + 2: counting = .everything
    default:
      throw IngestFailure(
        .unusable, at: place,
        "the TRL record counts \(count) records where the file has \(recordCount), or "
          + "\(recordCount + 2) with its header and trailer",
        remedy: "the file was cut off or changed; fetch it from ESR again")
    }
    while record.next(in: text) {
      guard record.isBlank else {
        throw IngestFailure(
          .unusable, at: "\(path), line \(record.startLine)",
          "a record stands behind the TRL record",
          remedy: "take away what was put behind it, or fetch the file from ESR again")
      }
      blankCount += 1
    }
  }

  /// A number of at most twelve digits and nothing else, or nil.
  private static func number(_ cell: Span<UInt8>) -> Int? {
    guard (1...12).contains(cell.count) else { return nil }
    var value = 0
    for index in cell.indices {
      guard (0x30...0x39).contains(cell[index]) else { return nil }
      value = value * 10 + Int(cell[index] - 0x30)
    }
    return value
  }

  // MARK: - Codes

  private static let headerCode = code("HDR")
  private static let trailer = code("TRL")

  /// The packed form of a record type's code: three bytes, the first one highest; 0 = no code.
  static func code(_ text: String) -> UInt32 {
    let bytes = Array(text.utf8)
    return bytes.count == 3 ? bytes.reduce(0) { $0 << 8 | UInt32($1) } : 0
  }

  /// The packed code of a record; 0 where its first field has not three bytes.
  private static func code(_ record: RecordScanner, _ text: borrowing PaddedBytes) -> UInt32 {
    let field = record.fields[0]
    guard field.end - field.start == 3 else { return 0 }
    let span = text.span
    return UInt32(span[field.start]) << 16 | UInt32(span[field.start + 1]) << 8
      | UInt32(span[field.start + 2])
  }

  /// The code itself where it is three capital letters or digits, else 0.
  static func plain(_ code: UInt32) -> UInt32 {
    for shift in [UInt32(16), 8, 0] {
      let byte = UInt8(truncatingIfNeeded: code >> shift)
      guard (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) else { return 0 }
    }
    return code
  }

  /// The three letters of a packed code; nil for 0.
  static func text(of code: UInt32) -> String? {
    if code == 0 { return nil }
    let bytes = [code >> 16, code >> 8, code].map { UInt8(truncatingIfNeeded: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
