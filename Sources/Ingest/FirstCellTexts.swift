import Columns
import Vocabulary

/// Texts that the first filled cell of a row may be, in the form in which they are compared.
struct FirstCellTexts: Sendable {
  private var whole: Set<[UInt8]> = []
  private var fronts: [[UInt8]] = []
  /// No cell longer than this is one of them, unless one of them is a beginning.
  private var longest = 0

  /// Texts as a layout writes them: a `*` at the end stands for anything.
  init(_ texts: [String]) {
    for text in texts {
      var key = FixedWord.key(text.utf8.span)
      if key.last == UInt8(ascii: "*") {
        key.removeLast()
        fronts.append(key)
      } else {
        whole.insert(key)
        longest = max(longest, text.utf8.count)
      }
    }
  }

  var isEmpty: Bool { whole.isEmpty && fronts.isEmpty }

  /// Whether a cell without white space at its ends is one of the texts.
  func contains(_ cell: Span<UInt8>) -> Bool {
    // Collapsing white space may shorten a cell, but none of real reports by this much.
    if fronts.isEmpty, cell.count > longest + 16 { return false }
    let key = FixedWord.key(cell)
    return whole.contains(key) || fronts.contains { key.starts(with: $0) }
  }

  /// The range in `text` of the first field that holds more than white space, or nil.
  static func firstFilled(_ fields: [Field], of text: Span<UInt8>) -> Range<Int>? {
    for field in fields {
      let range = trimmed(field, of: text)
      if !range.isEmpty { return range }
    }
    return nil
  }

  /// The range in `text` of a field without white space at its ends.
  static func trimmed(_ field: Field, of text: Span<UInt8>) -> Range<Int> {
    WhiteSpace.trimmed(field.start..<field.end, of: text)
  }
}

/// Which rows behind a header are none.
struct SkippedRows: Sendable {
  private let texts: FirstCellTexts
  private let requiredPlaces: [Int]

  /// Rows that begin with one of `texts`, unless all fields at `requiredPlaces` are filled: someone
  /// may be called Total.
  init?(_ texts: FirstCellTexts, requiredPlaces: [Int]) {
    if texts.isEmpty { return nil }
    self.texts = texts
    self.requiredPlaces = requiredPlaces
  }

  /// Whether the row of these fields is to be skipped.
  func contains(_ fields: [Field], of text: Span<UInt8>) -> Bool {
    guard let cell = FirstCellTexts.firstFilled(fields, of: text),
      texts.contains(text.extracting(cell))
    else { return false }
    return !requiredPlaces.allSatisfy { place in
      place < fields.count && !FirstCellTexts.trimmed(fields[place], of: text).isEmpty
    }
  }
}
