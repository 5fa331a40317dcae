import Files
import Vocabulary

/// Writes all rows of one published run, within its transaction.
struct RunWriter {
  private let database: Database
  private let entry: Int
  private let memory: LedgerMemory
  private let newTerm: Statement

  init(_ database: Database, entry: Int, memory: LedgerMemory) throws(LedgerError) {
    self.database = database
    self.entry = entry
    self.memory = memory
    newTerm = try database.prepare(
      "INSERT INTO terms (id, entry, text) VALUES (?1, ?2, ?3)", to: "take a term")
  }

  func write(_ run: RunRecord) throws(LedgerError) {
    try write(run.inputs)
    try write(staffRows: run.staffRows)
    try write(counts: run.discrepancies)
    try write(run.acceptedGuards)
    var terms = memory.terms
    var changes = try ChangeWriter(database, entry: entry, asOf: run.asOf)
    try write(run.discrepancies, &changes, &terms)
    try write(run.deliveries, &changes, &terms)
    try write(carers: run.carers, &changes)
    try changes.flush()
  }

  private func write(_ inputs: [LedgerInput]) throws(LedgerError) {
    let statement = try database.prepare(
      """
      INSERT INTO inputs (entry, source, path, byte_count, modified_at, digest, rows_read,
        rows_accepted, rows_rejected)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """, to: "take an input")
    for input in inputs {
      try statement.bind(1, entry)
      try statement.bind(2, input.source.rawValue)
      try statement.bind(3, input.path)
      try statement.bind(4, input.byteCount)
      try statement.bind(5, input.modifiedSeconds)
      try statement.bind(6, input.digest)
      try statement.bind(7, input.rowsRead)
      try statement.bind(8, input.rowsAccepted)
      try statement.bind(9, input.rowsRejected)
      try statement.run()
    }
  }

  private func write(staffRows: [String: Int]) throws(LedgerError) {
    let statement = try database.prepare(
      "INSERT INTO run_organisations (entry, organisation, staff_rows) VALUES (?1, ?2, ?3)",
      to: "take an organisation")
    for (organisation, count) in staffRows.sorted(by: { $0.key < $1.key }) {
      try statement.bind(1, entry)
      try statement.bind(2, organisation)
      try statement.bind(3, count)
      try statement.run()
    }
  }

  private func write(counts night: DiscrepancyNight) throws(LedgerError) {
    let statement = try database.prepare(
      "INSERT INTO run_counts (entry, status, count) VALUES (?1, ?2, ?3)", to: "take a count")
    for status in DiscrepancyStatus.allCases {
      try statement.bind(1, entry)
      try statement.bind(2, status.rawValue)
      try statement.bind(3, night.count(status))
      try statement.run()
    }
  }

  private func write(_ guards: [AcceptedGuard]) throws(LedgerError) {
    let statement = try database.prepare(
      "INSERT INTO guards (entry, guard, reason) VALUES (?1, ?2, ?3)", to: "take a guard")
    for accepted in guards {
      try statement.bind(1, entry)
      try statement.bind(2, accepted.name)
      try statement.bind(3, accepted.reason)
      try statement.run()
    }
  }

  private func write(
    _ night: DiscrepancyNight, _ writer: inout ChangeWriter, _ terms: inout Terms
  ) throws(LedgerError) {
    // Rules in the order of their list, organisations in that of their codes: the ids of terms do
    // not depend on the keyed hashes.
    var ruleTerms: [Int] = []
    for rule in night.rules { ruleTerms.append(try terms.id(rule, entry: entry, newTerm)) }
    var organisationTerms: [UInt64: Int] = [:]
    let seen = Set(night.changes.filter { $0.event != .resolved }.map(\.organisation))
    for raw in seen.sorted() {
      organisationTerms[raw] = try terms.id(ODSCode(raw: raw).text, entry: entry, newTerm)
    }
    for change in night.changes {
      let isGone = change.event == .resolved
      guard
        let organisation = isGone
          ? Int(exactly: change.organisation) : organisationTerms[change.organisation]
      else { throw .damaged(table: "terms") }
      try writer.write(
        DiscrepancyChange(
          subject: change.subject, event: change.event,
          rule: isGone ? Int(change.rule) : ruleTerms[Int(change.rule)], severity: change.severity,
          organisation: organisation, waivedUntil: change.waivedUntil),
        life: change.known.map { memory.discrepancies.lives[Int($0)] })
    }
  }

  /// What a recipient is entitled to, in terms of the ledger.
  private struct Entitlement {
    let footprint: Int
    let platform: Int
    let fingerprint: Int
  }

  /// One keyed hash of a recipient tonight.
  private struct Recipient {
    let hash: KeyedHash
    /// Index into the entitlements of the night.
    let entitlement: Int32
    let isListed: Bool
    /// The code that the person was confirmed with under another employee; a term.
    let confirmedElsewhere: Int?
  }

