import Columns
import TestSupport
import Testing

struct PlainRowTests {
  @Test(arguments: 0..<UInt64(200))
  func `plain rows have the fields that the scanner finds, and end where a row is not plain`(
    seed: UInt64
  ) {
    var random = SplitMix64(seed: seed)
    let width = Int.random(in: 2...5, using: &random)
    let delimiter: UInt8 = seed % 4 == 0 ? 0x09 : 0x2C
    let bytes = Self.rows(width, delimiter, &random)
    let text = PaddedBytes(bytes)
    var scanner = RecordScanner(delimiter: delimiter)
    var table = CellTable(width: width, text: text)
    var position = 0
    while position < text.count {
      table.truncate(to: 0)
      let next = table.appendPlainRows(from: position, delimiter: delimiter)
      for row in 0..<table.rowCount {
        let isRead = scanner.next(in: text)
        #expect(isRead)
        #expect(Self.isPlain(scanner, bytes, width))
        for (column, field) in scanner.fields.enumerated() {
          let cell = table[row, column]
          #expect(cell.indices.map { cell[$0] } == Array(bytes[field.start..<field.end]))
        }
        let isEmpty = table[row, width].isEmpty
        #expect(isEmpty)
      }
      #expect(next == scanner.position)
      position = next
      if table.isFull { continue }
      guard scanner.next(in: text) else { break }
      #expect(!Self.isPlain(scanner, bytes, width))
      position = scanner.position
    }
  }

  /// Whether a record needs no second look, by the plain reading of the rule.
  private static func isPlain(_ record: RecordScanner, _ bytes: [UInt8], _ width: Int) -> Bool {
    let end = bytes[record.end...].prefix(2)
    guard record.fieldCount == width, record.lineCount == 1, record.unclosedQuoteLine == nil,
      !record.hasMisplacedQuote, end.first == 0x0A || end.elementsEqual([0x0D, 0x0A]),
      let text = String(validating: bytes[record.start..<record.end], as: UTF8.self),
      text.unicodeScalars.allSatisfy({ ("\u{1}"..."\u{7F}" ~= $0) || ("À"..."\u{7FF}" ~= $0) })
    else { return false }
    return record.fields.allSatisfy { field in
      let field = bytes[field.start..<field.end]
      guard let first = field.first, let last = field.last else { return true }
      return !field.contains(0x22)
        && ![first, last].contains { $0 <= 0x20 || $0 == 0x3D || $0 == 0x27 }
    }
  }

  /// What makes a row of plain fields another row, most of them not plain.
  private static let oddities: [[UInt8]] =
    textOddities.map { Array($0.utf8) } + [
      [0xE9], [0xC3], [0xA9], [0xC3, 0xC3, 0xA9], [0xC3, 0xA9, 0xA9], [0x61, 0xC3, 0x28],
    ]

  private static let textOddities = [
    "é", "éa", "aé", "łódź", "\u{7FF}", "\u{800}", "a\u{A0}", "a€b", "a𝄞b", "\"é\"", "é\"",
    " a", "a ", "'a", "a'", "=a", "a\"b", "\"a\"b", "a\u{0}b", "aéb", "a\rb", "a\u{7F}", "\u{1}",
    "\"a b\"", "\"\"", "\"\"\"\"", "\"a\"\"b\"", "\" a\"", "\"a \"", "\"a,b\tc\"", "\"a\nb\"", "\"",
    "\"a\r\n\"", "\"a\" ", "a,b", "a\tb", "a\nb",
  ]

  /// Rows of which most are plain, of all lengths to some hundred bytes.
  private static func rows(
    _ width: Int, _ delimiter: UInt8, _ random: inout SplitMix64
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<300 {
      let oddity = Int.random(in: 0..<90, using: &random)
      let oddField = Int.random(in: 0..<width, using: &random)
      for field in 0..<width {
        if field > 0 { bytes.append(delimiter) }
        if field == oddField, oddity < oddities.count {
          bytes += oddities[oddity]
          continue
        }
        let isQuoted = Int.random(in: 0..<30, using: &random) == 0
        if isQuoted { bytes.append(0x22) }
        let length = Int.random(in: 0...40, using: &random) * Int.random(in: 0...1, using: &random)
        for _ in 0..<length { bytes.append(UInt8.random(in: 0x28...0x2B, using: &random)) }
        if isQuoted { bytes.append(0x22) }
      }
      bytes += Int.random(in: 0...1, using: &random) == 0 ? [0x0A] : [0x0D, 0x0A]
      if oddity == 89 { bytes.append(0x0A) }
    }
    if Int.random(in: 0...1, using: &random) == 0 { bytes.removeLast() }
    return bytes
  }
}
