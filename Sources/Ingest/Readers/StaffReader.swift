import Columns
import Records
import Vocabulary

/// Reads rows of the staff extract: one assignment each.
struct StaffReader: RowReader {
  private let organisation, number, assignmentNumber, primary, status: Slot
  private let firstName, lastName, knownAs, previousLastName, birthDate, niNumber, email: Slot
  private let staffGroup, jobTitle, startDate, leavingDate, manager, flag, flagDate: Slot

  init(_ cells: borrowing RowCells) {
    organisation = cells.slot(.organisationCode)
    number = cells.slot(.employeeNumber)
    assignmentNumber = cells.slot(.assignmentNumber)
    primary = cells.slot(.primaryAssignment)
    status = cells.slot(.assignmentStatus)
    firstName = cells.slot(.firstName)
    lastName = cells.slot(.lastName)
    knownAs = cells.slot(.knownAs)
    previousLastName = cells.slot(.previousLastName)
    birthDate = cells.slot(.dateOfBirth)
    niNumber = cells.slot(.niNumber)
    email = cells.slot(.workEmail)
    staffGroup = cells.slot(.staffGroup)
    jobTitle = cells.slot(.jobTitle)
    startDate = cells.slot(.startDate)
    leavingDate = cells.slot(.leavingDate)
    manager = cells.slot(.managerEmployeeNumber)
    flag = cells.slot(.carerFlag)
    flagDate = cells.slot(.carerFlagDate)
  }

  func read(
    _ cells: borrowing RowCells, at row: SourceRow, _ values: inout CellValues,
    into tables: inout FileTables
  ) throws(RowRejection) {
    let organisation = try values.ownOrganisation(cells[organisation])
    let number = try values.ownNumber(cells[number])
    if cells[firstName].isEmpty, cells[lastName].isEmpty { throw RowRejection(.nameMissing) }
    tables.assignments.row.append(row)
    tables.assignments.organisation.append(organisation)
    tables.assignments.number.append(number)
  }

  static var hasColumns: Bool { true }

  func readColumns(
    _ cells: borrowing CellTable, _ values: inout CellValues, into tables: inout FileTables
  ) {
    tables.assignments.assignmentNumber.append(cells, column: assignmentNumber)
    values.flags(cells, primary, .primaryAssignment, to: &tables.assignments.isPrimary)
    values.texts(cells, status, to: &tables.assignments.status)
    values.texts(cells, firstName, to: &tables.assignments.firstName)
    values.texts(cells, lastName, to: &tables.assignments.lastName)
    values.texts(cells, knownAs, to: &tables.assignments.knownAs)
    values.texts(cells, previousLastName, to: &tables.assignments.previousLastName)
    values.days(cells, birthDate, .dateOfBirth, .birthDate, to: &tables.assignments.birthDate)
    values.niNumbers(cells, niNumber, to: &tables.assignments.niNumber)
    values.emails(cells, email, to: &tables.assignments.email)
    values.texts(cells, staffGroup, to: &tables.assignments.staffGroup)
    values.texts(cells, jobTitle, to: &tables.assignments.jobTitle)
    values.days(cells, startDate, .startDate, to: &tables.assignments.startDate)
    values.days(cells, leavingDate, .leavingDate, to: &tables.assignments.leavingDate)
    values.numbers(cells, manager, .managerEmployeeNumber, to: &tables.assignments.manager)
    values.texts(cells, flag, to: &tables.assignments.flag)
    values.days(cells, flagDate, .carerFlagDate, to: &tables.assignments.flagDate)
  }

  func subject(
    of tables: borrowing FileTables, _ values: borrowing CellValues, before: Int
  ) -> (ODSCode, EmployeeNumber) {
    let place = tables.assignments.count - before
    return (tables.assignments.organisation[place], tables.assignments.number[place])
  }
}
