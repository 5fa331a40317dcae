package import Files
import Vocabulary

/// What lasts from night to night: `ledger.sqlite` in the output folder, and its key beside it.
///
/// One process writes at a time: the caller holds the `ProcessLock` of the folder. Every entry is
/// one transaction in WAL mode with `synchronous=FULL`: once a call that records has returned, its
/// entry survives a crash of the process, the system or the power.
package final class Ledger {
  /// The name of the database in the output folder.
  package static let fileName = "ledger.sqlite"

  let database: Database
  private let key: [UInt8]
  /// The number of the entry whose rows are in already, in a transaction that is not committed.
  var prepared: Int?

  /// Opens the ledger of an output folder for recording; begins it where there is none.
  ///
  /// `now` is the time of the first entry where it begins, UTC as text.
  package static func open(in folder: Folder, now: String) throws(LedgerError) -> Ledger {
    let isThere = try LedgerFiles.check(in: folder)
    let key = isThere ? try LedgerKey.read(in: folder) : try LedgerKey.readOrMake(in: folder)
    if !isThere { try LedgerFiles.make(in: folder) }
    let database = try Database(path: folder.path(of: fileName), forWriting: true)
    try LedgerFiles.configure(database, isNew: !isThere)
    try LedgerMigration.run(database, path: folder.path(of: fileName)) { () throws(LedgerError) in
      try EntryWriter(database).begin(now: now, keyCheck: LedgerKey.check(of: key))
    }
    return try Ledger(database, key: key, folder: folder)
  }

  /// Opens the ledger of an output folder for reading only.
  ///
  /// - Throws: `LedgerError`; `missing` where there is none.
  package static func openForReading(in folder: Folder) throws(LedgerError) -> Ledger {
    let database = try openDatabaseForReading(in: folder)
    return try Ledger(database, key: try LedgerKey.read(in: folder), folder: folder)
  }

  static func openDatabaseForReading(in folder: Folder) throws(LedgerError) -> Database {
    let path = folder.path(of: fileName)
    guard try LedgerFiles.check(in: folder) else { throw .missing(path: path) }
    // What a first run that was cut off has left half written, SQLite takes back when it reads.
    let database = try Database(path: path, forWriting: try LedgerFiles.isCutOff(in: folder))
    try LedgerMigration.checkVersion(database, path: path)
    return database
  }

  private init(_ database: Database, key: [UInt8], folder: Folder) throws(LedgerError) {
    self.database = database
    self.key = key
    try Ledger.checkKey(key, database, folder)
  }

  /// Refuses a key that is not the one the ledger was begun with.
  static func checkKey(
    _ key: [UInt8], _ database: Database, _ folder: Folder
  ) throws(LedgerError) {
    let statement = try database.prepare(
      "SELECT key_check FROM entries WHERE number = 1", to: "be read")
    guard try statement.step() else { throw .damaged(table: "entries") }
    guard statement.digest(0) == LedgerKey.check(of: key) else {
      throw .keyOfAnother(path: folder.path(of: LedgerKey.fileName))
    }
    statement.reset()
  }

  /// What makes keyed hashes; each task makes its own hasher.
  package var hashing: LedgerHashing { LedgerHashing(key: key) }

  /// The head of the chain as it stands.
  package func head() throws(LedgerError) -> LedgerHead { try Ledger.head(database) }

  static func head(_ database: Database) throws(LedgerError) -> LedgerHead {
    let statement = try database.prepare(
      """
      SELECT (SELECT origin FROM entries WHERE number = 1), entry, hash
      FROM seals ORDER BY entry DESC LIMIT 1
      """, to: "be read")
    guard try statement.step(), let hash = statement.digest(2) else {
      throw .damaged(table: "seals")
    }
    defer { statement.reset() }
    return LedgerHead(
      origin: statement.text(0), entryCount: statement.integer(1), hash: hash)
  }

  /// Writes the ledger's log into its main file, as a backup by copying wants it.
  package func checkpoint() throws(LedgerError) {
    try database.execute("PRAGMA wal_checkpoint(TRUNCATE)", to: "be checkpointed")
  }
}
