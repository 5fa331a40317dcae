import Columns
import Records
import Threads
import Vocabulary

/// Derives each employee's statuses from its flag and linked entries (contract section 5).
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
    return workforce.workplaces(ofPersonOf: employee) == .several
  }

  /// The status of each employee; `links` has all but these and what follows from them.
  func statuses(_ links: Links) -> Statuses {
    let (best, (network, hasLog)) = workers.both(
      { bestPassports(links) }, { (memberships(links), organisationsWithPassport(links)) })
    var statuses = Statuses()
    statuses.passport = workers.fill(count: best.count) { range, passport in
      for employee in range {
        passport.append(best[employee] < 0 ? .none : links.passportStates[Int(best[employee])])
      }
    }
    statuses.reviewDate = workers.fill(count: best.count) { range, reviewDate in
      for employee in range {
        reviewDate.append(
          best[employee] < 0 ? .missing : links.passports.entries[Int(best[employee])].reviewDate)
      }
    }
    statuses.network = network
    statuses.hasPassportLog = hasLog
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
    var evidence = [Evidence](repeating: [], count: flag.count)
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
  private func memberships(_ links: Links) -> [MembershipState] {
    var network = [MembershipState](repeating: .none, count: workforce.employees.count)
    for index in links.memberships.links.indices {
      guard let employee = links.memberships.links[index].employee else { continue }
      network[employee] = min(network[employee], links.membershipStates[index])
    }
    return network
  }

  /// By employee: the passport that gives its status; -1 where none counts.
  private func bestPassports(_ links: Links) -> [Int32] {
    var best = [Int32](repeating: -1, count: workforce.employees.count)
    let list = links.passports
    for index in list.links.indices where !list.entries[index].hasConsent {
      guard let linked = list.links[index].employee, !links.isForeign[index] else { continue }
      if isPreferred(index, to: Int(best[linked]), links) { best[linked] = Int32(index) }
    }
    for person in list.personsThatShare {
      let shared = list.sharedEntries(ofPerson: person)
      guard let index = shared.max(by: { isPreferred($1, to: $0, links) }) else { continue }
      for employee in workforce.persons.employees(ofPersonOf: person)
      where isPreferred(index, to: Int(best[employee]), links) {
        best[employee] = Int32(index)
      }
    }
    return best
  }

  /// Whether a passport gives the status rather than another, or than none where that is -1: by its
  /// state, then its agreed date, then as it was read later.
  private func isPreferred(_ passport: Int, to other: Int, _ links: Links) -> Bool {
    if other < 0 { return true }
    let (state, otherState) = (links.passportStates[passport], links.passportStates[other])
    if state != otherState { return state < otherState }
    let entries = links.passports.entries
    return (entries[passport].startDate, passport) > (entries[other].startDate, other)
  }

  /// By organisation: whether a passport that is not foreign is linked to one of its employees.
  private func organisationsWithPassport(_ links: Links) -> [Bool] {
    var hasPassport = [Bool](repeating: false, count: workforce.organisations.count)
    for index in links.passports.links.indices where !links.isForeign[index] {
      guard let employee = links.passports.links[index].employee else { continue }
      hasPassport[Int(workforce.employees.organisation[employee])] = true
    }
    return hasPassport
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
