import Columns
import Vocabulary

/// The place of a column's cell in a row; a column that the file does not have is always empty.
typealias Slot = Int

/// The cells of some rows that someone asked for, cleaned.
///
/// A seam: what reads a row needs only this, whatever kind of file the row came from.
struct RowCells: ~Copyable {
  /// The rows; nearly all are taken down where they stand, only those to be cleaned are copied.
  private(set) var table: CellTable
  /// The row that ``subscript(_:)`` gives the cells of.
  var row = 0

  private let slots: [ColumnName: Slot]
  /// By slot what is read of a row: one that no one asked for is nil.
  private let asked: [Asked?]
  /// The slots of ``asked`` that are not nil.
  private let askedSlots: [Slot]
  /// Whether every slot is the field in its place: else all rows are copied.
  private let areFields: Bool
  /// The copy of a row, and where its cells end.
  private var copy: [UInt8] = []
  private var ends: [Int] = []

  /// What a slot holds.
  private struct Asked {
    /// The fields that mean it: one counts where those before are empty.
    var places: [Int]
    /// What a layout file changes of the cell; nil for most.
    var change: CellChange?
    /// Whether its text stays as it stands but for white space at its ends: access codes.
    var isVerbatim: Bool
  }

  /// Cells of a file's rows; `text` is the file's.
  init(layout: FileLayout, text: PaddedBytes) {
    var asked = [Asked?](repeating: nil, count: layout.columns.count)
    var slots: [ColumnName: Slot] = [:]
    var areFields = true
    func isVerbatim(_ column: ColumnName) -> Bool { Self.verbatimColumns.contains(column) }
    for (place, column) in layout.columns.enumerated() {
      guard let column else { continue }
      if let slot = slots[column] {
        asked[slot]?.places.append(place)
        areFields = false
      } else {
        slots[column] = place
        asked[place] = Asked(places: [place], isVerbatim: isVerbatim(column))
      }
    }
    if let layoutFile = layout.layoutFile {
      for column in layoutFile.constants.keys where slots[column] == nil {
        slots[column] = asked.count
        asked.append(Asked(places: [], isVerbatim: isVerbatim(column)))
      }
      for (column, slot) in slots {
        guard let change = CellChange(column, layoutFile) else { continue }
        asked[slot]?.change = change
        areFields = false
      }
    }
    self.slots = slots
    self.asked = asked
    askedSlots = asked.indices.filter { asked[$0] != nil }
    self.areFields = areFields
    table = CellTable(width: asked.count, text: text)
  }

  private static let verbatimColumns: Set<ColumnName> = [
    .accessCode, .efcCode, .digitalResourceCode,
  ]

  /// The slot of a column; that of an always empty cell if the file does not have it.
  func slot(_ column: ColumnName) -> Slot { slots[column] ?? table.width }

  /// Whether the file has a column.
  func has(_ column: ColumnName) -> Bool { slots[column] != nil }

  /// The cell of a column of ``row``, cleaned; empty where there is nothing.
  subscript(slot: Slot) -> Span<UInt8> {
    @_lifetime(borrow self)
    @inline(__always)
    get { table[row, slot] }
  }

  // MARK: - Rows

  /// Whether rows may be taken by ``takePlainRows(from:delimiter:)``.
  var takesPlainRows: Bool { areFields && table.width >= 2 }

  /// Takes rows of the file's text from `position` on that need no second look; gives where the
  /// others begin.
  mutating func takePlainRows(from position: Int, delimiter: UInt8) -> Int {
    table.appendPlainRows(from: position, delimiter: delimiter)
  }

  /// Takes a row of the file's text.
  mutating func take(_ fields: Span<Field>) {
    if areFields, isClean(fields), table.append(fields) { return }
    let text = table.text
    take(fields, copying: text.span)
  }

  /// Takes a row of any text, which is copied.
  mutating func take(_ fields: Span<Field>, copying text: Span<UInt8>) {
    copy.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for slot in asked.indices {
      if let asked = asked[slot] { Self.append(asked, of: fields, text, to: &copy) }
      ends.append(copy.count)
      copy.append(0)
    }
    table.append(copied: copy, ends: ends)
  }

  /// Puts a row in the place of an earlier one.
  mutating func move(_ row: Int, to place: Int) { table.move(row, to: place) }

