import Records
import Vocabulary

/// Reads the rows of one source: cells to a row of a table, or the reason why not.
protocol RowReader {
  /// Adds the row to `tables`, or says why it is not accepted.
  func read(
    _ cells: borrowing RowCells, at row: SourceRow, _ values: inout CellValues,
    into tables: inout FileTables
  ) throws(RowRejection)

  /// The employee that the row read last is about, for its cell faults; missing for other sources.
  func subject(of tables: borrowing FileTables) -> (ODSCode, EmployeeNumber)
}

extension RowReader {
  func subject(of tables: borrowing FileTables) -> (ODSCode, EmployeeNumber) {
    (.missing, .missing)
  }
}
