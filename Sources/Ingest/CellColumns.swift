import Columns
import Records
import Vocabulary

/// The cells of one column of several rows as values, added to a column in order of rows.
extension CellValues {
  mutating func texts(_ cells: borrowing CellTable, _ slot: Slot, to column: inout [TextCode]) {
    texts.appendCodes(of: cells, column: slot, to: &column)
  }

  mutating func emails(_ cells: borrowing CellTable, _ slot: Slot, to column: inout [TextCode]) {
    // Nearly all stand as they are to be, and are taken down together.
    var plain = InlineArray<64, UInt8>(repeating: 0)
    var plainCount = 0
    let first = column.count
    read(cells, slot, missing: .empty, to: &column) { values, row, cell in
      guard let bytes = cells.address(row, slot),
        EmailAddress.isPlain(
          count: bytes.count, ats: bytes.ats, dots: bytes.dots, others: bytes.others)
      else { return values.email(cell) }
      plain[plainCount] = UInt8(row)
      plainCount += 1
      return .empty
    }
    var codes = column.mutableSpan
    emails.append(cells, column: slot, rows: plain.span.extracting(0..<plainCount)) { row, code in
      codes[first + row] = code
    }
  }

  mutating func flags(
    _ cells: borrowing CellTable, _ slot: Slot, _ name: ColumnName, to column: inout [Bool]
  ) {
    read(cells, slot, missing: false, to: &column) { values, _, cell in values.isYes(cell, name) }
  }

  mutating func days(
    _ cells: borrowing CellTable, _ slot: Slot, _ name: ColumnName,
    _ century: DateText.Century = .otherDate, to column: inout [CalendarDay]
  ) {
    read(cells, slot, missing: .missing, to: &column) { values, _, cell in
      values.day(cell, name, century)
    }
  }

  mutating func numbers(
    _ cells: borrowing CellTable, _ slot: Slot, _ name: ColumnName,
    to column: inout [EmployeeNumber]
  ) {
    read(cells, slot, missing: .missing, to: &column) { values, _, cell in
      values.number(cell, name)
    }
  }

  mutating func niNumbers(
    _ cells: borrowing CellTable, _ slot: Slot, to column: inout [NINumber]
  ) {
    read(cells, slot, missing: .missing, to: &column) { values, _, cell in values.niNumber(cell) }
  }

  /// Adds `missing` for each row, and then puts in the values of those whose cell is not empty.
  @inline(__always)
  private mutating func read<Value>(
    _ cells: borrowing CellTable, _ slot: Slot, missing: Value, to column: inout [Value],
    _ value: (inout CellValues, Int, Span<UInt8>) -> Value
  ) {
    let (first, count) = (column.count, cells.rowCount)
    column.append(addingCapacity: count) { room in room.append(repeating: missing, count: count) }
    var room = column.mutableSpan
    cells.forEachFilled(of: slot) { row, cell in
      self.row = row
      room[first + row] = value(&self, row, cell)
    }
  }
}
