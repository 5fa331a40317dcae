/// The bounds that keep one hostile or broken file from taking the machine with it.
enum Limits {
  /// Headings that a message repeats; the widest ESR report seen has about 120.
  static let shownHeadings = 200
  /// Bytes of a heading; a longer one is none that is known, be it a file of zeros.
  static let headingBytes = 65_536
  /// Bytes of one input file: 16 GiB, above any extract of all of the United Kingdom.
  static let fileBytes = 16 << 30
  /// Rows of all files, and records of one employer's ESR files: a hundred times the staff of the
  /// NHS.
  ///
  /// Employees, entries, findings and texts have numbers of 32 bits, and a row makes about eight of
  /// each at most.
  static let rows = 1 << 28
  /// Bytes of a row of text: cells have places of 32 bits, and those of a row of Windows-1252,
  /// which are copied behind the first 1 GiB of them, may take thrice its bytes in UTF-8.
  static let rowBytes = 1 << 29
  /// Bytes of a row that `rejects.csv` repeats; a longer one is cut.
  static let rejectBytes = 65_536
}
