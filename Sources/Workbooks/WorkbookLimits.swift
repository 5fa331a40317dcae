/// The bounds that keep one hostile or broken workbook from taking the machine with it.
///
/// What a workbook costs follows from what is unpacked of it, so that is bounded, and what is kept.
enum WorkbookLimits {
  /// Parts of the archive; a workbook has a few for each sheet, drawing and picture.
  static let parts = 20_000
  /// Unpacked bytes for each packed one, in one part.
  ///
  /// Deflate reaches 1,032. Sheets are repetitive, but row and cell numbers differ: 10 to 40 is
  /// usual, and the most that could be made of a real one, all cells alike in style, is below 150.
  static let ratio = 200
  /// Unpacked bytes of a part up to which the ratio does not matter.
  static let freeBytes = 4 << 20
  /// Unpacked bytes of all parts that one reading takes: the largest sheet there can be, 1,048,576
  /// rows, with 100 filled columns.
  static let unpackedBytes = 4 << 30
  /// Bytes kept of a sheet, as text and as places of cells, for each byte of the file.
  ///
  /// A cell that is kept takes 6 bytes beside its text, and at least half a byte in the file.
  static let keptRatio = 32
  /// Bytes kept of a sheet up to which that ratio does not matter.
  static let freeKeptBytes = 256 << 20
  /// Bytes of text of a sheet: offsets have 32 bits.
  static let textBytes = Int(UInt32.max) - 1
  /// Bytes of one piece of markup: the longest, the list of cells that a format is for, has some
  /// hundred thousand.
  static let markupBytes = 4 << 20
  /// How deep elements are nested; what is read of a workbook needs 7.
  static let depth = 256
  /// Columns of a sheet: the format's own bound.
  static let columns = 16_384
  /// Rows of a sheet: the format's own bound.
  static let rows = 1_048_576
  /// Sheets of a workbook that are listed; Excel's own bound is memory.
  static let sheets = 10_000
  /// Cell formats that are kept; Excel knows 65,490.
  static let formats = 65_536
}
