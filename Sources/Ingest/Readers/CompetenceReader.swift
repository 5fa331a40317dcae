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
    values.subject = (organisation, number)
    let from = values.day(cells[dateFrom], .dateFrom)
    let to = values.day(cells[dateTo], .dateTo)
    guard CompetenceName.mentionsCarers(cells[name]) else {
      tables.competences.passedOver += 1
      return
    }
    tables.competences.row.append(row)
    tables.competences.organisation.append(organisation)
    tables.competences.number.append(number)
    tables.competences.name.append(values.text(cells[name]))
    tables.competences.level.append(values.text(cells[level]))
    tables.competences.dateFrom.append(from)
    tables.competences.dateTo.append(to)
  }

  func subject(
    of tables: borrowing FileTables, _ values: borrowing CellValues, before: Int
  ) -> (ODSCode, EmployeeNumber) {
    values.subject
  }
}
