import Columns
import Records
import Vocabulary

/// Reads rows of a passport log or a network list.
struct ListReader: RowReader {
  private let reference, organisation, number, firstName, lastName, fullName: Slot
  private let birthDate, niNumber, email, startDate, reviewDate, endDate, word, consent: Slot
  private let startColumn, endColumn, consentColumn: ColumnName
  private let isPassports: Bool

  init(_ cells: borrowing RowCells, _ kind: ListKind) {
    isPassports = kind == .passports
    startColumn = isPassports ? .agreedDate : .joinedDate
    endColumn = isPassports ? .endedDate : .leftDate
    consentColumn = isPassports ? .consentToShare : .consentToContact
    reference = cells.slot(.passportReference)
    organisation = cells.slot(.organisationCode)
    number = cells.slot(.employeeNumber)
    firstName = cells.slot(.firstName)
    lastName = cells.slot(.lastName)
    fullName = cells.slot(.fullName)
    birthDate = cells.slot(.dateOfBirth)
    niNumber = cells.slot(.niNumber)
    email = cells.slot(.workEmail)
    reviewDate = cells.slot(.reviewDate)
    startDate = cells.slot(startColumn)
    endDate = cells.slot(endColumn)
    word = cells.slot(isPassports ? .status : .memberType)
    consent = cells.slot(consentColumn)
  }

  func read(
    _ cells: borrowing RowCells, at row: SourceRow, _ values: inout CellValues,
    into tables: inout FileTables
  ) throws(RowRejection) {
    var entry = ListEntry(row: row)
    entry.organisation = values.entryOrganisation(cells[organisation])
    entry.number = values.number(cells[number], .employeeNumber)
    entry.niNumber = values.niNumber(cells[niNumber])
    entry.email = values.email(cells[email])
    (entry.firstName, entry.lastName) = names(cells, &values)
    if entry.number.isMissing, entry.niNumber.isMissing, entry.email.isEmpty,
      NameKey.key(values.texts[entry.lastName]).isEmpty
    {
      throw RowRejection(.identityMissing)
    }
    entry.reference = values.reference(cells[reference])
    if isPassports {
      entry.birthDate = values.day(cells[birthDate], .dateOfBirth, .birthDate)
    } else {
      entry.linkageBirthDate = values.quietBirthDate(cells[birthDate])
    }
    entry.startDate = values.day(cells[startDate], startColumn)
    entry.reviewDate = values.day(cells[reviewDate], .reviewDate)
    entry.endDate = values.day(cells[endDate], endColumn)
    entry.word = values.text(cells[word])
    if !isPassports, MemberType(cells[word]) == nil { values.fault(.memberType) }
    entry.hasConsent = values.isYes(cells[consent], consentColumn)
    tables.entries.append(entry)
  }

  /// First and last name, each taken from the full name where its own cell is empty.
  private func names(
    _ cells: borrowing RowCells, _ values: inout CellValues
  ) -> (first: TextCode, last: TextCode) {
    let first = values.text(cells[firstName])
    let last = values.text(cells[lastName])
    if !first.isEmpty, !last.isEmpty { return (first, last) }
    let split = PersonName.split(fullName: cells[fullName])
    return (
      first.isEmpty ? values.text(split.first.span) : first,
      last.isEmpty ? values.text(split.last.span) : last
    )
  }
}
