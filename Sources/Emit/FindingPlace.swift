import Columns
package import Records
package import Vocabulary

/// Whom and where a finding is about: the columns of `discrepancies.csv` that follow from its subject.
///
/// Contract section 6: an employee's and a person's own; a list entry's those of the linked employee,
/// else what the entry says; a cell's those of its subject. A foreign passport's are the entry's: no
/// employer may read another's employee from it.
package struct FindingPlace: Sendable {
  /// The organisation; missing where the finding has none.
  package var organisation: ODSCode = .missing
  var footprint: ODSCode = .missing
  var number: EmployeeNumber = .missing
  var lastName: TextCode = .empty
  var firstName: TextCode = .empty

  /// Works out the columns of a subject.
  package init(of subject: FindingSubject, in reconciliation: Reconciliation) {
    switch subject {
    case .employee(let index), .person(let index):
      setEmployee(index, reconciliation)
    case .entry(let kind, let index), .entryCell(let kind, let index, _):
      setEntry(kind, index, reconciliation)
    case .employeeCell(let organisation, let number, _):
      if let index = reconciliation.workforce.employee(organisation, number) {
        setEmployee(index, reconciliation)
      } else {
        setOrganisation(organisation, reconciliation)
        self.number = number
      }
    case .unknownEmployee(let organisation, let number):
      setOrganisation(organisation, reconciliation)
      self.number = number
    case .organisation(let code), .organisationPlatform(let code, _):
      setOrganisation(code, reconciliation)
    case .footprint(let code), .footprintPlatform(let code, _):
      footprint = code
    case .competence, .file, .accessCode, .decision, .rowCell:
      break
    }
  }

  private mutating func setOrganisation(_ code: ODSCode, _ reconciliation: Reconciliation) {
    organisation = code
    if !code.isMissing { footprint = reconciliation.reference.facts(code).footprint }
  }

  private mutating func setEmployee(_ index: Int, _ reconciliation: Reconciliation) {
    setOrganisation(reconciliation.workforce.organisationCode(of: index), reconciliation)
    number = reconciliation.workforce.employees.number[index]
    lastName = reconciliation.workforce.employees.lastName[index]
    firstName = reconciliation.workforce.employees.firstName[index]
  }

  private mutating func setEntry(_ kind: ListKind, _ index: Int, _ reconciliation: Reconciliation) {
    let links = reconciliation.links
    let isForeign = kind == .passports && links.isForeign[index]
    let list = links.list(kind)
    if let employee = list.links[index].employee, !isForeign {
      setEmployee(employee, reconciliation)
      return
    }
    let entry = list.entries[index]
    setOrganisation(entry.organisation, reconciliation)
    number = entry.number
    lastName = entry.lastName
    firstName = entry.firstName
  }
}
