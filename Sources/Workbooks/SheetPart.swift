import Columns

/// Reads the part of a sheet: rows, cells and merged regions.
///
/// Two cells of one place, two rows of one number, places beyond the format's bounds, and shared
/// texts that are not there make the sheet damaged: which value counts would be a guess. A cell
/// format that is not there is none; a value that is not what its type says is its own text.
struct SheetPart {
  private var arena: TextArena
  private let sharedCount: Int
  private let formats: [NumberFormat]
  private let countsFrom1904: Bool
  private let sheet: String

  private var rows = SheetRows()
  private var regions: [(column: Int, rows: ClosedRange<Int>)] = []
  private var hasData = false

  // The row and the cell that are being read.
  private var rowNumber = 0
  private var nextColumn = 0
  private var column = 0
  private var format = 0
  private var type = CellType.number
  private var hasValue = false
  private var runStart = 0

  private enum CellType { case number, shared, text, truth, date }

  init(
    sheet: String, texts: consuming TextArena, formats: [NumberFormat],
    countsFrom1904: Bool, estimate: Int
  ) {
    arena = texts
    // Room that is not used costs address space, not memory; growing would copy everything.
    arena.reserve(textBytes: estimate / 4, texts: estimate / 32)
    rows.reserve(cells: estimate / 32)
    sharedCount = arena.count - 1
    self.sheet = "sheet \"\(ZipArchive.shown(sheet))\""
    self.formats = formats
    self.countsFrom1904 = countsFrom1904
  }

  /// The table, once the part is read.
  ///
  /// - Throws: `damaged` where the part is something else than a sheet.
  func table() throws(WorkbookError) -> SheetTable {
    guard hasData else {
      throw WorkbookError(.damaged("the sheet's part holds no sheet"), at: sheet)
    }
    return SheetTable(rows: rows, texts: arena)
  }

  /// Brings what was read into its final form, in place.
  private mutating func finish() throws(WorkbookError) {
    try rows.sort(at: sheet)
    try rows.fillDown(regions, bound: arena.bound, at: sheet)
    arena.bytes.append(contentsOf: [UInt8](repeating: 0, count: PaddedBytes.padding))
  }

  // MARK: - Elements

  mutating func start(
    _ element: PartElement, in parent: PartElement, _ attributes: PartAttributes
  ) throws(WorkbookError) -> Bool {
    switch (element, parent) {
    case (.cell, .row): try startCell(attributes)
    case (.value, .cell), (.inlineText, .cell):
      if hasValue { throw damaged("a cell has two values") }
      hasValue = true
      if element == .inlineText { type = .text }
    case (.text, .inlineText), (.text, .run): runStart = arena.bytes.count
    case (.run, .inlineText): break
    case (.row, .sheetData): try startRow(attributes)
    case (.mergedCell, .mergedCells):
      guard let text = attributes["ref"], let region = CellReference.region(text) else {
        throw WorkbookError(.damaged("a merged region has no place"), at: sheet)
      }
      if region.rows.count > 1 { regions.append(region) }
      if 24 * regions.count > arena.bound { throw TextArena.tooLarge(at: sheet) }
      return false
    case (.worksheet, .document), (.mergedCells, .worksheet): break
    case (.sheetData, .worksheet): hasData = true
    default: return false
    }
    return true
  }

  mutating func text(
    _ piece: UnsafeBufferPointer<UInt8>, in element: PartElement
  ) throws(WorkbookError) {
    guard element == .value || element == .text else { return }
    unsafe arena.bytes.append(contentsOf: piece)
    if arena.bytes.count > arena.bound { throw TextArena.tooLarge(at: sheet) }
  }

  mutating func end(_ element: PartElement) throws(WorkbookError) {
    switch element {
    case .cell: try endCell()
    case .value where type == .text:
      EscapedText.decode(&arena.bytes, from: arena.start)
    case .text: EscapedText.decode(&arena.bytes, from: runStart)
    case .row: try endRow()
    case .worksheet: try finish()
    default: break
    }
  }

  // MARK: - Rows and cells

