import Vocabulary

/// Writes events and where they lead, within the transaction of one entry.
struct ChangeWriter {
  private let entry: Int
  private let asOf: CalendarDay
  private let discrepancyEvent: Statement
  private let discrepancy: Statement
  private let deliveryEvent: Statement
  private let delivery: Statement
  private let flagEvent: Statement
  private let flagSet: Statement
  private let flagCleared: Statement

  /// Prepares the statements; `asOf` is missing for entries that are not runs.
  init(_ database: Database, entry: Int, asOf: CalendarDay) throws(LedgerError) {
    self.entry = entry
    self.asOf = asOf
    discrepancyEvent = try database.prepare(
      """
      INSERT INTO discrepancy_events
        (subject, event, rule, severity, organisation, waived_until, entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """, to: "take a discrepancy")
    discrepancy = try database.prepare(
      """
      INSERT OR REPLACE INTO discrepancies
        (subject, rule, severity, organisation, state, first_seen, waived_until, changed_in)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """, to: "take a discrepancy")
    deliveryEvent = try database.prepare(
      """
      INSERT INTO delivery_events (recipient, event, footprint, platform, fingerprint, entry)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """, to: "take a delivery")
    delivery = try database.prepare(
      """
      INSERT OR REPLACE INTO deliveries
        (recipient, footprint, platform, first_listed_in, listed, confirmed, confirmed_in)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """, to: "take a delivery")
    flagEvent = try database.prepare(
      "INSERT INTO flag_events (entry, employee, event) VALUES (?1, ?2, ?3)", to: "take a flag")
    flagSet = try database.prepare(
      "INSERT INTO flags (employee) VALUES (?1)", to: "take a flag")
    flagCleared = try database.prepare(
      "DELETE FROM flags WHERE employee = ?1", to: "take a flag")
  }

  /// Enters what happened to a discrepancy whose life was `life`.
  func write(_ change: DiscrepancyChange, life: DiscrepancyLife?) throws(LedgerError) {
    try discrepancyEvent.bind(1, change.subject)
    try discrepancyEvent.bind(2, change.event.rawValue)
    try discrepancyEvent.bind(3, change.rule)
    try discrepancyEvent.bind(4, change.severity.rank)
    try discrepancyEvent.bind(5, change.organisation)
    try discrepancyEvent.bind(6, change.waivedUntil)
    try discrepancyEvent.bind(7, entry)
    try discrepancyEvent.run()
    let now = change.applied(to: life, entry: entry, asOf: asOf)
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
  func write(
    _ change: DeliveryChange, life: DeliveryLife?
  ) throws(LedgerError) -> DeliveryLife {
    try deliveryEvent.bind(1, change.recipient)
    try deliveryEvent.bind(2, change.event.rawValue)
    try deliveryEvent.bind(3, change.footprint)
    try deliveryEvent.bind(4, change.platform)
    try deliveryEvent.bind(5, change.fingerprint)
    try deliveryEvent.bind(6, entry)
    try deliveryEvent.run()
    let now = change.applied(to: life, entry: entry)
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

  /// Enters that an employee's flag has become carer, or is it no more.
  func writeFlag(of employee: KeyedHash, isCarer: Bool) throws(LedgerError) {
    try flagEvent.bind(1, entry)
    try flagEvent.bind(2, employee)
    try flagEvent.bind(3, isCarer ? 1 : 2)
    try flagEvent.run()
    let state = isCarer ? flagSet : flagCleared
    try state.bind(1, employee)
    try state.run()
  }
}
