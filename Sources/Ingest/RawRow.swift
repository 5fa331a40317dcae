import Columns
import Vocabulary

/// A row as it stood, for the auditor: the column `raw` of `rejects.csv` (contract section 8).
enum RawRow {
  /// Appends the content of a quoted field, of each doubled quote only one.
  static func appendUnquoted(_ content: Span<UInt8>, to result: inout [UInt8]) {
    var index = 0
    while index < content.count {
      result.append(content[index])
      index += content[index] == 0x22 ? 2 : 1
    }
  }

  /// Cells joined by the delimiter, those that no one asked for, access codes and NI numbers empty.
  static func text(
    _ fields: [Field], of text: borrowing PaddedBytes, _ layout: FileLayout
  ) -> [UInt8] {
    var result: [UInt8] = []
    for (place, field) in fields.enumerated() {
      if place > 0 { result.append(layout.delimiter) }
      guard place < layout.columns.count, let column = layout.columns[place],
        !secretColumns.contains(column), !layout.linkagePlaces.contains(place)
      else { continue }
      let content = text.span.extracting(field.start..<field.end)
      if field.hasDoubledQuotes {
        appendUnquoted(content, to: &result)
      } else {
        result.append(contentsOf: content)
      }
      if result.count > Limits.rejectBytes { break }
    }
    return result
  }

  private static let secretColumns: Set<ColumnName> = [
    .niNumber, .accessCode, .efcCode, .digitalResourceCode,
  ]
}