  /// Enters who came into the lists, who has another code, who went and who was found to be whom.
  private func write(
    _ deliveries: RecipientRecords, _ writer: inout ChangeWriter, _ terms: inout Terms
  ) throws(LedgerError) {
    var entitlements: [Entitlement] = []
    for entitlement in deliveries.entitlements {
      entitlements.append(
        Entitlement(
          footprint: try terms.id(entitlement.footprint, entry: entry, newTerm),
          platform: try terms.id(entitlement.platform.rawValue, entry: entry, newTerm),
          fingerprint: try terms.id(entitlement.fingerprint, entry: entry, newTerm)))
    }
    let known = memory.deliveries.recipients.all
    let lives = memory.deliveries.lives
    var position = 0
    var last: KeyedHash?
    for recipient in recipients(of: deliveries) where recipient.hash != last {
      last = recipient.hash
      while position < known.count, known[position] < recipient.hash {
        try unlist(known[position], lives[position], &writer)
        position += 1
      }
      var life: DeliveryLife?
      if position < known.count, known[position] == recipient.hash {
        life = lives[position]
        position += 1
      }
      try write(recipient, entitlements[Int(recipient.entitlement)], life: life, &writer)
    }
    while position < known.count {
      try unlist(known[position], lives[position], &writer)
      position += 1
    }
  }

  /// The recipients of tonight by their hashes, of equal hashes the first handed in first.
  ///
  /// All of them before the first is written: records are far from each other in this order, and
  /// with SQLite at work in between each would have to come from memory anew.
  private func recipients(of deliveries: RecipientRecords) -> [Recipient] {
    let records = Self.recordOfHash(deliveries)
    let isFirst = memory.deliveries.lives.isEmpty
    let confirmed = isFirst ? [] : deliveries.records.map { confirmedElsewhere($0, deliveries) }
    return SortedHashes.sorted(deliveries.hashes).map { placed in
      let index = Int(records[Int(placed.place)])
      let record = deliveries.records[index]
      return Recipient(
        hash: placed.hash, entitlement: record.entitlement, isListed: record.isListed,
        confirmedElsewhere: confirmed.isEmpty ? nil : confirmed[index])
    }
  }

  /// By place of a hash: the record it belongs to.
  private static func recordOfHash(_ deliveries: RecipientRecords) -> [Int32] {
    var records: [Int32] = []
    records.reserveCapacity(deliveries.hashes.count)
    for (index, record) in deliveries.records.enumerated() {
      for _ in record.hashes { records.append(Int32(index)) }
    }
    return records
  }

  /// The code that a person was confirmed with last, under any of several employees; a term.
  private func confirmedElsewhere(
    _ record: RecipientRecords.Record, _ deliveries: RecipientRecords
  ) -> Int? {
    guard record.hashes.count > 1 else { return nil }
    return deliveries.hashes[record.hashes].compactMap { memory.deliveries.life(of: $0) }
      .filter { $0.confirmed != nil }
      .max { ($0.confirmedIn ?? 0) < ($1.confirmedIn ?? 0) }?.confirmed
  }

  private func write(
    _ recipient: Recipient, _ entitlement: Entitlement, life: DeliveryLife?,
    _ writer: inout ChangeWriter
  ) throws(LedgerError) {
    func change(_ event: DeliveryEvent, _ fingerprint: Int) -> DeliveryChange {
      DeliveryChange(
        recipient: recipient.hash, event: event, footprint: entitlement.footprint,
        platform: entitlement.platform, fingerprint: fingerprint)
    }
    var life = life
    if recipient.isListed, life?.listed != entitlement.fingerprint {
      life = try writer.write(change(.listed, entitlement.fingerprint), life: life)
    } else if !recipient.isListed, let listed = life?.listed {
      life = try writer.write(change(.unlisted, listed), life: life)
    }
    if life?.confirmed == nil, let confirmed = recipient.confirmedElsewhere {
      try writer.write(change(.joined, confirmed), life: life)
    }
  }

  private func unlist(
    _ recipient: KeyedHash, _ life: DeliveryLife, _ writer: inout ChangeWriter
  ) throws(LedgerError) {
    guard let code = life.listed else { return }
    try writer.write(
      DeliveryChange(
        recipient: recipient, event: .unlisted, footprint: life.footprint,
        platform: life.platform, fingerprint: code), life: life)
  }

  private func write(carers: [KeyedHash], _ writer: inout ChangeWriter) throws(LedgerError) {
    let known = memory.carers.all
    let tonight = SortedHashes.sorted(carers).map(\.hash)
    var position = 0
    var last: KeyedHash?
    for employee in tonight where employee != last {
      last = employee
      while position < known.count, known[position] < employee {
        try writer.write(.cleared, of: known[position])
        position += 1
      }
      if position < known.count, known[position] == employee {
        position += 1
      } else {
        try writer.write(.set, of: employee)
      }
    }
    while position < known.count {
      try writer.write(.cleared, of: known[position])
      position += 1
    }
  }
}
