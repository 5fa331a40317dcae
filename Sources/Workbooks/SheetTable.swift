package import Columns

/// The cells of one sheet as text, row by row.
///
/// Rows come in the order of their numbers, each once. A row without any text is no row here: it
/// is blank, and shows itself as a gap in the row numbers. Rows behind the last one with text are
/// not known, however far their formats go.
///
/// How a cell becomes text:
///
/// | cell | text |
/// | --- | --- |
/// | text, shared or inline | as it stands; rich text joined, phonetic guides left out |
/// | formula | the value that was saved with it |
/// | whole number | its digits, without exponent or `.0`: `12345678` |
/// | whole number shown as `00000000` | with the zeros that are shown: `00345678` |
/// | other number | the shortest decimal that gives the number again: `0.1` |
/// | date, time of a day | `2026-01-31`, `2026-01-31 12:30:00` |
/// | truth value | `TRUE`, `FALSE` |
/// | error | its word: `#N/A` |
/// | merged region | its first cell's text stands in its first column in every row with text |
package struct SheetTable: Sendable {
  /// The text that fields are ranges of, in UTF-8.
  package let text: PaddedBytes

  /// How many rows hold text.
  package var rowCount: Int { rowNumbers.count }

  /// The number of a row as a spreadsheet shows it, from 1; numbers rise.
  ///
  /// - Precondition: the index, from 0, is less than ``rowCount``.
  package func rowNumber(_ index: Int) -> Int { Int(rowNumbers[index]) }

  /// Puts a row's cells into `fields` as ranges of ``text``, from column A to the last with text.
  ///
  /// Empty cells are empty ranges; none has doubled quotes.
  ///
  /// - Precondition: the index, from 0, is less than ``rowCount``.
  package func fill(_ fields: inout [Field], row index: Int) {
    fields.removeAll(keepingCapacity: true)
    for cell in Int(rowStarts[index])..<Int(rowStarts[index + 1]) {
      while fields.count < Int(columns[cell]) {
        fields.append(Field(start: 0, end: 0, hasDoubledQuotes: false))
      }
      let text = Int(texts[cell])
      fields.append(
        Field(
          start: text == 0 ? 0 : Int(ends[text - 1]), end: Int(ends[text]),
          hasDoubledQuotes: false))
    }
  }

  /// By row: its number.
  let rowNumbers: [UInt32]
  /// By row: its first cell; one more at the end.
  let rowStarts: [UInt32]
  /// By cell, in order: its column from 0.
  let columns: [UInt16]
  /// By cell: which text it has.
  let texts: [UInt32]
  /// By text: where it ends in ``text``; it begins where the one before it ends.
  let ends: [UInt32]

  /// Takes over what was read; the padding stands behind the texts already.
  init(rows: consuming SheetRows, texts arena: consuming TextArena) {
    rowNumbers = rows.numbers
    rowStarts = rows.starts
    columns = rows.columns
    texts = rows.texts
    ends = arena.ends
    text = PaddedBytes(padded: arena.bytes)
  }
}
