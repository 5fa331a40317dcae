import Records
import Vocabulary

/// A file, or files that belong together, opened and understood so far that rows can be had.
///
/// One for each kind of content: what it reads the rows with depends on the source alone.
protocol RowSource {
  /// Reads all rows with the reader of their source; `account` is that of the (first) file.
  func read<Reader: RowReader>(
    _ reader: Reader, _ cells: consuming RowCells, _ values: inout CellValues,
    _ account: InputAccount
  ) throws(IngestFailure) -> FileTables
}

extension RowSource {
  /// Reads all rows for the source of `account`.
  func read(
    _ cells: consuming RowCells, _ values: inout CellValues, _ account: InputAccount
  ) throws(IngestFailure) -> FileTables {
    switch account.source {
    case .staff: try read(StaffReader(cells), cells, &values, account)
    case .competences: try read(CompetenceReader(cells), cells, &values, account)
    case .passports: try read(ListReader(cells, .passports), cells, &values, account)
    case .network: try read(ListReader(cells, .network), cells, &values, account)
    case .organisations: try read(OrganisationReader(cells), cells, &values, account)
    case .footprints: try read(FootprintReader(cells), cells, &values, account)
    case .accessCodes: try read(AccessCodeReader(cells), cells, &values, account)
    case .decisions: try read(DecisionReader(cells), cells, &values, account)
    }
  }
}
