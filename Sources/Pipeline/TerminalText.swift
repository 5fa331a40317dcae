/// One line for a terminal, at most 80 columns wide where its words allow it.
package struct TerminalLine: Sendable, Equatable {
  /// The line, without a line end.
  package let text: String
  /// Whether it is a heading, which a terminal shows in bold.
  package let isHeading: Bool
}

/// A text for a terminal under the pen: headings, sentences, items with a hanging indent.
struct TerminalText {
  private(set) var lines: [TerminalLine] = []

  private static let width = 80

  /// Begins a section.
  mutating func heading(_ text: String) {
    if !lines.isEmpty { lines.append(TerminalLine(text: "", isHeading: false)) }
    lines.append(TerminalLine(text: Display.plainPath(text), isHeading: true))
  }

  /// Adds a sentence or more.
  mutating func say(_ text: String) { wrap(text, first: "  ", others: "  ") }

  /// Adds an item; what belongs to it follows with ``more(_:)``.
  mutating func item(_ text: String) { wrap(text, first: "  - ", others: "    ") }

  /// Adds a sentence to the item before.
  mutating func more(_ text: String) { wrap(text, first: "    ", others: "    ") }

  /// Adds a line as it stands: a row of a table, a line of code.
  mutating func row(_ text: String) {
    lines.append(TerminalLine(text: text, isHeading: false))
  }

  /// Breaks between words; a word that is too long stands on a line of its own.
  private mutating func wrap(_ text: String, first: String, others: String) {
    var line = first
    var isEmpty = true
    for word in Display.plainPath(text).split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > Self.width {
        lines.append(TerminalLine(text: line, isHeading: false))
        line = others
        isEmpty = true
      }
      if !isEmpty { line += " " }
      line += word
      isEmpty = false
    }
    lines.append(TerminalLine(text: line, isHeading: false))
  }
}
