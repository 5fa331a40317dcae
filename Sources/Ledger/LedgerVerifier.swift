package import Files

/// Holds every row of the ledger against the chain; never repairs anything.
///
/// What it proves: that all entries are there in their order and each row of theirs is as it was
/// when it was sealed, and that the tables of where things stand are what the events lead to. What
/// it cannot prove alone: that the end was not cut off and that not all was written anew by someone
/// who has this program. For that a head must have been kept elsewhere.
struct LedgerVerifier {
  private struct Entry {
    let number: Int
    let run: String?
  }

  private let database: Database
  private var faults: [LedgerFault] = []
  private var entries: [Entry] = []

  init(_ database: Database) {
    self.database = database
  }

  /// Runs all checks.
  mutating func run(against kept: LedgerHead?) throws(LedgerError) -> [LedgerFault] {
    try guarded { (verifier) throws(LedgerError) in try verifier.checkFile() }
    try guarded { (verifier) throws(LedgerError) in try verifier.checkSchema() }
    try guarded { (verifier) throws(LedgerError) in try verifier.checkChain() }
    try guarded { (verifier) throws(LedgerError) in try verifier.checkOrphans() }
    try guarded { (verifier) throws(LedgerError) in
      verifier.faults += try StateVerifier(verifier.database).run()
    }
    if let kept {
      try guarded { (verifier) throws(LedgerError) in try verifier.check(kept) }
    }
    return faults
  }

  /// Runs one check; a row that cannot be what the program writes, and a damaged file, are faults.
  private mutating func guarded(
    _ check: (inout LedgerVerifier) throws(LedgerError) -> Void
  ) throws(LedgerError) {
    do throws(LedgerError) {
      try check(&self)
    } catch .damaged(let table) {
      add(table, "a row is not one that the program writes")
    } catch {
      guard error.kind == .unusable else { throw error }
      add("ledger.sqlite", error.description)
    }
  }

  private mutating func add(_ table: String, entry: Entry? = nil, _ fault: String) {
    let found = LedgerFault(table: table, entry: entry?.number, run: entry?.run, fault)
    if !faults.contains(found) { faults.append(found) }
  }

  private mutating func checkFile() throws(LedgerError) {
    let lines = try database.texts("PRAGMA integrity_check(20)", to: "be checked")
    for line in lines where line != "ok" {
      // What SQLite says of a broken page or index holds no value of a row.
      add("ledger.sqlite", "integrity check: " + OneLine.printable(line))
    }
  }

  /// Holds tables, indices and triggers against those that this program makes.
  private mutating func checkSchema() throws(LedgerError) {
    let fresh = try Database(path: ":memory:", forWriting: true)
    for step in LedgerSchema.migrations { try fresh.execute(step, to: "be checked") }
    let selection = "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name"
    let wanted = try fresh.texts(selection, to: "be checked")
    let found = try database.texts(selection, to: "be read")
    let names = "SELECT type || ' ' || name FROM sqlite_schema ORDER BY name"
    let wantedNames = try fresh.texts(names, to: "be checked")
    let foundNames = try database.texts(names, to: "be read")
    for name in wantedNames where !foundNames.contains(name) { add("schema", "\(name) is missing") }
    for name in foundNames where !wantedNames.contains(name) {
      add("schema", "\(OneLine.printable(name)) does not belong there")
    }
    if wantedNames == foundNames, wanted != found {
      add("schema", "a table, index or trigger is not as the program makes it")
    }
  }

  private mutating func checkChain() throws(LedgerError) {
    try readEntries()
    let sealer = try EntrySealer(database)
    var tables: [(table: SealedTable, statement: Statement)] = []
    for table in LedgerSchema.sealedTables {
      tables.append((table, try database.prepare(table.selection, to: "be read")))
    }
    let seals = try database.prepare(
      "SELECT previous, hash FROM seals WHERE entry = ?1", to: "be read")
    var previous = EntrySealer.noPrevious
    var expected = 1
    var suspect: Entry?
    for entry in entries {
      if entry.number != expected {
        add("entries", "entry \(expected) is missing")
        expected = entry.number
      }
      expected += 1
      try seals.bind(1, entry.number)
      guard try seals.step() else {
        add("seals", entry: entry, "the entry has no seal")
        continue
      }
      let linked = seals.bytes(0)
      let hash = seals.bytes(1)
      seals.reset()
      if let broken = suspect, linked != previous {
        // The next entry remembers another seal: it was the seal that was changed.
        add("seals", entry: broken, "the seal is not the one the next entry rests on")
      } else if linked != previous {
        add("seals", entry: entry, "the entry does not rest on the seal before it")
      }
      suspect = nil
      let areTablesIntact = try checkTables(of: entry, sealer, tables)
      if try sealer.hash(of: entry.number, previous: linked).bytes != hash {
        add(
          areTablesIntact ? "entries" : "seal_tables", entry: entry,
          "the record is not as it was sealed")
        suspect = entry
      }
      previous = hash
    }
  }

