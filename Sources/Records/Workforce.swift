import Columns
package import Vocabulary

/// What Normalise makes of the staff and competence extracts.
package struct Workforce: Sendable {
  /// The organisations of the accepted staff rows, sorted by code.
  package var organisations: [ODSCode] = []
  package var employees = EmployeeTable()
  package var assignments = AssignmentTable()
  /// Competences that fit a carer or passport pattern, of known employees, by employee, then as
  /// read.
  package var competences: [CarerCompetence] = []
  /// Competences that fit a pattern, of employees who are not in the staff extract, as read.
  package var unknownHolders: [UnknownHolder] = []
  /// Competence names that raise `competence-unmapped`, as first read.
  package var unmappedCompetences: [UnmappedCompetence] = []
  /// Organisations of which some competence fits a passport pattern.
  package var organisationsWithPassportCompetence: Set<ODSCode> = []
  package var names = NameKeys()
  package var persons = Persons()
  /// Where the employees of each organisation begin; one element more than organisations.
  private var firstEmployee: [Int32] = [0]
  /// By employee: its places in ``competences``.
  private var competencesOfEmployee = IndexGroups()

  /// Makes an empty workforce.
  package init() {}

  /// The code of an employee's organisation.
  package func organisationCode(of employee: Int) -> ODSCode {
    organisations[Int(employees.organisation[employee])]
  }

  /// The index of an organisation of the staff extract, or nil.
  package func organisationIndex(_ code: ODSCode) -> Int? { organisations.sortedIndex(of: code) }

  /// Where an employee's person has active employees.
  package func workplaces(ofPersonOf employee: Int) -> Persons.Workplaces {
    if let workplaces = persons.workplacesOfSeveral(employee) { return workplaces }
    return employees.isActive[employee] ? .one(employees.organisation[employee]) : .none
  }

  /// Takes note of where each organisation's employees begin, once the table of them is made.
  package mutating func indexOrganisations() {
    let organisation = employees.organisation
    firstEmployee = [Int32](repeating: Int32(organisation.count), count: organisations.count + 1)
    for index in organisations.indices {
      let start = index == 0 ? 0 : Int(firstEmployee[index - 1])
      firstEmployee[index] = Int32(
        (start..<organisation.count).firstPlace { organisation[$0] >= Int32(index) })
    }
  }

  /// The employees of an organisation, by its index: a run of the employee table.
  ///
  /// - Precondition: ``indexOrganisations()`` was called.
  package func employees(ofOrganisation index: Int) -> Range<Int> {
    Int(firstEmployee[index])..<Int(firstEmployee[index + 1])
  }

  /// Takes note of whose each competence is, once all are there.
  package mutating func indexCompetences() {
    competencesOfEmployee = IndexGroups(count: employees.count, of: competences.count) {
      competences[$0].employee
    }
  }

  /// The places in ``competences`` of an employee's, ascending.
  ///
  /// - Precondition: ``indexCompetences()`` was called.
  package func competences(of employee: Int) -> IndexGroups.Indices {
    competencesOfEmployee[employee]
  }

  /// The index of the employee with this organisation and number, or nil.
  ///
  /// O(log n).
  ///
  /// - Precondition: ``indexOrganisations()`` was called.
  package func employee(_ organisation: ODSCode, _ number: EmployeeNumber) -> Int? {
    guard let index = organisationIndex(organisation), !number.isMissing else { return nil }
    return employee(ofOrganisation: index, number)
  }

  /// The index of the employee of an organisation, by its index, with this number, or nil.
  ///
  /// O(log n).
  package func employee(ofOrganisation index: Int, _ number: EmployeeNumber) -> Int? {
    let range = employees(ofOrganisation: index)
    let place = range.firstPlace { employees.number[$0] >= number }
    return place < range.upperBound && employees.number[place] == number ? place : nil
  }
}

extension [ODSCode] {
  /// The place of a code among sorted ones, or nil; O(log n).
  package func sortedIndex(of code: ODSCode) -> Int? {
    let place = indices.firstPlace { self[$0] >= code }
    return place < count && self[place] == code ? place : nil
  }
}

/// A competence about care, of an employee who is not in the staff extract.
package struct UnknownHolder: Sendable {
  /// Whose competence it is, and where its row stands.
  package var organisation: ODSCode
  package var number: EmployeeNumber
  package var row: SourceRow

  /// Makes a holder.
  package init(organisation: ODSCode, number: EmployeeNumber, row: SourceRow) {
    self.organisation = organisation
    self.number = number
    self.row = row
  }
}

/// A competence name that mentions carers and fits no pattern.
package struct UnmappedCompetence: Sendable {
  /// The name as first read, white space collapsed.
  package var name: String
  /// The rows with this name in any letter case, as read.
  package var rows: [SourceRow]

  /// Makes an unmapped competence.
  package init(name: String, rows: [SourceRow]) {
    self.name = name
    self.rows = rows
  }
}
