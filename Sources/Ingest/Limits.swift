/// The bounds that keep one hostile or broken file from taking the machine with it.
enum Limits {
  /// Columns of a file; the widest ESR report seen has about 120.
  static let columns = 4096
  /// Bytes of one input file: 16 GiB, above any extract of all of the United Kingdom.
  static let fileBytes = 16 << 30
  /// Bytes of a row that `rejects.csv` repeats; a longer one is cut.
  static let rejectBytes = 65_536
}
