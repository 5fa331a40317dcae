import Columns
import Records
import Vocabulary

/// Reads the rows of one source: cells to a row of a table, or the reason why not.
protocol RowReader {
  /// Whether ``readColumns(_:_:into:)`` is to be called for the accepted rows.
  static var hasColumns: Bool { get }

  /// Adds the row to `tables`, or says why it is not accepted.
  ///
  /// Where the reader has columns, this is only what decides on acceptance; the rest comes later.
  func read(
    _ cells: borrowing RowCells, at row: SourceRow, _ values: inout CellValues,
    into tables: inout FileTables
  ) throws(RowRejection)

  /// Adds what is left of the rows accepted last, column by column.
  func readColumns(
    _ cells: borrowing CellTable, _ values: inout CellValues, into tables: inout FileTables)

  /// The employee that a row is about, for its cell faults; missing for other sources.
  ///
  /// `before` counts from the end of the table: 1 is the row accepted last.
  func subject(
    of tables: borrowing FileTables, _ values: borrowing CellValues, before: Int
  ) -> (ODSCode, EmployeeNumber)
}

extension RowReader {
  static var hasColumns: Bool { false }

  func readColumns(
    _ cells: borrowing CellTable, _ values: inout CellValues, into tables: inout FileTables
  ) {}

  func subject(
    of tables: borrowing FileTables, _ values: borrowing CellValues, before: Int
  ) -> (ODSCode, EmployeeNumber) {
    (.missing, .missing)
  }
}
