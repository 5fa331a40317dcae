/// A table as tests draw it: a line of headings, then a line a row, cells between bars.
struct DrawnTable {
  /// One row: cells by heading; a heading that is not drawn has empty cells.
  struct Row {
    fileprivate var cells: [String: String] = [:]

    subscript(heading: String) -> String { cells[heading] ?? "" }

    /// The cell, or what it stands for when empty or not drawn.
    func text(_ heading: String, or standard: String) -> String {
      self[heading].isEmpty ? standard : self[heading]
    }

    /// Whether the cell says yes.
    func says(_ heading: String, or standard: Bool = false) -> Bool {
      self[heading].isEmpty ? standard : self[heading] == "yes"
    }
  }

  private(set) var rows: [Row] = []

  init(_ drawing: String) {
    let lines = drawing.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { Self.trimmed($0) }
    }
    guard let headings = lines.first else { return }
    for cells in lines.dropFirst() {
      precondition(cells.count == headings.count, "a drawn row has \(cells.count) cells: \(cells)")
      rows.append(Row(cells: Dictionary(uniqueKeysWithValues: zip(headings, cells))))
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
