import Records
import Vocabulary

/// Writes the lines of one trace file; see ``TraceFormat``.
///
/// Every cell ends with ``endCell()``; tabs are held back until something follows them, so that
/// empty cells at the end of a line cost nothing.
struct TraceWriter: ~Copyable {
  private var output: OutputBuffer
  /// By file of the run: its number and a colon.
  private let fileNumbers: [ShortText]
  /// By file of the run: whether some line cites it.
  private(set) var isCited: [Bool]
  /// The file that was cited last, and its number: most lines cite the same.
  private var lastFile = -1
  private var lastNumber = ShortText(low: 0, high: 0, count: 0)
  private var tabsHeldBack = 0
  private var isItemBegun = false

  /// A writer for a run with files of these numbers, with an empty buffer.
  init(_ fileNumbers: [ShortText], _ output: consuming OutputBuffer) {
    self.fileNumbers = fileNumbers
    isCited = [Bool](repeating: false, count: fileNumbers.count)
    self.output = output
  }

  /// The files' numbers from 1 as places begin: with a colon behind.
  static func fileNumbers(count: Int) -> [ShortText] {
    (1...max(1, count)).compactMap { ShortText("\($0):".utf8) }
  }

  /// Puts the head, which is known last, before the lines and gives the buffer back.
  consuming func end(head: [UInt8]) -> OutputBuffer {
    output.insertFirst(head)
    return output
  }

  @inline(__always)
  mutating func endLine() {
    tabsHeldBack = 0
    isItemBegun = false
    output.append(0x0A)
  }

  @inline(__always)
  mutating func endCell() {
    tabsHeldBack += 1
    isItemBegun = false
  }

  /// Begins an item of the cell.
  @inline(__always)
  mutating func beginItem() {
    releaseTabs()
    if isItemBegun { output.append(UInt8(ascii: ";")) }
    isItemBegun = true
  }

  @inline(__always)
  mutating func number(_ number: EmployeeNumber) {
    releaseTabs()
    output.append(number.digits)
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
    releaseTabs()
    for (place, field) in fields.enumerated() {
      if place > 0 { output.append(UInt8(ascii: TraceFormat.evidenceSeparator)) }
      for byte in field.text.utf8 {
        output.append(byte == 0x20 ? UInt8(ascii: TraceFormat.evidenceSpace) : byte)
      }
    }
  }

  @inline(__always)
  mutating func space() { output.append(0x20) }

  /// Writes a mark of one character behind something else.
  @inline(__always)
  mutating func mark(_ character: UInt8) { output.append(character) }

  /// Writes a day, or `-` where it is missing.
  mutating func day(_ day: CalendarDay) {
    if day.isMissing {
      output.append(UInt8(ascii: "-"))
    } else {
      output.append(day.characters)
    }
  }

  /// Writes where a row stands; files count from 1.
  @inline(__always)
  mutating func place(_ row: SourceRow) {
    if row.file != lastFile { cite(row.file) }
    output.append(lastNumber)
    output.appendDigits(row.line)
  }

  @inline(never)
  private mutating func cite(_ file: Int) {
    isCited[file] = true
    lastFile = file
    lastNumber = fileNumbers[file]
  }

  @inline(__always)
  private mutating func releaseTabs() {
    while tabsHeldBack > 0 {
      output.append(0x09)
      tabsHeldBack -= 1
    }
  }
}
