import Columns
import Vocabulary

/// The place of a column in ``RowCells``; a column that the file does not have is always empty.
typealias Slot = Int

/// The cells of the current row that someone asked for, cleaned.
///
/// A seam: what reads a row needs only this, whatever kind of file the row came from.
struct RowCells {
  /// The first field of each asked column, in header order; the slot is the index.
  private let places: [Int]
  /// Further fields that mean the same as a slot's: they count where those before are empty.
  private let furtherPlaces: [(slot: Slot, place: Int)]
  private let slots: [ColumnName: Slot]
  /// What a layout file changes of the cells; empty for most files.
  private let changes: [CellChange]
  /// Columns whose text stays as it stands but for white space at its ends: access codes.
  private let isVerbatim: [Bool]

  private let fileText: PaddedBytes
  /// The file's text, or the text of the one row that had to be decoded by itself.
  private(set) var text: PaddedBytes
  private var isOnOwnText = false
  private var ownFields: [Field] = []
  /// Texts with doubled quotes taken out.
  private var scratch: [UInt8] = []
  private var cells: [Cell]

  /// Where a cleaned cell stands.
  private struct Cell {
    var range = 0..<0
    var isInScratch = false
  }

  /// Cells of a file's rows; `text` is the file's.
  init(layout: FileLayout, text: PaddedBytes) {
    fileText = text
    self.text = text
    var places: [Int] = []
    var further: [(slot: Slot, place: Int)] = []
    var slots: [ColumnName: Slot] = [:]
    var verbatim: [Bool] = []
    for (place, column) in layout.columns.enumerated() {
      guard let column else { continue }
      if let slot = slots[column] {
        further.append((slot, place))
      } else {
        slots[column] = places.count
        places.append(place)
        verbatim.append(Self.verbatimColumns.contains(column))
      }
    }
    var changes: [CellChange] = []
    if let layout = layout.further {
      for column in layout.constants.keys where slots[column] == nil {
        slots[column] = places.count
        places.append(.max)
        verbatim.append(Self.verbatimColumns.contains(column))
      }
      changes = slots.compactMap { CellChange(slot: $1, column: $0, layout) }
    }
    self.changes = changes
    self.places = places
    furtherPlaces = further
    self.slots = slots
    isVerbatim = verbatim
    // One cell more, which stays empty: the column that is not there.
    cells = [Cell](repeating: Cell(), count: places.count + 1)
  }

  private static let verbatimColumns: Set<ColumnName> = [
    .accessCode, .efcCode, .digitalResourceCode,
  ]

  /// The slot of a column; that of an always empty cell if the file does not have it.
  func slot(_ column: ColumnName) -> Slot { slots[column] ?? places.count }

  /// Whether the file has a column.
  func has(_ column: ColumnName) -> Bool { slots[column] != nil }