  private mutating func startRow(_ attributes: PartAttributes) throws(WorkbookError) {
    var number: Int? = rowNumber + 1
    var index = 0
    while let (name, value) = unsafe attributes[index] {
      index += 1
      if unsafe name[0] == UInt8(ascii: "r"), unsafe name[1] == 0 {
        number = unsafe CellReference.row(value)
      }
    }
    guard let number, number <= WorkbookLimits.rows else {
      throw WorkbookError(.damaged("a row has no number that a sheet can have"), at: sheet)
    }
    rowNumber = number
    nextColumn = 0
  }

  private mutating func endRow() throws(WorkbookError) {
    if !rows.endRow(rowNumber) { throw damaged("a cell stands twice in the row") }
    if arena.isOver(with: rows.byteCount + regions.count * 24) {
      throw TextArena.tooLarge(at: sheet)
    }
  }

  private mutating func startCell(_ attributes: PartAttributes) throws(WorkbookError) {
    var place: Int? = nextColumn
    var format = 0
    var type = CellType.number
    var index = 0
    while let (name, value) = unsafe attributes[index] {
      index += 1
      // Safe: names end with 0, and none is empty.
      guard unsafe name[1] == 0 else { continue }
      switch unsafe name[0] {
      case UInt8(ascii: "r"): place = unsafe CellReference.column(value)
      case UInt8(ascii: "s"): format = unsafe Self.number(value) ?? 0
      case UInt8(ascii: "t"): type = unsafe Self.type(value)
      default: break
      }
    }
    guard let place, place < WorkbookLimits.columns else {
      throw damaged("a cell is in no column that a sheet can have")
    }
    column = place
    nextColumn = place + 1
    self.format = format
    self.type = type
    hasValue = false
  }

  private mutating func endCell() throws(WorkbookError) {
    let start = arena.start
    guard arena.bytes.count > start else { return }
    var text: UInt32?
    switch type {
    case .number:
      let format = format < formats.count ? formats[format] : .plain
      NumberText.rewrite(&arena.bytes, from: start, as: format, countsFrom1904: countsFrom1904)
    case .shared:
      // Safe: shared texts are 1...sharedCount.
      guard let index = Self.number(arena.bytes[start...]), index < sharedCount else {
        throw damaged("a cell's text is not among the shared texts")
      }
      arena.dropText()
      if arena.isEmpty(index + 1) { return }
      text = UInt32(index + 1)
    case .truth:
      let word = arena.bytes[start...]
      if word.elementsEqual("1".utf8) { replace(with: "TRUE") }
      if word.elementsEqual("0".utf8) { replace(with: "FALSE") }
    case .date:
      if let text = StoredDate.text(iso: arena.bytes[start...]) { replace(with: text) }
    case .text: break
    }
    if text == nil, arena.bytes.count == start { return }
    rows.append(column: column, text: text ?? arena.endText())
    if rows.isRowOverfull { throw damaged("a cell stands twice in the row") }
  }

  private mutating func replace(with text: String) {
    arena.dropText()
    arena.bytes.append(contentsOf: text.utf8)
  }

  private func damaged(_ what: String) -> WorkbookError {
    WorkbookError(.damaged(what), at: "\(sheet), row \(rowNumber)")
  }

  private static func type(_ value: UnsafePointer<UInt8>) -> CellType {
    // Safe: values end with 0.
    switch unsafe (value[0], value[0] == 0 ? 0 : value[1]) {
    case (UInt8(ascii: "s"), 0): .shared
    case (UInt8(ascii: "n"), 0): .number
    case (UInt8(ascii: "b"), 0): .truth
    case (UInt8(ascii: "d"), 0): .date
    default: .text
    }
  }

  private static func number(_ text: UnsafePointer<UInt8>) -> Int? {
    var value = 0
    var index = 0
    // Safe: the text ends with 0, which is no digit.
    while index < 10, case let digit = unsafe text[index] &- 0x30, digit < 10 {
      value = value * 10 + Int(digit)
      index += 1
    }
    return unsafe index > 0 && text[index] == 0 ? value : nil
  }

  private static func number(_ text: ArraySlice<UInt8>) -> Int? {
    var value = 0
    guard text.count <= 18 else { return nil }
    for byte in text {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte) - 0x30
    }
    return value
  }
}
