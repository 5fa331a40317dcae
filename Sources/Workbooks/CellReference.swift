/// Where a cell is, as `AB12` says it.
enum CellReference {
  /// The column from 0 of a reference that ends with 0; nil where it is none.
  ///
  /// Columns go up to XFD, the 16,384th. The row is passed over: the row's own number counts.
  static func column(_ text: UnsafePointer<UInt8>) -> Int? {
    var index = 0
    var column = 0
    // Safe: the text ends with 0, which is no letter.
    while case let letter = unsafe text[index] | 0x20, (0x61...0x7A).contains(letter) {
      column = column * 26 + Int(letter) - 0x60
      index += 1
      if column > WorkbookLimits.columns { return nil }
    }
    return index == 0 ? nil : column - 1
  }

  /// The row's number from 1 that digits ending with 0 say; nil where they say none.
  static func row(_ text: UnsafePointer<UInt8>) -> Int? {
    var index = 0
    var row = 0
    // Safe: the text ends with 0, which is no digit.
    while unsafe text[index] != 0 {
      let digit = unsafe text[index] &- 0x30
      guard digit < 10 else { return nil }
      row = row * 10 + Int(digit)
      index += 1
      if row > WorkbookLimits.rows { return nil }
    }
    return row == 0 ? nil : row
  }

  /// The column from 0 and the rows of a region such as `A1:B5`; nil where it is none.
  static func region(_ text: String) -> (column: Int, rows: ClosedRange<Int>)? {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false).map(cell)
    guard let first = corners.first ?? nil, let last = corners.last ?? nil, corners.count <= 2,
      first.row <= last.row, first.column <= last.column
    else { return nil }
    return (first.column, first.row...last.row)
  }

  private static func cell(_ text: Substring) -> (column: Int, row: Int)? {
    let text = text.filter { $0 != "$" }
    let bytes = Array(text.utf8) + [0]
    let letters = bytes.prefix { (0x61...0x7A).contains($0 | 0x20) }.count
    // Safe: the array ends with 0 and lives through the calls.
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress, let column = unsafe column(start),
        let row = unsafe row(start + letters)
      else { return nil }
      return (column, row)
    }
  }
}
