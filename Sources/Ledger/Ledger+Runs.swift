package import Vocabulary

/// Entering runs.
extension Ledger {
  /// A run that began and was never heard of again.
  package struct UnfinishedRun: Sendable, Equatable {
    /// The id it would have had.
    package let id: String
    /// The date it was for.
    package let asOf: CalendarDay
    /// When it started, UTC as text.
    package let startedAt: String
  }

  /// Enters that a run begins to work, so that the next start can say what became of it.
  package func recordStarted(
    run id: String, asOf: CalendarDay, program: String, at now: String
  ) throws(LedgerError) {
    var fields = EntryFields(.started, recordedAt: now)
    fields.startedAt = now
    fields.run = id
    fields.asOf = asOf
    fields.program = program
    try record(fields)
  }

  /// Enters that a run ended with an error, and its exit status.
  package func recordFailed(
    run id: String, asOf: CalendarDay, startedAt: String, exitStatus: Int, at now: String
  ) throws(LedgerError) {
    var fields = EntryFields(.failed, recordedAt: now)
    fields.startedAt = startedAt
    fields.run = id
    fields.asOf = asOf
    fields.exitStatus = exitStatus
    try record(fields)
  }

  /// Enters that a run was found cut off and that what it had written was thrown away.
  package func recordDropped(_ run: UnfinishedRun, at now: String) throws(LedgerError) {
    var fields = EntryFields(.dropped, recordedAt: now)
    fields.startedAt = run.startedAt
    fields.run = run.id
    fields.asOf = run.asOf
    try record(fields)
  }

  /// Enters that the person-level outputs of a published run were removed.
  package func recordPurged(run id: String, at now: String) throws(LedgerError) {
    let run = try publishedRun(id)
    var fields = EntryFields(.purged, recordedAt: now)
    fields.run = run.id
    fields.asOf = run.asOf
    try record(fields)
  }

  private func record(_ fields: EntryFields) throws(LedgerError) {
    let database = database
    try database.transaction { () throws(LedgerError) in
      try EntryWriter(database).addSealed(fields)
    }
  }

  /// The run that began last, where no entry says how it ended.
  package func unfinishedRun() throws(LedgerError) -> UnfinishedRun? {
    let statement = try database.prepare(
      """
      SELECT kind, run, as_of, started_at FROM entries
      WHERE kind IN ('started', 'published', 'failed', 'dropped') ORDER BY number DESC LIMIT 1
      """, to: "be read")
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    guard statement.text(0) == EntryKind.started.rawValue else { return nil }
    return UnfinishedRun(
      id: statement.text(1), asOf: statement.day(2), startedAt: statement.text(3))
  }

  /// Puts all rows of a run into the ledger ahead of its files; nothing of it counts yet.
  ///
  /// They are part of a transaction that only ``recordPublished(_:memory:)`` commits: whatever ends
  /// the process before, there is no trace of them.
  ///
  /// - Throws: `LedgerError`; `changedMeanwhile` where something was confirmed since `memory`.
  package func prepare(_ run: RunRecord, memory: LedgerMemory) throws(LedgerError) {
    try database.begin()
    do throws(LedgerError) {
      guard try lastChange() == memory.changedIn else { throw .changedMeanwhile }
      let entry = try EntryWriter(database).nextNumber()
      try RunWriter(database, entry: entry, memory: memory).write(run)
      try EntrySealer(database).sealTables(of: entry)
      prepared = entry
    } catch {
      database.rollBack()
      throw error
    }
  }

  /// Takes back what ``prepare(_:memory:)`` has put in, for a run that failed.
  package func abandon() {
    guard prepared != nil else { return }
    prepared = nil
    database.rollBack()
  }

  /// Enters a run whose files are all on the disk; from here on it counts as published.
  ///
  /// This is the moment of decision: a run cut off before it is dropped by the next start, a run
  /// cut off after it is renamed into its place by the next start. `memory` must be what the run's
  /// statuses were worked out from. Rows that were not prepared are put in now.
  ///
  /// - Precondition: the run has its manifest.
  /// - Throws: `LedgerError`; `changedMeanwhile` where something was confirmed since `memory`.
  package func recordPublished(
    _ run: RunRecord, memory: LedgerMemory
  ) throws(LedgerError) -> LedgerHead {
    precondition(run.manifest != nil, "a run is published with its manifest")
    if prepared == nil { try prepare(run, memory: memory) }
    guard let entry = prepared else { throw .changedMeanwhile }
    prepared = nil
    do throws(LedgerError) {
      var fields = EntryFields(.published, recordedAt: run.recordedAt)
      fields.startedAt = run.startedAt
      fields.run = run.id
      fields.asOf = run.asOf
      fields.program = run.program
      fields.pipeline = run.pipeline
      fields.inputs = LedgerInput.identity(of: run.inputs)
      fields.manifest = run.manifest
      fields.staffRows = run.staffRows.values.reduce(0, +)
      try EntryWriter(database).add(fields, number: entry)
      _ = try EntrySealer(database).sealEntry(entry)
      try database.commit()
    } catch {
      database.rollBack()
      throw error
    }
    return try head()
  }
}
