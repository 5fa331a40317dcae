import Vocabulary

/// The rows of the tables that say where things stand, to and from their values.
enum LedgerState {
  /// Selects all discrepancies by subject.
  static let discrepancies = """
    SELECT subject, rule, severity, organisation, state, first_seen, waived_until, changed_in
    FROM discrepancies ORDER BY subject
    """

  /// Selects all deliveries by recipient.
  static let deliveries = "SELECT \(deliveryColumns) FROM deliveries ORDER BY recipient"

  /// Selects the delivery of recipient ?1.
  static let deliveryOfRecipient = "SELECT \(deliveryColumns) FROM deliveries WHERE recipient = ?1"

  private static let deliveryColumns =
    "recipient, footprint, platform, first_listed_in, listed, confirmed, confirmed_in"

  /// Selects all flags by employee.
  static let flags = "SELECT employee FROM flags ORDER BY employee"

  /// Selects the discrepancy events of all entries in their order, with the as-of date of each.
  static let discrepancyEvents = """
    SELECT subject, event, rule, severity, organisation, waived_until, entry, as_of
    FROM discrepancy_events JOIN entries ON number = entry ORDER BY entry, subject
    """

  /// Selects the delivery events of all entries in their order.
  static let deliveryEvents = """
    SELECT recipient, event, footprint, platform, fingerprint, entry
    FROM delivery_events ORDER BY entry, recipient, event
    """

  static func discrepancy(
    _ row: Statement
  ) throws(LedgerError) -> (subject: KeyedHash, life: DiscrepancyLife) {
    guard let subject = row.hash(0), let severity = severity(row.integer(2)),
      let state = DiscrepancyLife.State(rawValue: row.integer(4))
    else { throw .damaged(table: "discrepancies") }
    return (
      subject,
      DiscrepancyLife(
        state: state, firstSeen: row.day(5), waivedUntil: row.day(6), rule: row.integer(1),
        severity: severity, organisation: row.integer(3), changedIn: row.integer(7))
    )
  }

  static func delivery(
    _ row: Statement
  ) throws(LedgerError) -> (recipient: KeyedHash, life: DeliveryLife) {
    guard let recipient = row.hash(0) else { throw .damaged(table: "deliveries") }
    return (
      recipient,
      DeliveryLife(
        footprint: row.integer(1), platform: row.integer(2), firstListedIn: row.integer(3),
        listed: row.optionalInteger(4), confirmed: row.optionalInteger(5),
        confirmedIn: row.optionalInteger(6))
    )
  }

  static func discrepancyChange(_ row: Statement) throws(LedgerError) -> DiscrepancyChange {
    guard let subject = row.hash(0), let event = DiscrepancyEvent(rawValue: row.integer(1)),
      let severity = severity(row.integer(3))
    else { throw .damaged(table: "discrepancy_events") }
    return DiscrepancyChange(
      subject: subject, event: event, rule: row.integer(2), severity: severity,
      organisation: row.integer(4), waivedUntil: row.day(5))
  }

  static func deliveryChange(_ row: Statement) throws(LedgerError) -> DeliveryChange {
    guard let recipient = row.hash(0), let event = DeliveryEvent(rawValue: row.integer(1)) else {
      throw .damaged(table: "delivery_events")
    }
    return DeliveryChange(
      recipient: recipient, event: event, footprint: row.integer(2), platform: row.integer(3),
      fingerprint: row.integer(4))
  }

  /// The severity with a rank (0 high, 1 medium, 2 low), which is how the tables keep it.
  private static func severity(_ rank: Int) -> Severity? {
    switch rank {
    case 0: .high
    case 1: .medium
    case 2: .low
    default: nil
    }
  }
}
