import CSQLite
import Files

/// One prepared statement, used again and again; parameters count from 1, columns from 0.
///
/// Values never become part of the SQL text. Safe: the handle lives as long as the value, which is
/// the only one to hold it; pointers that SQLite gives out are copied from before the next step.
@safe final class Statement {
  private let handle: OpaquePointer
  private let action: String

  @unsafe init(_ handle: OpaquePointer, action: String) {
    unsafe self.handle = handle
    self.action = action
  }

  deinit {
    // The code it gives is that of the last step, which was looked at.
    _ = unsafe sqlite3_finalize(handle)
  }

  /// Goes to the next row; false at the end, after which the statement can be run again.
  func step() throws(LedgerError) -> Bool {
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    _ = unsafe sqlite3_reset(handle)
    guard code == SQLITE_DONE else { throw .database(action: action, code: code) }
    return false
  }

  /// Runs a statement that gives no rows.
  func run() throws(LedgerError) {
    while try step() {}
  }

  /// Leaves the rows that were not asked for.
  func reset() {
    _ = unsafe sqlite3_reset(handle)
  }

  private func check(_ code: Int32) throws(LedgerError) {
    guard code == SQLITE_OK else { throw .database(action: action, code: code) }
  }

  // MARK: - Parameters

  /// Binds an integer, or NULL.
  func bind(_ number: Int32, _ value: Int?) throws(LedgerError) {
    if let value {
      try check(unsafe sqlite3_bind_int64(handle, number, Int64(value)))
    } else {
      try check(unsafe sqlite3_bind_null(handle, number))
    }
  }

  /// Binds a text, or NULL; SQLite copies it.
  func bind(_ number: Int32, _ value: String?) throws(LedgerError) {
    guard let value else { return try bind(number, nil as Int?) }
    let count = UInt64(value.utf8.count)
    // Safe: the text lives through the call and has that many bytes.
    try check(
      unsafe sqlite3_bind_text64(
        handle, number, value, count, Statement.copying, UInt8(SQLITE_UTF8)))
  }

  /// Binds bytes, at least one, or NULL; SQLite copies them.
  func bind(_ number: Int32, _ value: [UInt8]?) throws(LedgerError) {
    guard let value else { return try bind(number, nil as Int?) }
    let code = unsafe value.withUnsafeBytes { buffer in
      unsafe sqlite3_bind_blob64(
        handle, number, buffer.baseAddress, UInt64(buffer.count), Statement.copying)
    }
    try check(code)
  }

  /// Binds the 32 bytes of a digest, or NULL.
  func bind(_ number: Int32, _ value: SHA256Digest?) throws(LedgerError) {
    try bind(number, value?.bytes)
  }

  /// Binds the 16 bytes of a keyed hash.
  func bind(_ number: Int32, _ value: KeyedHash) throws(LedgerError) {
    let words = (value.high.bigEndian, value.low.bigEndian)
    let code = unsafe withUnsafeBytes(of: words) { buffer in
      unsafe sqlite3_bind_blob64(
        handle, number, buffer.baseAddress, UInt64(buffer.count), Statement.copying)
    }
    try check(code)
  }

  /// Binds bytes that stay where they are until the statement has run; SQLite does not copy them.
  @unsafe func bind(
    _ number: Int32, resting value: UnsafeRawBufferPointer
  ) throws(LedgerError) {
    let code = unsafe sqlite3_bind_blob64(
      handle, number, value.baseAddress, UInt64(value.count), nil)
    try check(code)
  }

  /// SQLITE_TRANSIENT: SQLite copies before the call returns.
  private static var copying: sqlite3_destructor_type {
    // Safe: the documented constant; SQLite compares it and never calls it.
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  // MARK: - Columns

  /// The number of columns.
  var columnCount: Int { Int(unsafe sqlite3_column_count(handle)) }

  /// Whether a column is NULL.
  func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  /// An integer; 0 for NULL.
  func integer(_ column: Int32) -> Int { Int(unsafe sqlite3_column_int64(handle, column)) }

  /// An integer, or nil for NULL.
  func optionalInteger(_ column: Int32) -> Int? { isNull(column) ? nil : integer(column) }

  /// A text; empty for NULL.
  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// A text, or nil for NULL.
  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  /// The bytes of a blob or text; empty for NULL.
  func bytes(_ column: Int32) -> [UInt8] {
    guard let start = unsafe sqlite3_column_blob(handle, column) else { return [] }
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// A digest, or nil where the column does not hold 32 bytes.
  func digest(_ column: Int32) -> SHA256Digest? { SHA256Digest(bytes: bytes(column)) }

  /// A keyed hash, or nil where the column does not hold 16 bytes.
  func hash(_ column: Int32) -> KeyedHash? {
    guard let start = unsafe sqlite3_column_blob(handle, column),
      unsafe sqlite3_column_bytes(handle, column) == Int32(KeyedHash.byteCount)
    else { return nil }
    // Safe: 16 bytes were just counted.
    return unsafe KeyedHash(
      high: UInt64(bigEndian: start.loadUnaligned(as: UInt64.self)),
      low: UInt64(bigEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
  }

  /// Appends the row in one form for ever: what is sealed are these bytes.
  ///
  /// A row is the number of columns, then for each its kind (0 NULL, 1 integer, 2 other number, 3
  /// text, 4 bytes) and value: an integer in 8 bytes, big end first; anything else its length in 8
  /// such bytes and then itself.
  func appendCanonicalRow(to target: inout [UInt8]) {
    let count = columnCount
    target.append(UInt8(truncatingIfNeeded: count))
    for column in 0..<Int32(count) {
      switch unsafe sqlite3_column_type(handle, column) {
      case SQLITE_NULL:
        target.append(0)
      case SQLITE_INTEGER:
        target.append(1)
        Statement.append(UInt64(bitPattern: Int64(integer(column))), to: &target)
      case let kind:
        target.append(kind == SQLITE_TEXT ? 3 : kind == SQLITE_BLOB ? 4 : 2)
        let start = unsafe sqlite3_column_blob(handle, column)
        let length = Int(unsafe sqlite3_column_bytes(handle, column))
        Statement.append(UInt64(length), to: &target)
        // Safe: start and length belong together until the next call on this column.
        unsafe target.append(contentsOf: UnsafeRawBufferPointer(start: start, count: length))
      }
    }
  }

  private static func append(_ value: UInt64, to target: inout [UInt8]) {
    unsafe withUnsafeBytes(of: value.bigEndian) { unsafe target.append(contentsOf: $0) }
  }
}
