package import Vocabulary

/// How files of one producer are laid out where the contract's own headings do not fit: data.
///
/// The files in `Pipelines/layouts` are read into this; a new layout needs no code.
package struct SourceLayout: Sendable, Equatable {
  /// The name that `layout:` of a block and the manifest give it: letters, digits, hyphens.
  package var name = ""
  /// The source whose files it reads.
  package var source = Source.staff
  /// What it is for, one sentence.
  package var description = ""
  /// Further headings by column; they win over what the contract makes of the same heading.
  package var headings: [ColumnName: [String]] = [:]
  /// What stands in the empty cells of a column, or in all if the file does not have it.
  package var constants: [ColumnName: String] = [:]
  /// Texts as they come and as the contract knows them, by column; compared as fixed words are.
  package var values: [ColumnName: [String: String]] = [:]
  /// Rows whose first filled cell is one of these texts are no rows: totals and end lines.
  ///
  /// A `*` at the end stands for anything.
  package var skipRows: [String] = []
  /// The same for texts that a report without rows has in place of its headings, or behind them.
  package var emptyReport: [String] = []
  /// SHA-256 of the file that it was read from, 64 hexadecimal digits.
  package var sha256 = ""

  /// Makes a layout that says nothing yet.
  package init() {}
}
