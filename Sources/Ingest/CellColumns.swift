import Columns
import Records
import Vocabulary

/// The cells of one column of several rows as values, added to a column in order of rows.
extension CellValues {
  mutating func texts(_ cells: borrowing CellTable, _ slot: Slot, to column: inout [TextCode]) {
    texts.appendCodes(of: cells, column: slot, to: &column)
  }

  mutating func emails(_ cells: borrowing CellTable, _ slot: Slot, to column: inout [TextCode]) {
    column.append(addingCapacity: cells.rowCount) { room in
      for row in 0..<cells.rowCount {
        self.row = row
        if let bytes = cells.address(row, slot), bytes.count > 0,
          EmailAddress.isPlain(
            count: bytes.count, ats: bytes.ats, dots: bytes.dots, others: bytes.others)
        {
          room.append(emails.append(cells, row: row, column: slot))
        } else {
          room.append(email(cells[row, slot]))
        }
      }
    }
  }

  mutating func flags(
    _ cells: borrowing CellTable, _ slot: Slot, _ name: ColumnName, to column: inout [Bool]
  ) {
    read(cells, slot, to: &column) { values, cell in values.isYes(cell, name) }
  }

  mutating func days(
    _ cells: borrowing CellTable, _ slot: Slot, _ name: ColumnName,
    _ century: DateText.Century = .otherDate, to column: inout [CalendarDay]
  ) {
    read(cells, slot, to: &column) { values, cell in values.day(cell, name, century) }
  }

  mutating func numbers(
    _ cells: borrowing CellTable, _ slot: Slot, _ name: ColumnName,
    to column: inout [EmployeeNumber]
  ) {
    read(cells, slot, to: &column) { values, cell in values.number(cell, name) }
  }

  mutating func niNumbers(
    _ cells: borrowing CellTable, _ slot: Slot, to column: inout [NINumber]
  ) {
    read(cells, slot, to: &column) { values, cell in values.niNumber(cell) }
  }

  @inline(__always)
  private mutating func read<Value>(
    _ cells: borrowing CellTable, _ slot: Slot, to column: inout [Value],
    _ value: (inout CellValues, Span<UInt8>) -> Value
  ) {
    column.append(addingCapacity: cells.rowCount) { room in
      for row in 0..<cells.rowCount {
        self.row = row
        room.append(value(&self, cells[row, slot]))
      }
    }
  }
}
