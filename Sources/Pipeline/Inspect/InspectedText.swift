import Ingest
import Records
import Vocabulary

/// How a file is read, in words and tables for a terminal.
struct InspectedText {
  let showsValues: Bool
  let asOf: CalendarDay

  /// The width of a value in the table of first rows.
  private static let valueWidth = 14
  /// The width of a heading in the table of headings.
  private static let headingWidth = 34

  /// Describes a text file, or one sheet.
  func describe(
    _ file: InspectedFile, _ reading: Inspection.Reading, in text: inout TerminalText
  ) {
    let account = file.account
    text.heading(
      "Source \(reading.source.rawValue)"
        + (account.sheets.first.map { ", sheet \(Display.quoted($0))" } ?? ""))
    text.item("encoding: \(account.encodings.joined(separator: ", "))")
    if let delimiter = file.delimiter { text.item("delimiter: \(Self.name(of: delimiter))") }
    text.item(
      file.headerLine == 0
        ? "header: none, and none is needed"
        : "header: \(file.delimiter == nil ? "row" : "line") \(file.headerLine)")
    text.item("layout: \(account.layout ?? "none is needed")")
    for warning in account.warnings { text.item("warning: \(warning)") }
    if reading.needsOrganisation {
      text.item(
        "no column has the organisation's code: put  organisation: \"…\"  into its block")
    }
    headings(file, in: &text)
    rows(file, in: &text)
    samples(file, in: &text)
  }

  private static func name(of delimiter: UInt8) -> String {
    switch delimiter {
    case 0x2C: "comma"
    case 0x3B: "semicolon"
    case 0x09: "tab"
    default: String(UnicodeScalar(delimiter))
    }
  }

  private func headings(_ file: InspectedFile, in text: inout TerminalText) {
    guard !file.headings.isEmpty else { return }
    text.heading("Headings")
    for heading in file.headings {
      guard let column = heading.column else { continue }
      text.row("  \(Self.left(heading.text, Self.headingWidth))  \(column.rawValue)")
    }
    let unread = file.headings.filter { $0.column == nil && !$0.text.allSatisfy(\.isWhitespace) }
    if !unread.isEmpty {
      text.say("Not read: \(unread.map { Display.plain($0.text) }.joined(separator: ", ")).")
    }
    if !file.absent.isEmpty {
      text.say("Not there: \(file.absent.map(\.rawValue).joined(separator: ", ")).")
    }
  }

  private func rows(_ file: InspectedFile, in text: inout TerminalText) {
    let account = file.account
    text.heading("Rows")
    text.item(
      "\(account.rowsRead) read: \(account.accepted) accepted, \(account.rejected) rejected")
    for (reason, count) in file.rejects { text.more("\(reason.rawValue): \(count)") }
    if account.blank > 0 { text.item("\(account.blank) blank") }
    if account.skipped > 0 { text.item("\(account.skipped) skipped: totals or end lines") }
    for (column, count) in file.faults {
      text.item("\(column.rawValue): \(count) unreadable, taken as missing")
    }
  }

  private func samples(_ file: InspectedFile, in text: inout TerminalText) {
    guard !file.samples.isEmpty else { return }
    text.heading("The first rows as they are understood")
    if !showsValues { text.say("Personal values are masked; --show-values shows them.") }
    let columns = file.samples[0].cells.map(\.column)
    let width = columns.map(\.rawValue.count).max() ?? 0
    let lines = file.samples.map {
      Self.left("\(file.delimiter == nil ? "row" : "line") \($0.line)", Self.valueWidth)
    }
    text.row(Self.trimmed("  \(Self.left("", width))  \(lines.joined(separator: "  "))"))
    for (index, column) in columns.enumerated() {
      let cells = file.samples.map { sample in
        let cell = UnderstoodCell(sample.cells[index].text, column, asOf: asOf)
        return Self.left(
          cell.shown(values: showsValues, width: Self.valueWidth), Self.valueWidth)
      }
      text.row(
        Self.trimmed("  \(Self.left(column.rawValue, width))  \(cells.joined(separator: "  "))"))
    }
    let isAnyUnreadable = file.samples.contains { sample in
      sample.cells.contains { UnderstoodCell($0.text, $0.column, asOf: asOf).isUnreadable }
    }
    if isAnyUnreadable { text.say("?? = text of the wrong kind, taken as missing.") }
  }

  /// Text on one line at the left of a column so wide.
  private static func left(_ text: String, _ width: Int) -> String {
    let shown = Display.plain(text)
    return shown + String(repeating: " ", count: max(0, width - shown.count))
  }

  private static func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
