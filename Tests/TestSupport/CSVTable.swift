/// A CSV file as a spreadsheet would show it: rows of cells by heading.
///
/// A reader of its own, slow and plain, so that tests do not read the program's output with the
/// program's own reader.
package struct CSVTable: Sendable {
  /// The headings in order.
  package let headings: [String]
  /// The rows: cells by heading.
  package let rows: [[String: String]]

  /// Reads UTF-8 with or without byte order mark, commas, RFC 4180 quotes.
  package init(_ text: String) {
    var scalars = Array(text.unicodeScalars)[...]
    if scalars.first == "\u{FEFF}" { scalars = scalars.dropFirst() }
    var records: [[String]] = []
    var record: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          cell.append(scalar)
        } else if scalars.first == "\"" {
          scalars = scalars.dropFirst()
          cell.append("\"")
        } else {
          isQuoted = false
        }
        continue
      }
      switch scalar {
      case "\"": isQuoted = true
      case ",":
        record.append(String(cell))
        cell = String.UnicodeScalarView()
      case "\r", "\n":
        if scalar == "\r", scalars.first == "\n" { scalars = scalars.dropFirst() }
        record.append(String(cell))
        cell = String.UnicodeScalarView()
        records.append(record)
        record = []
      default: cell.append(scalar)
      }
    }
    headings = records.first ?? []
    let names = headings
    rows = records.dropFirst().map { cells in
      Dictionary(zip(names, cells)) { first, _ in first }
    }
  }

  /// Reads a file; an empty table where there is none.
  package init(file path: String) {
    self.init(FolderContents.text(of: path) ?? "")
  }

  /// All cells under a heading.
  package func column(_ heading: String) -> [String] { rows.map { $0[heading] ?? "" } }
}
