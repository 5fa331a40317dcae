import Columns
import Records
import Threads
import Vocabulary

/// Chooses each organisation's codes and who is to be given them (contract section 7).
struct RecipientSelection: Sendable {
  let asOf: CalendarDay
  let reference: Reference
  let workforce: Workforce

  /// The codes and recipients; `links` has the statuses, `managers` are ``managers()``.
  func entitlements(
    _ codes: [AccessCodeRow], _ links: Links, managers: [Int], _ workers: Workers
  ) -> Entitlements {
    var result = Entitlements()
    let rowOfOwner = bestRows(codes)
    for code in workforce.organisations {
      let facts = reference.facts(code)
      var rows: [Platform: Int] = [:]
      for platform in Platform.allCases {
        func row(_ code: ODSCode, isOrganisation: Bool) -> Int? {
          rowOfOwner[
            AccessCodeOwner(code: code, isOrganisation: isOrganisation, platform: platform)]
        }
        rows[platform] =
          row(code, isOrganisation: true) ?? row(facts.footprint, isOrganisation: false)
          ?? row(facts.previousFootprint, isOrganisation: false)
      }
      result.codeRow.append(rows)
    }
    let carers = eligibleCarers(links, workers)
    (result.carers, result.managers) = workers.both {
      onePerPersonAndFootprint(carers.filter(hasEmail))
    } _: {
      onePerPersonAndFootprint(managers.filter(hasEmail))
    }
    result.carersWithoutEmail = carers.filter { !hasEmail($0) }
    return result
  }

  /// Of each owner's rows that hold, the one with the latest valid-from, then the last read.
  private func bestRows(_ codes: [AccessCodeRow]) -> [AccessCodeOwner: Int] {
    var best: [AccessCodeOwner: Int] = [:]
    for (index, row) in codes.enumerated() {
      guard row.holds(on: asOf) else { continue }
      let owner = AccessCodeOwner(row)
      if let other = best[owner], codes[other].validFrom > row.validFrom { continue }
      best[owner] = index
    }
    return best
  }

  private func hasEmail(_ employee: Int) -> Bool { !workforce.employees.email[employee].isEmpty }

  /// Active employees whose status entitles them; a carer who is not flagged only by a passport, or
  /// by a membership with consent to contact.
  private func eligibleCarers(_ links: Links, _ workers: Workers) -> [Int] {
    var hasContactConsent: Set<Int> = []
    for (index, link) in links.memberships.links.enumerated()
    where links.membershipStates[index] == .carerMember
      && links.memberships.entries[index].hasConsent
    {
      link.employee.map { _ = hasContactConsent.insert($0) }
    }
    let statuses = links.statuses
    return workers.joinRanges(of: statuses.recorded.count, size: 1 << 14) {
      [hasContactConsent] range in
      statuses.recorded[range].filter { isEligible($0, statuses, hasContactConsent) }
    }
  }

  private func isEligible(
    _ employee: Int, _ statuses: Statuses, _ hasContactConsent: Set<Int>
  ) -> Bool {
    guard workforce.employees.isActive[employee] else { return false }
    switch statuses.reconciled[employee] {
    case .carer: return true
    case .carerUnflagged:
      return statuses.passport[employee].isLive || hasContactConsent.contains(employee)
    case .declined, .notCarer, .notRecorded: return false
    }
  }

  /// Active employees who are the manager of at least one active employee of their organisation,
  /// whether or not that one is a carer, so that the list tells nothing.
  func managers() -> [Int] {
    let employees = workforce.employees
    var isManager = [Bool](repeating: false, count: employees.count)
    for organisation in workforce.organisations.indices {
      var last = EmployeeNumber.missing
      for employee in workforce.employees(ofOrganisation: organisation)
      where employees.isActive[employee] {
        let number = employees.manager[employee]
        if number.isMissing || number == last { continue }
        last = number
        if let place = workforce.employee(ofOrganisation: organisation, number) {
          isManager[place] = true
        }
      }
    }
    return (0..<employees.count).filter { isManager[$0] && employees.isActive[$0] }
  }

  /// Of each person in each footprint the smallest `ORG/NUMBER`; `eligible` is ascending.
  private func onePerPersonAndFootprint(_ eligible: [Int]) -> [Int] {
    var seen: Set<PersonInFootprint> = []
    return eligible.filter { employee in
      let person = workforce.persons.key[employee]
      guard workforce.persons.isOneOfSeveral(employee) else { return true }
      let footprint = reference.facts(workforce.organisationCode(of: employee)).footprint
      return seen.insert(PersonInFootprint(person: person, footprint: footprint)).inserted
    }
  }

  private struct PersonInFootprint: Hashable {
    var person: Int32
    var footprint: ODSCode
  }
}
