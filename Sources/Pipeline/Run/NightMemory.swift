import Columns
import Detect
import Emit
import Files
import Ledger
import Records
import Threads
import Vocabulary

/// What the ledger remembers, held against tonight: flags, lives of discrepancies, deliveries.
///
/// The one bridge between the ledger, which sees keyed hashes only, and the records.
struct NightMemory: Sendable {
  let memory: LedgerMemory
  private let hashing: LedgerHashing
  private let workers: Workers

  /// How many hashes a task makes at a time.
  private static let chunk = 8_192
  /// How many hashes ahead the employee is fetched: they are far from each other in the memory.
  private static let ahead = 16

  /// Reads what the nights before have left.
  init(_ ledger: Ledger, _ workers: Workers) throws(RunFailure) {
    hashing = ledger.hashing
    self.workers = workers
    do {
      memory = try ledger.memory()
    } catch {
      throw RunFailure(error)
    }
  }

  /// Of the employees with a live passport whose flag is not carer: those whose flag was.
  func flaggedLastTime(_ workforce: Workforce, _ links: Links) -> Set<Int> {
    var hasher = hashing.makeHasher()
    var result: Set<Int> = []
    if !memory.knowsCarers { return result }
    for employee in 0..<workforce.employees.count
    where links.statuses.passport[employee].isLive && workforce.employees.flag[employee] != .carer {
      if memory.wasCarer(hasher.carer(employee: workforce.subject(of: employee).span)) {
        result.insert(employee)
      }
    }
    return result
  }

  /// What the ledger is to remember of tonight, and what it knew of it.
  struct Tonight {
    let discrepancies: DiscrepancyNight
    let recipients: Recipients
    let carers: [KeyedHash]
  }

  /// Holds tonight's findings and recipients against the last published run.
  func tonight(
    _ findings: Findings, _ reconciliation: Reconciliation, _ settings: EmitSettings
  ) -> Tonight {
    // All workers make hashes; what goes one by one then, two of them do at once.
    let seen = seenDiscrepancies(findings, reconciliation)
    let carers = hashes(ofCarers: reconciliation.workforce)
    let ofRecipients = Platform.allCases.map { hashes(ofRecipients: $0, reconciliation) }
    let (discrepancies, recipients) = workers.both {
      memory.night(seen: seen, rules: findings.rules.map(\.id), asOf: reconciliation.asOf)
    } _: {
      hold(ofRecipients, reconciliation, settings)
    }
    return Tonight(discrepancies: discrepancies, recipients: recipients, carers: carers)
  }

  private func seenDiscrepancies(
    _ findings: Findings, _ reconciliation: Reconciliation
  ) -> [SeenDiscrepancy] {
    let placer = FindingPlacer(reconciliation)
    return workers.fill(count: findings.all.count, size: Self.chunk) { [hashing] range, seen in
      var hasher = hashing.makeHasher()
      for index in range {
        let ahead = findings.all[min(index + Self.ahead, range.upperBound - 1)].subject
        if case .employee(let employee) = ahead {
          reconciliation.workforce.prefetchSubject(of: employee)
        }
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
        seen.append(
          SeenDiscrepancy(
            subject: hash, rule: findings.all[index].rule, severity: rule.severity,
            organisation: placer.organisation(of: subject), waivedUntil: waiver))
      }
    }
  }

  /// What came, went and changed since the last published run; nil in a first run.
  func changes(_ night: DiscrepancyNight, in folder: Folder) throws(RunFailure) -> Changes? {
    guard let last = memory.lastRun else { return nil }
    do {
      let published = PublishedDiscrepancies(of: last.id, in: folder)
      return Changes(
        words: night.changesSeen,
        resolved: try published.resolved(night.resolved, hashing.makeHasher()))
    } catch {
      throw RunFailure(output: error)
    }
  }

  /// The employees whose flag is carer, for tomorrow.
  private func hashes(ofCarers workforce: Workforce) -> [KeyedHash] {
    let flags = workforce.employees.flag
    return workers.joinRanges(of: flags.count, size: Self.chunk * 16) { [hashing] range in
      var hasher = hashing.makeHasher()
      var hashes: [KeyedHash] = []
      for employee in range {
        // Matched as a case: comparing by raw value costs a call for each employee.
        if case .carer = flags[employee] {
          hashes.append(hasher.carer(employee: workforce.subject(of: employee).span))
        }
      }
      return hashes
    }
  }

  /// What is known of the recipients, and what the ledger is to keep of them.
  struct Recipients {
    /// By platform, in the order of ``Entitlements/recipients(_:)``.
    fileprivate(set) var deliveries: [Platform: [DeliveryStatus]] = [:]
    fileprivate(set) var records = RecipientRecords()
  }

