import Vocabulary

/// Writes events and where they lead, within the transaction of one entry.
///
/// ``flush()`` must be called at the end. What is in a table of states for the first time is
/// inserted with many others; what changes is replaced at once.
struct ChangeWriter {
  private let entry: Int
  private let asOf: CalendarDay
  private var discrepancyEvents: RowInserter
  private var newDiscrepancies: RowInserter
  private let discrepancy: Statement
  private var deliveryEvents: RowInserter
  private var newDeliveries: RowInserter
  private let delivery: Statement
  private var flagEvents: RowInserter
  private var newFlags: RowInserter
  private let flagCleared: Statement

  private static let discrepancyColumns = [
    "subject", "rule", "severity", "organisation", "state", "first_seen", "waived_until",
    "changed_in",
  ]
  private static let deliveryColumns = [
    "recipient", "footprint", "platform", "first_listed_in", "listed", "confirmed",
    "confirmed_in",
  ]

  /// Prepares the statements; `asOf` is missing for entries that are not runs.
  init(_ database: Database, entry: Int, asOf: CalendarDay) throws(LedgerError) {
    self.entry = entry
    self.asOf = asOf
    discrepancyEvents = try RowInserter(
      database, into: "discrepancy_events",
      ["entry", "subject", "event", "rule", "severity", "organisation", "waived_until"],
      to: "take a discrepancy")
    newDiscrepancies = try RowInserter(
      database, into: "discrepancies", Self.discrepancyColumns, to: "take a discrepancy")
    discrepancy = try database.prepare(
      """
      REPLACE INTO discrepancies (\(Self.discrepancyColumns.joined(separator: ", ")))
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """, to: "take a discrepancy")
    deliveryEvents = try RowInserter(
      database, into: "delivery_events",
      ["entry", "recipient", "event", "footprint", "platform", "fingerprint"],
      to: "take a delivery")
    newDeliveries = try RowInserter(
      database, into: "deliveries", Self.deliveryColumns, to: "take a delivery")
    delivery = try database.prepare(
      """
      REPLACE INTO deliveries (\(Self.deliveryColumns.joined(separator: ", ")))
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """, to: "take a delivery")
    flagEvents = try RowInserter(
      database, into: "flag_events", ["entry", "employee", "event"], to: "take a flag")
    newFlags = try RowInserter(database, into: "flags", ["employee"], to: "take a flag")
    flagCleared = try database.prepare(
      "DELETE FROM flags WHERE employee = ?1", to: "take a flag")
  }

  /// Enters what happened to a discrepancy whose life was `life`.
  mutating func write(_ change: DiscrepancyChange, life: DiscrepancyLife?) throws(LedgerError) {
    discrepancyEvents.add(entry)
    discrepancyEvents.add(change.subject)
    discrepancyEvents.add(change.event.rawValue)
    discrepancyEvents.add(change.rule)
    discrepancyEvents.add(change.severity.rank)
    discrepancyEvents.add(change.organisation)
    discrepancyEvents.add(change.waivedUntil)
    try discrepancyEvents.endRow()
    let now = change.applied(to: life, entry: entry, asOf: asOf)
    guard life != nil else {
      newDiscrepancies.add(change.subject)
      newDiscrepancies.add(now.rule)
      newDiscrepancies.add(now.severity.rank)
      newDiscrepancies.add(now.organisation)
      newDiscrepancies.add(now.state.rawValue)
      newDiscrepancies.add(now.firstSeen)
      newDiscrepancies.add(now.waivedUntil)
      newDiscrepancies.add(now.changedIn)
      return try newDiscrepancies.endRow()
    }
    try discrepancy.bind(1, change.subject)
    try discrepancy.bind(2, now.rule)
    try discrepancy.bind(3, now.severity.rank)
    try discrepancy.bind(4, now.organisation)
    try discrepancy.bind(5, now.state.rawValue)
    try discrepancy.bind(6, now.firstSeen)
    try discrepancy.bind(7, now.waivedUntil)
    try discrepancy.bind(8, now.changedIn)
    try discrepancy.run()
  }

  /// Enters what happened to a recipient whose life was `life`.
  ///
  /// - Returns: the life after it.
  @discardableResult
  mutating func write(
    _ change: DeliveryChange, life: DeliveryLife?
  ) throws(LedgerError) -> DeliveryLife {
    deliveryEvents.add(entry)
    deliveryEvents.add(change.recipient)
    deliveryEvents.add(change.event.rawValue)
    deliveryEvents.add(change.footprint)
    deliveryEvents.add(change.platform)
    deliveryEvents.add(change.fingerprint)
    try deliveryEvents.endRow()
    let now = change.applied(to: life, entry: entry)
    guard life != nil else {
      newDeliveries.add(change.recipient)
      newDeliveries.add(now.footprint)
      newDeliveries.add(now.platform)
      newDeliveries.add(now.firstListedIn)
      newDeliveries.add(now.listed)
      newDeliveries.add(now.confirmed)
      newDeliveries.add(now.confirmedIn)
      try newDeliveries.endRow()
      return now
    }
    // The row may still be waiting: a recipient can be listed and joined in one entry.
    try newDeliveries.flush()
    try delivery.bind(1, change.recipient)
    try delivery.bind(2, now.footprint)
    try delivery.bind(3, now.platform)
    try delivery.bind(4, now.firstListedIn)
    try delivery.bind(5, now.listed)
    try delivery.bind(6, now.confirmed)
    try delivery.bind(7, now.confirmedIn)
    try delivery.run()
    return now
  }

  /// Enters what happened to an employee's flag.
  mutating func write(
    _ event: FlagEvent, of employee: KeyedHash
  ) throws(LedgerError) {
    flagEvents.add(entry)
    flagEvents.add(employee)
    flagEvents.add(event.rawValue)
    try flagEvents.endRow()
    switch event {
    case .set:
      newFlags.add(employee)
      try newFlags.endRow()
    case .cleared:
      try flagCleared.bind(1, employee)
      try flagCleared.run()
    }
  }

  /// Inserts the rows that are still waiting.
  mutating func flush() throws(LedgerError) {
    try discrepancyEvents.flush()
    try newDiscrepancies.flush()
    try deliveryEvents.flush()
    try newDeliveries.flush()
    try flagEvents.flush()
    try newFlags.flush()
  }
}
