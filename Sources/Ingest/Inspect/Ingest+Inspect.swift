import Columns
import Records
import Vocabulary
import Workbooks

/// How the first file of a plan is read, for `carer-reconcile inspect`.
extension Ingest {
  /// One sheet of a workbook, as a list of them shows it.
  package struct SheetName: Sendable {
    /// The name on its tab.
    package let name: String
    /// Whether it is hidden.
    package let isHidden: Bool
  }

  /// What the file holds, by its first bytes.
  package var kind: ContentKind { plan.items[0].kind }

  /// Reads the file; of a workbook each sheet that is read, otherwise one.
  package func inspect() throws(IngestFailure) -> [InspectedFile] {
    var buffer: [UInt8] = []
    var account = try opened(into: &buffer)
    guard kind == .workbook || kind == .container else {
      let reader = try textReader(of: buffer, 0, &account)
      var file = try inspected(reader, reader.layout, reader.file.text, account)
      file.delimiter = reader.layout.headings.isEmpty ? nil : reader.layout.delimiter
      return [file]
    }
    var files: [InspectedFile] = []
    for reader in try sheetReaders(of: buffer, 0, &account) {
      var own = account
      own.sheets = [reader.sheet.name]
      files.append(try inspected(reader, reader.sheet.layout, reader.sheet.table.text, own))
    }
    return files
  }

  /// The sheets of a workbook.
  package func sheetNames() throws(IngestFailure) -> [SheetName] {
    var buffer: [UInt8] = []
    let account = try opened(into: &buffer)
    return try workbook(of: buffer, account).sheets.map {
      SheetName(name: $0.name, isHidden: $0.isHidden)
    }
  }

  /// The first rows of the file cut into cells.
  ///
  /// Of a workbook those of the sheet that the block names, else of the first visible one.
  /// A text file is cut by the delimiter that gives most filled cells in one line.
  package func firstRows() throws(IngestFailure) -> [FirstRow] {
    var buffer: [UInt8] = []
    let account = try opened(into: &buffer)
    guard kind == .workbook || kind == .container else {
      return Self.firstRows(of: DecodedFile(buffer, count: account.byteCount).text)
    }
    let workbook = try workbook(of: buffer, account)
    let name = plan.items[0].sheet
    guard let sheet = workbook.sheets.first(where: { $0.name == name ?? $0.name && !$0.isHidden })
    else { return [] }
    do {
      return SheetFinder.firstRows(of: try workbook.read(sheet)).map {
        FirstRow(line: $0.number, cells: $0.cells)
      }
    } catch {
      throw IngestFailure(error, path: account.path)
    }
  }

  func opened(into buffer: inout [UInt8]) throws(IngestFailure) -> InputAccount {
    var account = InputAccount(source: plan.items[0].source, path: plan.items[0].path)
    try load(&account, into: &buffer)
    return account
  }

  private func inspected(
    _ rows: some RowSource, _ layout: FileLayout, _ text: PaddedBytes, _ account: InputAccount
  ) throws(IngestFailure) -> InspectedFile {
    let cells = RowCells(layout: layout, text: text)
    let samples = RowSamples(cells, account.source)
    var values = CellValues(
      asOf: asOf, allowsSyntheticNINumbers: settings.syntheticNINumbers,
      defaultOrganisation: plan.items[0].organisation, texts: TextDictionary(),
      emails: GatheredTexts(), references: GatheredTexts())
    let tables = try rows.read(cells, &values, account, samples)
    var file = InspectedFile(tables.accounts.first ?? account)
    file.headerLine = layout.headerLine
    file.headings = layout.headings.enumerated().map { place, text in
      InspectedFile.Heading(
        text: text, column: place < layout.columns.count ? layout.columns[place] : nil)
    }
    file.rejects = RejectReason.allCases.compactMap { reason in
      let count = tables.rejects.count { $0.reason == reason }
      return count == 0 ? nil : (reason, count)
    }
    file.faults = ColumnName.allCases.compactMap { column in
      let count = tables.faults.count { $0.column == column }
      return count == 0 ? nil : (column, count)
    }
    file.samples = samples.all
    return file
  }

  private static func firstRows(of text: PaddedBytes) -> [FirstRow] {
    var best: (filled: Int, rows: [FirstRow]) = (-1, [])
    for delimiter in HeaderFinder.delimiters {
      var rows: [FirstRow] = []
      var most = 0
      var scanner = RecordScanner(delimiter: delimiter)
      while rows.count < HeaderChoice.rowLimit, scanner.next(in: text) {
        let cells = scanner.fields.map { field in
          UTF8Text.string(
            text.span.extracting(field.start..<min(field.end, field.start + Limits.headingBytes)))
        }
        most = max(most, cells.count { !$0.allSatisfy(\.isWhitespace) })
        rows.append(FirstRow(line: scanner.startLine, cells: cells))
      }
      if most > best.filled { best = (most, rows) }
    }
    return best.rows
  }
}
