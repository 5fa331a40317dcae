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
      let candidates = candidates(entry, method, without: rejected)
      if candidates.isEmpty { continue }
      let agreeing = candidates.filter { agrees(entry, $0, method) }
      if agreeing.isEmpty {
        link.hadConflict = true
      } else if areOnePerson(agreeing) {
        link.outcome = .linked
        link.employee = preferred(agreeing, entry)
        link.method = method
        return link
      } else {
        link.outcome = .ambiguous
        link.wasAmbiguous = true
      }
      link.candidates = agreeing.isEmpty ? candidates : agreeing
    }
    return link
  }

  /// Whether employees, at least one, belong to one person.
  private func areOnePerson(_ employees: [Int]) -> Bool {
    let key = workforce.persons.key[employees[0]]
    return employees.allSatisfy { workforce.persons.key[$0] == key }
  }

  private func candidates(
    _ entry: ListEntry, _ method: MatchMethod, without rejected: Set<Int32>
  ) -> [Int] {
    var found = candidates(entry, method)
    if !rejected.isEmpty { found.removeAll { rejected.contains(workforce.persons.key[$0]) } }
    guard method == .nameAndBirthDate, !entry.organisation.isMissing else { return found }
    let local = found.filter { workforce.organisationCode(of: $0) == entry.organisation }
    return local.isEmpty ? found : local
  }

  private func candidates(_ entry: ListEntry, _ method: MatchMethod) -> [Int] {
    switch method {
    case .employeeNumber:
      if entry.number.isMissing { return [] }
      if entry.organisation.isMissing { return index.employees(number: entry.number) }
      return workforce.employee(entry.organisation, entry.number).map { [$0] } ?? []
    case .niNumber:
      return entry.niNumber.isMissing ? [] : index.employees(niNumber: entry.niNumber)
    case .workEmail:
      return entry.email.isEmpty ? [] : index.employees(email: entry.email)
    case .nameAndBirthDate: return namesakes(entry)
    case .decision, .probabilistic: return []
    }
  }

  /// Employees with the entry's birth date, last key and first key (or that of its first word).
  private func namesakes(_ entry: ListEntry) -> [Int] {
    let last = workforce.names.last[Int(entry.lastName.raw)]
    guard !last.isEmpty, !entry.birthDate.isMissing else { return [] }
    let first = workforce.names.first[Int(entry.firstName.raw)]
    let word = workforce.names.firstWord[Int(entry.firstName.raw)]
    return index.employees(lastKey: last, birthDate: entry.birthDate).filter { employee in
      workforce.hasFirstKey(first, employee) || workforce.hasFirstKey(word, employee)
    }
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
      workforce.organisationIndex(entry.organisation) != nil
    else { return false }
    return !workforce.persons.employees(ofPersonOf: employee).contains {
      workforce.organisationCode(of: $0) == entry.organisation
    }
  }

  /// One in the entry's organisation first, then an active one, then the smallest `ORG/NUMBER`.
  private func preferred(_ agreeing: [Int], _ entry: ListEntry) -> Int? {
    agreeing.min { left, right in
      let isLeftLocal = workforce.organisationCode(of: left) == entry.organisation
      let isRightLocal = workforce.organisationCode(of: right) == entry.organisation
      if isLeftLocal != isRightLocal { return isLeftLocal }
      let isLeftActive = workforce.employees.isActive[left]
      if isLeftActive != workforce.employees.isActive[right] { return isLeftActive }
      return left < right
    }
  }
}
