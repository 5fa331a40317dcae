import Columns
import Workbooks

/// A workbook whose parts a test writes, as far as they matter to it.
struct DrawnParts {
  /// What stands in `sheetData` of the sheet.
  var rows = ""
  /// What stands behind `sheetData`.
  var behind = ""
  /// What stands in the table of shared texts; nil = there is none.
  var shared: String?
  /// The number formats of the cell formats, by code; a number is one that is built in.
  var formats: [String] = []
  var countsFrom1904 = false
  var namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  var office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  /// The prefix of elements, with its colon.
  var prefix = ""
  var zip = ZipBuilder()
  /// Parts that take the place of the usual ones, or come besides; nil takes one away.
  var parts: [String: String?] = [:]

  static let sheetPart = "xl/worksheets/sheet1.xml"

  /// The file.
  var bytes: [UInt8] { zip.archive(files.map { ($0.name, Array($0.text.utf8)) }) }

  /// The parts by name, in a fixed order.
  var files: [(name: String, text: String)] {
    var all: [String: String] = [
      "_rels/.rels": Self.relationships([("rId1", "\(office)/officeDocument", "xl/workbook.xml")]),
      "xl/workbook.xml": workbook,
      "xl/_rels/workbook.xml.rels": Self.relationships([
        ("rId1", "\(office)/worksheet", "worksheets/sheet1.xml"),
        ("rId2", "\(office)/styles", "styles.xml"),
        ("rId3", "\(office)/sharedStrings", "sharedStrings.xml"),
      ]),
      Self.sheetPart: sheet,
      "xl/styles.xml": styles,
    ]
    if let shared { all["xl/sharedStrings.xml"] = element("sst", shared) }
    for (name, text) in parts { all[name] = text }
    return all.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  static func relationships(_ all: [(id: String, type: String, target: String)]) -> String {
    let lines = all.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\($0.type)\" Target=\"\($0.target)\"/>"
    }
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return "<Relationships xmlns=\"\(namespace)\">\(lines.joined())</Relationships>"
  }

  /// The list of one sheet, or of those that are given.
  func workbook(sheets: String) -> String {
    let properties = countsFrom1904 ? "<\(prefix)workbookPr date1904=\"1\"/>" : ""
    return element("workbook", "\(properties)<\(prefix)sheets>\(sheets)</\(prefix)sheets>")
  }

  private var workbook: String {
    workbook(sheets: "<\(prefix)sheet name=\"Staff\" sheetId=\"1\" r:id=\"rId1\"/>")
  }

  var sheet: String {
    element("worksheet", "<\(prefix)sheetData>\(rows)</\(prefix)sheetData>\(behind)")
  }

  private var styles: String {
    var codes = ""
    var cells = ""
    for (index, format) in formats.enumerated() {
      let id = Int(format) ?? 200 + index
      if Int(format) == nil || format.hasPrefix("0") {
        let code = format.split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "&quot;")
        codes += "<\(prefix)numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(code)\"/>"
        cells += "<\(prefix)xf numFmtId=\"\(200 + index)\"/>"
      } else {
        cells += "<\(prefix)xf numFmtId=\"\(id)\"/>"
      }
    }
    return element(
      "styleSheet",
      "<\(prefix)numFmts>\(codes)</\(prefix)numFmts><\(prefix)cellStyleXfs>"
        + "<\(prefix)xf numFmtId=\"14\"/></\(prefix)cellStyleXfs><\(prefix)cellXfs>"
        + "\(cells)</\(prefix)cellXfs>")
  }

  private func element(_ name: String, _ content: String) -> String {
    let colon = prefix.isEmpty ? "" : ":" + prefix.dropLast()
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><\(prefix)\(name) "
      + "xmlns\(colon)=\"\(namespace)\" xmlns:r=\"\(office)\">\(content)</\(prefix)\(name)>"
  }
}

/// What a reader sees of a workbook, row by row, as `3: a|b`.
func drawn(_ bytes: [UInt8], sheet: Int = 0) throws -> [String] {
  let workbook = try Workbook(bytes)
  let table = try workbook.read(workbook.sheets[sheet])
  return (0..<table.rowCount).map { row in
    "\(table.rowNumber(row)): " + cells(table, row).joined(separator: "|")
  }
}

/// The texts of a row.
func cells(_ table: SheetTable, _ row: Int) -> [String] {
  var fields: [Field] = []
  table.fill(&fields, row: row)
  return fields.map { field in
    String(decoding: (field.start..<field.end).map { table.text.span[$0] }, as: UTF8.self)
  }
}

/// The error that a file is refused with; nil where it is read, all its sheets.
func refusal(_ bytes: [UInt8]) -> WorkbookError? {
  do {
    let workbook = try Workbook(bytes)
    for sheet in workbook.sheets { _ = try workbook.read(sheet) }
    return nil
  } catch {
    return error
  }
}