  /// Forgets the rows behind the first `count`.
  mutating func truncate(to count: Int) { table.truncate(to: count) }

  // MARK: - Cells

  /// Whether nothing is to be cleaned of the fields that someone asked for.
  private func isClean(_ fields: Span<Field>) -> Bool {
    let text = table.text.span
    for slot in askedSlots {
      let field = fields[slot]
      if Self.isClean(field, of: text) { continue }
      let range = field.start..<field.end
      if field.hasDoubledQuotes || Self.cleaned(text, range, isVerbatim: false) != range {
        return false
      }
    }
    return true
  }

  /// Appends the cleaned cell of a slot.
  private static func append(
    _ asked: Asked, of fields: Span<Field>, _ text: Span<UInt8>, to copy: inout [UInt8]
  ) {
    let start = copy.count
    for place in asked.places where copy.count == start && place < fields.count {
      append(fields[place], of: text, to: &copy, isVerbatim: asked.isVerbatim)
    }
    guard let change = asked.change,
      let text = change.text(insteadOf: copy.span.extracting(start..<copy.count))
    else { return }
    copy.removeLast(copy.count - start)
    copy += text
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

  /// Appends the cleaned cell of a field.
  private static func append(
    _ field: Field, of text: Span<UInt8>, to copy: inout [UInt8], isVerbatim: Bool
  ) {
    if isClean(field, of: text) {
      copy.append(contentsOf: text.extracting(field.start..<field.end))
    } else if field.hasDoubledQuotes {
      var content: [UInt8] = []
      RawRow.appendUnquoted(text.extracting(field.start..<field.end), to: &content)
      let range = cleaned(content.span, 0..<content.count, isVerbatim: isVerbatim)
      copy.append(contentsOf: content.span.extracting(range))
    } else {
      let range = cleaned(text, field.start..<field.end, isVerbatim: isVerbatim)
      copy.append(contentsOf: text.extracting(range))
    }
  }

  /// The range of a cell without white space at its ends, `="…"`, and a leading apostrophe.
  private static func cleaned(
    _ text: Span<UInt8>, _ range: Range<Int>, isVerbatim: Bool
  ) -> Range<Int> {
    if range.isEmpty { return range }
    let first = text[range.lowerBound]
    let last = text[range.upperBound - 1]
    let mayHaveSpace = first <= 0x20 || first >= 0x80 || last <= 0x20 || last >= 0x80
    let result = mayHaveSpace ? WhiteSpace.trimmed(range, of: text) : range
    if isVerbatim || result.count < 2 { return result }
    switch text[result.lowerBound] {
    case 0x3D:  // ="00012345"
      let isWrapped = text[result.lowerBound + 1] == 0x22 && text[result.upperBound - 1] == 0x22
      guard isWrapped, result.count >= 3 else { return result }
      return WhiteSpace.trimmed((result.lowerBound + 2)..<(result.upperBound - 1), of: text)
    case 0x27:  // an apostrophe that we, or a spreadsheet, put in front
      switch text[result.lowerBound + 1] {
      case 0x3D, 0x2B, 0x2D, 0x40: return (result.lowerBound + 1)..<result.upperBound
      default: return result
      }
    default: return result
    }
  }
}

/// What a layout file makes of the cells of one column.
private struct CellChange: Sendable {
  /// What stands in empty cells.
  private let constant: [UInt8]?
  /// By the form in which fixed words are compared.
  private let values: [[UInt8]: [UInt8]]

  /// Nil where the layout says nothing of the column.
  init?(_ column: ColumnName, _ layout: SourceLayout) {
    let values = layout.values[column] ?? [:]
    constant = layout.constants[column].map { Array($0.utf8) }
    if constant == nil, values.isEmpty { return nil }
    self.values = Dictionary(
      values.map { (FixedWord.key($0.utf8.span), Array($1.utf8)) }, uniquingKeysWith: { $1 })
  }

  /// The text that counts instead of the cell's, or nil where the cell's own does.
  func text(insteadOf cell: Span<UInt8>) -> [UInt8]? {
    if cell.isEmpty { return constant }
    return values.isEmpty ? nil : values[FixedWord.key(cell)]
  }
}
