import Vocabulary

/// Works out again where all events lead, and holds the tables of where things stand against it.
struct StateVerifier {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  func run() throws(LedgerError) -> [LedgerFault] {
    try discrepancies() + deliveries() + flags()
  }

  private func discrepancies() throws(LedgerError) -> [LedgerFault] {
    var lives: [KeyedHash: DiscrepancyLife] = [:]
    let events = try database.prepare(LedgerState.discrepancyEvents, to: "be read")
    while try events.step() {
      let change = try LedgerState.discrepancyChange(events)
      lives[change.subject] = change.applied(
        to: lives[change.subject], entry: events.integer(6), asOf: events.day(7))
    }
    let rows = try database.prepare(LedgerState.discrepancies, to: "be read")
    var comparison = Comparison(table: "discrepancies", expected: lives)
    while try rows.step() {
      let (subject, life) = try LedgerState.discrepancy(rows)
      comparison.meet(subject, life)
    }
    return comparison.finish()
  }

  private func deliveries() throws(LedgerError) -> [LedgerFault] {
    var lives: [KeyedHash: DeliveryLife] = [:]
    let events = try database.prepare(LedgerState.deliveryEvents, to: "be read")
    while try events.step() {
      let change = try LedgerState.deliveryChange(events)
      lives[change.recipient] = change.applied(
        to: lives[change.recipient], entry: events.integer(5))
    }
    let rows = try database.prepare(LedgerState.deliveries, to: "be read")
    var comparison = Comparison(table: "deliveries", expected: lives)
    while try rows.step() {
      let (recipient, life) = try LedgerState.delivery(rows)
      comparison.meet(recipient, life)
    }
    return comparison.finish()
  }

  private func flags() throws(LedgerError) -> [LedgerFault] {
    var carers: [KeyedHash: Bool] = [:]
    let events = try database.prepare(
      "SELECT employee, event FROM flag_events ORDER BY entry, employee", to: "be read")
    while try events.step() {
      guard let employee = events.hash(0),
        let event = FlagEvent(rawValue: events.integer(1))
      else { throw .damaged(table: "flag_events") }
      carers[employee] = event == .set ? true : nil
    }
    let rows = try database.prepare(LedgerState.flags, to: "be read")
    var comparison = Comparison(table: "flags", expected: carers)
    while try rows.step() {
      guard let employee = rows.hash(0) else { throw .damaged(table: "flags") }
      comparison.meet(employee, true)
    }
    return comparison.finish()
  }
}

/// Rows that are there against rows that should be; names the first few that differ.
private struct Comparison<Life: Equatable> {
  private static var limit: Int { 20 }

  let table: String
  let expected: [KeyedHash: Life]
  private var met = 0
  private var different = 0
  private var faults: [LedgerFault] = []

  init(table: String, expected: [KeyedHash: Life]) {
    self.table = table
    self.expected = expected
  }

  mutating func meet(_ hash: KeyedHash, _ life: Life) {
    guard let wanted = expected[hash] else {
      add(hash, "no event made this row")
      return
    }
    met += 1
    if wanted != life { add(hash, "the row is not what the events lead to") }
  }

  mutating func finish() -> [LedgerFault] {
    if different > Self.limit {
      faults.append(LedgerFault(table: table, "\(different - Self.limit) more rows like these"))
    }
    if met < expected.count {
      faults.append(LedgerFault(table: table, "\(expected.count - met) rows are missing"))
    }
    return faults
  }

  private mutating func add(_ hash: KeyedHash, _ fault: String) {
    different += 1
    guard different <= Self.limit else { return }
    faults.append(LedgerFault(table: table, "row \(hash.prefix)…: \(fault)"))
  }
}
