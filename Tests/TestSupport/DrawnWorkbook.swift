/// A workbook as a test draws it: sheets of rows, each cell a text.
///
/// Made here part by part, not with our own writer, so that reader and writer cannot agree on a
/// mistake.
package struct DrawnWorkbook {
  private var sheets: [(name: String, isHidden: Bool, markup: String)] = []

  /// A workbook without sheets.
  package init() {}

  /// A workbook of one sheet.
  package init(_ rows: String) { add("Sheet1", rows) }

  /// Adds a sheet; `rows` are lines of cells with commas between them.
  ///
  /// A line is the row of its number; one without cells is left out, as spreadsheets do. A cell
  /// `#12` is the number 12, every other one a text.
  package mutating func add(_ name: String, isHidden: Bool = false, _ rows: String) {
    var markup = ""
    let lines = rows.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      var cells = ""
      for (column, cell) in line.split(separator: ",", omittingEmptySubsequences: false)
        .enumerated()
      where !cell.isEmpty {
        let reference = "r=\"\(Self.letters(of: column))\(index + 1)\""
        cells +=
          cell.hasPrefix("#")
          ? "<c \(reference)><v>\(cell.dropFirst())</v></c>"
          : "<c \(reference) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(Self.escaped(cell))"
            + "</t></is></c>"
      }
      if !cells.isEmpty { markup += "<row r=\"\(index + 1)\">\(cells)</row>" }
    }
    sheets.append((name, isHidden, markup))
  }

  /// The file.
  package var bytes: [UInt8] {
    var zip = StoredZip()
    func add(_ name: String, _ text: String) { zip.add(name, Array(text.utf8)) }
    add(
      "[Content_Types].xml",
      "<Types xmlns=\"\(Self.package)/content-types\">"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>")
    add("_rels/.rels", Self.relationships([("officeDocument", "xl/workbook.xml")]))
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(index + 1)\""
        + (sheet.isHidden ? " state=\"hidden\"" : "") + " r:id=\"r\(index)\"/>"
    }
    add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\"><sheets>\(list.joined())"
        + "</sheets></workbook>")
    add(
      "xl/_rels/workbook.xml.rels",
      Self.relationships(sheets.indices.map { ("worksheet", "sheet\($0).xml") }))
    for (index, sheet) in sheets.enumerated() {
      add(
        "xl/sheet\(index).xml",
        "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(sheet.markup)</sheetData></worksheet>")
    }
    return zip.finished()
  }

  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static func relationships(_ targets: [(kind: String, target: String)]) -> String {
    let all = targets.enumerated().map { index, each in
      "<Relationship Id=\"r\(index)\" Type=\"\(office)/\(each.kind)\" Target=\"\(each.target)\"/>"
    }
    return "<Relationships xmlns=\"\(package)/relationships\">\(all.joined())</Relationships>"
  }

  /// A to Z, AA and on.
  private static func letters(of column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(0x41 + column % 26)))
    return column < 26 ? letter : letters(of: column / 26 - 1) + letter
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}
