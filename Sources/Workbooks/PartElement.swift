/// The elements of a workbook's parts that are looked at.
enum PartElement: UInt8 {
  // Any part.
  case other
  /// No element: what the root stands in.
  case document
  // Relationships.
  case relationships, relationship
  // The workbook.
  case workbook, workbookProperties, sheets, sheet
  // Shared texts, and texts in cells.
  case sharedTexts, sharedText, run, text
  // Formats.
  case styles, numberFormats, numberFormat, cellFormats, cellFormat
  // A sheet.
  case worksheet, sheetData, row, cell, value, inlineText, mergedCells, mergedCell

  /// What an element of the spreadsheet's or the relationships' namespace is.
  ///
  /// - Parameter name: The name without its prefix, ending with 0.
  init(name: UnsafePointer<UInt8>) {
    // Nearly all elements of a sheet have one letter.
    if unsafe name[0] != 0, unsafe name[1] == 0 {
      switch unsafe name[0] {
      case UInt8(ascii: "c"): self = .cell
      case UInt8(ascii: "v"): self = .value
      case UInt8(ascii: "t"): self = .text
      case UInt8(ascii: "r"): self = .run
      default: self = .other
      }
      return
    }
    // Safe: names end with 0, and a comparison ends at the first difference.
    self = Self.names.first { unsafe $0.name.isEqual(to: name) }?.element ?? .other
  }

  /// The namespaces whose elements these are.
  static let namespaces: [StaticString] = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
  ]

  /// The more often one occurs, the earlier it stands.
  private static let names: [(name: StaticString, element: PartElement)] = [
    ("is", .inlineText), ("si", .sharedText), ("row", .row), ("mergeCell", .mergedCell),
    ("xf", .cellFormat), ("Relationship", .relationship), ("sheet", .sheet),
    ("numFmt", .numberFormat), ("worksheet", .worksheet), ("sheetData", .sheetData),
    ("mergeCells", .mergedCells), ("sst", .sharedTexts), ("styleSheet", .styles),
    ("numFmts", .numberFormats), ("cellXfs", .cellFormats), ("workbook", .workbook),
    ("workbookPr", .workbookProperties), ("sheets", .sheets),
    ("Relationships", .relationships),
  ]
}

extension StaticString {
  /// Whether it is the text that ends with 0 at a pointer.
  func isEqual(to text: UnsafePointer<UInt8>) -> Bool {
    withUTF8Buffer { own in
      var index = 0
      // Safe: the text ends with 0, which no byte of a name is, so no byte behind it is read.
      while index < own.count {
        if unsafe own[index] != text[index] { return false }
        index += 1
      }
      return unsafe text[own.count] == 0
    }
  }
}
