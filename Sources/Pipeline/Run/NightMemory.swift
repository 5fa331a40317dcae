import Detect
import Emit
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
          organisation: FindingPlace(of: finding.subject, in: reconciliation).organisation,
          waivedUntil: waiver))
    }
    return memory.night(
      seen: seen, rules: findings.rules.map(\.id), asOf: reconciliation.asOf)
  }

  /// The employees whose flag is carer, for tomorrow.
  func carers(_ workforce: Workforce) -> [KeyedHash] {
    var hasher = ledger.makeHasher()
    return (0..<workforce.employees.count)
      .filter { workforce.employees.flag[$0] == .carer }
      .map { hasher.carer(employee: workforce.text(of: $0)) }
  }

  /// What is known of one recipient, and what the ledger is to keep of the list.
  struct Recipients {
    var deliveries: [Delivery] = []
    var listed: [ListedDelivery] = []
  }

  /// Holds the recipients of a platform against what was listed and confirmed before.
  func recipients(_ platform: Platform, _ reconciliation: Reconciliation) -> Recipients {
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
      result.deliveries.append(
        Delivery(memory.delivery(to: hashes, fingerprint: fingerprint)))
      if let fingerprint {
        result.listed.append(
          ListedDelivery(
            recipients: hashes, platform: platform, footprint: footprint,
            fingerprint: fingerprint))
      }
    }
    return result
  }
}

extension Delivery {
  /// The word of a list for what the ledger knows.
  fileprivate init(_ status: DeliveryStatus) {
    switch status {
    case .new: self = .new
    case .listed: self = .listed
    case .sent: self = .sent
    case .codeChanged: self = .codeChanged
    case .noCode: self = .noCode
    }
  }
}

extension RunMemory {
  /// What the outputs say of findings and recipients.
  init(_ night: DiscrepancyNight, carers: [Delivery], managers: [Delivery]) {
    self.init()
    lives = night.statuses.indices.map { index in
      DiscrepancyLife(
        status: LifeStatus(night.statuses[index]), firstSeen: night.firstSeen[index],
        ageDays: night.ageDays(index))
    }
    carerDeliveries = carers
    managerDeliveries = managers
    resolvedCount = night.resolved.count
  }
}

extension LifeStatus {
  /// The word of the output for a status of the ledger; a finding that is there is never resolved.
  fileprivate init(_ status: DiscrepancyStatus) {
    switch status {
    case .new, .resolved: self = .new
    case .open: self = .open
    case .reopened: self = .reopened
    case .waived: self = .waived
    }
  }
}
