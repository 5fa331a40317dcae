import Columns
import Detect
import Emit
import Files
import Ledger
import Records
import Vocabulary

/// What the ledger remembers, held against tonight: flags, lives of discrepancies, deliveries.
///
/// The one bridge between the ledger, which sees keyed hashes only, and the records.
struct NightMemory {
  let ledger: Ledger
  let memory: LedgerMemory
  private let workers: Workers

  /// How many hashes a task makes at a time.
  private static let chunk = 8_192

  /// Reads what the nights before have left.
  init(_ ledger: Ledger, _ workers: Workers) throws(RunFailure) {
    self.ledger = ledger
    self.workers = workers
    do {
      memory = try ledger.memory()
    } catch {
      throw RunFailure(error)
    }
  }

  /// Of the employees with a live passport whose flag is not carer: those whose flag was.
  func flaggedLastTime(_ workforce: Workforce, _ links: Links) -> Set<Int> {
    var hasher = ledger.makeHasher()
    var result: Set<Int> = []
    for employee in 0..<workforce.employees.count
    where links.statuses.passport[employee].isLive && workforce.employees.flag[employee] != .carer {
      if memory.wasCarer(hasher.carer(employee: workforce.subject(of: employee).span)) {
        result.insert(employee)
      }
    }
    return result
  }

  /// Tonight's discrepancies held against the last published run.
  func night(_ findings: Findings, _ reconciliation: Reconciliation) -> DiscrepancyNight {
    let hashing = ledger.hashing
    let placer = FindingPlacer(reconciliation)
    let seen = workers.mapRanges(of: findings.all.count, size: Self.chunk) { range in
      var hasher = hashing.makeHasher()
      return range.map { index in
        let subject = findings.all[index].subject
        let rule = findings.rules[findings.all[index].rule]
        let waiver = findings.waivers[index].map { reconciliation.extracts.decisions[$0].until }
        let hash =
          switch subject {
          case .employee(let index), .person(let index):
            hasher.discrepancy(
              rule: rule.id, subject: reconciliation.workforce.subject(of: index).span)
          default: hasher.discrepancy(rule: rule.id, subject: reconciliation.text(of: subject))
          }
        return SeenDiscrepancy(
          subject: hash, rule: findings.all[index].rule, severity: rule.severity,
          organisation: placer.place(of: subject).organisation, waivedUntil: waiver)
      }
    }.flatMap(\.self)
    return memory.night(
      seen: seen, rules: findings.rules.map(\.id), asOf: reconciliation.asOf)
  }

  /// What came, went and changed since the last published run; nil in a first run.
  func changes(_ night: DiscrepancyNight, in folder: Folder) throws(RunFailure) -> Changes? {
    guard let last = memory.lastRun else { return nil }
    do {
      let published = PublishedDiscrepancies(of: last.id, in: folder)
      return Changes(
        words: night.changesSeen,
        resolved: try published.resolved(night.resolved, ledger.makeHasher()))
    } catch {
      throw RunFailure(output: error)
    }
  }

  /// The employees whose flag is carer, for tomorrow.
  func carers(_ workforce: Workforce) -> [KeyedHash] {
    let hashing = ledger.hashing
    let flags = workforce.employees.flag
    return workers.mapRanges(of: flags.count, size: Self.chunk * 16) { range in
      var hasher = hashing.makeHasher()
      return range.filter { flags[$0] == .carer }
        .map { hasher.carer(employee: workforce.subject(of: $0).span) }
    }.flatMap(\.self)
  }

  /// What is known of the recipients, and what the ledger is to keep of them.
  struct Recipients {
    var deliveries: [DeliveryStatus] = []
    var records: [RecipientRecord] = []
  }

  /// Holds the recipients of a platform against what was listed and confirmed before.
  ///
  /// A recipient is listed where the run writes lists at all and, in lists of what is outstanding,
  /// where the code was not sent yet.
  func recipients(
    _ platform: Platform, _ reconciliation: Reconciliation, _ settings: EmitSettings
  ) -> Recipients {
    let writesLists = settings.products.contains(.distribution)
    var result = Recipients()
    let workforce = reconciliation.workforce
    let entitlements = reconciliation.links.entitlements
    let recipients = entitlements.recipients(platform)
    let footprints = workforce.organisations.map {
      reconciliation.reference.facts($0).footprint.text
    }
    let hashes = hashes(of: recipients, platform, footprints, workforce)
    var fingerprints: [Int: String] = [:]
    for (employee, hashes) in zip(recipients, hashes) {
      let organisation = Int(workforce.employees.organisation[employee])
      let footprint = footprints[organisation]
      var fingerprint: String?
      if let row = entitlements.codeRow[organisation][platform] {
        fingerprint =
          fingerprints[row]
          ?? AccessCodeFingerprint.text(
            of: reconciliation.extracts.accessCodes[row].code, in: reconciliation.extracts.texts)
        fingerprints[row] = fingerprint
      }
      let status = memory.delivery(to: hashes, fingerprint: fingerprint)
      result.deliveries.append(status)
      if let fingerprint {
        let isOutstanding = settings.deliveryScope == .all || status != .sent
        result.records.append(
          RecipientRecord(
            recipients: hashes, platform: platform, footprint: footprint,
            fingerprint: fingerprint, isListed: writesLists && isOutstanding))
      }
    }
    return result
  }

  /// The keyed hashes of each recipient: one for each employee of the person.
  private func hashes(
    of recipients: [Int], _ platform: Platform, _ footprints: [String], _ workforce: Workforce
  ) -> [[KeyedHash]] {
    let hashing = ledger.hashing
    return workers.mapRanges(of: recipients.count, size: Self.chunk) { range in
      var hasher = hashing.makeHasher()
      return range.map { place in
        let footprint = footprints[Int(workforce.employees.organisation[recipients[place]])]
        return workforce.persons.employees(ofPersonOf: recipients[place]).map {
          hasher.recipient(
            platform: platform.rawValue, footprint: footprint,
            employee: workforce.subject(of: $0).span)
        }
      }
    }.flatMap(\.self)
  }
}

extension RunMemory {
  /// What the outputs say of findings and recipients.
  init(
    _ night: DiscrepancyNight, carers: [DeliveryStatus], managers: [DeliveryStatus],
    _ changes: Changes?
  ) {
    self.init()
    lives = night.statuses.indices.map { index in
      DiscrepancyLife(
        status: night.statuses[index], firstSeen: night.firstSeen[index],
        ageDays: night.ageDays(index))
    }
    carerDeliveries = carers
    managerDeliveries = managers
    self.changes = changes
  }
}
