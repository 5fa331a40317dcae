import Columns
import Records
import Vocabulary

/// How a file is laid out: its delimiter, where its rows begin, which field is which column.
struct FileLayout: Sendable {
  /// The byte between fields.
  var delimiter: UInt8
  /// The column of each field; nil for a column that no one asked for.
  var columns: [ColumnName?]
  /// Places in `columns` of what only the probabilistic method asked for.
  var linkagePlaces: Set<Int> = []
  /// How many fields a row must have: trailing empty headings do not count.
  var fieldCount: Int
  /// Offset of the first byte behind the header.
  var position: Int
  /// Physical line of that byte, from 1.
  var line: Int
  /// The headings as they stand, and their physical line; empty and 0 where there are none.
  var headings: [String] = []
  var headerLine = 0
  /// The layout file that it follows beside the contract; nil where there is none.
  var layoutFile: SourceLayout?
  /// The rows that are none; nil where every row counts.
  var skippedRows: SkippedRows?

  /// Whether it is a report without headings that says that it has no rows.
  var isEmptyReport = false

  /// About how many rows `text` has, rather too many than too few, by its first 16 KiB.
  func rowEstimate(in text: PaddedBytes) -> Int {
    let size = 16_384
    let sample = min(position, text.count)..<min(position + size, text.count)
    let lines = text.lineEndCount(sample) + 1
    if sample.count < size { return lines }
    // As if these lines stood in fewer bytes: a tenth more than at their own density.
    return (text.count - position) * lines / 15_000
  }
}

extension FileLayout {
  /// The layout of a report that has no rows, whose text ends at `position`.
  init(emptyReport layout: SourceLayout, position: Int) {
    self.init(delimiter: 0x2C, columns: [], fieldCount: 0, position: position, line: 1)
    layoutFile = layout
    isEmptyReport = true
  }
}

extension InputAccount {
  /// Enters the columns of the file, or of a further sheet.
  mutating func noteColumns(_ fileLayout: FileLayout) {
    let found = Set(columns + fileLayout.columns.compactMap(\.self))
    columns = ColumnName.allCases.filter(found.contains)
  }

  /// Enters which columns the file has and which layout reads it.
  mutating func note(_ fileLayout: FileLayout) {
    noteColumns(fileLayout)
    guard let layoutFile = fileLayout.layoutFile else { return }
    layout = layoutFile.name
    layoutSHA256 = layoutFile.sha256
    if fileLayout.isEmptyReport { warnings.append("the report says that it has no rows") }
  }
}

