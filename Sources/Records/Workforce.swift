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

  /// Makes an empty workforce.
  package init() {}

  /// The code of an employee's organisation.
  package func organisationCode(of employee: Int) -> ODSCode {
    organisations[Int(employees.organisation[employee])]
  }

  /// The index of an organisation of the staff extract, or nil.
  package func organisationIndex(_ code: ODSCode) -> Int? { organisations.sortedIndex(of: code) }

  /// The employees of an organisation, by its index: a run of the employee table.
  ///
  /// O(log n).
  package func employees(ofOrganisation index: Int) -> Range<Int> {
    lowerBound(
      organisation: index, number: .missing)..<lowerBound(organisation: index + 1, number: .missing)
  }

  /// The index of the employee with this organisation and number, or nil.
  ///
  /// O(log n).
  package func employee(_ organisation: ODSCode, _ number: EmployeeNumber) -> Int? {
    guard let index = organisationIndex(organisation), !number.isMissing else { return nil }
    let place = lowerBound(organisation: index, number: number)
    guard place < employees.count, employees.organisation[place] == Int32(index),
      employees.number[place] == number
    else { return nil }
    return place
  }

  private func lowerBound(organisation: Int, number: EmployeeNumber) -> Int {
    var low = 0
    var high = employees.count
    while low < high {
      let middle = (low + high) / 2
      let other = Int(employees.organisation[middle])
      let precedes =
        other < organisation
        || (other == organisation && employees.number[middle] < number)
      if precedes { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension [ODSCode] {
  /// The place of a code among sorted ones, or nil; O(log n).
  package func sortedIndex(of code: ODSCode) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == code ? low : nil
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
