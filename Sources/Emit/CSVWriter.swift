import Columns
package import Vocabulary

/// Writes the rows of one CSV file into a buffer (contract section 8).
///
/// UTF-8, comma, CRLF; quotes only where a field holds a comma, a quote, CR or LF. A *text* field
/// that starts with `=` `+` `-` `@` TAB or CR gets an apostrophe in front, so that a spreadsheet
/// does not run it; numbers, dates and codes that we write ourselves do not. This is the one place
/// that knows quoting and the formula guard.
///
/// Every field is followed by a comma; ``endRow()`` turns the last one into a line end. Each row
/// must have at least one field.
package struct CSVWriter: ~Copyable {
  private var output: OutputBuffer
  /// Where the field begun by ``beginPieces()`` starts.
  private var pieceStart = 0
  /// The day that was written last, and its text: columns of dates often repeat one.
  private var lastDay = CalendarDay.missing
  private var lastDayText = ShortText(low: 0, high: 0, count: 0)

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")

  /// Begins a file with its headings in an empty buffer.
  package init(columns: [String], byteOrderMark: Bool, _ output: consuming OutputBuffer) {
    self.output = output
    if byteOrderMark { self.output.append([0xEF, 0xBB, 0xBF]) }
    for column in columns { text(column) }
    endRow()
  }

  /// Begins fields without rows in an empty buffer.
  init(_ output: consuming OutputBuffer) { self.output = output }

  /// How many bytes are written and not handed on.
  var byteCount: Int { output.count }

  /// Takes out again what was written from a place on, if it is at most fifteen bytes.
  mutating func takeShort(from place: Int) -> ShortText? {
    byteCount - place < ShortText.capacity ? output.takeShort(from: place) : nil
  }

  /// Ends the file and gives the buffer back.
  package consuming func end() -> OutputBuffer { output }

  /// Ends the row.
  @inline(__always)
  package mutating func endRow() {
    output.replaceLastWithLineEnd()
    output.handOnPieces()
  }

  // MARK: - Fields

  /// Writes a text field.
  package mutating func text(_ cell: Span<UInt8>) {
    // Safe: the buffer is only read while the span lives.
    unsafe cell.withUnsafeBufferPointer { unsafe text($0) }
  }

  @inline(__always)
  private mutating func text(_ cell: UnsafeBufferPointer<UInt8>) {
    if let first = unsafe cell.first, Self.startsFormula(first) {
      return unsafe appendGuardedAndQuoted(cell)
    }
    let isPlain = unsafe output.append(cell, then: Self.comma, unless: Self.quotable)
    if !isPlain { unsafe appendGuardedAndQuoted(cell) }
  }

  /// Writes a text field that is rendered already.
  @inline(__always)
  mutating func text(_ code: TextCode, _ texts: FieldTexts) {
    texts.append(code, to: &output)
  }

  /// Writes a text field from a string.
  package mutating func text(_ cell: String) {
    var cell = cell
    // Safe: the buffer is only read while the string lives.
    cell.withUTF8 { unsafe text($0) }
  }

  /// Writes a text field from pieces: what `addText` and `addDigits` add up to ``endPieces()``.
  ///
  /// Not a closure, which would take hold of all that its caller knows for every field.
  package mutating func beginPieces() { pieceStart = output.count }

  /// Adds to the field begun.
  package mutating func addText(_ piece: String) { output.append(piece) }

  /// Adds the digits of a number to the field begun.
  mutating func addDigits(_ value: Int) { output.appendDigits(value) }

  /// Ends the field begun, with quotes and guard where it needs them.
  package mutating func endPieces() {
    // Safe: what is gathered is only read during the call.
    let isPlain = unsafe output.withBytes(from: pieceStart) { unsafe Self.isPlain($0) }
    if isPlain {
      output.append(Self.comma)
    } else {
      let cell = output.bytes(from: pieceStart)
      output.remove(from: pieceStart)
      text(cell.span)
    }
  }

  /// Writes a word of ours, which never needs quotes or a guard.
  @inline(__always)
  package mutating func word(_ word: StaticString) {
    output.append(word)
    output.append(Self.comma)
  }

  /// Writes a word of ours from a string.
  mutating func word(text: String) {
    output.append(text)
    output.append(Self.comma)
  }

  /// Writes an empty field.
  package mutating func empty() { output.append(Self.comma) }

  /// Writes a code or another short text that never needs quotes or a guard.
  @inline(__always)
  package mutating func short(_ text: ShortText) { output.append(text, then: Self.comma) }

  /// Writes an organisation's or a footprint's code.
  package mutating func code(_ code: ODSCode) { short(code.characters) }

  /// Writes an employee number.
  @inline(__always)
  package mutating func number(_ number: EmployeeNumber) { short(number.digits) }

  /// Writes `ORG/NUMBER`.
  @inline(__always)
  package mutating func employee(_ organisation: ShortText, _ number: ShortText) {
    output.append(organisation, then: UInt8(ascii: "/"))
    short(number)
  }

  /// Writes a day, or nothing where it is missing.
  package mutating func day(_ day: CalendarDay) {
    if day.isMissing { return empty() }
    if day != lastDay {
      lastDay = day
      lastDayText = day.characters
    }
    short(lastDayText)
  }

  /// Writes a number as 16 hexadecimal digits.
  package mutating func hexadecimal(_ value: UInt64) {
    output.appendHexadecimal(value)
    output.append(Self.comma)
  }

  /// Writes a whole number, with no guard before its minus sign.
  package mutating func integer(_ value: Int) {
    output.appendDigits(value)
    output.append(Self.comma)
  }

  /// Writes a number that is text already, with no guard before its minus sign.
  ///
  /// - Precondition: it holds only digits, a sign, a point or an asterisk.
  package mutating func figure(_ text: String) {
    output.append(text)
    output.append(Self.comma)
  }

  // MARK: - Quoting and guarding

  private static func isPlain(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = unsafe cell.first else { return true }
    if startsFormula(first) { return false }
    let raw = UnsafeRawBufferPointer(cell)
    var found: UInt64 = 0
    var index = 0
    while index + 8 <= cell.count {
      // Safe: eight bytes from `index` are within the cell.
      found |= unsafe quotable(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    return unsafe (found == 0 || !cell.contains(where: needsQuotes))
      && !cell[index...].contains(where: needsQuotes)
  }

  /// Not 0 if some byte of a word is a comma, a quote or a control character, as CR and LF are.
  ///
  /// Where it is, the text may still be plain: tabs need no quotes.
  @inline(__always)
  private static func quotable(_ word: UInt64) -> UInt64 {
    ByteSearch.find(comma, in: word) | ByteSearch.find(quote, in: word)
      | ByteSearch.findControls(in: word)
  }

  @inline(__always)
  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    // Nearly all bytes of a text are above these four, and so done with after one comparison.
    byte <= comma && (byte == comma || byte == quote || byte == 0x0D || byte == 0x0A)
  }

  @inline(never)
  private mutating func appendGuardedAndQuoted(_ cell: UnsafeBufferPointer<UInt8>) {
    let isQuoted = unsafe cell.contains(where: Self.needsQuotes)
    if isQuoted { output.append(Self.quote) }
    if let first = unsafe cell.first, Self.startsFormula(first) { output.append(Self.apostrophe) }
    for index in cell.indices {
      let byte = unsafe cell[index]
      if byte == Self.quote { output.append(Self.quote) }
      output.append(byte)
    }
    if isQuoted { output.append(Self.quote) }
    output.append(Self.comma)
  }
}
