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

  /// Reads what the nights before have left.
  init(_ ledger: Ledger) throws(RunFailure) {
    self.ledger = ledger
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
      if memory.wasCarer(hasher.carer(employee: workforce.text(of: employee))) {
        result.insert(employee)
      }
    }
    return result
  }

  /// Tonight's discrepancies held against the last published run.
  func night(_ findings: Findings, _ reconciliation: Reconciliation) -> DiscrepancyNight {
    var hasher = ledger.makeHasher()
    let placer = FindingPlacer(reconciliation)
    var seen: [SeenDiscrepancy] = []
    seen.reserveCapacity(findings.all.count)
    for (index, finding) in findings.all.enumerated() {
      let rule = findings.rules[finding.rule]
      let waiver = findings.waivers[index].map { reconciliation.extracts.decisions[$0].until }
      seen.append(
        SeenDiscrepancy(
          subject: hasher.discrepancy(
            rule: rule.id, subject: reconciliation.text(of: finding.subject)),
          rule: finding.rule, severity: rule.severity,
          organisation: placer.place(of: finding.subject).organisation, waivedUntil: waiver))
    }
    return memory.night(
      seen: seen, rules: findings.rules.map(\.id), asOf: reconciliation.asOf)
  }

  /// What came, went and changed since the last published run; nil in a first run.
  func changes(_ night: DiscrepancyNight, in folder: Folder) throws(RunFailure) -> Changes? {
    guard let last = memory.lastRun else { return nil }
    do {
      let published = try PublishedDiscrepancies(of: last.id, in: folder)
      return Changes(
        words: night.changesSeen,
        resolved: published.resolved(night.resolved, ledger.makeHasher()))
    } catch {
      throw RunFailure(output: error)
    }
  }

  /// The employees whose flag is carer, for tomorrow.
  func carers(_ workforce: Workforce) -> [KeyedHash] {
    var hasher = ledger.makeHasher()
    return (0..<workforce.employees.count)
      .filter { workforce.employees.flag[$0] == .carer }
      .map { hasher.carer(employee: workforce.text(of: $0)) }
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
    var hasher = ledger.makeHasher()
    var result = Recipients()
    let workforce = reconciliation.workforce
    let entitlements = reconciliation.links.entitlements
    var fingerprints: [Int: String] = [:]
    for employee in entitlements.recipients(platform) {
      let organisation = Int(workforce.employees.organisation[employee])
      let footprint =
        reconciliation.reference.facts(workforce.organisations[organisation]).footprint.text
      let hashes = workforce.persons.employees(ofPersonOf: employee).map {
        hasher.recipient(
          platform: platform.rawValue, footprint: footprint, employee: workforce.text(of: $0))
      }
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
