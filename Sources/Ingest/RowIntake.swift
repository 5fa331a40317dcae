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
  /// Accepted rows that are still to be put into columns: the first ones that the cells hold.
  private var pending: [SourceRow] = []

  init(_ reader: Reader, _ account: InputAccount) {
    self.reader = reader
    self.account = account
  }

  /// Reads the row that `cells` took last; gives nil if it is accepted, or why it is not.
  ///
  /// The caller counts the row as read before, and gives a rejection to ``reject(_:at:lines:)``.
  mutating func take(
    _ cells: inout RowCells, at row: SourceRow, _ values: inout CellValues
  ) -> RejectReason? {
    cells.row = cells.table.rowCount - 1
    let reason = read(&cells, at: row, &values)
    settle(&cells, &values)
    return reason
  }

  /// Takes the plain rows that begin at `position` of a file's text, and at line `row` of the file;
  /// gives where the others begin.
  ///
  /// `refuse` is told how many of them stand before one that is not accepted.
  @inline(__always)
  mutating func takePlainRows(
    _ cells: inout RowCells, from position: Int, _ delimiter: UInt8, at row: SourceRow,
    _ values: inout CellValues, _ refuse: (inout Self, Int, SourceRow, RejectReason) -> Void
  ) -> (position: Int, rowCount: Int) {
    let next = cells.takePlainRows(from: position, delimiter: delimiter)
    let first = pending.count
    let count = cells.table.rowCount - first
    account.rowsRead += count
    for offset in 0..<count {
      cells.row = first + offset
      let row = SourceRow(file: row.file, line: row.line + offset)
      if let reason = read(&cells, at: row, &values) {
        refuse(&self, offset, row, reason)
      }
    }
    settle(&cells, &values)
    return (next, count)
  }

  /// Reads the row that is chosen in `cells`.
  @inline(__always)
  private mutating func read(
    _ cells: inout RowCells, at row: SourceRow, _ values: inout CellValues
  ) -> RejectReason? {
    values.row = pending.count
    do throws(RowRejection) {
      try reader.read(cells, at: row, &values, into: &tables)
    } catch {
      values.forgetRow()
      return error.reason
    }
    account.accepted += 1
    if Reader.hasColumns {
      if cells.row != pending.count { cells.move(cells.row, to: pending.count) }
      pending.append(row)
    } else if !values.faults.isEmpty {
      noteFaults([row], &values)
    }
    return nil
  }

  /// Forgets the rows that are not accepted, and puts the others into columns where it is time to.
  private mutating func settle(_ cells: inout RowCells, _ values: inout CellValues) {
    cells.truncate(to: pending.count)
    if cells.table.isFull { putIntoColumns(&cells, &values) }
  }

  private mutating func putIntoColumns(_ cells: inout RowCells, _ values: inout CellValues) {
    reader.readColumns(cells.table, &values, into: &tables)
    if !values.faults.isEmpty { noteFaults(pending, &values) }
    cells.truncate(to: 0)
    pending.removeAll(keepingCapacity: true)
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
  mutating func finish(_ cells: inout RowCells, _ values: inout CellValues) -> FileTables {
    putIntoColumns(&cells, &values)
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
    // Spreadsheets save rows that were once filled or coloured as rows of nothing but delimiters.
    let isEmpty = raw.allSatisfy { $0 <= 0x20 || HeaderFinder.delimiters.contains($0) }
    detail =
      Self.detail(reason) + (isEmpty ? "; the row is empty in all columns that are read" : "")
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
    case .decisionUnknown:
      "a kind other than link and discrepancy, a decision other than waive (of links: accept, "
        + "reject), no subject, or a link without an employee"
    }
  }
}