  private mutating func readEntries() throws(LedgerError) {
    let statement = try database.prepare(
      "SELECT number, run FROM entries ORDER BY number", to: "be read")
    while try statement.step() {
      entries.append(Entry(number: statement.integer(0), run: statement.optionalText(1)))
    }
    if entries.isEmpty { add("entries", "there is no entry") }
  }

  private mutating func checkTables(
    of entry: Entry, _ sealer: EntrySealer,
    _ tables: [(table: SealedTable, statement: Statement)]
  ) throws(LedgerError) -> Bool {
    let stored = try sealer.storedTableSeals(of: entry.number)
    var isIntact = true
    for (table, statement) in tables {
      let sealed = stored.first { $0.name == table.name }
      let found = try EntrySealer.tableSeal(table, statement: statement, entry: entry.number)
      guard found != sealed else { continue }
      isIntact = false
      let (before, now) = (sealed?.rowCount ?? 0, found?.rowCount ?? 0)
      add(
        table.name, entry: entry,
        before == now
          ? "a row is not as it was sealed" : "\(now) rows, but \(before) were sealed")
    }
    for seal in stored where !tables.contains(where: { $0.table.name == seal.name }) {
      isIntact = false
      add("seal_tables", entry: entry, "a table was sealed that there is not")
    }
    return isIntact
  }

  private mutating func checkOrphans() throws(LedgerError) {
    let own = ["seals", "seal_tables"].map { SealedTable($0, columns: "*", order: "entry") }
    for table in LedgerSchema.sealedTables + own {
      let statement = try database.prepare(table.orphans, to: "be read")
      while try statement.step() {
        let entry = Entry(number: statement.integer(0), run: nil)
        add(table.name, entry: entry, "rows of an entry that there is not")
        if table.name == "seals" { add("entries", entry: entry, "sealed, but missing") }
      }
    }
  }

  /// Holds the chain against a head that was kept.
  private mutating func check(_ kept: LedgerHead) throws(LedgerError) {
    let name = LedgerHead.fileName
    let statement = try database.prepare(
      "SELECT (SELECT origin FROM entries WHERE number = 1), hash FROM seals WHERE entry = ?1",
      to: "be read")
    try statement.bind(1, kept.entryCount)
    guard try statement.step() else {
      add(
        name,
        "the head that was kept has \(kept.entryCount) entries, the ledger only \(entries.count): "
          + "its end was cut off or it is another")
      return
    }
    defer { statement.reset() }
    if statement.text(0) != kept.origin {
      add(name, "the head that was kept is that of another ledger")
    } else if statement.digest(1) != kept.hash {
      add(name, "entry \(kept.entryCount) is not the one that the head was kept of")
    }
  }
}

/// Checking.
extension Ledger {
  /// Verifies the ledger of an output folder, also one that cannot be opened for a run.
  ///
  /// The chain needs no key; that the key is there and the right one is checked besides.
  ///
  /// - Throws: `LedgerError`; `missing`, `notALedger`, `tooNew`, `file` or `database` where there
  ///   is nothing that could be verified.
  package static func verify(
    in folder: Folder, against kept: LedgerHead?
  ) throws(LedgerError) -> LedgerVerification {
    let database = try openDatabaseForReading(in: folder)
    let keyFault: LedgerFault?
    do throws(LedgerError) {
      try checkKey(LedgerKey.read(in: folder), database, folder)
      keyFault = nil
    } catch {
      guard error.kind == .unusable else { throw error }
      keyFault = LedgerFault(table: LedgerKey.fileName, error.description)
    }
    let found = try verify(database, against: kept)
    return LedgerVerification(
      head: found.head, faults: found.faults + (keyFault.map { [$0] } ?? []))
  }

  /// Holds every row against the chain, and the chain against a head kept elsewhere.
  private static func verify(
    _ database: Database, against kept: LedgerHead?
  ) throws(LedgerError) -> LedgerVerification {
    let faults = try database.snapshot { () throws(LedgerError) in
      var verifier = LedgerVerifier(database)
      return try verifier.run(against: kept)
    }
    let head: LedgerHead?
    do throws(LedgerError) {
      head = try self.head(database)
    } catch {
      // A head that cannot be read is one of the faults already.
      guard error.kind == .unusable else { throw error }
      head = nil
    }
    return LedgerVerification(head: head, faults: faults)
  }
}
