import Columns
import Vocabulary

/// The place of a column in ``RowCells``; a column that the file does not have is always empty.
typealias Slot = Int

/// The cells of the current row that someone asked for, cleaned.
///
/// A seam: what reads a row needs only this, whatever kind of file the row came from.
struct RowCells {
  private let layout: FileLayout
  /// The fields of each asked column, in header order; the slot is the index.
  private let places: [[Int]]
  private let slots: [ColumnName: Slot]
  /// Columns whose text stays as it stands but for white space at its ends: access codes.
  private let isVerbatim: [Bool]

  private let fileText: PaddedBytes
  /// The file's text, or the text of the one row that had to be decoded by itself.
  private(set) var text: PaddedBytes
  private var isOnOwnText = false
  private var ownFields: [Field] = []
  /// Texts with doubled quotes taken out.
  private var scratch: [UInt8] = []
  private var ranges: [Range<Int>]
  private var isInScratch: [Bool]

  /// Cells of a file's rows; `text` is the file's.
  init(layout: FileLayout, text: PaddedBytes) {
    self.layout = layout
    fileText = text
    self.text = text
    var places: [[Int]] = []
    var slots: [ColumnName: Slot] = [:]
    var verbatim: [Bool] = []
    for (place, column) in layout.columns.enumerated() {
      guard let column else { continue }
      if let slot = slots[column] {
        places[slot].append(place)
      } else {
        slots[column] = places.count
        places.append([place])
        verbatim.append(Self.verbatimColumns.contains(column))
      }
    }
    // One slot more, without a place: the column that is not there.
    self.places = places + [[]]
    self.slots = slots
    isVerbatim = verbatim + [false]
    ranges = [Range<Int>](repeating: 0..<0, count: places.count + 1)
    isInScratch = [Bool](repeating: false, count: places.count + 1)
  }

  private static let verbatimColumns: Set<ColumnName> = [
    .accessCode, .efcCode, .digitalResourceCode,
  ]

  /// The slot of a column; that of an always empty cell if the file does not have it.
  func slot(_ column: ColumnName) -> Slot { slots[column] ?? places.count - 1 }

  /// Whether the file has a column.
  func has(_ column: ColumnName) -> Bool { slots[column] != nil }

  /// The cell of a column, cleaned; empty where there is nothing.
  subscript(slot: Slot) -> Span<UInt8> {
    @_lifetime(borrow self)
    get {
      isInScratch[slot]
        ? scratch.span.extracting(ranges[slot]) : text.span.extracting(ranges[slot])
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
    scratch.removeAll(keepingCapacity: true)
    for slot in 0..<(places.count - 1) {
      ranges[slot] = 0..<0
      isInScratch[slot] = false
      for place in places[slot] where place < fields.count {
        take(fields[place], slot)
        if !ranges[slot].isEmpty { break }
      }
    }
  }

  private mutating func take(_ field: Field, _ slot: Slot) {
    if field.hasDoubledQuotes {
      let start = scratch.count
      var unquoted: [UInt8] = []
      RowText.appendUnquoted(text.span.extracting(field.start..<field.end), to: &unquoted)
      scratch.append(contentsOf: unquoted)
      isInScratch[slot] = true
      ranges[slot] = Self.cleaned(
        scratch.span, start..<scratch.count, isVerbatim: isVerbatim[slot])
    } else {
      isInScratch[slot] = false
      ranges[slot] = Self.cleaned(
        text.span, field.start..<field.end, isVerbatim: isVerbatim[slot])
    }
  }

  /// The range of a cell without white space at its ends, `="…"`, and a leading apostrophe.
  private static func cleaned(
    _ text: Span<UInt8>, _ range: Range<Int>, isVerbatim: Bool
  ) -> Range<Int> {
    if range.isEmpty { return range }
    var result = range
    let first = text[range.lowerBound]
    let last = text[range.upperBound - 1]
    if first <= 0x20 || first >= 0x80 || last <= 0x20 || last >= 0x80 {
      result = trimmed(text, range)
    }
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
