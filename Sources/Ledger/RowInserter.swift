import CSQLite
import Vocabulary

/// Inserts rows of one table many at a time.
///
/// A statement costs more than a row: it looks at the schema, opens the table and closes it again.
/// So rows are gathered and inserted by statements of `rowsAtOnce`; what is left over goes row by
/// row in ``flush()``, before which the rows are not all there. A row must not be in the table yet.
struct RowInserter {
  /// How many rows one statement inserts.
  private static let rowsAtOnce = 32

  private enum Value {
    case integer(Int)
    case null
    /// The next of the hashes.
    case hash
  }

  private let columnCount: Int
  private let many: Statement
  private let one: Statement
  private var values: [Value] = []
  /// The bytes of the hashes among the values, two words each.
  private var hashes: [UInt64] = []

  /// Prepares to insert into `columns` of `table`.
  init(
    _ database: Database, into table: String, _ columns: [String], to action: String
  ) throws(LedgerError) {
    columnCount = columns.count
    let row = "(\(columns.map { _ in "?" }.joined(separator: ", ")))"
    // FAIL, as a conflict ends the whole entry: SQLite need not be ready to undo half a statement.
    let insert = "INSERT OR FAIL INTO \(table) (\(columns.joined(separator: ", "))) VALUES "
    let rows = [String](repeating: row, count: Self.rowsAtOnce).joined(separator: ", ")
    many = try database.prepare(insert + rows, to: action)
    one = try database.prepare(insert + row, to: action)
    values.reserveCapacity(columnCount * Self.rowsAtOnce)
  }

  /// Adds the next value of the row.
  mutating func add(_ value: Int) { values.append(.integer(value)) }

  /// Adds the next value of the row, or NULL.
  mutating func add(_ value: Int?) { values.append(value.map(Value.integer) ?? .null) }

  /// Adds the next value of the row: a day, or NULL where it is missing.
  mutating func add(_ day: CalendarDay) { add(day.isMissing ? nil : Int(day.raw)) }

  /// Adds the next value of the row.
  mutating func add(_ value: KeyedHash) {
    values.append(.hash)
    hashes.append(value.high.bigEndian)
    hashes.append(value.low.bigEndian)
  }

  /// Ends the row; all its values must have been added.
  mutating func endRow() throws(LedgerError) {
    precondition(values.count % columnCount == 0, "a row has one value for each column")
    guard values.count == columnCount * Self.rowsAtOnce else { return }
    try insert(values[...], firstHash: 0, by: many)
    clear()
  }

  /// Inserts the rows that are still waiting.
  mutating func flush() throws(LedgerError) {
    var firstHash = 0
    for start in stride(from: 0, to: values.count, by: columnCount) {
      let row = values[start..<start + columnCount]
      firstHash += try insert(row, firstHash: firstHash, by: one)
    }
    clear()
  }

  private mutating func clear() {
    values.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
  }

  /// Binds values and runs the statement.
  ///
  /// - Returns: how many hashes were among them.
  @discardableResult
  private func insert(
    _ values: ArraySlice<Value>, firstHash: Int, by statement: Statement
  ) throws(LedgerError) -> Int {
    // Safe: the bytes rest where they are until the statement has run, and the next run of it
    // binds them anew.
    try unsafe hashes.withUnsafeBufferPointer { words throws(LedgerError) in
      let bytes = UnsafeRawBufferPointer(words)
      var count = 0
      for (place, value) in zip(Int32(1)..., values) {
        switch value {
        case .integer(let value): try statement.bind(place, value)
        case .null: try statement.bind(place, nil as Int?)
        case .hash:
          let start = (firstHash + count) * KeyedHash.byteCount
          try unsafe statement.bind(
            place,
            resting: UnsafeRawBufferPointer(
              rebasing: bytes[start..<start + KeyedHash.byteCount]))
          count += 1
        }
      }
      try statement.run()
      return count
    }
  }
}
