import Columns
import Records
import Vocabulary

/// Rows put together of records, as if they had stood in a delimited file.
///
/// Whatever reads a source's rows reads these: they are rejected for the same reasons.
struct OutboundRows {
  /// The columns of the rows, in this order.
  let columns: [ColumnName]
  private var bytes: [UInt8] = []
  private var fields: [Field] = []
  /// The file's number in reading order and the line of each row.
  private var rows: [SourceRow] = []
  /// The record of each row, for rejects.
  private var records: [Int] = []

  /// How many bytes of rows are put together before they are read.
  static let chunkBytes = 1 << 16

  init(columns: [ColumnName]) { self.columns = columns }

  /// The layout of the rows.
  var layout: FileLayout {
    FileLayout(
      delimiter: OutboundText.delimiter, columns: columns.map { $0 }, fieldCount: columns.count,
      position: 0, line: 1)
  }

  /// Whether it is time to read what is there.
  var isFull: Bool { bytes.count >= Self.chunkBytes }

  /// Begins the row that stands for a record.
  mutating func begin(_ row: SourceRow, _ record: Int) {
    rows.append(row)
    records.append(record)
  }

  /// Adds the next cell of the row.
  mutating func add(_ cell: Span<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: cell)
    fields.append(Field(start: start, end: bytes.count))
  }

  /// Adds the next cell of the row, which `write` appends to the bytes.
  mutating func add(_ write: (inout [UInt8]) -> Void) {
    let start = bytes.count
    write(&bytes)
    fields.append(Field(start: start, end: bytes.count))
  }

  /// Reads the rows and forgets them; `refuse` is told of each that is not accepted.
  mutating func read<Reader: RowReader>(
    _ intake: inout RowIntake<Reader>, _ cells: inout RowCells, _ values: inout CellValues,
    _ refuse: (SourceRow, Int, RejectReason) -> Void
  ) {
    precondition(fields.count == rows.count * columns.count, "a cell for each column")
    for index in rows.indices {
      let place = index * columns.count
      let row = fields.span.extracting(place..<place + columns.count)
      cells.take(row, copying: bytes.span)
      if let reason = intake.take(&cells, at: rows[index], &values) {
        refuse(rows[index], records[index], reason)
      }
    }
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    records.removeAll(keepingCapacity: true)
  }
}
