package import Vocabulary

/// What became of one input file: its identity and its row balance.
package struct InputAccount: Sendable {
  /// The source it was read for.
  package var source: Source
  /// Its path relative to the input folder, as findings and rejects name it.
  package var path: String
  /// The newer full file that was read in its place; then no row of it was read.
  package var supersededBy: String?
  /// What the number in its trailer counts, for files that have one.
  package var trailerCounts: String?
  /// Its size in bytes.
  package var byteCount = 0
  /// When it was last changed, seconds since 1970-01-01 UTC; for the guard, never in an output.
  package var modifiedSeconds = 0
  /// SHA-256 of its bytes, 64 hexadecimal digits.
  package var sha256 = ""
  /// The encodings its rows had, by the names the manifest uses, sorted.
  package var encodings: [String] = []
  /// Rows behind the header, blank lines apart.
  package var rowsRead = 0
  /// Rows taken in.
  package var accepted = 0
  /// Rows in `rejects.csv`.
  package var rejected = 0
  /// The physical lines that rejected rows span, which the guard counts.
  package var rejectedLines = 0
  /// Lines without any character.
  package var blank = 0
  /// Rows that are none: totals and end lines that its layout names, records no source needs.
  package var skipped = 0
  /// The layout that read it; nil where the contract's own headings did.
  package var layout: String?
  /// SHA-256 of that layout's file, 64 hexadecimal digits; empty where there is no such layout.
  package var layoutSHA256 = ""
  /// The columns that were read of it, in the order of ``ColumnName``; empty for interface files.
  package var columns: [ColumnName] = []
  /// The sheets that were read of a workbook.
  package var sheets: [String] = []
  /// What whoever runs it should know, a clause each without a personal value.
  package var warnings: [String] = []
  /// Whether it has the bytes of an earlier file of its source and was skipped.
  package var isDuplicate = false

  /// An account of a file that has not been read yet.
  package init(source: Source, path: String) {
    self.source = source
    self.path = path
  }

  /// The account of the same file read as a duplicate: its identity and no row.
  package var asDuplicate: InputAccount {
    var account = InputAccount(source: source, path: path)
    account.byteCount = byteCount
    account.modifiedSeconds = modifiedSeconds
    account.sha256 = sha256
    account.encodings = encodings
    account.sheets = sheets
    account.layout = layout
    account.layoutSHA256 = layoutSHA256
    account.isDuplicate = true
    return account
  }

  /// Rows read = accepted + rejected; else a defect ends the run (contract section 1).
  package var balances: Bool { rowsRead == accepted + rejected }
}
