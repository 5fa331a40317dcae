import Columns
package import Records
package import Vocabulary

/// How one file is read for one source: its header, what became of its rows, and a few of them.
package struct InspectedFile: Sendable {
  /// One heading and what it became.
  package struct Heading: Sendable {
    /// The heading as it stands.
    package let text: String
    /// The column that it names; nil for one that is not read.
    package let column: ColumnName?
  }

  /// An accepted row: cells of the columns that are read, white space and spreadsheet marks out.
  package struct Sample: Sendable {
    /// The line, or the sheet's row number.
    package let line: Int
    /// The cells in the contract's order of columns, as text.
    package let cells: [(column: ColumnName, text: String)]
  }

  /// The counts, encodings, layout, sheets and warnings.
  package var account: InputAccount
  /// The byte between fields; nil for a sheet.
  package var delimiter: UInt8?
  /// The line or row of the header; 0 where the file has none and needs none.
  package var headerLine = 0
  /// The headings in their order.
  package var headings: [Heading] = []
  /// How many rows were rejected for each reason that occurred, in the contract's order.
  package var rejects: [(reason: RejectReason, count: Int)] = []
  /// How many cells of each column could not be read.
  package var faults: [(column: ColumnName, count: Int)] = []
  /// The first accepted rows.
  package var samples: [Sample] = []

  init(_ account: InputAccount) { self.account = account }

  /// Columns of the source that no heading names.
  package var absent: [ColumnName] {
    let found = Set(headings.compactMap(\.column))
    return Layouts.layout(of: account.source).columns.filter { !found.contains($0) }
  }
}

/// The first rows of a file, cut into cells: for someone who looks for its headings.
package struct FirstRow: Sendable {
  /// The line, or the sheet's row number.
  package let line: Int
  /// The cells as they stand.
  package let cells: [String]
}

/// Keeps the first accepted rows of a file while it is read.
final class RowSamples {
  /// How many rows are kept.
  static let limit = 5

  private(set) var all: [InspectedFile.Sample] = []
  private let slots: [(column: ColumnName, slot: Slot)]

  init(_ cells: borrowing RowCells, _ source: Source) {
    var slots: [(column: ColumnName, slot: Slot)] = []
    for column in Layouts.layout(of: source).columns where cells.has(column) {
      slots.append((column, cells.slot(column)))
    }
    self.slots = slots
  }

  /// Keeps the row that `cells` hold, if there is room.
  func take(_ cells: borrowing RowCells, line: Int) {
    guard all.count < Self.limit else { return }
    var texts: [(column: ColumnName, text: String)] = []
    for (column, slot) in slots { texts.append((column, UTF8Text.string(cells[slot]))) }
    all.append(InspectedFile.Sample(line: line, cells: texts))
  }
}

/// A reader of rows that keeps the first ones it has accepted.
struct SampledReader<Reader: RowReader>: RowReader {
  let reader: Reader
  let samples: RowSamples

  func read(
    _ cells: borrowing RowCells, at row: SourceRow, _ values: inout CellValues,
    into tables: inout FileTables
  ) throws(RowRejection) {
    try reader.read(cells, at: row, &values, into: &tables)
    samples.take(cells, line: row.line)
  }

  static var hasColumns: Bool { Reader.hasColumns }

  func readColumns(
    _ cells: borrowing CellTable, _ values: inout CellValues, into tables: inout FileTables
  ) {
    reader.readColumns(cells, &values, into: &tables)
  }

  func subject(
    of tables: borrowing FileTables, _ values: borrowing CellValues, before: Int
  ) -> (ODSCode, EmployeeNumber) {
    reader.subject(of: tables, values, before: before)
  }
}

extension RowSource {
  /// Reads all rows for the source of `account` and keeps the first in `samples`.
  func read(
    _ cells: consuming RowCells, _ values: inout CellValues, _ account: InputAccount,
    _ samples: RowSamples
  ) throws(IngestFailure) -> FileTables {
    func read(
      _ reader: some RowReader, _ cells: consuming RowCells
    ) throws(IngestFailure) -> FileTables {
      try self.read(SampledReader(reader: reader, samples: samples), cells, &values, account)
    }
    return switch account.source {
    case .staff: try read(StaffReader(cells), cells)
    case .competences: try read(CompetenceReader(cells), cells)
    case .passports: try read(ListReader(cells, .passports), cells)
    case .network: try read(ListReader(cells, .network), cells)
    case .organisations: try read(OrganisationReader(cells), cells)
    case .footprints: try read(FootprintReader(cells), cells)
    case .accessCodes: try read(AccessCodeReader(cells), cells)
    case .decisions: try read(DecisionReader(cells), cells)
    }
  }
}