/// Finds the header of a delimited file (contract section 1).
///
/// The header is the first of the first 20 physical lines that holds every required column under
/// some delimiter; of its delimiters the one with most known columns, then most fields, then in the
/// order `,` `;` TAB `|` `~`.
struct HeaderFinder {
  /// The delimiters in the order of preference.
  static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C, 0x7E]

  let layout: Layout
  /// Whether the pipeline file's `organisation:` stands in for the column.
  let organisationGiven: Bool
  /// Whether columns are read that only the probabilistic method asks for; they never decide which
  /// line is the header.
  var readsLinkageColumns = false

  /// The layout of `text`.
  func find(in text: borrowing PaddedBytes) throws(UnusableHeader) -> FileLayout {
    var choice = HeaderChoice(layout, organisationGiven: organisationGiven)
    var lines = RecordScanner(delimiter: 0)
    for number in 1...HeaderChoice.rowLimit {
      guard lines.position < text.count else { break }
      let position = lines.position
      var best: Candidate?
      for delimiter in Self.delimiters {
        let candidate = Candidate(text, delimiter, position, number, layout)
        guard choice.isHeader(candidate.row) else { continue }
        if best.map({ candidate.row.isBetter(than: $0.row) }) ?? true { best = candidate }
      }
      if let best {
        if best.surplusCount > 0 { throw UnusableHeader(surplusCount: best.surplusCount) }
        return best.row.fileLayout(
          layout, delimiter: best.delimiter, headerLine: number, position: best.position,
          line: best.line, readsLinkageColumns: readsLinkageColumns)
      }
      Self.skipPhysicalLine(&lines, text)
    }
    if layout.source == .organisations, choice.fullestCount == 0, let ods = odsLayout(text) {
      return ods
    }
    var failure = choice.failure
    failure.isFileEmpty = WhiteSpace.trimmedRange(of: text.span).isEmpty
    throw failure
  }

  /// The first filled cell of each physical line that is looked at, under each delimiter.
  static func firstCells(of text: borrowing PaddedBytes) -> [[UInt8]] {
    var cells: [[UInt8]] = []
    var lines = RecordScanner(delimiter: 0)
    for number in 1...HeaderChoice.rowLimit where lines.position < text.count {
      for delimiter in delimiters {
        var scanner = RecordScanner(delimiter: delimiter, position: lines.position, line: number)
        _ = scanner.next(in: text)
        guard let cell = FirstCellTexts.firstFilled(scanner.fields, of: text.span) else { continue }
        cells.append(cell.prefix(Limits.headingBytes).map { text.span[$0] })
      }
      skipPhysicalLine(&lines, text)
    }
    return cells
  }

  /// Moves past one physical line, whatever quotes it holds.
  private static func skipPhysicalLine(
    _ lines: inout RecordScanner, _ text: borrowing PaddedBytes
  ) {
    let span = text.span
    var position = lines.position
    while position < span.count, span[position] != 0x0A, span[position] != 0x0D { position += 1 }
    if position + 1 < span.count, span[position] == 0x0D, span[position + 1] == 0x0A {
      position += 1
    }
    lines = RecordScanner(delimiter: 0, position: position + 1, line: lines.line + 1)
  }

  private func odsLayout(_ text: borrowing PaddedBytes) -> FileLayout? {
    var scanner = RecordScanner(delimiter: 0x2C)
    repeat {
      guard scanner.next(in: text) else { return nil }
    } while scanner.isBlank
    guard scanner.fieldCount == ODSTrustsFile.fieldCount else { return nil }
    return FileLayout(
      delimiter: 0x2C, columns: (0..<ODSTrustsFile.fieldCount).map { ODSTrustsFile.columns[$0] },
      fieldCount: ODSTrustsFile.fieldCount, position: 0, line: 1)
  }

  /// One line read under one delimiter.
  private struct Candidate {
    let delimiter: UInt8
    var row = HeadingRow()
    let position: Int
    let line: Int
    /// How many columns there are that are not looked at.
    let surplusCount: Int

    init(
      _ text: borrowing PaddedBytes, _ delimiter: UInt8, _ position: Int, _ line: Int,
      _ layout: Layout
    ) {
      self.delimiter = delimiter
      var scanner = RecordScanner(delimiter: delimiter, position: position, line: line)
      _ = scanner.next(in: text)
      self.position = scanner.position
      self.line = scanner.line
      surplusCount = scanner.surplusCount
      guard scanner.unclosedQuoteLine == nil else { return }
      // A line of zeros is as long as its file, and nothing of it is asked for.
      let isUTF8 =
        scanner.fields.contains { $0.end - $0.start <= Limits.headingBytes }
        && TextEncoding.isUTF8(text.span.extracting(scanner.start..<scanner.end))
      for field in scanner.fields {
        let bytes = text.span.extracting(field.start..<field.end)
        row.append(Self.heading(bytes, isUTF8: isUTF8) ?? "\u{FFFD}", layout)
      }
    }

    /// A heading as it stands; nil for bytes that are no text, and for so many of them that they
    /// are no heading that is known.
    private static func heading(_ bytes: Span<UInt8>, isUTF8: Bool) -> String? {
      if bytes.count > Limits.headingBytes { return nil }
      if isUTF8 { return UTF8Text.string(bytes) }
      return TextEncoding.utf8(ofWindows1252: bytes).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
