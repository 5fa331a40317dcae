import Columns
import Vocabulary

/// What one row of headings names under a layout, whatever kind of file it stands in.
struct HeadingRow: Sendable {
  /// The headings as they stand.
  private(set) var headings: [String] = []
  /// The column of each heading; nil for one that is not known.
  private(set) var columns: [ColumnName?] = []
  /// The columns that are named.
  private(set) var known: Set<ColumnName> = []
  /// How many headings there are but for trailing empty ones.
  private(set) var fieldCount = 0

  /// A row without headings.
  init() {}

  /// Looks up the headings of a row.
  init(_ headings: [String], _ layout: Layout) {
    for heading in headings { append(heading, layout) }
  }

  /// Looks up one heading more.
  mutating func append(_ heading: String, _ layout: Layout) {
    let column = layout.column(headed: Headings.key(heading))
    columns.append(column)
    headings.append(heading)
    if let column { known.insert(column) }
    if !WhiteSpace.trimmedRange(of: heading.utf8.span).isEmpty { fieldCount = columns.count }
  }

  /// Whether it names a column by a heading that no row of data has in a cell.
  ///
  /// Others are words of data too: `carer`, `supervisor`, `reference`, `platform`.
  private var isHeadings: Bool { !known.isDisjoint(with: Self.neverData) }

  private static let neverData: Set<ColumnName> = [
    .organisationCode, .employeeNumber, .assignmentNumber, .firstName, .lastName, .dateOfBirth,
    .niNumber, .workEmail, .startDate, .leavingDate, .agreedDate, .reviewDate, .joinedDate,
    .organisationName, .footprintCode, .validFrom, .validTo, .accessCode, .efcCode,
    .digitalResourceCode, .discrepancyID,
  ]

  /// The headings for a message: in a row that may be one of data only those that are known, which
  /// are no one's.
  var shownHeadings: [String] {
    isHeadings ? headings : zip(headings, columns).filter { $0.1 != nil }.map(\.0)
  }

  /// Whether it names more columns, or as many and has more headings.
  func isBetter(than other: HeadingRow) -> Bool {
    known.count != other.known.count
      ? known.count > other.known.count : columns.count > other.columns.count
  }

  /// The layout of the rows behind it, which begin at byte `position` in physical line `line`.
  ///
  /// `readsLinkageColumns` adds the columns that only the probabilistic method asks for.
  func fileLayout(
    _ layout: Layout, delimiter: UInt8, headerLine: Int, position: Int, line: Int,
    readsLinkageColumns: Bool
  ) -> FileLayout {
    var result = FileLayout(
      delimiter: delimiter, columns: Array(columns.prefix(fieldCount)), fieldCount: fieldCount,
      position: position, line: line)
    result.headings = headings
    result.headerLine = headerLine
    if let layoutFile = layout.layoutFile {
      result.layoutFile = layoutFile
      result.skippedRows = SkippedRows(
        FirstCellTexts(layoutFile.skipRows + layoutFile.emptyReport),
        requiredPlaces: (layout.satisfiedRequirement(known, organisationGiven: true) ?? [])
          .compactMap { columns.firstIndex(of: $0) })
    }
    guard readsLinkageColumns else { return result }
    for place in result.columns.indices where result.columns[place] == nil {
      let column = layout.linkageColumn(headed: Headings.key(headings[place]))
      guard let column else { continue }
      result.columns[place] = column
      result.linkagePlaces.insert(place)
    }
    return result
  }
}

/// Holds rows against the columns that a header must name, and remembers the fullest of them.
struct HeaderChoice {
  /// How many rows of a file are looked at; in text files, physical lines.
  static let rowLimit = 20

  let layout: Layout
  /// Whether the pipeline file's `organisation:` stands in for the column.
  let organisationGiven: Bool
  /// What to say if no row is the header.
  private(set) var failure: UnusableHeader
  /// How many columns the fullest row names.
  private(set) var fullestCount = 0

  init(_ layout: Layout, organisationGiven: Bool) {
    self.layout = layout
    self.organisationGiven = organisationGiven
    failure = UnusableHeader(
      source: layout.source,
      missing: layout.missingColumns([], organisationGiven: organisationGiven))
  }

  /// Whether the row names every column that must be there.
  mutating func isHeader(_ row: HeadingRow) -> Bool {
    if row.known.count > fullestCount {
      fullestCount = row.known.count
      failure = UnusableHeader(
        source: layout.source,
        missing: layout.missingColumns(row.known, organisationGiven: organisationGiven),
        headings: row.shownHeadings, knownCount: row.known.count)
    }
    return layout.satisfiedRequirement(row.known, organisationGiven: organisationGiven) != nil
  }
}
