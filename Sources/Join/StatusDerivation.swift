import Columns
import Records
import Threads
import Vocabulary

/// Derives each employee's statuses from its flag and the entries linked to it (section 5).
struct StatusDerivation: Sendable {
  let workforce: Workforce

  /// Whether each passport is foreign: its entry names another organisation than its employee's, or
  /// none while the person has active employees in several.
  func foreignPassports(_ list: JoinedList) -> [Bool] {
    list.links.indices.map { index in
      guard let employee = list.links[index].employee else { return false }
      let organisation = list.entries[index].organisation
      if !organisation.isMissing { return organisation != workforce.organisationCode(of: employee) }
      let organisations = workforce.persons.employees(ofPersonOf: employee)
        .filter { workforce.employees.isActive[$0] }
        .map { workforce.employees.organisation[$0] }
      return Set(organisations).count > 1
    }
  }

  /// What the lists say of each employee; `links` has links and states.
  func listed(_ links: Links) -> Statuses {
    let count = workforce.employees.count
    var statuses = Statuses()
    statuses.passport = [PassportState](repeating: .none, count: count)
    statuses.reviewDate = [CalendarDay](repeating: .missing, count: count)
    statuses.network = [MembershipState](repeating: .none, count: count)
    statuses.hasPassportLog = [Bool](repeating: false, count: workforce.organisations.count)
    fillPassports(&statuses, links)
    for index in links.memberships.links.indices {
      guard let employee = links.memberships.links[index].employee else { continue }
      statuses.network[employee] = min(statuses.network[employee], links.membershipStates[index])
    }
    statuses.reconciled = [ReconciledStatus](repeating: .notRecorded, count: count)
    statuses.evidence = [Evidence](repeating: Evidence(rawValue: 0), count: count)
    return statuses
  }

  /// Adds what follows from the lists and the flag together.
  func reconcile(_ statuses: inout Statuses, _ workers: Workers) {
    let flag = workforce.employees.flag
    let (passport, network) = (statuses.passport, statuses.network)
    // Of most employees nothing is known.
    statuses.recorded = workers.joinRanges(of: flag.count, size: 1 << 17) { range in
      range.filter { employee in
        if case (.notRecorded, .none, .none) = (
          flag[employee], passport[employee], network[employee]
        ) {
          return false
        }
        return true
      }
    }
    for employee in statuses.recorded {
      let evidence = Self.evidence(flag[employee], passport[employee], network[employee])
      statuses.evidence[employee] = evidence
      statuses.reconciled[employee] = Self.reconciled(flag[employee], evidence)
    }
  }

  private func fillPassports(_ statuses: inout Statuses, _ links: Links) {
    var agreedDates: [Int: CalendarDay] = [:]
    for index in links.passports.links.indices {
      guard let linked = links.passports.links[index].employee else { continue }
      let entry = links.passports.entries[index]
      let state = links.passportStates[index]
      if !links.isForeign[index] {
        statuses.hasPassportLog[Int(workforce.employees.organisation[linked])] = true
      }
      func count(for employee: Int) {
        let best = statuses.passport[employee]
        // The later of two with the same state wins where its agreed date is no earlier.
        let isTaken =
          state < best
          || (state == best && entry.startDate >= agreedDates[employee] ?? .missing)
        if isTaken {
          statuses.passport[employee] = state
          statuses.reviewDate[employee] = entry.reviewDate
          agreedDates[employee] = entry.startDate
        }
      }
      if entry.hasConsent {
        for employee in workforce.persons.employees(ofPersonOf: linked) { count(for: employee) }
      } else if !links.isForeign[index] {
        count(for: linked)
      }
    }
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
