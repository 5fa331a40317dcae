package import Columns

/// An `.xlsx` workbook: its sheets, and each sheet's cells as text.
///
/// How to read one (the bytes are the caller's, who has read and hashed the file):
///
///     if let kind = WorkbookKind(of: bytes.span) {         // not delimited text
///       let workbook = try Workbook(bytes)                  // or a WorkbookError
///       for sheet in workbook.sheets where !sheet.isHidden {
///         let table = try workbook.read(sheet)
///         var fields: [Field] = []
///         for row in 0..<table.rowCount {
///           table.fill(&fields, row: row)                   // ranges of table.text
///           use(table.rowNumber(row), fields, table.text)
///         }
///       }
///     }
///
/// Nothing but the list of sheets is read by ``init(_:count:)``; ``read(_:)`` reads one sheet from
/// the file's bytes each time it is called, as a stream. Errors are one of ``WorkbookError``.
///
/// Producers differ, and all of these are read: namespaces of transitional and strict Office Open
/// XML under any prefix; parts found by their relationships, whatever their names; rows and cells
/// with or without a reference, in any order; shared and inline strings.
package struct Workbook: Sendable {
  /// One sheet of cells; charts and macro sheets are none.
  package struct Sheet: Sendable, Equatable {
    /// The name on its tab, as it stands in the file.
    package let name: String
    /// Whether it is hidden, be it so that a user can show it or only a program.
    package let isHidden: Bool
    /// The name of its part; nil where the workbook names none.
    let part: String?
  }

  /// The sheets in the order of their tabs.
  package let sheets: [Sheet]
}
