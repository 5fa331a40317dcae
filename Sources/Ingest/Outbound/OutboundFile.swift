import Columns
import Vocabulary

/// The text of one file of a series, kept until its records are put together.
///
/// Rows that are not UTF-8 are kept a second time, decoded, behind the text: an offset of the
/// text's length or more is one into those.
struct OutboundFile: Sendable {
  /// The file's number in reading order.
  let number: Int
  /// The file as it stands.
  let text: PaddedBytes
  /// The encoding that a byte order mark says.
  let declared: TextEncoding?
  /// The rows that had to be decoded by themselves, each with a line end behind it.
  private(set) var decoded = PaddedBytes([])
  private var pending: [UInt8] = []

  init(number: Int, _ file: DecodedFile) {
    self.number = number
    text = file.text
    declared = file.declared
  }

  /// Keeps a decoded row; gives its offset.
  mutating func keep(_ row: PaddedBytes) -> Int {
    let offset = text.count + pending.count
    pending.append(contentsOf: row.span)
    pending.append(0x0A)
    return offset
  }

  /// Ends the keeping: only now can kept rows be read.
  mutating func finish() {
    decoded = PaddedBytes(pending)
    pending = []
  }
}

/// One record, looked up by its place: its fields by name.
struct OutboundRecord {
  private let versions: [OutboundVersion]
  private let asOf: CalendarDay
  private var scanner = RecordScanner(delimiter: OutboundText.delimiter, hasQuotes: false)
  private var text = PaddedBytes([])
  private var version: OutboundVersion

  /// A record of a type with these versions, not read yet.
  init(_ versions: [OutboundVersion], asOf: CalendarDay) {
    self.versions = versions
    version = OutboundVersion([])
    self.asOf = asOf
  }

  /// Reads the record at a place of one of `files`.
  mutating func read(_ place: OutboundPlace, of files: [OutboundFile]) {
    let file = files[place.file]
    if place.offset < file.text.count {
      text = file.text
      scanner.move(to: place.offset)
    } else {
      text = file.decoded
      scanner.move(to: place.offset - file.text.count)
    }
    _ = scanner.next(in: text)
    version = OutboundVersion.fitting(scanner.fields, text, versions) ?? OutboundVersion([])
  }

  /// Forgets the record: all cells are empty.
  mutating func clear() { version = OutboundVersion([]) }

  /// The trimmed cell of a field; empty where the version does not have it.
  subscript(field: OutboundField) -> Span<UInt8> {
    @_lifetime(borrow self)
    get { OutboundText.cell(scanner.fields, version.place(field), text) }
  }

  /// The cell of a date; 1 January 1900 is empty.
  @_lifetime(borrow self)
  func date(_ field: OutboundField) -> Span<UInt8> {
    let cell = self[field]
    return OutboundDate.isBlank(cell, asOf: asOf) ? cell.extracting(first: 0) : cell
  }

  /// The day of a date's cell; missing where it is blank, open or unreadable.
  func day(_ field: OutboundField) -> CalendarDay { OutboundDate.day(self[field], asOf: asOf) }

  /// The record as it stood, the cells that no one reads and NI numbers left empty.
  var raw: [UInt8] {
    var result: [UInt8] = []
    for (place, field) in scanner.fields.enumerated() {
      if place > 0 { result.append(OutboundText.delimiter) }
      let isShown = place == 0 || (version.isRead(place) && place != version.place(.niNumber))
      guard isShown else { continue }
      result.append(contentsOf: text.span.extracting(field.start..<field.end))
      if result.count > Limits.rejectBytes { break }
    }
    return result
  }
}

extension OutboundVersion {
  /// The version that a record's fields are of, or nil.
  ///
  /// Surplus fields at the end that are all empty are not surplus; a version of the very width goes
  /// before one that is narrower.
  static func fitting(
    _ fields: [Field], _ text: borrowing PaddedBytes, _ versions: [OutboundVersion]
  ) -> OutboundVersion? {
    var best: OutboundVersion?
    for version in versions where version.fieldCount <= fields.count {
      if version.fieldCount == fields.count { return version }
      if version.fieldCount > best?.fieldCount ?? 0 { best = version }
    }
    guard let best else { return nil }
    for place in best.fieldCount..<fields.count
    where !OutboundText.cell(fields, place, text).isEmpty {
      return nil
    }
    return best
  }
}
