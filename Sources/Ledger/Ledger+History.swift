package import Files
package import Vocabulary

/// One entry of the chain, for people.
package struct HistoryEntry: Sendable, Equatable {
  /// Its number, counting from 1.
  package let number: Int
  /// What it records.
  package let kind: EntryKind
  /// When it was entered, UTC as text.
  package let recordedAt: String
  /// The run it is about; empty where it is about none.
  package let run: String
  /// The date the run is for; missing where it is about none.
  package let asOf: CalendarDay
  /// The footprint a confirmation is for; nil for all.
  package let footprint: String?
  /// The exit status of a failed run.
  package let exitStatus: Int?
  /// The SHA-256 of a published run's manifest.
  package let manifest: SHA256Digest?
  /// Accepted staff rows of a published run.
  package let staffRows: Int?
  /// Discrepancies of a published run by status.
  package let counts: [DiscrepancyStatus: Int]
  /// Guards that were let pass.
  package let acceptedGuards: [AcceptedGuard]
}

/// How the discrepancies of one rule came and went in one run.
package struct RuleChanges: Sendable, Equatable {
  /// The rule's id.
  package let rule: String
  /// Seen for the first time.
  package var new = 0
  /// Back after having been resolved.
  package var reopened = 0
  /// Open again as their waiver has ended.
  package var waiverEnded = 0
  /// Waived, or waived until another day.
  package var waived = 0
  /// Another severity or organisation.
  package var changed = 0
  /// Gone.
  package var resolved = 0

  /// Makes a row of zeros.
  package init(rule: String) {
    self.rule = rule
  }
}

/// Telling what happened.
extension Ledger {
  /// All entries in their order.
  package func history() throws(LedgerError) -> [HistoryEntry] {
    let counts = try counts()
    let guards = try guards()
    let statement = try database.prepare(
      """
      SELECT number, kind, recorded_at, run, as_of, footprint, exit_status, manifest, staff_rows
      FROM entries ORDER BY number
      """, to: "be read")
    var entries: [HistoryEntry] = []
    while try statement.step() {
      let number = statement.integer(0)
      guard let kind = EntryKind(rawValue: statement.text(1)) else {
        throw .damaged(table: "entries")
      }
      entries.append(
        HistoryEntry(
          number: number, kind: kind, recordedAt: statement.text(2),
          run: statement.text(3), asOf: statement.day(4), footprint: statement.optionalText(5),
          exitStatus: statement.optionalInteger(6), manifest: statement.digest(7),
          staffRows: statement.optionalInteger(8),
          counts: counts[number] ?? [:], acceptedGuards: guards[number] ?? []))
    }
    return entries
  }

  private func counts() throws(LedgerError) -> [Int: [DiscrepancyStatus: Int]] {
    let statement = try database.prepare(
      "SELECT entry, status, count FROM run_counts", to: "be read")
    var counts: [Int: [DiscrepancyStatus: Int]] = [:]
    while try statement.step() {
      guard let status = DiscrepancyStatus(rawValue: statement.text(1)) else {
        throw .damaged(table: "run_counts")
      }
      counts[statement.integer(0), default: [:]][status] = statement.integer(2)
    }
    return counts
  }

  private func guards() throws(LedgerError) -> [Int: [AcceptedGuard]] {
    let statement = try database.prepare(
      "SELECT entry, guard, reason FROM guards ORDER BY entry, guard", to: "be read")
    var guards: [Int: [AcceptedGuard]] = [:]
    while try statement.step() {
      guards[statement.integer(0), default: []].append(
        AcceptedGuard(name: statement.text(1), reason: statement.text(2)))
    }
    return guards
  }

  /// How discrepancies came and went in a run, by rule in the order of the ids.
  package func ruleChanges(of run: PublishedRun) throws(LedgerError) -> [RuleChanges] {
    let terms = try Terms(database)
    let statement = try database.prepare(
      "SELECT rule, event, count(*) FROM discrepancy_events WHERE entry = ?1 GROUP BY rule, event",
      to: "be read")
    try statement.bind(1, run.entry)
    var changes: [String: RuleChanges] = [:]
    while try statement.step() {
      let rule = terms.text(statement.integer(0))
      let count = statement.integer(2)
      var row = changes[rule] ?? RuleChanges(rule: rule)
      switch DiscrepancyEvent(rawValue: statement.integer(1)) {
      case .new: row.new = count
      case .waiverEnded: row.waiverEnded = count
      case .reopened: row.reopened = count
      case .waived: row.waived = count
      case .changed: row.changed = count
      case .resolved: row.resolved = count
      case nil: throw .damaged(table: "discrepancy_events")
      }
      changes[rule] = row
    }
    return changes.values.sorted { $0.rule < $1.rule }
  }
}
