/// Puts the sheets of a workbook together: an `.xlsx` file whose bytes follow from its cells alone.
///
/// It holds what it must and no more: no properties of a document or person, no hidden sheet, no
/// name, formula, link or comment. (The packed bytes are zlib's: another make of it may pack the
/// same cells in other bytes.)
///
///     var sheet = SheetWriter(name: "reconciled", columns: [SheetColumn("employee_number")])
///     sheet.text("00012345")
///     sheet.endRow()
///     var workbook = WorkbookWriter()
///     workbook.add(sheet)
///     write(workbook.finish())
package struct WorkbookWriter {
  private var names: [String] = []
  /// The packed parts of the sheets.
  private var parts: [(packed: [UInt8], count: Int, checksum: UInt32)] = []

  /// Begins a workbook.
  package init() {}

  /// Adds a sheet; one with too many rows becomes several: `name`, `name 2`.
  package mutating func add(_ sheet: consuming SheetWriter) {
    let name = sheet.name
    let columns = sheet.columns
    for (index, body) in sheet.bodies().enumerated() {
      names.append(index == 0 ? name : "\(name) \(index + 1)")
      var head = Deflater()
      head.write(
        Array(
          SheetMarkup.head(columns, widths: body.widths, isFirst: names.count == 1).utf8))
      head.finishPiece()
      parts.append(
        (
          packed: head.packed + body.packed, count: head.count + body.count,
          checksum: Deflater.combined(head.checksum, body.checksum, count: body.count)
        ))
    }
  }

  /// The file's bytes.
  ///
  /// - Precondition: a sheet was added.
  package consuming func finish() -> [UInt8] {
    precondition(!names.isEmpty, "a workbook has a sheet at least")
    var archive = ZipWriter()
    archive.add("[Content_Types].xml", contentTypes)
    archive.add("_rels/.rels", Self.mainRelationship)
    archive.add("xl/workbook.xml", workbook)
    archive.add("xl/_rels/workbook.xml.rels", relationships)
    archive.add("xl/styles.xml", Self.styles)
    for (index, part) in parts.enumerated() {
      archive.add(
        "xl/worksheets/sheet\(index + 1).xml", packed: part.packed, unpackedCount: part.count,
        checksum: part.checksum)
    }
    archive.finish()
    return archive.bytes
  }

  // MARK: - Parts

  private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml."
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/"

  private var workbook: String {
    let sheets = names.enumerated().map { index, name in
      "<sheet name=\"\(name)\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
    }
    return SheetMarkup.declaration
      + "<workbook xmlns=\"\(SheetMarkup.namespace)\" xmlns:r=\"\(Self.office)\"><bookViews>"
      + "<workbookView/></bookViews><sheets>\(sheets.joined())</sheets></workbook>"
  }

  private var relationships: String {
    let sheets = names.indices.map { index in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(Self.office)/worksheet\" "
        + "Target=\"worksheets/sheet\(index + 1).xml\"/>"
    }
    return SheetMarkup.declaration
      + "<Relationships xmlns=\"\(Self.package)relationships\">\(sheets.joined())"
      + "<Relationship Id=\"rId\(names.count + 1)\" Type=\"\(Self.office)/styles\" "
      + "Target=\"styles.xml\"/></Relationships>"
  }

  private static let mainRelationship =
    SheetMarkup.declaration
    + "<Relationships xmlns=\"\(package)relationships\"><Relationship Id=\"rId1\" "
    + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"

  private var contentTypes: String {
    let sheets = names.indices.map { index in
      "<Override PartName=\"/xl/worksheets/sheet\(index + 1).xml\" "
        + "ContentType=\"\(Self.types)worksheet+xml\"/>"
    }
    return SheetMarkup.declaration
      + "<Types xmlns=\"\(Self.package)content-types\"><Default Extension=\"rels\" "
      + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override "
      + "PartName=\"/xl/workbook.xml\" ContentType=\"\(Self.types)sheet.main+xml\"/>"
      + sheets.joined() + "<Override PartName=\"/xl/styles.xml\" "
      + "ContentType=\"\(Self.types)styles+xml\"/></Types>"
  }

  /// General, text, day and heading, in the order of ``SheetWriter/Format``; 49 is `@`.
  private static let styles =
    SheetMarkup.declaration
    + "<styleSheet xmlns=\"\(SheetMarkup.namespace)\"><numFmts count=\"1\"><numFmt "
    + "numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><fonts count=\"2\"><font><sz val=\"11\"/>"
    + "<name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/>"
    + "<name val=\"Calibri\"/></font></fonts><fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
    + "patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor "
    + "rgb=\"FFD9E5F2\"/></patternFill></fill></fills><borders count=\"1\"><border><left/><right/>"
    + "<top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" "
    + "fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"4\">"
    + format(0, font: 0, fill: 0) + format(49, font: 0, fill: 0) + format(164, font: 0, fill: 0)
    + format(49, font: 1, fill: 2) + "</cellXfs><cellStyles count=\"1\"><cellStyle "
    + "name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"

  private static func format(_ number: Int, font: Int, fill: Int) -> String {
    "<xf numFmtId=\"\(number)\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"0\" xfId=\"0\" "
      + "applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\"/>"
  }
}
