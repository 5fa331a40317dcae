import Records
import Vocabulary

/// Writes the lines of one trace file; see ``TraceFormat``.
///
/// Every cell ends with ``endCell()``; tabs are held back until something follows them, so that
/// empty cells at the end of a line cost nothing.
struct TraceWriter: ~Copyable {
  private var output: OutputBuffer
  /// By file of the run: whether some line cites it.
  private(set) var isCited: [Bool]
  private var tabsHeldBack = 0
  private var isItemBegun = false

  /// A writer for a run with so many input files, with an empty buffer.
  init(fileCount: Int, _ output: consuming OutputBuffer) {
    isCited = [Bool](repeating: false, count: fileCount)
    self.output = output
  }

  /// Puts the head, which is known last, before the lines and gives the buffer back.
  consuming func end(head: [UInt8]) -> OutputBuffer {
    output.insertFirst(head)
    return output
  }

  mutating func endLine() {
    tabsHeldBack = 0
    isItemBegun = false
    output.append(0x0A)
  }

  mutating func endCell() {
    tabsHeldBack += 1
    isItemBegun = false
  }

  /// Begins an item of the cell.
  mutating func beginItem() {
    releaseTabs()
    if isItemBegun { output.append(UInt8(ascii: ";")) }
    isItemBegun = true
  }

  mutating func number(_ number: EmployeeNumber) {
    releaseTabs()
    let (digits, count) = number.digits
    output.append(digits, count: count)
  }

  mutating func word(_ word: StaticString) {
    releaseTabs()
    output.append(word)
  }

  mutating func text(_ text: String) {
    releaseTabs()
    output.append(text)
  }

  mutating func hexadecimal(_ value: UInt64) { output.appendHexadecimal(value) }

  /// Writes how the compared fields agree, as one word.
  mutating func evidence(_ fields: [FieldEvidence]) {
    let words = fields.map { field in
      String(field.text.map { $0 == " " ? TraceFormat.evidenceSpace : $0 })
    }
    text(words.joined(separator: String(TraceFormat.evidenceSeparator)))
  }

  mutating func space() { output.append(0x20) }

  /// Writes a day, or `-` where it is missing.
  mutating func day(_ day: CalendarDay) {
    if day.isMissing {
      output.append(UInt8(ascii: "-"))
    } else {
      output.append(day.characters, count: 10)
    }
  }

  /// Writes where a row stands; files count from 1.
  mutating func place(_ row: SourceRow) {
    isCited[row.file] = true
    output.appendDigits(row.file + 1)
    output.append(UInt8(ascii: ":"))
    output.appendDigits(row.line)
  }

  private mutating func releaseTabs() {
    while tabsHeldBack > 0 {
      output.append(0x09)
      tabsHeldBack -= 1
    }
  }
}
