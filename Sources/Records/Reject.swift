package import Vocabulary

/// A row that was not accepted: one line of `rejects.csv`.
package struct Reject: Sendable {
  /// The source it was read for.
  package var source: Source
  /// Where it stands.
  package var row: SourceRow
  /// The first reason that applies.
  package var reason: RejectReason
  /// What is wrong, in words, without a personal value.
  package var detail: String
  /// The row as it stood, cells of columns that no one asked for left empty (contract section 8).
  package var raw: [UInt8]

  /// Makes a reject.
  package init(
    source: Source, row: SourceRow, reason: RejectReason, detail: String, raw: [UInt8]
  ) {
    self.source = source
    self.row = row
    self.reason = reason
    self.detail = detail
    self.raw = raw
  }
}

/// A cell of an accepted row that holds text of the wrong kind, and so counts as missing.
package struct CellFault: Sendable {
  /// The source of the row.
  package var source: Source
  /// Where the row stands.
  package var row: SourceRow
  /// The column, by its canonical name.
  package var column: ColumnName
  /// For staff and competence rows: the organisation of the employee that the row is about.
  package var organisation: ODSCode
  /// For staff and competence rows: the employee's number.
  package var number: EmployeeNumber

  /// Makes a fault.
  package init(
    source: Source, row: SourceRow, column: ColumnName, organisation: ODSCode = .missing,
    number: EmployeeNumber = .missing
  ) {
    self.source = source
    self.row = row
    self.column = column
    self.organisation = organisation
    self.number = number
  }
}
