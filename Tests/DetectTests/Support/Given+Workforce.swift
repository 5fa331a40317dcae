import Columns
import Records
import Vocabulary

extension Given {
  func makeWorkforce() -> Workforce {
    let drawn = employeeRows.map { (key: Self.employee($0["employee"]), row: $0) }
      .sorted { left, right in
        (left.key.organisation, left.key.number) < (right.key.organisation, right.key.number)
      }
    var workforce = Workforce()
    workforce.organisations = Set(drawn.map(\.key.organisation)).sorted()
    for (key, row) in drawn { append(row, key.organisation, key.number, to: &workforce) }
    workforce.indexOrganisations()
    workforce.persons = makePersons(drawn.map(\.row), workforce.employees)
    addCompetences(to: &workforce)
    return workforce
  }

  private func append(
    _ row: DrawnTable.Row, _ organisation: ODSCode, _ number: EmployeeNumber,
    to workforce: inout Workforce
  ) {
    var table = workforce.employees
    table.organisation.append(Int32(workforce.organisationIndex(organisation) ?? 0))
    table.number.append(number)
    table.firstName.append(.empty)
    table.lastName.append(.empty)
    table.knownAs.append(.empty)
    table.previousLastName.append(.empty)
    table.birthDate.append(Self.day(row["born"]))
    table.niNumber.append(.missing)
    table.email.append(.empty)
    table.staffGroup.append(.empty)
    table.jobTitle.append(.empty)
    table.manager.append(EmployeeNumber(row["manager"]) ?? .missing)
    table.isActive.append(row.says("active", or: true))
    table.flag.append(Self.flag(row.text("flag", or: "not-recorded")))
    table.flagDate.append(.missing)
    table.hasESRPassport.append(row.says("esr passport"))
    appendAssignments(of: row["employee"], to: &workforce.assignments)
    table.firstAssignment.append(Int32(workforce.assignments.row.count))
    workforce.employees = table
  }

  private func appendAssignments(of employee: String, to table: inout AssignmentTable) {
    let drawn = assignmentRows
    var hasOne = false
    for (index, row) in drawn.enumerated() where row["employee"] == employee {
      hasOne = true
      table.row.append(Self.row(.staff, index))
      table.isActive.append(row.says("active", or: true))
      table.isPrimary.append(row.says("primary"))
      table.flag.append(Self.flag(row.text("flag", or: "not-recorded")))
      table.flagDate.append(Self.day(row["dated"]))
    }
    if hasOne { return }
    table.row.append(Self.row(.staff, drawn.count + table.row.count))
    table.isActive.append(true)
    table.isPrimary.append(false)
    table.flag.append(.notRecorded)
    table.flagDate.append(.missing)
  }

  private func makePersons(
    _ rows: [DrawnTable.Row], _ employees: EmployeeTable
  ) -> Persons {
    var groups: [String: [Int32]] = [:]
    for (index, row) in rows.enumerated() where !row["person"].isEmpty {
      groups[row["person"], default: []].append(Int32(index))
    }
    var key = rows.indices.map(Int32.init)
    for group in groups.values where group.count > 1 {
      for employee in group { key[Int(employee)] = group[0] }
    }
    func sharing(_ what: String) -> [Int32] {
      rows.indices.filter { rows[$0]["shares"] == what }.map(Int32.init)
    }
    return Persons(
      key: key, of: employees, withSharedNINumber: sharing("ni"),
      withSharedEmail: sharing("email"))
  }

  private func addCompetences(to workforce: inout Workforce) {
    for (index, row) in competenceRows.enumerated() {
      let (organisation, number) = Self.employee(row["employee"])
      let isPassport = row["kind"] == "passport"
      if isPassport { workforce.organisationsWithPassportCompetence.insert(organisation) }
      let place = Self.row(.competences, index)
      guard let employee = workforce.employee(organisation, number) else {
        workforce.unknownHolders.append(
          UnknownHolder(organisation: organisation, number: number, row: place))
        continue
      }
      workforce.competences.append(
        CarerCompetence(
          employee: employee, row: place, isPassport: isPassport,
          isOpen: row.says("open", or: true), flag: Self.flag(row.text("says", or: "carer")),
          date: Self.day(row["dated"])))
    }
    workforce.competences.sort { ($0.employee, $0.row) < ($1.employee, $1.row) }
    workforce.indexCompetences()
    var line = competenceRows.count
    for row in unmappedRows {
      let count = Int(row["times"]) ?? 1
      let rows = (0..<count).map { Self.row(.competences, line + $0) }
      line += count
      workforce.unmappedCompetences.append(UnmappedCompetence(name: row["name"], rows: rows))
    }
  }
}