  /// Holds the recipients of both platforms against what was listed and confirmed before.
  ///
  /// A recipient is listed where the run writes lists at all and, in lists of what is outstanding,
  /// where the code was not sent yet.
  private func hold(
    _ hashes: [RecipientHashes], _ reconciliation: Reconciliation, _ settings: EmitSettings
  ) -> Recipients {
    let workforce = reconciliation.workforce
    let footprints = reconciliation.footprints
    let writesLists = settings.products.contains(.distribution)
    var result = Recipients()
    result.records.reserveCapacity(
      persons: hashes.reduce(0) { $0 + $1.ends.count },
      hashes: hashes.reduce(0) { $0 + $1.all.count })
    for (platform, hashes) in zip(Platform.allCases, hashes) {
      let recipients = reconciliation.links.entitlements.recipients(platform)
      var statuses: [DeliveryStatus] = []
      statuses.reserveCapacity(recipients.count)
      var start = 0
      var organisation = -1
      var fingerprint: String?
      var entitlement = 0
      for (employee, end) in zip(recipients, hashes.ends) {
        let ofPerson = hashes.all[start..<end]
        start = end
        // Recipients are sorted by employer.
        if Int(workforce.employees.organisation[employee]) != organisation {
          organisation = Int(workforce.employees.organisation[employee])
          fingerprint = Self.fingerprint(platform, organisation, reconciliation)
          if let fingerprint {
            entitlement = result.records.add(
              platform: platform, footprint: footprints[organisation], fingerprint: fingerprint)
          }
        }
        let status = memory.delivery(to: ofPerson, fingerprint: fingerprint)
        statuses.append(status)
        if fingerprint == nil { continue }
        result.records.append(
          ofPerson, entitlement: entitlement,
          isListed: writesLists && (settings.deliveryScope == .all || status != .sent))
      }
      result.deliveries[platform] = statuses
    }
    return result
  }

  /// The fingerprint of an employer's code for a platform, by its index; nil without a code.
  private static func fingerprint(
    _ platform: Platform, _ organisation: Int, _ reconciliation: Reconciliation
  ) -> String? {
    reconciliation.links.entitlements.codeRow[organisation][platform].map { row in
      AccessCodeFingerprint.text(
        of: reconciliation.extracts.accessCodes[row].code, in: reconciliation.extracts.texts)
    }
  }

  /// The keyed hashes of each recipient, one for each employee of the person.
  private struct RecipientHashes: Sendable {
    var all: [KeyedHash] = []
    /// By recipient: where its hashes end.
    var ends: [Int] = []
  }

  private func hashes(
    ofRecipients platform: Platform, _ reconciliation: Reconciliation
  ) -> RecipientHashes {
    let recipients = reconciliation.links.entitlements.recipients(platform)
    let workforce = reconciliation.workforce
    let footprints = reconciliation.footprints
    let parts = workers.mapRanges(of: recipients.count, size: Self.chunk) { [hashing] range in
      var hasher = hashing.makeHasher()
      var hashes: [KeyedHash] = []
      hashes.reserveCapacity(range.count + range.count / 8)
      let counts = range.map { place in
        workforce.prefetchSubject(
          of: recipients[min(place + Self.ahead, range.upperBound - 1)])
        let footprint = footprints[Int(workforce.employees.organisation[recipients[place]])]
        let employees = workforce.persons.employees(ofPersonOf: recipients[place])
        for employee in employees {
          hashes.append(
            hasher.recipient(
              platform: platform.rawValue, footprint: footprint,
              employee: workforce.subject(of: employee).span))
        }
        return employees.count
      }
      return (hashes: hashes, counts: counts)
    }
    var result = RecipientHashes()
    result.all.reserveCapacity(parts.reduce(0) { $0 + $1.hashes.count })
    result.ends.reserveCapacity(recipients.count)
    var end = 0
    for part in parts {
      result.all.append(contentsOf: part.hashes)
      for count in part.counts {
        end += count
        result.ends.append(end)
      }
    }
    return result
  }
}

extension Reconciliation {
  /// By organisation: the code of its footprint; empty where it has none.
  fileprivate var footprints: [String] {
    workforce.organisations.map { reference.facts($0).footprint.text }
  }
}

extension Workforce {
  /// Has the processor fetch what the text of an employee is made of.
  fileprivate func prefetchSubject(of employee: Int) {
    employees.organisation.span.prefetch(employee)
    employees.number.span.prefetch(employee)
  }
}

extension RunMemory {
  /// What the outputs say of findings and recipients.
  init(
    _ night: DiscrepancyNight, _ recipients: NightMemory.Recipients, _ changes: Changes?
  ) {
    self.init()
    lives = night.statuses.indices.map { index in
      DiscrepancyLife(
        status: night.statuses[index], firstSeen: night.firstSeen[index],
        ageDays: night.ageDays(index))
    }
    carerDeliveries = recipients.deliveries[.digitalResource] ?? []
    managerDeliveries = recipients.deliveries[.employersForCarers] ?? []
    self.changes = changes
  }
}
