/// A table as tests draw it: a line of headings, then a line a row, cells between bars.
struct DrawnTable {
  /// One row: cells by heading; a column that is not drawn has empty cells.
  struct Row {
    fileprivate var cells: [String: String] = [:]

    subscript(heading: String) -> String { cells[heading] ?? "" }

    /// The cell, or what it stands for when empty or not drawn.
    func text(_ heading: String, or standard: String) -> String {
      self[heading].isEmpty ? standard : self[heading]
    }

    /// Whether the cell says yes, not no; `standard` when it is empty or not drawn.
    func says(_ heading: String, or standard: Bool = false) -> Bool {
      switch self[heading] {
      case "yes": true
      case "no": false
      case "": standard
      case let word: preconditionFailure("\(heading) is yes or no, not \(word)")
      }
    }
  }

  private(set) var rows: [Row] = []

  /// Reads a drawing, which may leave columns out but have no others: a heading mistyped would be
  /// a column of empty cells, and the test a weaker one.
  init(_ drawing: String, columns: Set<String>) {
    let lines = drawing.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { Self.trimmed($0) }
    }
    guard let headings = lines.first else { return }
    precondition(columns.isSuperset(of: headings), "columns no rule test has: \(headings)")
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
