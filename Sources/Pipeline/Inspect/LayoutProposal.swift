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
  private var score: Int { max(0, 3 * known.count + near.count - missing.count) }

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
    for cell in unknown {
      if let column = headings.nearest(to: cell), found.insert(column).inserted {
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
        column == .organisationCode ? "; or put  organisation: \"…\"  into the block" : ""
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
  private let words: [String]

  init(_ source: Source) {
    self.source = source
    var columns: [[UInt8]: ColumnName] = [:]
    for column in Layouts.layout(of: source).columns.reversed() {
      for heading in (Headings.accepted[column] ?? []) + [column.rawValue] {
        columns[Headings.key(heading)] = column
      }
    }
    self.columns = columns
    words = columns.keys.map { String(decoding: $0, as: UTF8.self) }.sorted()
  }

  /// The column of the heading that someone may have meant, or nil.
  func nearest(to heading: String) -> ColumnName? {
    let key = String(decoding: Headings.key(heading), as: UTF8.self)
    // A heading of three letters is near too many.
    guard key.utf8.count > 3, key.utf8.count <= 60 else { return nil }
    if let word = NearestWord.likely(for: key, among: words) { return columns[Array(word.utf8)] }
    // One that has a known heading of some length in it: "Employee Number (ESR)".
    let held = words.filter { $0.utf8.count > 4 && key.contains($0) }
      .max { $0.utf8.count < $1.utf8.count }
    return held.flatMap { columns[Array($0.utf8)] }
  }
}

/// Texts as a JSON5 file holds them.
enum JSON5Text {
  /// `text` in double quotes, with escapes where they must be.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.properties.isControl:
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
