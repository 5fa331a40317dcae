import Records
import Vocabulary

/// Reads rows of the competence extract.
struct CompetenceReader: RowReader {
  private let organisation, number, name, level, dateFrom, dateTo: Slot

  init(_ cells: borrowing RowCells) {
    organisation = cells.slot(.organisationCode)
    number = cells.slot(.employeeNumber)
    name = cells.slot(.competenceName)
    level = cells.slot(.level)
    dateFrom = cells.slot(.dateFrom)
    dateTo = cells.slot(.dateTo)
  }

  func read(
    _ cells: borrowing RowCells, at row: SourceRow, _ values: inout CellValues,
    into tables: inout FileTables
  ) throws(RowRejection) {
    let organisation = try values.ownOrganisation(cells[organisation])
    let number = try values.ownNumber(cells[number])
    if cells[name].isEmpty { throw RowRejection(.competenceMissing) }
    tables.competences.row.append(row)
    tables.competences.organisation.append(organisation)
    tables.competences.number.append(number)
    tables.competences.name.append(values.text(cells[name]))
    tables.competences.level.append(values.text(cells[level]))
    tables.competences.dateFrom.append(values.day(cells[dateFrom], .dateFrom))
    tables.competences.dateTo.append(values.day(cells[dateTo], .dateTo))
  }

  func subject(of tables: borrowing FileTables, before: Int) -> (ODSCode, EmployeeNumber) {
    let place = tables.competences.count - before
    return (tables.competences.organisation[place], tables.competences.number[place])
  }
}