  /// The cell of a column, cleaned; empty where there is nothing.
  subscript(slot: Slot) -> Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let cell = cells[slot]
      return cell.isInScratch
        ? scratch.span.extracting(cell.range) : text.span.extracting(cell.range)
    }
  }

  /// Takes a row that was decoded by itself: `fields` are ranges of `text`.
  mutating func take(_ fields: [Field], of text: PaddedBytes) {
    self.text = text
    isOnOwnText = true
    ownFields = fields
    fill(fields)
  }

  /// Takes a row of the file's text.
  mutating func take(_ fields: [Field]) {
    if isOnOwnText {
      text = fileText
      isOnOwnText = false
    }
    fill(fields)
  }

  /// The fields of the current row as ranges of ``text``; `scanner` has just read the row.
  func fields(_ scanner: borrowing RecordScanner) -> [Field] {
    isOnOwnText ? ownFields : scanner.fields
  }

  private mutating func fill(_ fields: [Field]) {
    if !scratch.isEmpty { scratch.removeAll(keepingCapacity: true) }
    // A copy of the reference: the cells are changed while the text is looked at.
    let text = text
    let bytes = text.span
    for slot in places.indices {
      let place = places[slot]
      cells[slot] =
        place < fields.count
        ? Self.cell(fields[place], of: bytes, &scratch, isVerbatim: isVerbatim[slot]) : Cell()
    }
    for (slot, place) in furtherPlaces where cells[slot].range.isEmpty && place < fields.count {
      cells[slot] = Self.cell(fields[place], of: bytes, &scratch, isVerbatim: isVerbatim[slot])
    }
    for change in changes {
      guard let text = change.text(insteadOf: self[change.slot]) else { continue }
      let start = scratch.count
      scratch.append(contentsOf: text)
      cells[change.slot] = Cell(range: start..<scratch.count, isInScratch: true)
    }
  }

  /// The cleaned cell of a field; the text of one with doubled quotes is put into `scratch`.
  @inline(__always)
  private static func cell(
    _ field: Field, of text: Span<UInt8>, _ scratch: inout [UInt8], isVerbatim: Bool
  ) -> Cell {
    if field.hasDoubledQuotes {
      return unquoted(text.extracting(field.start..<field.end), &scratch, isVerbatim: isVerbatim)
    }
    return Cell(range: cleaned(text, field.start..<field.end, isVerbatim: isVerbatim))
  }

  private static func unquoted(
    _ content: Span<UInt8>, _ scratch: inout [UInt8], isVerbatim: Bool
  ) -> Cell {
    let start = scratch.count
    RowText.appendUnquoted(content, to: &scratch)
    let range = cleaned(scratch.span, start..<scratch.count, isVerbatim: isVerbatim)
    return Cell(range: range, isInScratch: true)
  }

  /// The range of a cell without white space at its ends, `="…"`, and a leading apostrophe.
  private static func cleaned(
    _ text: Span<UInt8>, _ range: Range<Int>, isVerbatim: Bool
  ) -> Range<Int> {
    if range.isEmpty { return range }
    let first = text[range.lowerBound]
    let last = text[range.upperBound - 1]
    let mayHaveSpace = first <= 0x20 || first >= 0x80 || last <= 0x20 || last >= 0x80
    if !mayHaveSpace, first != 0x3D, first != 0x27 { return range }
    let result = mayHaveSpace ? trimmed(text, range) : range
    if isVerbatim || result.count < 2 { return result }
    switch text[result.lowerBound] {
    case 0x3D:  // ="00012345"
      let isWrapped = text[result.lowerBound + 1] == 0x22 && text[result.upperBound - 1] == 0x22
      guard isWrapped, result.count >= 3 else { return result }
      return trimmed(text, (result.lowerBound + 2)..<(result.upperBound - 1))
    case 0x27:  // an apostrophe that we, or a spreadsheet, put in front
      switch text[result.lowerBound + 1] {
      case 0x3D, 0x2B, 0x2D, 0x40: return (result.lowerBound + 1)..<result.upperBound
      default: return result
      }
    default: return result
    }
  }

  private static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let inner = WhiteSpace.trimmedRange(of: text.extracting(range))
    return (range.lowerBound + inner.lowerBound)..<(range.lowerBound + inner.upperBound)
  }
}

/// What a layout file makes of the cells of one column.
private struct CellChange: Sendable {
  let slot: Slot
  /// What stands in empty cells.
  private let constant: [UInt8]?
  /// By the form in which fixed words are compared.
  private let values: [[UInt8]: [UInt8]]

  /// Nil where the layout says nothing of the column.
  init?(slot: Slot, column: ColumnName, _ layout: SourceLayout) {
    let values = layout.values[column] ?? [:]
    constant = layout.constants[column].map { Array($0.utf8) }
    if constant == nil, values.isEmpty { return nil }
    self.slot = slot
    self.values = Dictionary(
      values.map { (FixedWord.key($0.utf8.span), Array($1.utf8)) }, uniquingKeysWith: { $1 })
  }

  /// The text that counts instead of the cell's, or nil where the cell's own does.
  func text(insteadOf cell: Span<UInt8>) -> [UInt8]? {
    if cell.isEmpty { return constant }
    return values.isEmpty ? nil : values[FixedWord.key(cell)]
  }
}
