import Columns
import Vocabulary

/// Why a file has no header that can be used: no row is one, or the one there is is too wide.
struct UnusableHeader: Error, Equatable {
  /// The source that it was to be read for.
  var source: Source?
  /// The columns that its fullest row lacks; several lists where any one of them would do.
  var missing: [[ColumnName]] = []
  /// The headings of that row that may be shown; empty if no row has a known heading.
  var headings: [String] = []
  /// How many columns that row names.
  var knownCount = 0
  /// How many columns the header, which is there, has beyond those that can be read.
  var surplusCount = 0
  /// Whether there is nothing in the file but white space.
  var isFileEmpty = false

  private var shownHeadings: String {
    let shown = headings.prefix(Limits.shownHeadings).map(FileText.printable)
    let more = headings.count - shown.count
    return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  /// The failure of a file whose first rows were looked at; `rows` is what its rows are called.
  func failure(of path: String, rows: String = "lines") -> IngestFailure {
    if surplusCount > 0 {
      return IngestFailure(
        .unusable, at: path,
        "its header has \(RecordScanner.fieldLimit + surplusCount) columns, and no more than "
          + "\(RecordScanner.fieldLimit) are read",
        remedy: "leave out columns that are not needed")
    }
    let missing = missing.map { $0.map(\.rawValue).joined(separator: ", ") }
      .joined(separator: " or ")
    if isFileEmpty {
      return IngestFailure(
        .unusable, at: path, "the file is empty, so it has no header: missing \(missing)",
        remedy: "get it again from where it comes from, or take it away; a list without entries "
          + "has its headings all the same")
    }
    let row = rows.dropLast()
    let found =
      headings.isEmpty
      ? "no \(row) has a heading that is known"
      : "its fullest \(row) has \(shownHeadings)"
    return IngestFailure(
      .unusable, at: path,
      "no header in its first \(HeaderChoice.rowLimit) \(rows): missing \(missing); \(found)",
      remedy: "give the columns headings that are accepted, add a layout (carer-reconcile inspect"
        + (source.map { " --source \($0.rawValue)" } ?? "") + " proposes one), or take the file "
        + "away")
  }
}
