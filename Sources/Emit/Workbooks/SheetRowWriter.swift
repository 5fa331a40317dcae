import Columns
import Vocabulary
import Workbooks

/// Writes the rows of a table into a sheet.
///
/// Texts, codes and employee numbers are text cells, days are days, and figures are numbers unless
/// they are hidden (`*`).
struct SheetRowWriter: ~Copyable, RowWriter {
  /// The sheet.
  private(set) var sheet: SheetWriter
  /// How many columns behind the table's are for the reader to fill in.
  private let surplus: Int
  private var scratch: [UInt8] = []

  /// Begins a sheet with the columns of a table and some for the reader to fill in.
  ///
  /// A column `decision` gets a drop-down with the choices.
  init(name: String, columns: [String], toFillIn: [String] = [], decisions: [String] = []) {
    surplus = toFillIn.count
    sheet = SheetWriter(
      name: name,
      columns: (columns + toFillIn).map { heading in
        SheetColumn(heading, choices: heading == "decision" ? decisions : [])
      })
  }

  /// The sheet, with all that was written.
  consuming func finish() -> SheetWriter { sheet }

  mutating func text(_ cell: Span<UInt8>) { sheet.text(cell) }
  mutating func text(_ cell: String) { sheet.text(cell) }
  mutating func text(_ code: TextCode, _ texts: FieldTexts) { sheet.text(texts.texts[code]) }
  mutating func word(text: String) { sheet.text(text) }
  mutating func empty() { sheet.empty() }

  mutating func word(_ word: StaticString) {
    beginPieces()
    word.withUTF8Buffer { unsafe scratch.append(contentsOf: $0) }
    endPieces()
  }

  mutating func words(_ words: StaticString) {
    for word in words.description.split(separator: ",", omittingEmptySubsequences: false) {
      sheet.text(String(word))
    }
  }

  mutating func short(_ text: ShortText) {
    beginPieces()
    scratch += text.bytes
    endPieces()
  }

  mutating func code(_ code: ODSCode) { short(code.characters) }
  mutating func number(_ number: EmployeeNumber) { short(number.digits) }

  mutating func employee(_ organisation: ShortText, _ number: ShortText) {
    beginPieces()
    scratch += organisation.bytes
    scratch.append(UInt8(ascii: "/"))
    scratch += number.bytes
    endPieces()
  }

  mutating func day(_ day: CalendarDay) {
    if day.isMissing { return sheet.empty() }
    sheet.day(Int(day.raw), text: day.text)
  }

  mutating func hexadecimal(_ value: UInt64) {
    sheet.text(Hexadecimal.text(value))
  }

  mutating func integer(_ value: Int) { sheet.number(String(value)) }

  mutating func figure(_ text: String) {
    if SheetWriter.isNumber(text) { sheet.number(text) } else { sheet.text(text) }
  }

  mutating func beginPieces() { scratch.removeAll(keepingCapacity: true) }
  mutating func addText(_ piece: String) { scratch.append(contentsOf: piece.utf8) }
  mutating func addDigits(_ value: Int) { scratch.append(contentsOf: String(value).utf8) }

  mutating func endPieces() {
    // A copy of the reference: the sheet is changed while the text is looked at.
    let cell = scratch
    sheet.text(cell.span)
  }

  mutating func endRow() {
    for _ in 0..<surplus { sheet.empty() }
    sheet.endRow()
  }
}
