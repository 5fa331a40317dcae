import CSQLite
import Files

/// One connection to SQLite; statements of it must go before it does.
@safe final class Database {
  private let handle: OpaquePointer

  /// Opens the file; it must exist, so that its mode was set by us and not by SQLite.
  init(path: String, forWriting: Bool) throws(LedgerError) {
    var opened: OpaquePointer?
    let flags =
      (forWriting ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX
      | SQLITE_OPEN_EXRESCODE
    // Safe: the path lives through the call; a handle is given even where opening failed.
    let code = unsafe sqlite3_open_v2(path, &opened, flags, nil)
    guard let handle = unsafe opened, code == SQLITE_OK else {
      unsafe sqlite3_close_v2(opened)
      throw .database(action: "be opened", code: code)
    }
    unsafe self.handle = handle
    unsafe sqlite3_busy_timeout(handle, 5_000)
  }

  deinit {
    // v2 waits for statements that a caller still holds.
    unsafe sqlite3_close_v2(handle)
  }

  /// Runs statements that give no rows.
  func execute(_ sql: String, to action: String) throws(LedgerError) {
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw .database(action: action, code: code) }
  }

  /// Prepares one statement.
  func prepare(_ sql: String, to action: String) throws(LedgerError) -> Statement {
    var prepared: OpaquePointer?
    let code = unsafe sqlite3_prepare_v3(
      handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard let statement = unsafe prepared, code == SQLITE_OK else {
      throw .database(action: action, code: code == SQLITE_OK ? SQLITE_MISUSE : code)
    }
    return unsafe Statement(statement, action: action)
  }

  /// The one integer that a statement gives.
  func integer(_ sql: String, to action: String) throws(LedgerError) -> Int {
    let statement = try prepare(sql, to: action)
    guard try statement.step() else { return 0 }
    return statement.integer(0)
  }

  /// The text of the first column of every row.
  func texts(_ sql: String, to action: String) throws(LedgerError) -> [String] {
    let statement = try prepare(sql, to: action)
    var texts: [String] = []
    while try statement.step() { texts.append(statement.text(0)) }
    return texts
  }

  /// Runs `body` whole or not at all.
  ///
  /// The write lock is taken at once, so that what is read inside is what is changed.
  func transaction<Result>(
    _ body: () throws(LedgerError) -> Result
  ) throws(LedgerError) -> Result {
    try begin()
    do throws(LedgerError) {
      let result = try body()
      try commit()
      return result
    } catch {
      rollBack()
      throw error
    }
  }

  /// Begins a transaction that goes over several calls.
  func begin() throws(LedgerError) { try execute("BEGIN IMMEDIATE", to: "begin an entry") }

  /// Commits it.
  func commit() throws(LedgerError) { try execute("COMMIT", to: "commit an entry") }

  /// Takes back all that was done since it began.
  ///
  /// After some errors SQLite has rolled back already. What the rollback says cannot add to the
  /// error at hand: without a commit nothing is ever seen of the transaction.
  func rollBack() {
    if unsafe sqlite3_get_autocommit(handle) == 0 {
      _ = unsafe sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
    }
  }

  /// Runs `body` on one state of the ledger, whatever is entered meanwhile.
  func snapshot<Result>(
    _ body: () throws(LedgerError) -> Result
  ) throws(LedgerError) -> Result {
    try execute("BEGIN", to: "be read")
    // Nothing was written, and COMMIT fails where `body` has met a damaged page.
    defer { rollBack() }
    return try body()
  }
}
