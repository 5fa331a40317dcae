import Records
import Vocabulary

/// Writes the lines of one trace file; see ``TraceFormat``.
///
/// Every cell ends with ``endCell()``; tabs are held back until something follows them, so that
/// empty cells at the end of a line cost nothing.
struct TraceWriter {
  private(set) var bytes: [UInt8] = []
  /// By file of the run: whether some line cites it.
  private(set) var isCited: [Bool]
  private var tabsHeldBack = 0
  private var isItemBegun = false

  /// A writer for a run with so many input files; `capacity` is a guess at the size in bytes.
  init(fileCount: Int, capacity: Int) {
    isCited = [Bool](repeating: false, count: fileCount)
    bytes.reserveCapacity(capacity)
  }

  mutating func endLine() {
    tabsHeldBack = 0
    isItemBegun = false
    bytes.append(0x0A)
  }

  mutating func endCell() {
    tabsHeldBack += 1
    isItemBegun = false
  }

  /// Begins an item of the cell.
  mutating func beginItem() {
    releaseTabs()
    if isItemBegun { bytes.append(UInt8(ascii: ";")) }
    isItemBegun = true
  }

  mutating func number(_ number: EmployeeNumber) {
    releaseTabs()
    number.append(to: &bytes)
  }

  mutating func word(_ word: StaticString) {
    releaseTabs()
    word.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func text(_ text: String) {
    releaseTabs()
    bytes.append(contentsOf: text.utf8)
  }

  mutating func hexadecimal(_ value: UInt64) {
    for shift in stride(from: UInt64(60), through: 0, by: -4) {
      let nibble = UInt8(truncatingIfNeeded: value >> shift) & 0xF
      bytes.append(nibble < 10 ? 0x30 + nibble : 0x57 + nibble)
    }
  }

  /// Writes how the compared fields agree, as one word.
  mutating func evidence(_ fields: [FieldEvidence]) {
    let words = fields.map { field in
      String(field.text.map { $0 == " " ? TraceFormat.evidenceSpace : $0 })
    }
    text(words.joined(separator: String(TraceFormat.evidenceSeparator)))
  }

  mutating func space() { bytes.append(0x20) }

  /// Writes a day, or `-` where it is missing.
  mutating func day(_ day: CalendarDay) {
    if day.isMissing { bytes.append(UInt8(ascii: "-")) } else { day.append(to: &bytes) }
  }

  /// Writes where a row stands; files count from 1.
  mutating func place(_ row: SourceRow) {
    isCited[row.file] = true
    bytes.appendDigits(row.file + 1)
    bytes.append(UInt8(ascii: ":"))
    bytes.appendDigits(row.line)
  }

  private mutating func releaseTabs() {
    while tabsHeldBack > 0 {
      bytes.append(0x09)
      tabsHeldBack -= 1
    }
  }
}
