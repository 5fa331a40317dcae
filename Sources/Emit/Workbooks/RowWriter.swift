import Columns
import Vocabulary

/// Takes the cells of a table row by row, be it for a CSV file or for a sheet of a workbook.
///
/// A table is described once, by its columns and by what writes a row; what it is written to is
/// known when the program is built, so that a CSV file costs no more than if it were alone.
protocol RowWriter: ~Copyable {
  /// Writes a text cell.
  mutating func text(_ cell: Span<UInt8>)
  /// Writes a text cell from a string.
  mutating func text(_ cell: String)
  /// Writes a text cell with a text of a dictionary.
  mutating func text(_ code: TextCode, _ texts: FieldTexts)
  /// Writes a text cell with a short text that a CSV file need not quote or guard.
  mutating func short(_ text: ShortText)
  /// Writes a word of ours.
  mutating func word(_ word: StaticString)
  /// Writes a word of ours from a string.
  mutating func word(text: String)
  /// Writes several words of ours, with commas between them.
  mutating func words(_ words: StaticString)
  /// Writes an empty cell.
  mutating func empty()
  /// Writes an organisation's or a footprint's code.
  mutating func code(_ code: ODSCode)
  /// Writes an employee number.
  mutating func number(_ number: EmployeeNumber)
  /// Writes `ORG/NUMBER`.
  mutating func employee(_ organisation: ShortText, _ number: ShortText)
  /// Writes a day, or nothing where it is missing.
  mutating func day(_ day: CalendarDay)
  /// Writes a number as 16 hexadecimal digits.
  mutating func hexadecimal(_ value: UInt64)
  /// Writes a whole number.
  mutating func integer(_ value: Int)
  /// Writes a number that is text already, or what stands for one.
  mutating func figure(_ text: String)
  /// Begins a text cell made of pieces.
  mutating func beginPieces()
  /// Adds to the cell begun.
  mutating func addText(_ piece: String)
  /// Adds the digits of a number to the cell begun.
  mutating func addDigits(_ value: Int)
  /// Ends the cell begun.
  mutating func endPieces()
  /// Ends the row.
  mutating func endRow()
}

extension CSVWriter: RowWriter {
  @inline(__always)
  mutating func words(_ words: StaticString) { word(words) }
}
