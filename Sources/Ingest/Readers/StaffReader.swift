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
    tables.assignments.assignmentNumber.append(cells[assignmentNumber])
    tables.assignments.isPrimary.append(values.isYes(cells[primary], .primaryAssignment))
    tables.assignments.status.append(values.text(cells[status]))
    tables.assignments.firstName.append(values.text(cells[firstName]))
    tables.assignments.lastName.append(values.text(cells[lastName]))
    tables.assignments.knownAs.append(values.text(cells[knownAs]))
    tables.assignments.previousLastName.append(values.text(cells[previousLastName]))
    tables.assignments.birthDate.append(values.day(cells[birthDate], .dateOfBirth, .birthDate))
    tables.assignments.niNumber.append(values.niNumber(cells[niNumber]))
    tables.assignments.email.append(values.email(cells[email]))
    tables.assignments.staffGroup.append(values.text(cells[staffGroup]))
    tables.assignments.jobTitle.append(values.text(cells[jobTitle]))
    tables.assignments.startDate.append(values.day(cells[startDate], .startDate))
    tables.assignments.leavingDate.append(values.day(cells[leavingDate], .leavingDate))
    tables.assignments.manager.append(values.number(cells[manager], .managerEmployeeNumber))
    tables.assignments.flag.append(values.text(cells[flag]))
    tables.assignments.flagDate.append(values.day(cells[flagDate], .carerFlagDate))
  }

  func subject(of tables: borrowing FileTables) -> (ODSCode, EmployeeNumber) {
    let last = tables.assignments.count - 1
    return (tables.assignments.organisation[last], tables.assignments.number[last])
  }
}
