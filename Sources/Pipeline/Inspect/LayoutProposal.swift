import Ingest
import Vocabulary

/// A layout for a file that none fits: its headings, each with the column it comes nearest to.
struct LayoutProposal {
  /// The source it most likely is of.
  let source: Source
  /// The line of the row taken for the header.
  let line: Int
  /// Headings that the contract or a layout knows, with the columns.
  let known: [(heading: String, column: ColumnName)]
  /// Headings that nearly are one of a column.
  let near: [(heading: String, column: ColumnName)]
  /// Headings that are like none.
  let other: [String]
  /// Columns that must be there and are not.
  let missing: [ColumnName]

  /// The best proposal for a file that begins with `rows`; nil where no heading is like any column.
  init?(_ rows: [FirstRow], sources: [Source]) {
    var best: LayoutProposal?
    for source in sources {
      let headings = KnownHeadings(source)
      for row in rows {
        let proposal = LayoutProposal(row, headings)
        if proposal.score > best?.score ?? 0 { best = proposal }
      }
    }
    guard let best else { return nil }
    self = best
  }

  /// Exact headings count three times as much as near ones, missing columns against it.
  ///
  /// An organisation's code may come from the pipeline file.
  private var score: Int {
    let lacking = missing.count { $0 != .organisationCode }
    return max(0, 3 * known.count + near.count - lacking)
  }

  /// Of how many unknown headings it is asked which they are nearly: far more than any report has.
  private static let comparedHeadings = 1000

  private init(_ row: FirstRow, _ headings: KnownHeadings) {
    var known: [(heading: String, column: ColumnName)] = []
    var unknown: [String] = []
    for cell in row.cells {
      if let column = headings.columns[Headings.key(cell)] {
        known.append((cell, column))
      } else if !Headings.key(cell).isEmpty {
        unknown.append(cell)
      }
    }
    var found = Set(known.map(\.column))
    var near: [(heading: String, column: ColumnName)] = []
    var other: [String] = []
    for (place, cell) in unknown.enumerated() {
      if place < Self.comparedHeadings, let column = headings.nearest(to: cell),
        found.insert(column).inserted
      {
        near.append((cell, column))
      } else {
        other.append(cell)
      }
    }
    let layout = Layouts.layout(of: headings.source)
    let lacking = layout.required.map { $0.filter { !found.contains($0) } }
    source = headings.source
    line = row.line
    self.known = known
    self.near = near
    self.other = other
    missing = lacking.min { $0.count < $1.count } ?? []
  }

  /// The layout as the text of a file.
  func text(name: String) -> String {
    var lines = [
      "{",
      "  name: \(JSON5Text.quoted(name)),",
      "  source: \(JSON5Text.quoted(source.rawValue)),",
      "  headings: {",
    ]
    for (heading, column) in near {
      lines.append("    \(column.rawValue): [\(JSON5Text.quoted(heading))],  // is it?")
    }
    for column in missing {
      let hint =
        column == .organisationCode ? "; or put organisation: \"…\" into the block" : ""
      lines.append("    // \(column.rawValue): [\"…\"],  // must be there\(hint)")
    }
    lines.append("  },")
    lines.append("}")
    return lines.map { $0 + "\n" }.joined()
  }
}

/// The headings that are known of a source.
private struct KnownHeadings {
  let source: Source
  /// By the form in which headings are compared.
  let columns: [[UInt8]: ColumnName]
  /// The words of each heading, with its column; in the contract's order.
  private let phrases: [(words: [String], column: ColumnName)]
  /// The words of each phrase as one, and how many scalars that has.
  private let keys: [(key: String, length: Int)]

  init(_ source: Source) {
    self.source = source
    var columns: [[UInt8]: ColumnName] = [:]
    var phrases: [(words: [String], column: ColumnName)] = []
    for column in Layouts.layout(of: source).columns {
      for heading in [column.rawValue] + (Headings.accepted[column] ?? []) {
        let key = Headings.key(heading)
        columns[key] = columns[key] ?? column
        phrases.append((Self.words(heading), column))
      }
    }
    self.columns = columns
    self.phrases = phrases
    keys = phrases.map { phrase in
      let key = phrase.words.joined()
      return (key, key.unicodeScalars.count)
    }
  }

  /// The column of the heading that someone may have meant, or nil.
  ///
  /// Words may be cut short (`Emp Number`), stand among others (`Employee Number (ESR)`), or be
  /// mistyped by a letter or two.
  func nearest(to heading: String) -> ColumnName? {
    let words = Self.words(heading)
    guard !words.isEmpty, words.count <= 10 else { return nil }
    if let alike = phrases.first(where: { Self.areAlike(words, $0.words) }) { return alike.column }
    let key = words.joined()
    let mostEdits = key.count / 5
    // There are as many edits at least as letters too many or missing; of a key no more than 100
    // letters are compared.
    let length = min(key.unicodeScalars.count, 100)
    let alike = keys.filter { abs($0.length - length) <= mostEdits }.map(\.key)
    if let (word, edits) = NearestWord.nearest(to: key, among: alike), edits <= mostEdits,
      let place = keys.firstIndex(where: { $0.key == word })
    {
      return phrases[place].column
    }
    // The longest known heading of several words that stands in it whole.
    return phrases.filter { $0.words.count > 1 && Self.holds(words, $0.words) }
      .max { $0.words.joined().count < $1.words.joined().count }?.column
  }

  private static func words(_ heading: String) -> [String] {
    heading.lowercased().split { !$0.isLetter && !$0.isNumber }.map { word in
      ["no", "num", "nr"].contains(word) ? "number" : String(word)
    }
  }

  /// Whether both have as many words, each the other's or the beginning of it.
  private static func areAlike(_ left: [String], _ right: [String]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { one, other in
        one == other
          || (min(one.count, other.count) >= 3 && (one.hasPrefix(other) || other.hasPrefix(one)))
      }
  }

  private static func holds(_ words: [String], _ phrase: [String]) -> Bool {
    guard words.count > phrase.count else { return false }
    return (0...(words.count - phrase.count)).contains { start in
      words[start..<start + phrase.count].elementsEqual(phrase)
    }
  }
}
