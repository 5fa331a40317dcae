import Files

/// Brings a file to the version that this program writes, each step in one transaction.
enum LedgerMigration {
  /// Refuses a file that is no ledger, or one of another version.
  static func checkVersion(_ database: Database, path: String) throws(LedgerError) {
    let found = try version(database, path: path)
    guard found <= LedgerSchema.version else {
      throw .tooNew(found: found, known: LedgerSchema.version)
    }
    guard found == LedgerSchema.version else { throw .missing(path: path) }
  }

  /// Takes the steps that are missing; `begin` writes the first entry of a new ledger.
  static func run(
    _ database: Database, path: String, begin: () throws(LedgerError) -> Void
  ) throws(LedgerError) {
    let found = try version(database, path: path)
    guard found <= LedgerSchema.version else {
      throw .tooNew(found: found, known: LedgerSchema.version)
    }
    for step in found..<LedgerSchema.version {
      try database.transaction { () throws(LedgerError) in
        try database.execute(LedgerSchema.migrations[step], to: "be brought to a new version")
        try database.execute(
          """
          PRAGMA application_id = \(LedgerSchema.applicationID);
          PRAGMA user_version = \(step + 1);
          """, to: "be brought to a new version")
        if step == 0 { try begin() }
      }
    }
  }

  private static func version(_ database: Database, path: String) throws(LedgerError) -> Int {
    let application = try database.integer("PRAGMA application_id", to: "be read")
    let version = try database.integer("PRAGMA user_version", to: "be read")
    let tables = try database.integer("SELECT count(*) FROM sqlite_schema", to: "be read")
    let isEmpty = application == 0 && version == 0 && tables == 0
    guard isEmpty || application == LedgerSchema.applicationID, version >= 0 else {
      throw .notALedger(path: path)
    }
    return version
  }
}
