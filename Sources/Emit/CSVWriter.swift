package import Vocabulary

/// Writes the rows of one CSV file into a growing buffer (contract section 8).
///
/// UTF-8, comma, CRLF; quotes only where a field holds a comma, a quote, CR or LF. A *text* field
/// that starts with `=` `+` `-` `@` TAB or CR gets an apostrophe in front, so that a spreadsheet
/// does not run it; numbers, dates and codes that we write ourselves do not. This is the one place
/// that knows quoting and the formula guard.
///
/// Every field is followed by a comma; ``endRow()`` turns the last one into a line end. Each row
/// must have at least one field.
package struct CSVWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8]
  /// Where the field begun by ``beginPieces()`` starts.
  private var pieceStart = 0

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Begins a file with its headings; `capacity` is a guess at its size in bytes.
  package init(columns: [String], byteOrderMark: Bool, capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
    if byteOrderMark { bytes += Self.mark }
    for column in columns { text(column) }
    endRow()
  }

  /// Ends the row.
  package mutating func endRow() {
    bytes[bytes.count - 1] = 0x0D
    bytes.append(0x0A)
  }

  // MARK: - Fields

  /// Writes a text field.
  package mutating func text(_ cell: Span<UInt8>) {
    // Safe: the buffer is only read while the span lives.
    unsafe cell.withUnsafeBufferPointer { unsafe text($0) }
  }

  private mutating func text(_ cell: UnsafeBufferPointer<UInt8>) {
    if unsafe Self.isPlain(cell) {
      unsafe bytes.append(contentsOf: cell)
    } else {
      unsafe appendGuardedAndQuoted(cell)
    }
    bytes.append(Self.comma)
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
  package mutating func beginPieces() { pieceStart = bytes.count }

  /// Adds to the field begun.
  package mutating func addText(_ piece: String) { bytes.append(contentsOf: piece.utf8) }

  /// Adds the digits of a number to the field begun.
  package mutating func addDigits(_ value: Int) { bytes.appendDigits(value) }

  /// Ends the field begun, with quotes and guard where it needs them.
  package mutating func endPieces() {
    // Safe: the buffer is only read while the array lives, and nothing is appended meanwhile.
    let isPlain = unsafe bytes.withUnsafeBufferPointer {
      unsafe Self.isPlain(UnsafeBufferPointer(rebasing: $0[pieceStart...]))
    }
    if isPlain {
      bytes.append(Self.comma)
    } else {
      let cell = Array(bytes[pieceStart...])
      bytes.removeSubrange(pieceStart...)
      text(cell.span)
    }
  }

  /// Whether a text field can be written as it stands, without quotes or guard.
  static func isPlain(_ cell: Span<UInt8>) -> Bool {
    // Safe: the buffer is only read while the span lives.
    unsafe cell.withUnsafeBufferPointer { unsafe isPlain($0) }
  }

  /// Writes a text field that is known to be plain.
  mutating func plain(_ cell: Span<UInt8>) {
    // Safe: the buffer is only read while the span lives.
    unsafe cell.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(Self.comma)
  }

  /// Writes a word of ours, which never needs quotes or a guard.
  package mutating func word(_ word: StaticString) {
    word.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(Self.comma)
  }

  /// Writes an empty field.
  package mutating func empty() { bytes.append(Self.comma) }

  /// Writes an organisation's or a footprint's code.
  package mutating func code(_ code: ODSCode) {
    code.append(to: &bytes)
    bytes.append(Self.comma)
  }

  /// Writes an employee number.
  package mutating func number(_ number: EmployeeNumber) {
    number.append(to: &bytes)
    bytes.append(Self.comma)
  }

  /// Writes `ORG/NUMBER`.
  package mutating func employee(_ organisation: ODSCode, _ number: EmployeeNumber) {
    organisation.append(to: &bytes)
    bytes.append(UInt8(ascii: "/"))
    number.append(to: &bytes)
    bytes.append(Self.comma)
  }

  /// Writes a day, or nothing where it is missing.
  package mutating func day(_ day: CalendarDay) {
    day.append(to: &bytes)
    bytes.append(Self.comma)
  }

  /// Writes a number as 16 hexadecimal digits.
  package mutating func hexadecimal(_ value: UInt64) {
    for shift in stride(from: UInt64(60), through: 0, by: -4) {
      let nibble = UInt8(truncatingIfNeeded: value >> shift) & 0xF
      bytes.append(nibble < 10 ? 0x30 + nibble : 0x57 + nibble)
    }
    bytes.append(Self.comma)
  }

  /// Writes a whole number, with no guard before its minus sign.
  package mutating func integer(_ value: Int) {
    bytes.appendDigits(value)
    bytes.append(Self.comma)
  }

  /// Writes a number that is text already, with no guard before its minus sign.
  ///
  /// - Precondition: it holds only digits, a sign, a point or an asterisk.
  package mutating func figure(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(Self.comma)
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
    if isQuoted { bytes.append(Self.quote) }
    if let first = unsafe cell.first, Self.startsFormula(first) { bytes.append(Self.apostrophe) }
    for index in cell.indices {
      let byte = unsafe cell[index]
      if byte == Self.quote { bytes.append(Self.quote) }
      bytes.append(byte)
    }
    if isQuoted { bytes.append(Self.quote) }
  }
}

extension Array where Element == UInt8 {
  /// Appends the decimal digits of a number, with a minus sign where it is negative.
  mutating func appendDigits(_ value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    var digits: InlineArray<20, UInt8> = InlineArray(repeating: 0x30)
    var rest = value.magnitude
    var start = 20
    repeat {
      start -= 1
      digits[start] = UInt8(truncatingIfNeeded: rest % 10) + 0x30
      rest /= 10
    } while rest > 0
    // Safe: the buffer is only read within the closure; a 64-bit number has at most 20 digits.
    unsafe digits.span.extracting(start..<20).withUnsafeBufferPointer {
      unsafe append(contentsOf: $0)
    }
  }
}
