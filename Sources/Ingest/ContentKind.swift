import Columns
import Workbooks

/// What a file holds, by its first bytes: its name is not believed.
package enum ContentKind: Sendable, Equatable {
  /// Text with columns.
  case delimited
  /// A zip archive, which a workbook (.xlsx) is.
  case workbook
  /// An OLE container: a workbook of Excel 97 to 2003, or one with a password.
  case container
  /// An ESR Generic Outbound file: its first line is `HDR~…`.
  case outbound

  /// How many bytes of the front of a file must be looked at.
  static let byteCount = 8

  /// The kind of a file that begins with `front`, its first ``byteCount`` bytes or all it has.
  package init(front: Span<UInt8>) {
    switch WorkbookKind(of: front) {
    case .archive: self = .workbook
    case .compound: self = .container
    // Told once the file is read whole: of markup there is too little here.
    case .webPage, .spreadsheetXML: self = .delimited
    case nil:
      let isOutbound = ["HDR~", "\u{FEFF}HDR~"].contains { begin in
        let bytes = begin.utf8.span
        return front.count >= bytes.count
          && SpanOrder.areEqual(front.extracting(first: bytes.count), bytes)
      }
      self = isOutbound ? .outbound : .delimited
    }
  }
}
