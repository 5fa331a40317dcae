import Columns
import Vocabulary
import Workbooks

/// Finds the sheets of a workbook that hold a source's rows.
///
/// The block's `sheet:`, else the first visible sheet that has the required columns among its first
/// 20 rows; of decisions all such sheets, as our own workbook has two. Hidden sheets are read only
/// when they are named.
struct SheetFinder {
  let workbook: Workbook
  /// The file's path, for messages.
  let path: String
  let choice: LayoutChoice
  /// The sheet that the block names.
  let sheet: String?
  /// Whether all sheets that fit are read.
  let readsAll: Bool

  /// The sheet read last, so that one that is tried under several layouts is read once.
  private var last: (sheet: Workbook.Sheet, table: SheetTable)?

  init(
    _ workbook: Workbook, path: String, _ choice: LayoutChoice, sheet: String?, readsAll: Bool
  ) {
    self.workbook = workbook
    self.path = path
    self.choice = choice
    self.sheet = sheet
    self.readsAll = readsAll
  }

  /// The sheets to read, at least one.
  ///
  /// - Throws: `unusable`: no such sheet, no header, or a workbook that cannot be read.
  mutating func find() throws(IngestFailure) -> [FittingSheet] {
    let candidates = try candidates()
    var failures: [(sheet: Workbook.Sheet, header: UnusableHeader)] = []
    for layout in choice.candidates {
      var fitting: [FittingSheet] = []
      for candidate in candidates {
        let table = try read(candidate)
        do throws(UnusableHeader) {
          let found = try fileLayout(table, layout)
          var sheet = FittingSheet(name: candidate.name, table: table, layout: found)
          if !readsAll {
            sheet.unread = fittingSheets(behind: candidate, of: candidates, layout)
            return [sheet]
          }
          fitting.append(sheet)
        } catch {
          if layout.layoutFile == nil || choice.candidates.count == 1 {
            failures.append((candidate, error))
          }
        }
      }
      if !fitting.isEmpty { return fitting }
    }
    for candidate in candidates {
      let table = try read(candidate)
      guard let report = choice.emptyReport(among: Self.firstCells(of: table)) else { continue }
      let layout = FileLayout(emptyReport: report, position: 0)
      return [FittingSheet(name: candidate.name, table: table, layout: layout)]
    }
    throw noHeader(failures, candidates)
  }

  /// The names of the sheets behind the one that is read which have the columns too.
  ///
  /// One that cannot be read is none of them: nothing is wanted of it.
  private func fittingSheets(
    behind sheet: Workbook.Sheet, of candidates: [Workbook.Sheet], _ layout: Layout
  ) -> [String] {
    candidates.drop { $0 != sheet }.dropFirst().filter { other in
      do {
        _ = try fileLayout(try workbook.read(other), layout)
        return true
      } catch {
        return false
      }
    }.map(\.name)
  }

  /// The sheets to look at.
  private func candidates() throws(IngestFailure) -> [Workbook.Sheet] {
    guard let sheet else {
      let visible = workbook.sheets.filter { !$0.isHidden }
      if visible.isEmpty {
        throw IngestFailure(
          .unusable, at: path, "no sheet is visible\(listed(workbook.sheets))",
          remedy: "name one with sheet: in the pipeline file, or show it and save the workbook")
      }
      return visible
    }
    let named =
      workbook.sheets.first { $0.name == sheet }
      ?? workbook.sheets.first { Headings.key($0.name) == Headings.key(sheet) }
    guard let named else {
      throw IngestFailure(
        .unusable, at: path, "no sheet \(FileText.quoted(sheet))\(listed(workbook.sheets))",
        remedy: "mend sheet in the pipeline file")
    }
    return [named]
  }

  private mutating func read(_ sheet: Workbook.Sheet) throws(IngestFailure) -> SheetTable {
    if let last, last.sheet == sheet { return last.table }
    last = nil
    do {
      let table = try workbook.read(sheet)
      last = (sheet, table)
      return table
    } catch {
      throw IngestFailure(error, path: path)
    }
  }

  // MARK: - The header

  private func fileLayout(
    _ table: SheetTable, _ layout: Layout
  ) throws(UnusableHeader) -> FileLayout {
    var header = HeaderChoice(layout, organisationGiven: choice.organisationGiven)
    for (number, cells) in Self.firstRows(of: table) {
      let row = HeadingRow(cells, layout)
      guard header.isHeader(row) else { continue }
      return row.fileLayout(
        layout, delimiter: UInt8(ascii: ","), headerLine: number, position: 0, line: number + 1,
        readsLinkageColumns: choice.readsLinkageColumns)
    }
    throw header.failure
  }

  /// The rows that may be the header, with their numbers.
  static func firstRows(of table: SheetTable) -> [(number: Int, cells: [String])] {
    var rows: [(number: Int, cells: [String])] = []
    var fields: [Field] = []
    for index in 0..<table.rowCount {
      let number = table.rowNumber(index)
      if number > HeaderChoice.rowLimit { break }
      table.fill(&fields, row: index)
      rows.append(
        (
          number,
          fields.map { UTF8Text.string(table.text.span.extracting($0.start..<$0.end)) }
        ))
    }
    return rows
  }

  private static func firstCells(of table: SheetTable) -> [[UInt8]] {
    firstRows(of: table).compactMap { row in
      row.cells.lazy.map { Array($0.utf8) }.first { cell in
        !WhiteSpace.trimmedRange(of: cell.span).isEmpty
      }
    }
  }

  // MARK: - Messages

  private func noHeader(
    _ failures: [(sheet: Workbook.Sheet, header: UnusableHeader)], _ looked: [Workbook.Sheet]
  ) -> IngestFailure {
    let fullest = failures.max { $0.header.knownCount < $1.header.knownCount }
    let header = fullest?.header ?? UnusableHeader()
    let name = looked.count == 1 || header.knownCount == 0 ? looked[0].name : fullest?.sheet.name
    var failure = header.failure(
      of: "\(path), sheet \(FileText.quoted(name ?? ""))", rows: "rows")
    if sheet == nil, workbook.sheets.count > 1 {
      failure = IngestFailure(
        .unusable, at: failure.place, failure.problem + listed(workbook.sheets),
        remedy: failure.remedy + ", or name another sheet with sheet: in the pipeline file")
    }
    return failure
  }

  /// The sheets there are, for a message.
  private func listed(_ sheets: [Workbook.Sheet]) -> String {
    if sheets.isEmpty { return "; it has no sheet of cells" }
    let names = sheets.prefix(20).map {
      FileText.quoted($0.name) + ($0.isHidden ? " (hidden)" : "")
    }
    let more = sheets.count > 20 ? " and \(sheets.count - 20) more" : ""
    return "; its sheets are \(names.joined(separator: ", "))\(more)"
  }
}

extension IngestFailure {
  /// The failure that a workbook is, which cannot be read.
  init(_ error: WorkbookError, path: String) {
    self.init(
      .unusable, at: error.place.isEmpty ? path : "\(path), \(error.place)", error.words,
      remedy: error.remedy)
  }
}
