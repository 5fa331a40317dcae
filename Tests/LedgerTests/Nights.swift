import Files
import Ledger
import TestSupport
import Vocabulary

/// A ledger in a temporary folder, and runs made of a few words.
struct Nights {
  static let now = "2026-11-21T02:00:00Z"

  let temporary = TemporaryFolder()

  func folder() throws -> Folder { try Folder(opening: temporary.path) }

  func open() throws -> Ledger { try Ledger.open(in: folder(), now: Nights.now) }

  /// What `verify` finds wrong with the ledger, which may be open meanwhile.
  func faults(against kept: LedgerHead? = nil) throws -> [LedgerFault] {
    try Ledger.verify(in: folder(), against: kept).faults
  }

  /// 2026-11-21 and `offset` days.
  static func day(_ offset: Int) -> CalendarDay {
    (CalendarDay(year: 2026, month: 11, day: 21) ?? .missing).adding(days: offset)
  }

  static func input(_ path: String, _ content: String) -> LedgerInput {
    LedgerInput(
      source: .staff, path: path, byteCount: content.utf8.count, modifiedSeconds: 1_795_000_000,
      digest: SHA256.digest(of: content), rowsRead: 3, rowsAccepted: 2, rowsRejected: 1)
  }

  static func seen(
    _ subject: String, in ledger: Ledger, rule: Int = 0, severity: Severity = .high,
    organisation: String = "RA2", waivedUntil: CalendarDay? = nil
  ) -> SeenDiscrepancy {
    var hasher = ledger.hashing.makeHasher()
    return SeenDiscrepancy(
      subject: hasher.discrepancy(rule: rules[rule], subject: subject), rule: rule,
      severity: severity, organisation: ODSCode(organisation) ?? .missing,
      waivedUntil: waivedUntil)
  }

  static let rules = ["flag-conflict", "passport-without-flag"]

  static func recipients(
    _ employees: [String], in ledger: Ledger, footprint: String = "QWO",
    platform: Platform = .digitalResource
  ) -> [KeyedHash] {
    var hasher = ledger.hashing.makeHasher()
    var hashes: [KeyedHash] = []
    for employee in employees {
      hashes.append(
        hasher.recipient(
          platform: platform.rawValue, footprint: footprint, employee: employee.utf8.span))
    }
    return hashes
  }

  static func listed(
    _ employees: [String], in ledger: Ledger, code: String, footprint: String = "QWO",
    isListed: Bool = true
  ) -> Recipient {
    Recipient(
      recipients: recipients(employees, in: ledger, footprint: footprint),
      footprint: footprint, fingerprint: code, isListed: isListed)
  }

  /// A person whom a run has as a recipient of the carers' platform.
  struct Recipient {
    let recipients: [KeyedHash]
    let footprint: String
    let fingerprint: String
    let isListed: Bool
  }

  /// Publishes a run and gives its id and what it said of the discrepancies.
  @discardableResult
  static func publish(
    _ ledger: Ledger, asOf: CalendarDay, seen: [SeenDiscrepancy] = [],
    deliveries: [Recipient] = [], carers: [String] = [], guards: [AcceptedGuard] = []
  ) throws -> (id: String, night: DiscrepancyNight) {
    let memory = try ledger.memory()
    let run = try run(
      ledger, memory, asOf: asOf, seen: seen, deliveries: deliveries, carers: carers,
      guards: guards)
    _ = try ledger.recordPublished(run, memory: memory)
    return (run.id, run.discrepancies)
  }

  /// A run made of a few words, the next of its date.
  static func run(
    _ ledger: Ledger, _ memory: LedgerMemory, asOf: CalendarDay, seen: [SeenDiscrepancy] = [],
    deliveries: [Recipient] = [], carers: [String] = [], guards: [AcceptedGuard] = []
  ) throws -> RunRecord {
    let night = memory.night(seen: seen, rules: rules, asOf: asOf)
    var hasher = ledger.hashing.makeHasher()
    var carerHashes: [KeyedHash] = []
    for carer in carers { carerHashes.append(hasher.carer(employee: carer.utf8.span)) }
    var records = RecipientRecords()
    for recipient in deliveries {
      let entitlement = records.add(
        platform: .digitalResource, footprint: recipient.footprint,
        fingerprint: recipient.fingerprint)
      records.append(
        recipient.recipients[...], entitlement: entitlement, isListed: recipient.isListed)
    }
    let id = try ledger.nextRunID(asOf: asOf)
    return RunRecord(
      id: id, asOf: asOf, startedAt: now, recordedAt: now, program: "1.0",
      pipeline: SHA256.digest(of: "pipeline"), manifest: SHA256.digest(of: id),
      inputs: [input("staff/a.csv", id), input("staff/b.csv", "b")],
      staffRows: ["RA2": 40, "RA3": 2], acceptedGuards: guards, discrepancies: night,
      deliveries: records, carers: carerHashes)
  }
}
