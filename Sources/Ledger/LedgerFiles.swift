import CSQLite
import Files

/// The files of the ledger and how SQLite is to treat them.
enum LedgerFiles {
  private static let companions = ["-wal", "-shm", "-journal"]

  /// Whether there is a ledger; refuses links and other things under its names.
  static func check(in folder: Folder) throws(LedgerError) -> Bool {
    do throws(FileError) {
      for name in [Ledger.fileName] + companions.map({ Ledger.fileName + $0 }) {
        guard let kind = try folder.kind(of: name) else { continue }
        guard kind == .file else {
          throw FileError(.open, folder.path(of: name), .wrongKind(found: kind.phrase))
        }
        let file = try folder.openFile(name)
        try file.checkPrivate()
      }
      return try folder.kind(of: Ledger.fileName) != nil
    } catch {
      throw .file(error)
    }
  }

  /// Makes the empty file, 0600; SQLite gives its log and index the mode that the file has.
  static func make(in folder: Folder) throws(LedgerError) {
    do throws(FileError) {
      try folder.createFile(Ledger.fileName).close(synchronise: true)
      try folder.synchronise()
    } catch {
      throw .file(error)
    }
  }

  /// Whether a first run was cut off while it wrote, so that its rows must be taken back.
  static func isCutOff(in folder: Folder) throws(LedgerError) -> Bool {
    do throws(FileError) {
      return try folder.kind(of: Ledger.fileName + "-journal") != nil
    } catch {
      throw .file(error)
    }
  }

  /// Sets what is set for each connection, and WAL, which stays with the file.
  ///
  /// A new ledger is written straight, without a log: it has nothing that could be read meanwhile,
  /// and all rows of its first run would be written twice. A commit is then sure once the folder is
  /// on the disk, which is the caller's to see to: SQLite could do it (`EXTRA`), but reports an
  /// error of it for a transaction that is committed.
  ///
  /// Foreign keys tell the reader of the schema what belongs to what. They are not held against
  /// each of half a million rows: rows go in before their entry does, and what they name was looked
  /// up by us; `verify` finds rows without an entry, and any row that is not as it was sealed.
  static func configure(_ database: Database, isNew: Bool) throws(LedgerError) {
    // Counts for a new file only: of larger pages fewer are written, each twice (log and file).
    try database.execute("PRAGMA page_size = 16384", to: "be set up")
    if !isNew {
      let mode = try database.texts("PRAGMA journal_mode = WAL", to: "be set to WAL")
      guard mode == ["wal"] else { throw .database(action: "be set to WAL", code: SQLITE_IOERR) }
    }
    try database.execute(
      """
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = OFF;
      PRAGMA trusted_schema = OFF;
      PRAGMA cell_size_check = ON;
      PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -4096;
      PRAGMA journal_size_limit = 0;
      """, to: "be set up")
  }
}
