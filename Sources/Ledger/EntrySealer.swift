import Files

/// Works out what seals an entry: the digest of its rows in every table, and the hash of it all.
///
/// The rows are read back from SQLite both when an entry is sealed and when it is verified, so what
/// is sealed is what was stored.
struct EntrySealer {
  /// What one table holds for one entry.
  struct TableSeal: Equatable {
    let name: String
    let rowCount: Int
    let digest: SHA256Digest
  }

  /// What comes before the first entry.
  static let noPrevious = [UInt8](repeating: 0, count: SHA256Digest.byteCount)

  private static let pieceBytes = 1 << 18

  private let database: Database
  private let entry: Statement
  private let storedSeals: Statement

  init(_ database: Database) throws(LedgerError) {
    self.database = database
    entry = try database.prepare(
      "SELECT \(LedgerSchema.entryColumns) FROM entries WHERE number = ?1", to: "be read")
    storedSeals = try database.prepare(
      "SELECT name, row_count, digest FROM seal_tables WHERE entry = ?1 ORDER BY name",
      to: "be read")
  }

  /// The seal of one table's rows of one entry; nil where it has none.
  static func tableSeal(
    _ table: SealedTable, statement: Statement, entry: Int
  ) throws(LedgerError) -> TableSeal? {
    try statement.bind(1, entry)
    var digest = SHA256()
    var piece: [UInt8] = []
    piece.reserveCapacity(pieceBytes + 4_096)
    var rowCount = 0
    while try statement.step() {
      statement.appendCanonicalRow(to: &piece)
      rowCount += 1
      if piece.count >= pieceBytes {
        digest.update(piece)
        piece.removeAll(keepingCapacity: true)
      }
    }
    guard rowCount > 0 else { return nil }
    digest.update(piece)
    return TableSeal(name: table.name, rowCount: rowCount, digest: digest.finish())
  }

  /// The seals of all tables as they are stored with an entry.
  func storedTableSeals(of number: Int) throws(LedgerError) -> [TableSeal] {
    try storedSeals.bind(1, number)
    var seals: [TableSeal] = []
    while try storedSeals.step() {
      guard let digest = storedSeals.digest(2) else { throw .damaged(table: "seal_tables") }
      seals.append(
        TableSeal(
          name: storedSeals.text(0), rowCount: storedSeals.integer(1), digest: digest))
    }
    return seals
  }

  /// The hash that seals an entry: over its record, its table seals and the seal before it.
  func hash(of number: Int, previous: [UInt8]) throws(LedgerError) -> SHA256Digest {
    var bytes = Array("carer-reconcile ledger entry\n".utf8)
    bytes += previous
    try entry.bind(1, number)
    guard try entry.step() else { throw .damaged(table: "entries") }
    entry.appendCanonicalRow(to: &bytes)
    entry.reset()
    try storedSeals.bind(1, number)
    while try storedSeals.step() { storedSeals.appendCanonicalRow(to: &bytes) }
    return SHA256.digest(of: bytes)
  }

  /// Seals the entry that has just been written, within its transaction.
  func seal(_ number: Int) throws(LedgerError) -> SHA256Digest {
    try sealTables(of: number)
    return try sealEntry(number)
  }

  /// Seals what the tables hold for an entry, whose own record may come later.
  func sealTables(of number: Int) throws(LedgerError) {
    let insert = try database.prepare(
      "INSERT INTO seal_tables (entry, name, row_count, digest) VALUES (?1, ?2, ?3, ?4)",
      to: "seal an entry")
    for table in LedgerSchema.sealedTables {
      let statement = try database.prepare(table.selection, to: "seal an entry")
      guard let seal = try EntrySealer.tableSeal(table, statement: statement, entry: number)
      else { continue }
      try insert.bind(1, number)
      try insert.bind(2, seal.name)
      try insert.bind(3, seal.rowCount)
      try insert.bind(4, seal.digest)
      try insert.run()
    }
  }

  /// Seals the record of an entry, once its tables are sealed.
  func sealEntry(_ number: Int) throws(LedgerError) -> SHA256Digest {
    let previous = try previousHash(before: number)
    let hash = try hash(of: number, previous: previous)
    let chain = try database.prepare(
      "INSERT INTO seals (entry, previous, hash) VALUES (?1, ?2, ?3)", to: "seal an entry")
    try chain.bind(1, number)
    try chain.bind(2, previous)
    try chain.bind(3, hash)
    try chain.run()
    return hash
  }

  private func previousHash(before number: Int) throws(LedgerError) -> [UInt8] {
    guard number > 1 else { return EntrySealer.noPrevious }
    let statement = try database.prepare(
      "SELECT hash FROM seals WHERE entry = ?1", to: "seal an entry")
    try statement.bind(1, number - 1)
    guard try statement.step(), let hash = statement.digest(0) else {
      throw .damaged(table: "seals")
    }
    return hash.bytes
  }
}
