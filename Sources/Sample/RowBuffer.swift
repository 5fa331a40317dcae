import Vocabulary

/// Gathers the rows of one delimited file.
struct RowBuffer {
  /// What has been written; more text for the field begun may be appended straight.
  var bytes: [UInt8] = []
  private let delimiter: UInt8
  private let lineEnd: [UInt8]
  private var isAtLineStart = true

  init(delimiter: UInt8 = UInt8(ascii: ","), lineEnd: [UInt8] = [0x0D, 0x0A]) {
    self.delimiter = delimiter
    self.lineEnd = lineEnd
  }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func byteOrderMark() { bytes.append(contentsOf: [0xEF, 0xBB, 0xBF]) }

  /// Ends the row.
  mutating func endRow() {
    bytes.append(contentsOf: lineEnd)
    isAtLineStart = true
  }

  /// Begins a field; the bytes appended until the next call are its text.
  mutating func beginField() {
    if isAtLineStart { isAtLineStart = false } else { bytes.append(delimiter) }
  }

  /// A field without text.
  mutating func empty() { beginField() }

  /// A field that needs no quotes.
  mutating func plain(_ text: some Collection<UInt8>) {
    beginField()
    bytes.append(contentsOf: text)
  }

  /// A field that needs no quotes.
  mutating func plain(_ text: Span<UInt8>) {
    beginField()
    bytes.append(text)
  }

  /// A field that needs no quotes.
  mutating func plain(_ text: StaticString) {
    beginField()
    append(text)
  }

  /// The text of the field begun, in quotes where it holds the delimiter or a quote.
  mutating func appendQuotedWhereNeeded(_ text: Span<UInt8>) {
    var needsQuotes = false
    for place in text.indices where text[place] == delimiter || text[place] == 0x22 {
      needsQuotes = true
    }
    if !needsQuotes { return bytes.append(text) }
    bytes.append(0x22)
    for place in text.indices {
      if text[place] == 0x22 { bytes.append(0x22) }
      bytes.append(text[place])
    }
    bytes.append(0x22)
  }

  /// The same of an array.
  mutating func appendQuotedWhereNeeded(_ text: [UInt8]) { appendQuotedWhereNeeded(text.span) }

  /// A field with a date; empty where it is missing.
  mutating func date(_ day: CalendarDay, _ form: Employer.DateForm) {
    beginField()
    SampleText.append(day, form, to: &bytes)
  }

  /// More bytes for the field begun.
  mutating func append(_ text: Span<UInt8>) { bytes.append(text) }

  /// One more byte for the field begun.
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// More text for the field begun.
  mutating func append(_ text: StaticString) { bytes.append(text) }

  /// A number of so many digits for the field begun, with zeros before it.
  mutating func append(_ number: Int, digits: Int) {
    SampleText.append(number, digits: digits, to: &bytes)
  }
}

/// Writes numbers and dates as text.
enum SampleText {
  private static let months: [StaticString] = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]

  /// Appends the last digits of a number below 100,000,000: one to eight, with zeros before it.
  static func append(_ number: Int, digits: Int, to bytes: inout [UInt8]) {
    let text = DecimalDigits.eight(UInt32(number)) >> UInt64(8 * (8 - digits))
    bytes.append(addingCapacity: 8) { room in
      unsafe room.withUnsafeMutableBufferPointer { room, count in
        // Safe: there is room for eight bytes.
        unsafe UnsafeMutableRawBufferPointer(room).storeBytes(
          of: text.littleEndian, toByteOffset: count, as: UInt64.self)
        count += digits
      }
    }
  }

  static func append(
    _ day: CalendarDay, _ form: Employer.DateForm, to bytes: inout [UInt8]
  ) {
    guard !day.isMissing else { return }
    let civil = day.civil
    switch form {
    case .iso:
      append(civil.year, digits: 4, to: &bytes)
      bytes.append(UInt8(ascii: "-"))
      append(civil.month, digits: 2, to: &bytes)
      bytes.append(UInt8(ascii: "-"))
      append(civil.day, digits: 2, to: &bytes)
    case .compact:
      append(civil.year * 10_000 + civil.month * 100 + civil.day, digits: 8, to: &bytes)
    case .slashes, .dots:
      let separator = UInt8(ascii: form == .dots ? "." : "/")
      append(civil.day, digits: 2, to: &bytes)
      bytes.append(separator)
      append(civil.month, digits: 2, to: &bytes)
      bytes.append(separator)
      append(civil.year, digits: 4, to: &bytes)
    case .monthName:
      append(civil.day, digits: 2, to: &bytes)
      bytes.append(UInt8(ascii: "-"))
      bytes.append(months[civil.month - 1])
      bytes.append(UInt8(ascii: "-"))
      append(civil.year, digits: 4, to: &bytes)
    }
  }

  static func digits(_ number: Int, _ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    append(number, digits: count, to: &bytes)
    return bytes
  }
}

extension [UInt8] {
  /// Appends the bytes of a span.
  mutating func append(_ text: Span<UInt8>) {
    // Safe: the buffer is only read while the span lives.
    unsafe text.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends a word of ours.
  fileprivate mutating func append(_ text: StaticString) {
    // Safe: a static string lives for ever, and its length is known.
    unsafe append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
