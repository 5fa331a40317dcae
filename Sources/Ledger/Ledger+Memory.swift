package import Vocabulary

/// What a run wants to know of the nights before.
extension Ledger {
  private static let publishedColumns = """
    number, run, as_of, started_at, recorded_at, program, pipeline, inputs, manifest, staff_rows
    """

  /// The run published last, whatever date it was for; nil before the first.
  package func lastPublishedRun() throws(LedgerError) -> PublishedRun? {
    let statement = try database.prepare(
      """
      SELECT \(Ledger.publishedColumns) FROM entries WHERE kind = 'published'
      ORDER BY number DESC LIMIT 1
      """, to: "be read")
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    return try publishedRun(statement)
  }

  /// The published run with an id.
  ///
  /// - Throws: `LedgerError`; `unknownRun` where no published run has it.
  package func publishedRun(_ id: String) throws(LedgerError) -> PublishedRun {
    let statement = try database.prepare(
      """
      SELECT \(Ledger.publishedColumns) FROM entries WHERE kind = 'published' AND run = ?1
      """, to: "be read")
    try statement.bind(1, id)
    guard try statement.step() else { throw .unknownRun(id) }
    defer { statement.reset() }
    return try publishedRun(statement)
  }

  private func publishedRun(_ row: Statement) throws(LedgerError) -> PublishedRun {
    guard let pipeline = row.digest(6), let inputs = row.digest(7), let manifest = row.digest(8)
    else { throw .damaged(table: "entries") }
    return PublishedRun(
      entry: row.integer(0), id: row.text(1), asOf: row.day(2), startedAt: row.text(3),
      recordedAt: row.text(4), program: row.text(5), pipeline: pipeline, inputs: inputs,
      manifest: manifest, staffRows: row.integer(9))
  }

  /// The id of the next run for a date: `<as-of>-<nn>`, counted from 01 over published runs.
  package func nextRunID(asOf: CalendarDay) throws(LedgerError) -> String {
    let statement = try database.prepare(
      "SELECT count(*) FROM entries WHERE kind = 'published' AND as_of = ?1", to: "be read")
    try statement.bind(1, Int(asOf.raw))
    guard try statement.step() else { throw .damaged(table: "entries") }
    defer { statement.reset() }
    let number = String(statement.integer(0) + 1)
    return "\(asOf.text)-\(number.count < 2 ? "0" + number : number)"
  }

  /// The accepted staff rows of a run by organisation code.
  package func staffRows(of run: PublishedRun) throws(LedgerError) -> [String: Int] {
    let statement = try database.prepare(
      "SELECT organisation, staff_rows FROM run_organisations WHERE entry = ?1", to: "be read")
    try statement.bind(1, run.entry)
    var rows: [String: Int] = [:]
    while try statement.step() { rows[statement.text(0)] = statement.integer(1) }
    return rows
  }

  /// The input files of a run, by source and path in byte order.
  package func inputs(of run: PublishedRun) throws(LedgerError) -> [LedgerInput] {
    let statement = try database.prepare(
      """
      SELECT source, path, byte_count, modified_at, digest, rows_read, rows_accepted, rows_rejected
      FROM inputs WHERE entry = ?1 ORDER BY source, path
      """, to: "be read")
    try statement.bind(1, run.entry)
    var inputs: [LedgerInput] = []
    while try statement.step() {
      guard let source = Source(rawValue: statement.text(0)), let digest = statement.digest(4)
      else { throw .damaged(table: "inputs") }
      inputs.append(
        LedgerInput(
          source: source, path: statement.text(1), byteCount: statement.integer(2),
          modifiedSeconds: statement.integer(3), digest: digest, rowsRead: statement.integer(5),
          rowsAccepted: statement.integer(6), rowsRejected: statement.integer(7)))
    }
    return inputs
  }

  /// Reads what the nights before have left; about half a second for a million discrepancies.
  package func memory() throws(LedgerError) -> LedgerMemory {
    try database.snapshot { () throws(LedgerError) in
      LedgerMemory(
        lastRun: try lastPublishedRun(), changedIn: try lastChange(),
        terms: try Terms(database), discrepancies: try knownDiscrepancies(),
        deliveries: try knownDeliveries(), carers: try knownCarers())
    }
  }

  /// The last entry that changed what is remembered.
  func lastChange() throws(LedgerError) -> Int {
    try database.integer(
      "SELECT coalesce(max(number), 0) FROM entries WHERE kind IN ('published', 'confirmed')",
      to: "be read")
  }

  private func knownDiscrepancies() throws(LedgerError) -> KnownDiscrepancies {
    var known = KnownDiscrepancies()
    let count = try database.integer("SELECT count(*) FROM discrepancies", to: "be read")
    known.subjects.reserveCapacity(count)
    known.lives.reserveCapacity(count)
    let statement = try database.prepare(LedgerState.discrepancies, to: "be read")
    while try statement.step() {
      let row = try LedgerState.discrepancy(statement)
      known.subjects.append(row.subject)
      known.lives.append(row.life)
    }
    return known
  }

  private func knownDeliveries() throws(LedgerError) -> KnownDeliveries {
    var recipients: [KeyedHash] = []
    var lives: [DeliveryLife] = []
    let statement = try database.prepare(LedgerState.deliveries, to: "be read")
    while try statement.step() {
      let row = try LedgerState.delivery(statement)
      recipients.append(row.recipient)
      lives.append(row.life)
    }
    return KnownDeliveries(recipients: SortedHashes(recipients), lives: lives)
  }

  private func knownCarers() throws(LedgerError) -> SortedHashes {
    var known: [KeyedHash] = []
    let statement = try database.prepare(LedgerState.flags, to: "be read")
    while try statement.step() {
      guard let employee = statement.hash(0) else { throw .damaged(table: "flags") }
      known.append(employee)
    }
    return SortedHashes(known)
  }
}

extension Statement {
  /// A day; missing for NULL, and for a number that is no day, which `verify` finds.
  func day(_ column: Int32) -> CalendarDay {
    optionalInteger(column).flatMap(CalendarDay.init(stored:)) ?? .missing
  }

  /// Binds a day; NULL where it is missing.
  func bind(_ number: Int32, _ day: CalendarDay) throws(LedgerError) {
    try bind(number, day.isMissing ? nil : Int(day.raw))
  }
}
