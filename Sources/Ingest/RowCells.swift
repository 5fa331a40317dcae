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
  /// Where the cleaned cells stand: in ``text``, or in ``scratch``.
  private var cells: [CellTable.Place]

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
    cells = [CellTable.Place](repeating: .empty, count: places.count + 1)
  }

  private static let verbatimColumns: Set<ColumnName> = [
    .accessCode, .efcCode, .digitalResourceCode,
  ]

  /// The slot of a column; that of an always empty cell if the file does not have it.
  func slot(_ column: ColumnName) -> Slot { slots[column] ?? places.count }

  /// How many cells a row has, the one that is always empty included.
  var width: Int { places.count + 1 }

  /// A table for rows of the file.
  func table() -> CellTable { CellTable(width: width, text: fileText) }

  /// Adds the current row to a table that ``table()`` has made.
  func append(to table: inout CellTable) {
    table.append(cells.span)
    if !isOnOwnText, scratch.isEmpty { return }
    for slot in cells.indices where isOnOwnText || cells[slot].start < 0 {
      table.replace(slot, with: self[slot])
    }
  }

  /// Whether the file has a column.
  func has(_ column: ColumnName) -> Bool { slots[column] != nil }

  /// The cell of a column, cleaned; empty where there is nothing.
  subscript(slot: Slot) -> Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let cell = cells[slot]
      if cell.start < 0 {
        return scratch.span.extracting(~cell.start..<(~cell.start + cell.count))
      }
      return text.span.extracting(cell.start..<cell.start + cell.count)
    }
  }

  /// Takes a row that was decoded by itself: `fields` are ranges of `text`.
  mutating func take(_ fields: [Field], of text: PaddedBytes) {
    self.text = text
    isOnOwnText = true
    ownFields = fields
    fill(fields.span)
  }

  /// Takes a row of the file's text.
  mutating func take(_ fields: Span<Field>) {
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

  private mutating func fill(_ fields: Span<Field>) {
    if !scratch.isEmpty { scratch.removeAll(keepingCapacity: true) }
    // The cells are taken out: while there is a span of them, nothing else could be looked at.
    var taken: [CellTable.Place] = []
    swap(&taken, &cells)
    let isClean = Self.fill(&taken, fields, of: text.span, places.span)
    swap(&taken, &cells)
    if !isClean || !furtherPlaces.isEmpty || !changes.isEmpty { clean(fields) }
  }

  /// Fills the cells that need no cleaning; those that do get a count below zero.
  ///
  /// Gives whether there are none that do.
  private static func fill(
    _ cells: inout [CellTable.Place], _ fields: Span<Field>, of text: Span<UInt8>,
    _ places: Span<Int>
  ) -> Bool {
    var areClean = true
    var room = cells.mutableSpan
    for slot in places.indices {
      let place = places[slot]
      if place >= fields.count {
        room[slot] = .empty
      } else if isClean(fields[place], of: text) {
        room[slot] = CellTable.Place(
          start: fields[place].start, count: fields[place].end - fields[place].start)
      } else {
        room[slot] = CellTable.Place(start: 0, count: -1)
        areClean = false
      }
    }
    return areClean
  }

  /// Fills the cells that ``fill(_:)`` has left with a count below zero, and further places.
  private mutating func clean(_ fields: Span<Field>) {
    let text = text
    let bytes = text.span
    for slot in places.indices where cells[slot].count < 0 {
      cells[slot] = Self.cell(
        fields[places[slot]], of: bytes, &scratch, isVerbatim: isVerbatim[slot])
    }
    for (slot, place) in furtherPlaces where cells[slot].count == 0 && place < fields.count {
      cells[slot] = Self.cell(fields[place], of: bytes, &scratch, isVerbatim: isVerbatim[slot])
    }
    for change in changes {
      guard let text = change.text(insteadOf: self[change.slot]) else { continue }
      let start = scratch.count
      scratch.append(contentsOf: text)
      cells[change.slot] = CellTable.Place(start: ~start, count: text.count)
    }
  }

  /// Whether a field is certainly its own cell: nothing is to be taken away at either end.
  @inline(__always)
  private static func isClean(_ field: Field, of text: Span<UInt8>) -> Bool {
    if field.start == field.end { return true }
    let first = text[field.start]
    let last = text[field.end - 1]
    return first &- 0x21 < 0x5F && last &- 0x21 < 0x5F && first != 0x3D && first != 0x27
      && !field.hasDoubledQuotes
  }

  /// The cleaned cell of a field; the text of one with doubled quotes is put into `scratch`.
  private static func cell(
    _ field: Field, of text: Span<UInt8>, _ scratch: inout [UInt8], isVerbatim: Bool
  ) -> CellTable.Place {
    if field.hasDoubledQuotes {
      return unquoted(text.extracting(field.start..<field.end), &scratch, isVerbatim: isVerbatim)
    }
    let range = cleaned(text, field.start..<field.end, isVerbatim: isVerbatim)
    return CellTable.Place(start: range.lowerBound, count: range.count)
  }

  private static func unquoted(
    _ content: Span<UInt8>, _ scratch: inout [UInt8], isVerbatim: Bool
  ) -> CellTable.Place {
    let start = scratch.count
    RowText.appendUnquoted(content, to: &scratch)
    let range = cleaned(scratch.span, start..<scratch.count, isVerbatim: isVerbatim)
    return CellTable.Place(start: ~range.lowerBound, count: range.count)
  }

  /// The range of a cell without white space at its ends, `="…"`, and a leading apostrophe.
  private static func cleaned(
    _ text: Span<UInt8>, _ range: Range<Int>, isVerbatim: Bool
  ) -> Range<Int> {
    if range.isEmpty { return range }
    let first = text[range.lowerBound]
    let last = text[range.upperBound - 1]
    let mayHaveSpace = first <= 0x20 || first >= 0x80 || last <= 0x20 || last >= 0x80
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
