import Columns
import Records
import Threads
import Vocabulary

/// Derives each employee's statuses from its flag and the entries linked to it (section 5).
struct StatusDerivation: Sendable {
  let workforce: Workforce
  let workers: Workers

  /// Whether each passport is foreign: its entry names another organisation than its employee's, or
  /// none while the person has active employees in several.
  func foreignPassports(_ list: JoinedList) -> [Bool] {
    workers.fill(count: list.links.count, size: 1 << 13) { range, answers in
      for index in range {
        answers.append(
          list.links[index].employee.map { isForeign(list.entries[index], to: $0) } ?? false)
      }
    }
  }

  private func isForeign(_ entry: ListEntry, to employee: Int) -> Bool {
    let organisation = entry.organisation
    if !organisation.isMissing { return organisation != workforce.organisationCode(of: employee) }
    guard workforce.persons.isOneOfSeveral(employee) else { return false }
    let organisations = workforce.persons.employees(ofPersonOf: employee)
      .filter { workforce.employees.isActive[$0] }
      .map { workforce.employees.organisation[$0] }
    return Set(organisations).count > 1
  }

  /// The status of each employee; `links` has all but these and what follows from them.
  func statuses(_ links: Links) -> Statuses {
    let (counted, network) = workers.both({ countPassports(links) }, { countMemberships(links) })
    var statuses = Statuses()
    statuses.passport = counted.best
    statuses.reviewDate = counted.reviewDate
    statuses.hasPassportLog = counted.hasLog
    statuses.network = network
    reconcile(&statuses)
    return statuses
  }

  /// Adds what follows from the lists and the flag together.
  private func reconcile(_ statuses: inout Statuses) {
    let flag = workforce.employees.flag
    let (passport, network) = (statuses.passport, statuses.network)
    // Of most employees nothing is known.
    let recorded = workers.joinRanges(of: flag.count, size: 1 << 17) { range in
      range.filter { employee in
        if case (.notRecorded, .none, .none) = (
          flag[employee], passport[employee], network[employee]
        ) {
          return false
        }
        return true
      }
    }
    var evidence = [Evidence](repeating: Evidence(rawValue: 0), count: flag.count)
    var reconciled = [ReconciledStatus](repeating: .notRecorded, count: flag.count)
    for employee in recorded {
      let found = Self.evidence(flag[employee], passport[employee], network[employee])
      evidence[employee] = found
      reconciled[employee] = Self.reconciled(flag[employee], found)
    }
    statuses.recorded = recorded
    statuses.evidence = evidence
    statuses.reconciled = reconciled
  }

  /// What the memberships say of each employee.
  private func countMemberships(_ links: Links) -> [MembershipState] {
    var network = [MembershipState](repeating: .none, count: workforce.employees.count)
    for index in links.memberships.links.indices {
      guard let employee = links.memberships.links[index].employee else { continue }
      network[employee] = min(network[employee], links.membershipStates[index])
    }
    return network
  }

  /// What the passports say of each employee, and which organisations have some.
  private struct CountedPassports: Sendable {
    var best: [PassportState]
    var reviewDate: [CalendarDay]
    /// Of the passport that gave the status.
    var agreedDate: [CalendarDay]
    var hasLog: [Bool]

    init(employeeCount: Int, organisationCount: Int) {
      best = [PassportState](repeating: .none, count: employeeCount)
      reviewDate = [CalendarDay](repeating: .missing, count: employeeCount)
      agreedDate = reviewDate
      hasLog = [Bool](repeating: false, count: organisationCount)
    }

    /// Counts a passport for an employee.
    mutating func count(_ entry: ListEntry, _ state: PassportState, for employee: Int) {
      // The later of two with the same state wins where its agreed date is no earlier.
      if state > best[employee] { return }
      if state == best[employee], entry.startDate < agreedDate[employee] { return }
      best[employee] = state
      reviewDate[employee] = entry.reviewDate
      agreedDate[employee] = entry.startDate
    }
  }

  private func countPassports(_ links: Links) -> CountedPassports {
    var counted = CountedPassports(
      employeeCount: workforce.employees.count, organisationCount: workforce.organisations.count)
    for index in links.passports.links.indices {
      guard let linked = links.passports.links[index].employee else { continue }
      let entry = links.passports.entries[index]
      let state = links.passportStates[index]
      if !links.isForeign[index] {
        counted.hasLog[Int(workforce.employees.organisation[linked])] = true
      }
      if entry.hasConsent {
        for employee in workforce.persons.employees(ofPersonOf: linked) {
          counted.count(entry, state, for: employee)
        }
      } else if !links.isForeign[index] {
        counted.count(entry, state, for: linked)
      }
    }
    return counted
  }

  private static func evidence(
    _ flag: CarerFlag, _ passport: PassportState, _ network: MembershipState
  ) -> Evidence {
    Evidence(
      rawValue: (flag == .carer ? Evidence.esr.rawValue : 0)
        | (passport.isLive ? Evidence.passport.rawValue : 0)
        | (network == .carerMember ? Evidence.network.rawValue : 0))
  }

  private static func reconciled(_ flag: CarerFlag, _ evidence: Evidence) -> ReconciledStatus {
    switch flag {
    case .declined: .declined
    case .carer: .carer
    case _ where evidence.contains(.passport) || evidence.contains(.network): .carerUnflagged
    case .notCarer: .notCarer
    case .notRecorded, .unreadable: .notRecorded
    }
  }
}
