import Columns
import Records
import Vocabulary

/// Takes in the rows of one file: each is accepted or rejected, none is lost.
///
/// A seam: whatever cuts a file into rows (text, a sheet, interface records) fills ``RowCells`` and
/// hands the row over; what is accepted, rejected and counted is the same for all of them.
struct RowIntake<Reader: RowReader> {
  private let reader: Reader
  /// The counts of the file, as far as it has been read.
  var account: InputAccount
  /// The rows and rejects so far.
  var tables = FileTables()

  init(_ reader: Reader, _ account: InputAccount) {
    self.reader = reader
    self.account = account
  }

  /// Reads the row that `cells` hold; gives nil if it is accepted, or why it is not.
  ///
  /// The caller counts the row as read before, and gives a rejection to ``reject(_:at:lines:)``.
  @inline(__always)
  mutating func take(
    _ cells: borrowing RowCells, at row: SourceRow, _ values: inout CellValues
  ) -> RejectReason? {
    values.beginRow()
    do throws(RowRejection) {
      try reader.read(cells, at: row, &values, into: &tables)
    } catch {
      return error.reason
    }
    account.accepted += 1
    if !values.faults.isEmpty { note(values.faults, at: row) }
    return nil
  }

  private mutating func note(_ faults: [ColumnName], at row: SourceRow) {
    let (organisation, number) = reader.subject(of: tables)
    for column in faults {
      tables.faults.append(
        CellFault(
          source: account.source, row: row, column: column, organisation: organisation,
          number: number))
    }
  }

  /// Puts a row that spans `lines` physical lines among the rejects.
  mutating func reject(_ problem: RowProblem, at row: SourceRow, lines: Int) {
    account.rejected += 1
    account.rejectedLines += lines
    tables.rejects.append(
      Reject(
        source: account.source, row: row, reason: problem.reason, detail: problem.detail,
        raw: problem.raw))
  }

  /// The tables of a file that is read, with its account.
  consuming func finish() -> FileTables {
    tables.accounts = [account]
    return tables
  }
}

/// Why a row is not accepted, with what the auditor is told.
struct RowProblem: Error {
  var reason: RejectReason
  var detail: String
  var raw: [UInt8]

  /// A problem of the row as a whole, which is not repeated in `rejects.csv`.
  init(_ reason: RejectReason, detail: String) {
    self.reason = reason
    self.detail = detail
    raw = []
  }

  /// A problem that the source's reader found in the row; `raw` is the row as it stood.
  init(_ reason: RejectReason, raw: [UInt8]) {
    self.reason = reason
    detail = Self.detail(reason)
    self.raw = raw
  }

  /// What is wrong with a row, in words.
  private static func detail(_ reason: RejectReason) -> String {
    switch reason {
    case .quoteMisplaced, .columnCount, .encoding: ""
    case .organisationMissing: "no organisation code"
    case .codeInvalid: "a code that is not 1 to 10 letters and digits, or looks like a formula"
    case .employeeNumberMissing: "no employee number"
    case .employeeNumberInvalid: "an employee number that is not 1 to 10 digits"
    case .nameMissing: "neither a first nor a last name"
    case .identityMissing: "no employee number, NI number, email or last name that could be read"
    case .competenceMissing: "no competence name"
    case .footprintMissing: "no footprint or organisation code"
    case .codeMissing: "no access code"
    case .platformUnknown: "a platform that is neither efc nor digital-resource"
    case .decisionUnknown: "a kind, decision, subject or employee that is not of the words allowed"
    }
  }
}
