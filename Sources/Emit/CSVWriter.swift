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

  /// Ends the file and gives the buffer back.
  package consuming func end() -> OutputBuffer { output }

  /// Ends the row.
  package mutating func endRow() {
    output.replaceLast(with: 0x0D)
    output.append(0x0A)
    output.handOnPieces()
  }

  // MARK: - Fields

  /// Writes a text field.
  package mutating func text(_ cell: Span<UInt8>) {
    // Safe: the buffer is only read while the span lives.
    unsafe cell.withUnsafeBufferPointer { unsafe text($0) }
  }

  private mutating func text(_ cell: UnsafeBufferPointer<UInt8>) {
    if unsafe Self.isPlain(cell) {
      unsafe output.append(cell)
    } else {
      unsafe appendGuardedAndQuoted(cell)
    }
    output.append(Self.comma)
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
  package mutating func addDigits(_ value: Int) { output.appendDigits(value) }

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

  /// Whether a text field can be written as it stands, without quotes or guard.
  static func isPlain(_ cell: Span<UInt8>) -> Bool {
    // Safe: the buffer is only read while the span lives.
    unsafe cell.withUnsafeBufferPointer { unsafe isPlain($0) }
  }

  /// Writes a text field that is known to be plain.
  @inline(__always)
  mutating func plain(_ cell: Span<UInt8>) {
    output.append(cell)
    output.append(Self.comma)
  }

  /// Writes a word of ours, which never needs quotes or a guard.
  package mutating func word(_ word: StaticString) {
    output.append(word)
    output.append(Self.comma)
  }

  /// Writes an empty field.
  package mutating func empty() { output.append(Self.comma) }

  /// Writes an organisation's or a footprint's code.
  package mutating func code(_ code: ODSCode) {
    let (characters, count) = code.characters
    output.append(characters, count: count)
    output.append(Self.comma)
  }

  /// Writes an employee number.
  package mutating func number(_ number: EmployeeNumber) {
    let (digits, count) = number.digits
    output.append(digits, count: count)
    output.append(Self.comma)
  }

  /// Writes `ORG/NUMBER`.
  package mutating func employee(_ organisation: ODSCode, _ number: EmployeeNumber) {
    let (characters, count) = organisation.characters
    output.append(characters, count: count)
    output.append(UInt8(ascii: "/"))
    self.number(number)
  }

  /// Writes a day, or nothing where it is missing.
  package mutating func day(_ day: CalendarDay) {
    if !day.isMissing { output.append(day.characters, count: 10) }
    output.append(Self.comma)
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
    var index = 0
    let raw = UnsafeRawBufferPointer(cell)
    while index + 8 <= cell.count {
      // Safe: eight bytes from `index` are within the cell.
      let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let found =
        zeroBytes(word ^ 0x2C2C_2C2C_2C2C_2C2C) | zeroBytes(word ^ 0x2222_2222_2222_2222)
        | zeroBytes(word ^ 0x0D0D_0D0D_0D0D_0D0D) | zeroBytes(word ^ 0x0A0A_0A0A_0A0A_0A0A)
      if found != 0 { return false }
      index += 8
    }
    while index < cell.count {
      if unsafe needsQuotes(cell[index]) { return false }
      index += 1
    }
    return true
  }

  /// Not 0 if and only if some byte of a word is 0.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

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
  }
}
