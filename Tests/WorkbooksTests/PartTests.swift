import Testing
import Workbooks

/// How a workbook's parts are found, whoever made it.
struct PartTests {
  private static let rows = #"<row r="1"><c r="A1" t="str"><v>a</v></c></row>"#
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let prefixedRows =
    #"<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>"#

  @Test(arguments: [false, true], [false, true])
  func `transitional and strict, with and without a prefix`(
    _ isStrict: Bool, _ hasPrefix: Bool
  ) throws {
    var workbook = DrawnParts(rows: hasPrefix ? Self.prefixedRows : Self.rows)
    if hasPrefix { workbook.prefix = "x:" }
    if isStrict {
      workbook.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
      workbook.office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    }
    #expect(try drawn(workbook.bytes) == ["1: a"])
  }

  @Test(arguments: [
    ("worksheets/sheet1.xml", DrawnParts.sheetPart),
    ("/xl/worksheets/sheet1.xml", DrawnParts.sheetPart),
    ("../xl/./worksheets/sheet1.xml", DrawnParts.sheetPart),
    ("worksheets\\sheet1.xml", "xl\\worksheets\\sheet1.xml"),
    ("Worksheets/Sheet1.XML", "/xl/worksheets/sheet1.xml"),
    ("my%20sheet%C3%A9.xml", "./xl/my sheeté.xml"), ("100%25.xml", "xl/100%.xml"),
    ("/elsewhere.xml", "elsewhere.xml"),
  ])
  func `a part is found by its relationship`(_ target: String, _ name: String) throws {
    var workbook = DrawnParts(rows: Self.rows)
    let sheet = workbook.sheet
    workbook.parts[DrawnParts.sheetPart] = .some(nil)
    workbook.parts[name] = sheet
    workbook.parts["xl/_rels/workbook.xml.rels"] = DrawnParts.relationships([
      ("rId1", "\(Self.office)/worksheet", target)
    ])
    #expect(try drawn(workbook.bytes) == ["1: a"])
  }

  @Test func `sheets come in the order of their tabs, and hidden ones are told`() throws {
    var workbook = DrawnParts(rows: Self.rows)
    workbook.parts["xl/workbook.xml"] = workbook.workbook(
      sheets: #"<sheet name="B" sheetId="7" r:id="rId2"/><sheet name="Chart" r:id="rId3"/>"#
        + #"<sheet name="A" state="hidden" r:id="rId1"/>"#
        + #"<sheet name="C &amp; D" state="veryHidden" r:id="rId1"/>"#)
    workbook.parts["xl/_rels/workbook.xml.rels"] = DrawnParts.relationships([
      ("rId1", "\(Self.office)/worksheet", "worksheets/sheet1.xml"),
      ("rId2", "\(Self.office)/worksheet", "worksheets/sheet2.xml"),
      ("rId3", "\(Self.office)/chartsheet", "chartsheets/sheet1.xml"),
    ])
    workbook.parts["xl/worksheets/sheet2.xml"] =
      DrawnParts(
        rows: #"<row><c><v>2</v></c></row>"#
      ).sheet
    let bytes = workbook.bytes
    let read = try Workbook(bytes)
    #expect(read.sheets.map(\.name) == ["B", "A", "C & D"])
    #expect(read.sheets.map(\.isHidden) == [false, true, true])
    #expect(try drawn(bytes) == ["1: 2"])
    #expect(try drawn(bytes, sheet: 1) == ["1: a"])
  }

  @Test func `a workbook without formats, shared texts or a main relationship is read`() throws {
    var workbook = DrawnParts(rows: Self.rows)
    workbook.parts["xl/styles.xml"] = .some(nil)
    workbook.parts["_rels/.rels"] = .some(nil)
    #expect(try drawn(workbook.bytes) == ["1: a"])
  }

  @Test func `a sheet whose part is missing is damage, not a sheet without rows`() {
    var workbook = DrawnParts(rows: Self.rows)
    workbook.parts[DrawnParts.sheetPart] = .some(nil)
    #expect(refusal(workbook.bytes)?.description.contains("sheet \"Staff\"") == true)
    workbook.parts[DrawnParts.sheetPart] = "<worksheet/>"
    #expect(refusal(workbook.bytes) != nil)
  }

  @Test func `a part may be UTF-16`() throws {
    let workbook = DrawnParts(rows: "<row><c t=\"str\"><v>Zoë</v></c></row>")
    let files = workbook.files.map { name, text -> (name: String, bytes: [UInt8]) in
      guard name == DrawnParts.sheetPart else { return (name, Array(text.utf8)) }
      let units = ("\u{FEFF}" + text.split(separator: "UTF-8").joined(separator: "UTF-16")).utf16
      return (name, units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    }
    #expect(try drawn(ZipBuilder().archive(files)) == ["1: Zoë"])
  }

  @Test(arguments: 0..<5)
  func `archives of every make are read`(_ make: Int) throws {
    var workbook = DrawnParts(rows: Self.rows)
    switch make {
    case 0: workbook.zip.isPacked = false
    case 1: workbook.zip.hasDescriptors = true
    case 2: workbook.zip.isZip64 = true
    case 3: workbook.zip.front = Array("#!/bin/sh\n".utf8)
    default: break
    }
    var bytes = workbook.bytes
    if make == 4 { bytes += Array("behind the end".utf8) }
    if make == 3 { bytes.replaceSubrange(0..<4, with: [0x50, 0x4B, 3, 4]) }
    #expect(try drawn(bytes) == ["1: a"])
  }
}
