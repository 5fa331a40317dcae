import Columns
import Records
import Vocabulary

/// Links list entries to employees by decisions and the four exact methods (contract section 5).
///
/// A class, as copies of the workforce would retain each of its columns.
final class ExactLinking: Sendable {
  let workforce: Workforce
  let index: CandidateIndex
  let decisions: LinkDecisions
  let methods: [MatchMethod]

  /// Linking with those of `methods` that are exact, in the contract's order.
  init(
    _ workforce: Workforce, _ index: CandidateIndex, _ decisions: LinkDecisions,
    _ methods: Set<MatchMethod>
  ) {
    self.workforce = workforce
    self.index = index
    self.decisions = decisions
    self.methods = MatchMethod.allCases.filter {
      methods.contains($0) && $0 != .decision && $0 != .probabilistic
    }
  }

  /// What becomes of one entry.
  func link(_ entry: ListEntry, _ kind: ListKind, _ number: Int) -> EntryLink {
    var link = EntryLink()
    let verdicts = decisions.verdicts(kind, number)
    if let accepted = verdicts?.accepted {
      link.outcome = .linked
      link.employee = accepted
      link.method = .decision
      return link
    }
    let rejected = Set((verdicts?.rejected ?? []).map { workforce.persons.key[$0] })
    for method in methods {
      let found = find(entry, method, without: rejected)
      switch found.count {
      case .none: continue
      case .noneAgrees: link.hadConflict = true
      case .one:
        link.outcome = .linked
        link.employee = found.preferred
        link.method = method
        return link
      case .several:
        link.outcome = .ambiguous
        link.wasAmbiguous = true
      }
    }
    return link
  }

  /// What the candidates of one method come to.
  private struct Found {
    /// How many persons they are that agree.
    enum Count {
      case none
      case noneAgrees
      case one
      case several
    }

    var count = Count.none
    /// The employee to link to, where they are one person.
    var preferred: Int?
  }

  private func find(
    _ entry: ListEntry, _ method: MatchMethod, without rejected: Set<Int32>
  ) -> Found {
    var found = Found()
    var local = Found()
    // Thousands may share what the entry has: they are gone through without being gathered.
    for candidate in candidates(entry, method) {
      let employee = Int(candidate)
      if method == .nameAndBirthDate, !isNamesake(employee, of: entry) { continue }
      if !rejected.isEmpty, rejected.contains(workforce.persons.key[employee]) { continue }
      add(employee, to: &found, entry, method)
      guard method == .nameAndBirthDate, !entry.organisation.isMissing else {
        if found.count == .several { break }
        continue
      }
      if isLocal(employee, to: entry) { add(employee, to: &local, entry, method) }
      if local.count == .several { break }
    }
    return local.count == .none ? found : local
  }

  private func add(
    _ employee: Int, to found: inout Found, _ entry: ListEntry, _ method: MatchMethod
  ) {
    if found.count == .several { return }
    guard agrees(entry, employee, method) else {
      if found.count == .none { found.count = .noneAgrees }
      return
    }
    let persons = workforce.persons.key
    if let preferred = found.preferred, persons[preferred] != persons[employee] {
      found.count = .several
    } else {
      found.count = .one
      found.preferred = preferred(found.preferred, employee, entry)
    }
  }

  private func candidates(_ entry: ListEntry, _ method: MatchMethod) -> ArraySlice<Int32> {
    switch method {
    case .employeeNumber:
      if entry.number.isMissing { return [] }
      if entry.organisation.isMissing { return index.employees(number: entry.number) }
      return workforce.employee(entry.organisation, entry.number).map { [Int32($0)] } ?? []
    case .niNumber:
      return entry.niNumber.isMissing ? [] : index.employees(niNumber: entry.niNumber)
    case .workEmail:
      return entry.email.isEmpty ? [] : index.employees(email: entry.email)
    case .nameAndBirthDate:
      let last = workforce.names.last[Int(entry.lastName.raw)]
      if last.isEmpty || entry.birthDate.isMissing { return [] }
      return index.employees(lastKey: last, birthDate: entry.birthDate)
    case .decision, .probabilistic: return []
    }
  }

  /// Whether an employee has the entry's first key or that of its first word.
  private func isNamesake(_ employee: Int, of entry: ListEntry) -> Bool {
    let first = workforce.names.first[Int(entry.firstName.raw)]
    let word = workforce.names.firstWord[Int(entry.firstName.raw)]
    return workforce.hasFirstKey(first, employee) || workforce.hasFirstKey(word, employee)
  }

  private func agrees(_ entry: ListEntry, _ employee: Int, _ method: MatchMethod) -> Bool {
    let agreement = Agreement.of(entry, employee, workforce)
    switch method {
    case .employeeNumber where entry.organisation.isMissing:
      return agreement.isStrong && !agreement.birthDatesDiffer
    case .workEmail:
      guard agreement.agrees, !agreement.birthDatesDiffer else { return false }
      if !namesOrganisationWithoutPerson(entry, employee) { return true }
      return agreement.birthDatesAreEqual
        || (!entry.number.isMissing && entry.number == workforce.employees.number[employee])
    default: return agreement.agrees
    }
  }

  /// Whether the entry names an organisation of the staff extract in which the employee's person
  /// has no employee.
  private func namesOrganisationWithoutPerson(_ entry: ListEntry, _ employee: Int) -> Bool {
    guard !entry.organisation.isMissing,
      let organisation = workforce.organisationIndex(entry.organisation)
    else { return false }
    // Ascending as the organisations are.
    let members = workforce.persons.employees(ofPersonOf: employee)
    let organisations = workforce.employees.organisation
    let place = members.indices.firstPlace { organisations[members[$0]] >= Int32(organisation) }
    return place == members.count || organisations[members[place]] != Int32(organisation)
  }

  private func isLocal(_ employee: Int, to entry: ListEntry) -> Bool {
    workforce.organisationCode(of: employee) == entry.organisation
  }

  /// One in the entry's organisation first, then an active one, then the smaller `ORG/NUMBER`.
  private func preferred(_ earlier: Int?, _ later: Int, _ entry: ListEntry) -> Int {
    guard let earlier else { return later }
    let isLaterLocal = isLocal(later, to: entry)
    if isLocal(earlier, to: entry) != isLaterLocal { return isLaterLocal ? later : earlier }
    let isActive = workforce.employees.isActive
    return isActive[later] && !isActive[earlier] ? later : earlier
  }
}
