import Columns
import Records
import Vocabulary

/// Reads cells as values, keeps the faults of the current row, and holds the texts.
///
/// A cell that holds text of the wrong kind is missing and a fault (contract section 1).
struct CellValues: Sendable {
  let asOf: CalendarDay
  let allowsSyntheticNINumbers: Bool
  /// Fills empty, missing and unreadable organisation cells; missing where no block says so.
  let defaultOrganisation: ODSCode

  var texts: TextDictionary
  var emails: GatheredTexts
  /// Apart from the texts: nearly as many as there are entries, they would push those that are
  /// looked up for every row out of the processor's caches.
  var references: GatheredTexts
  /// The employee that the current row is about, where its reader says so.
  var subject: (ODSCode, EmployeeNumber) = (.missing, .missing)
  /// The number of the current row among those that are put into columns together.
  var row = 0
  /// The cells that could not be read.
  private(set) var faults: [Fault] = []

  /// A cell that could not be read.
  struct Fault {
    var row: Int
    var column: ColumnName
  }

  /// Values of one file's cells, with the dictionaries that the worker has so far.
  init(
    asOf: CalendarDay, allowsSyntheticNINumbers: Bool, defaultOrganisation: ODSCode,
    texts: consuming TextDictionary, emails: consuming GatheredTexts,
    references: consuming GatheredTexts
  ) {
    self.asOf = asOf
    self.allowsSyntheticNINumbers = allowsSyntheticNINumbers
    self.defaultOrganisation = defaultOrganisation
    self.texts = texts
    self.emails = emails
    self.references = references
  }

  /// Forgets the faults of the current row.
  mutating func forgetRow() {
    if !faults.isEmpty { faults.removeAll { $0.row == row } }
  }

  /// The faults so far, which are forgotten.
  mutating func takeFaults() -> [Fault] {
    defer { faults = [] }
    return faults
  }

  /// Notes a cell of the current row that could not be read.
  mutating func fault(_ column: ColumnName) { faults.append(Fault(row: row, column: column)) }

  /// The code of a text.
  mutating func text(_ cell: Span<UInt8>) -> TextCode {
    cell.isEmpty ? .empty : texts.code(of: cell)
  }

  /// The code of a passport reference.
  mutating func reference(_ cell: Span<UInt8>) -> TextCode {
    cell.isEmpty ? .empty : references.append(cell)
  }

  /// A code that must be there: the row's own organisation.
  mutating func ownOrganisation(_ cell: Span<UInt8>) throws(RowRejection) -> ODSCode {
    if let code = ODSCode(cell) { return code }
    if !defaultOrganisation.isMissing {
      if !cell.isEmpty { fault(.organisationCode) }
      return defaultOrganisation
    }
    throw RowRejection(cell.isEmpty ? .organisationMissing : .codeInvalid)
  }

  /// A code that may be missing.
  mutating func code(_ cell: Span<UInt8>, _ column: ColumnName) -> ODSCode {
    if cell.isEmpty { return .missing }
    if let code = ODSCode(cell) { return code }
    fault(column)
    return .missing
  }

  /// The organisation of a list entry, which the block's `organisation:` fills.
  mutating func entryOrganisation(_ cell: Span<UInt8>) -> ODSCode {
    let code = code(cell, .organisationCode)
    return code.isMissing ? defaultOrganisation : code
  }

  /// An employee number that must be there.
  func ownNumber(_ cell: Span<UInt8>) throws(RowRejection) -> EmployeeNumber {
    if cell.isEmpty { throw RowRejection(.employeeNumberMissing) }
    guard let number = EmployeeNumber(cell) else { throw RowRejection(.employeeNumberInvalid) }
    return number
  }

  /// An employee number that may be missing.
  mutating func number(_ cell: Span<UInt8>, _ column: ColumnName) -> EmployeeNumber {
    if cell.isEmpty { return .missing }
    if let number = EmployeeNumber(cell) { return number }
    fault(column)
    return .missing
  }

  mutating func niNumber(_ cell: Span<UInt8>) -> NINumber {
    if cell.isEmpty { return .missing }
    if let number = NINumber(cell, allowsSynthetic: allowsSyntheticNINumbers) { return number }
    fault(.niNumber)
    return .missing
  }

  mutating func email(_ cell: Span<UInt8>, _ column: ColumnName = .workEmail) -> TextCode {
    if cell.isEmpty { return .empty }
    if EmailAddress.isPlain(cell) { return emails.append(cell) }
    if let address = EmailAddress.read(cell) { return emails.append(address.span) }
    fault(column)
    return .empty
  }

  mutating func day(
    _ cell: Span<UInt8>, _ column: ColumnName, _ century: DateText.Century = .otherDate
  ) -> CalendarDay {
    if cell.isEmpty { return .missing }
    switch DateText.read(cell, century: century, asOf: asOf) {
    case .day(let day): return day
    case .missing: return .missing
    case .unreadable:
      fault(column)
      return .missing
    }
  }

  /// A birth date that only helps to find a person: unreadable is missing, and no one's fault.
  func quietBirthDate(_ cell: Span<UInt8>) -> CalendarDay {
    guard case .day(let day) = DateText.read(cell, century: .birthDate, asOf: asOf) else {
      return .missing
    }
    return day
  }

  /// Whether the cell says yes.
  mutating func isYes(_ cell: Span<UInt8>, _ column: ColumnName) -> Bool {
    switch YesNo.read(cell) {
    case .yes: return true
    case .no, .missing: return false
    case .unreadable:
      fault(column)
      return false
    }
  }
}

/// Why a row is not accepted, thrown within the reading of one row only.
struct RowRejection: Error, Equatable {
  let reason: RejectReason

  init(_ reason: RejectReason) { self.reason = reason }
}
