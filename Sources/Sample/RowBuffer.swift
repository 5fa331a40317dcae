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
  mutating func plain(_ text: StaticString) {
    beginField()
    append(text)
  }

  /// The text of the field begun, in quotes where it holds the delimiter or a quote.
  mutating func appendQuotedWhereNeeded(_ text: some Collection<UInt8>) {
    guard text.contains(where: { $0 == delimiter || $0 == 0x22 }) else {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(0x22)
    for byte in text {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// A field with a date; empty where it is missing.
  mutating func date(_ day: CalendarDay, _ form: Employer.DateForm) {
    beginField()
    SampleText.append(day, form, to: &bytes)
  }

  /// More bytes for the field begun.
  mutating func append(_ text: some Collection<UInt8>) { bytes.append(contentsOf: text) }

  /// One more byte for the field begun.
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// More text for the field begun.
  mutating func append(_ text: StaticString) {
    // Safe: a static string lives for ever, and its length is known.
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

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

  static func append(_ number: Int, digits: Int, to bytes: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<digits { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
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
      let month = months[civil.month - 1]
      // Safe: a static string lives for ever, and its length is known.
      unsafe bytes.append(
        contentsOf: UnsafeBufferPointer(start: month.utf8Start, count: month.utf8CodeUnitCount))
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
