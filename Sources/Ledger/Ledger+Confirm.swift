import Vocabulary

/// Entering that lists have been sent.
extension Ledger {
  /// What a confirmation came to.
  package struct Confirmation: Sendable, Equatable {
    /// How many employees stood in the lists of the run with a code, all of each person counted.
    package let listed: Int
    /// How many of them were not confirmed with their code before.
    package let newlyConfirmed: Int
    /// The head of the chain after it.
    package let head: LedgerHead
  }

  /// Enters that the lists of a published run have been sent, to one footprint or to all.
  ///
  /// `footprint` is a code, empty for `no-footprint`, nil for all. Confirmations count in the order
  /// in which they are given: of several for one recipient the latest says which code was sent. One
  /// that changes nothing is not entered.
  ///
  /// - Throws: `LedgerError`; `unknownRun` where no published run has the id.
  package func confirm(
    run id: String, footprint: String?, at now: String
  ) throws(LedgerError) -> Confirmation {
    let database = database
    let counts: (listed: Int, new: Int) = try database.transaction { () throws(LedgerError) in
      let run = try publishedRun(id)
      let listed = try changes(listedIn: run, footprint: footprint)
      let new = listed.filter { $0.life?.confirmed != $0.change.fingerprint }
      guard !new.isEmpty else { return (listed.count, 0) }
      var fields = EntryFields(.confirmed, recordedAt: now)
      fields.run = id
      fields.asOf = run.asOf
      fields.footprint = footprint
      let entry = try EntryWriter(database).add(fields)
      var writer = try ChangeWriter(database, entry: entry, asOf: .missing)
      for (change, life) in new { try writer.write(change, life: life) }
      try writer.flush()
      _ = try EntrySealer(database).seal(entry)
      return (listed.count, new.count)
    }
    return Confirmation(listed: counts.listed, newlyConfirmed: counts.new, head: try head())
  }

  /// Whom the lists of a run had, as confirmations, with their lives now; by recipient.
  private func changes(
    listedIn run: PublishedRun, footprint: String?
  ) throws(LedgerError) -> [(change: DeliveryChange, life: DeliveryLife?)] {
    let terms = try Terms(database)
    let (listing, unlisting) = (DeliveryEvent.listed.rawValue, DeliveryEvent.unlisted.rawValue)
    // Of each recipient the last event up to the run: SQLite takes the other columns from the row
    // that has the maximum.
    let statement = try database.prepare(
      """
      SELECT recipient, event, footprint, platform, fingerprint, max(entry)
      FROM delivery_events WHERE event IN (\(listing), \(unlisting)) AND entry <= ?1
      GROUP BY recipient ORDER BY recipient
      """, to: "be read")
    let now = try database.prepare(LedgerState.deliveryOfRecipient, to: "be read")
    try statement.bind(1, run.entry)
    var listed: [(change: DeliveryChange, life: DeliveryLife?)] = []
    while try statement.step() {
      let event = try LedgerState.deliveryChange(statement)
      guard event.event == .listed else { continue }
      if let footprint, terms.text(event.footprint) != footprint { continue }
      try now.bind(1, event.recipient)
      let life = try now.step() ? LedgerState.delivery(now).life : nil
      now.reset()
      let change = DeliveryChange(
        recipient: event.recipient, event: .confirmed, footprint: event.footprint,
        platform: event.platform, fingerprint: event.fingerprint)
      listed.append((change, life))
    }
    return listed
  }
}
