/// Writes the cells of one sheet, row by row, packing as it goes.
///
/// Cells are typed: text is text, whatever it looks like, so that a spreadsheet neither drops a
/// zero nor runs a formula, and a number or a day is one. Columns have the format of text, so that
/// what is typed into them stays as it was typed. The first row is bold and stays in view, and
/// every column can be filtered.
///
/// A sheet can have 1,048,576 rows: what is more goes on in a further sheet, with the headings
/// again.
package struct SheetWriter: ~Copyable {
  /// How many rows were written, without headings.
  package private(set) var rowCount = 0

  let name: String
  let columns: [SheetColumn]
  private let rowsPerSheet: Int
  /// The sheets that are full.
  private var full: [SheetBody] = []
  private var deflater = Deflater()
  /// Markup that is not packed yet.
  private var pending: [UInt8] = []
  /// The row that is being written, from 1, and its next column, from 0.
  private var row = 1
  private var column = 0
  /// Whether the row's start tag is written.
  private var isRowBegun = false
  /// By column: the most characters that a cell has, as far as a column is made wide.
  private var widths: [Int]

  /// The cell formats, in the order of ``WorkbookWriter``'s table of them.
  enum Format: Int {
    case general, text, day, heading
  }

  /// Begins a sheet with its headings.
  ///
  /// The name has at most 25 characters and none of `[]:*?/\`; rows per sheet are fewer in tests.
  package init(
    name: String, columns: [SheetColumn], rowsPerSheet: Int = 1_048_576
  ) {
    precondition(!columns.isEmpty && columns.count <= 702, "columns have one letter or two")
    self.name = name
    self.columns = columns
    self.rowsPerSheet = rowsPerSheet
    widths = columns.map { $0.heading.utf8.count + 3 }
    writeHeadings()
  }

  // MARK: - Cells

  /// Writes a text cell; an empty text is an empty cell.
  ///
  /// - Precondition: the text is UTF-8.
  package mutating func text(_ text: Span<UInt8>) {
    if text.isEmpty { return empty() }
    cell(text, .text)
  }

  /// Writes a text cell.
  package mutating func text(_ text: String) { self.text(Array(text.utf8).span) }

  /// Whether a text holds digits, a point and a sign only, as a number does.
  package static func isNumber(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
  }

  /// Writes a number by its decimal text.
  ///
  /// - Precondition: ``isNumber(_:)``; of another text spreadsheets say that the file is damaged.
  package mutating func number(_ text: String) {
    precondition(Self.isNumber(text), "a number holds digits, a point and a sign only")
    beginCell(.general)
    pending.append(contentsOf: "><v>".utf8)
    pending.append(contentsOf: text.utf8)
    pending.append(contentsOf: "</v></c>".utf8)
    endCell(width: text.utf8.count)
  }

  /// Writes a day, counted from 1 January 1970, as `YYYY-MM-DD`.
  ///
  /// Days before 1 March 1900, which spreadsheets count differently, are written as `text` says.
  package mutating func day(_ daysSince1970: Int, text: String) {
    let serial = daysSince1970 + 25_569
    guard serial > 60, serial < 2_958_466 else { return self.text(text) }
    beginCell(.day)
    pending.append(contentsOf: "><v>\(serial)</v></c>".utf8)
    endCell(width: 10)
  }

  /// Writes an empty cell.
  package mutating func empty() { column += 1 }

  /// Ends the row.
  package mutating func endRow() {
    precondition(column == columns.count, "every row has a cell for each column")
    beginRow()
    pending.append(contentsOf: "</row>".utf8)
    rowCount += 1
    if pending.count >= 1 << 18 { pack() }
    column = 0
    row += 1
    isRowBegun = false
  }

  private mutating func beginRow() {
    if isRowBegun { return }
    if row > rowsPerSheet {
      let place = column
      endSheet()
      deflater = Deflater()
      writeHeadings()
      column = place
    }
    pending.append(contentsOf: "<row r=\"\(row)\">".utf8)
    isRowBegun = true
  }

  private mutating func beginCell(_ format: Format) {
    precondition(column < columns.count, "a row has no more cells than columns")
    beginRow()
    pending.append(contentsOf: "<c r=\"".utf8)
    Self.append(column: column, to: &pending)
    pending.append(contentsOf: "\(row)\" s=\"\(format.rawValue)\"".utf8)
  }

  private mutating func endCell(width: Int) {
    widths[column] = max(widths[column], width)
    column += 1
  }

  private mutating func cell(_ text: Span<UInt8>, _ format: Format) {
    let text = text.extracting(0..<Self.cut(text))
    beginCell(format)
    pending.append(contentsOf: " t=\"inlineStr\"><is><t".utf8)
    // White space at the ends would be dropped otherwise.
    if text[0] <= 0x20 || text[text.count - 1] <= 0x20 {
      pending.append(contentsOf: " xml:space=\"preserve\"".utf8)
    }
    pending.append(UInt8(ascii: ">"))
    EscapedText.append(text, to: &pending)
    pending.append(contentsOf: "</t></is></c>".utf8)
    endCell(width: text.count)
  }

  /// How many bytes of a text a cell can hold: 32,767 UTF-16 units, whole characters.
  private static func cut(_ text: Span<UInt8>) -> Int {
    if text.count <= 32_767 { return text.count }
    var units = 0
    for index in text.indices where text[index] & 0xC0 != 0x80 {
      units += text[index] >= 0xF0 ? 2 : 1
      if units > 32_767 { return index }
    }
    return text.count
  }

  /// Appends a column's letters.
  static func append(column: Int, to xml: inout [UInt8]) {
    if column >= 26 { xml.append(UInt8(truncatingIfNeeded: column / 26 - 1) + 0x41) }
    xml.append(UInt8(truncatingIfNeeded: column % 26) + 0x41)
  }

  // MARK: - Sheets

  private mutating func writeHeadings() {
    row = 1
    column = 0
    for column in columns { cell(Array(column.heading.utf8).span, .heading) }
    pending.append(contentsOf: "</row>".utf8)
    column = 0
    row = 2
    isRowBegun = false
  }

  private mutating func pack() {
    deflater.write(pending)
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func endSheet() {
    let lastRow = row - 1
    pending.append(contentsOf: SheetMarkup.foot(columns, lastRow: lastRow).utf8)
    pack()
    deflater.finish()
    full.append(
      SheetBody(
        packed: deflater.packed, count: deflater.count, checksum: deflater.checksum,
        widths: widths))
  }

  /// The sheets, each packed but for its head.
  consuming func bodies() -> [SheetBody] {
    endSheet()
    return full
  }
}

/// The packed markup of a sheet from its first row on.
struct SheetBody {
  let packed: [UInt8]
  let count: Int
  let checksum: UInt32
  let widths: [Int]
}
