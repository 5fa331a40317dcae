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
  /// Accepted rows that are still to be put into columns.
  private var pending: CellTable
  private var pendingRows: [SourceRow] = []

  init(_ reader: Reader, _ cells: borrowing RowCells, _ account: InputAccount) {
    self.reader = reader
    self.account = account
    pending = cells.table()
  }

  /// Reads the row that `cells` hold; gives nil if it is accepted, or why it is not.
  ///
  /// The caller counts the row as read before, and gives a rejection to ``reject(_:at:lines:)``.
  @inline(__always)
  mutating func take(
    _ cells: borrowing RowCells, at row: SourceRow, _ values: inout CellValues
  ) -> RejectReason? {
    values.row = pendingRows.count
    do throws(RowRejection) {
      try reader.read(cells, at: row, &values, into: &tables)
    } catch {
      values.forgetRow()
      return error.reason
    }
    account.accepted += 1
    if !Reader.hasColumns {
      if !values.faults.isEmpty { noteFaults([row], &values) }
      return nil
    }
    pendingRows.append(row)
    cells.append(to: &pending)
    if pending.isFull { putIntoColumns(&values) }
    return nil
  }

  private mutating func putIntoColumns(_ values: inout CellValues) {
    reader.readColumns(pending, &values, into: &tables)
    if !values.faults.isEmpty { noteFaults(pendingRows, &values) }
    pending.removeAll()
    pendingRows.removeAll(keepingCapacity: true)
  }

  /// Enters the faults of the last rows of the table, in order of rows.
  private mutating func noteFaults(_ rows: [SourceRow], _ values: inout CellValues) {
    let faults = values.takeFaults()
    for row in rows.indices {
      for fault in faults where fault.row == row {
        let (organisation, number) = reader.subject(
          of: tables, values, before: rows.count - row)
        tables.faults.append(
          CellFault(
            source: account.source, row: rows[row], column: fault.column,
            organisation: organisation, number: number))
      }
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
  ///
  /// Not consuming: that would be a copy, and so would be what it still adds to the columns.
  mutating func finish(_ values: inout CellValues) -> FileTables {
    putIntoColumns(&values)
    if account.layout != nil, account.rowsRead == 0, account.warnings.isEmpty {
      account.warnings.append("the report has no rows")
    }
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
