/// What a file that is no delimited text may be, by its first bytes.
package enum WorkbookKind: Sendable, Equatable {
  /// A zip archive, as `.xlsx` is, but `.xlsb`, `.ods` and `.docx` too.
  case archive
  /// A compound file: `.xls`, or a workbook with a password.
  case compound
  /// A web page, as some report programs give it the name of a workbook.
  case webPage
  /// A spreadsheet of 2003 as one XML document.
  case spreadsheetXML

  /// Looks at the first bytes of a file; nil where it may be delimited text.
  package init?(of bytes: Span<UInt8>) {
    if Self.begins(bytes, with: [0x50, 0x4B, 0x03, 0x04])
      || Self.begins(bytes, with: [0x50, 0x4B, 0x05, 0x06])
    {
      self = .archive
    } else if Self.begins(bytes, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compound
    } else if let kind = Self.markup(bytes) {
      self = kind
    } else {
      return nil
    }
  }

  private static func begins(_ bytes: Span<UInt8>, with start: [UInt8]) -> Bool {
    bytes.count >= start.count && start.indices.allSatisfy { bytes[$0] == start[$0] }
  }

  /// Web pages and XML, whose first character is `<`, in UTF-8 or UTF-16.
  private static func markup(_ bytes: Span<UInt8>) -> WorkbookKind? {
    var head = ""
    for index in 0..<min(bytes.count, 2_048) where (1..<0x80).contains(bytes[index]) {
      head.unicodeScalars.append(Unicode.Scalar(bytes[index]))
    }
    head = String(head.drop { $0.isWhitespace }).lowercased()
    guard head.hasPrefix("<") else { return head.hasPrefix("mime-version:") ? .webPage : nil }
    if head.contains("excel.sheet") || head.contains("schemas-microsoft-com:office:spreadsheet") {
      return .spreadsheetXML
    }
    return ["<html", "<!doctype html", "<table", "<meta"].contains { head.contains($0) }
      ? .webPage : nil
  }
}
