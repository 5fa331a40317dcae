import Columns
package import Records
package import Vocabulary

/// Whom and where a finding is about: the columns of `discrepancies.csv` that follow from its
/// subject.
///
/// Contract section 6: an employee's and a person's own; a list entry's those of the linked
/// employee, else what the entry says; a cell's those of its subject. A foreign passport's are the
/// entry's: no employer may read another's employee from it.
package struct FindingPlace: Sendable {
  /// The organisation; missing where the finding has none.
  package var organisation: ODSCode = .missing
  var footprint: ODSCode = .missing
  var number: EmployeeNumber = .missing
  var lastName: TextCode = .empty
  var firstName: TextCode = .empty
}

/// Works out the place of any subject; make one, not one for each finding.
package struct FindingPlacer: Sendable {
  private let reference: Reference
  private let workforce: Workforce
  private let passports: JoinedList
  private let memberships: JoinedList
  private let isForeign: [Bool]
  /// By organisation of the staff extract.
  private let footprints: [ODSCode]

  /// Takes hold of the tables that places are worked out from.
  package init(_ reconciliation: Reconciliation) {
    reference = reconciliation.reference
    workforce = reconciliation.workforce
    passports = reconciliation.links.passports
    memberships = reconciliation.links.memberships
    isForeign = reconciliation.links.isForeign
    footprints = workforce.organisations.map(reference.facts(_:)).map(\.footprint)
  }

  /// The columns of a subject.
  package func place(of subject: FindingSubject) -> FindingPlace {
    // Not mapped: the method as a value would retain each column of all tables.
    if let index = employee(of: subject) { return place(ofEmployee: index) }
    return placeWithoutEmployee(subject)
  }

  /// The organisation of a subject, as ``place(of:)`` gives it.
  package func organisation(of subject: FindingSubject) -> ODSCode {
    if let index = employee(of: subject) { return workforce.organisationCode(of: index) }
    return placeWithoutEmployee(subject).organisation
  }

  /// The employee whose place a subject has, or nil.
  private func employee(of subject: FindingSubject) -> Int? {
    switch subject {
    case .employee(let index), .person(let index): index
    case .entry(.passports, let index), .entryCell(.passports, let index, _):
      isForeign[index] ? nil : passports.links[index].employee
    case .entry(.network, let index), .entryCell(.network, let index, _):
      memberships.links[index].employee
    case .employeeCell(let code, let number, _): workforce.employee(code, number)
    default: nil
    }
  }

  private func placeWithoutEmployee(_ subject: FindingSubject) -> FindingPlace {
    switch subject {
    case .entry(.passports, let index), .entryCell(.passports, let index, _):
      unlinked(passports.entries[index])
    case .entry(.network, let index), .entryCell(.network, let index, _):
      unlinked(memberships.entries[index])
    case .employeeCell(let code, let number, _), .unknownEmployee(let code, let number):
      organisation(code, number)
    case .organisation(let code), .organisationPlatform(let code, _):
      organisation(code)
    case .footprint(let code), .footprintPlatform(let code, _):
      FindingPlace(footprint: code)
    case .employee, .person, .competence, .file, .accessCode, .decision, .rowCell:
      FindingPlace()
    }
  }

  private func place(ofEmployee index: Int) -> FindingPlace {
    let organisation = Int(workforce.employees.organisation[index])
    return FindingPlace(
      organisation: workforce.organisations[organisation], footprint: footprints[organisation],
      number: workforce.employees.number[index], lastName: workforce.employees.lastName[index],
      firstName: workforce.employees.firstName[index])
  }

  private func unlinked(_ entry: ListEntry) -> FindingPlace {
    var place = organisation(entry.organisation, entry.number)
    place.lastName = entry.lastName
    place.firstName = entry.firstName
    return place
  }

  private func organisation(
    _ code: ODSCode, _ number: EmployeeNumber = .missing
  ) -> FindingPlace {
    let footprint = code.isMissing ? .missing : reference.facts(code).footprint
    return FindingPlace(organisation: code, footprint: footprint, number: number)
  }
}
