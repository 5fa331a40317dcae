import Columns
import Records
import Vocabulary
import Workbooks

/// Reads the rows of one sheet: cells padded to the header's width, lines numbered as the sheet is.
struct SheetReader: RowSource {
  /// The file's number in reading order.
  let fileNumber: Int
  let sheet: FittingSheet
  /// Whether the file's other sheets are read too, so that a reject must say which one it is of.
  let isOneOfSeveral: Bool

  /// The tables of the sheet.
  ///
  /// A row without anything under the headings is blank; such rows at the end are not counted.
  func read<Reader: RowReader>(
    _ reader: Reader, _ cells: consuming RowCells, _ values: inout CellValues,
    _ account: InputAccount
  ) throws(IngestFailure) -> FileTables {
    let table = sheet.table
    let layout = sheet.layout
    var intake = RowIntake(reader, account)
    intake.tables.reserve(table.rowCount, for: account.source)
    var fields: [Field] = []
    var lastNumber = layout.line - 1
    for index in 0..<table.rowCount where table.rowNumber(index) >= layout.line {
      let number = table.rowNumber(index)
      table.fill(&fields, row: index)
      let surplus = fields.count - layout.fieldCount
      if surplus > 0 { fields.removeLast(surplus) }
      if FirstCellTexts.firstFilled(fields, of: table.text.span) == nil { continue }
      intake.account.blank += number - lastNumber - 1
      lastNumber = number
      while fields.count < layout.fieldCount {
        fields.append(Field(start: 0, end: 0, hasDoubledQuotes: false))
      }
      if layout.skippedRows?.contains(fields, of: table.text.span) == true {
        intake.account.skipped += 1
        continue
      }
      intake.account.rowsRead += 1
      let row = SourceRow(file: fileNumber, line: number)
      cells.take(fields.span)
      if let reason = intake.take(&cells, at: row, &values) {
        var problem = RowProblem(reason, raw: RawRow.text(fields, of: table.text, layout))
        if isOneOfSeveral { problem.detail += "; sheet \(FileText.quoted(sheet.name))" }
        intake.reject(problem, at: row, lines: 1)
      }
    }
    return intake.finish(&cells, &values)
  }
}

/// A sheet in which a header was found.
struct FittingSheet: Sendable {
  let name: String
  let table: SheetTable
  let layout: FileLayout
  /// The sheets behind it that have the columns too and are not read.
  var unread: [String] = []
}

extension InputAccount {
  /// Enters a warning that sheets which have the columns too were not read.
  mutating func note(unread sheets: [String], beside name: String) {
    if sheets.isEmpty { return }
    let shown =
      sheets.prefix(5).map(FileText.quoted).joined(separator: ", ")
      + (sheets.count > 5 ? " and \(sheets.count - 5) more" : "")
    warnings.append(
      "only its sheet \(FileText.quoted(name)) is read, though \(shown) "
        + "\(sheets.count == 1 ? "has" : "have") the columns too; name the one to read with sheet: "
        + "in the pipeline file, or save each as a file of its own")
  }
}

extension FileTables {
  /// Adds the rows of a further sheet of the same file.
  mutating func append(sheet other: FileTables) {
    for (index, account) in other.accounts.enumerated() { accounts[index].add(account) }
    decisions += other.decisions
    rejects += other.rejects
    faults += other.faults
  }
}

extension InputAccount {
  /// Adds the rows of a further part of the same file.
  mutating func add(_ part: InputAccount) {
    rowsRead += part.rowsRead
    accepted += part.accepted
    rejected += part.rejected
    rejectedLines += part.rejectedLines
    blank += part.blank
    skipped += part.skipped
  }
}
