/// A table of a Markdown file; `\|` in a cell stands for a bar.
package struct MarkdownTable: Sendable {
  /// The rows: cells by heading.
  package let rows: [[String: String]]

  /// The first table below a heading of a text, such as `Night 1: every finding`; nil where none
  /// is.
  package init?(below heading: String, in text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { Self.title(of: $0) == heading }) else { return nil }
    let section = lines[(start + 1)...].prefix { Self.title(of: $0) == nil }
    let drawn = section.drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }
    guard let first = drawn.first, drawn.count >= 2 else { return nil }
    let headings = Self.cells(of: first)
    rows = drawn.dropFirst(2).map { line in
      Dictionary(zip(headings, Self.cells(of: line))) { first, _ in first }
    }
  }

  /// The text of a heading line without its signs; nil for any other line.
  private static func title(of line: Substring) -> String? {
    guard line.hasPrefix("#") else { return nil }
    return line.drop { $0 == "#" || $0 == " " }.description
  }

  private static func cells(of line: Substring) -> [String] {
    line.replacing("\\|", with: "\u{0}").split(separator: "|").map { cell in
      var text = Substring(cell.replacing("\u{0}", with: "|"))
      while text.first == " " { text.removeFirst() }
      while text.last == " " { text.removeLast() }
      return String(text)
    }
  }
}
