import Columns

extension CSVTable {
  /// The rows whose cells are among the texts wanted, by column name.
  ///
  /// Only these rows are made into strings, so that a file of a million rows is searched in a
  /// moment. What is looked for must stand without quotes: codes, numbers, words, plain paths.
  mutating func rows(where wanted: [String: [String]]) -> [[String: String]] {
    guard let columns = next() else { return [] }
    var tests: [(column: Int, texts: [[UInt8]])] = []
    for (name, texts) in wanted {
      guard let column = columns.firstIndex(of: name) else { return [] }
      tests.append((column, texts.map { Array($0.utf8) }))
    }
    var found: [[String: String]] = []
    while true {
      let start = scanner
      guard scanner.next(in: bytes) else { return found }
      let isWanted = tests.allSatisfy { test in
        guard test.column < scanner.fieldCount else { return false }
        let field = scanner.fieldSpan[test.column]
        return test.texts.contains { text in
          SpanOrder.areEqual(text.span, bytes.span.extracting(field.start..<field.end))
        }
      }
      if !isWanted { continue }
      scanner = start
      if let cells = next() {
        found.append(Dictionary(zip(columns, cells)) { first, _ in first })
      }
    }
  }
}
