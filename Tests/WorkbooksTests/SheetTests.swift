import Testing
import Workbooks

/// How rows and cells find their places.
struct SheetTests {
  @Test(arguments: [
    // With and without references.
    (#"<row r="2">"# + text("a", at: "A2") + text("c", at: "C2") + "</row>", ["2: a||c"]),
    (
      "<row>" + text("a") + "<c/>" + text("c") + "</row><row/><row>" + text("d") + "</row>",
      ["1: a||c", "3: d"]
    ),
    (
      #"<row r="5">"# + text("a", at: "B5") + text("b") + "</row><row>" + text("c") + "</row>",
      ["5: |a|b", "6: c"]
    ),
    // Out of order.
    (
      #"<row r="3">"# + text("c", at: "C3") + text("a", at: "A3") + #"</row><row r="1">"#
        + text("x")
        + "</row>", ["1: x", "3: a||c"]
    ),
    // Small letters, and the last place there is.
    (#"<row r="1048576">"# + text("z", at: "c1048576") + "</row>", ["1048576: ||z"]),
    // Cells without text are none, rows without cells neither.
    (#"<row r="1"><c r="A1" s="1"/><c r="B1" t="str"><v></v></c></row>"#, []),
    // What is not known is passed over.
    (
      "<x:row xmlns:x=\"urn:x\">" + text("a") + "</x:row><row><extLst><ext><c/></ext></extLst>"
        + text("b") + "</row>", ["1: b"]
    ),
    ("<row xmlns=\"urn:x\">" + text("a") + "</row><row>" + text("b") + "</row>", ["1: b"]),
  ])
  func `rows and cells stand where they belong`(_ rows: String, _ expected: [String]) throws {
    #expect(try drawn(DrawnParts(rows: rows).bytes) == expected)
  }

  @Test(arguments: [
    #"<row r="0"/>"#, #"<row r="1048577"/>"#, #"<row r="4294967295"/>"#, #"<row r="-1"/>"#,
    #"<row r="99999999999999999999"/>"#, #"<row r="x"/>"#,
    #"<row r="1048576"/><row/>"#, "<row>" + text("a", at: "ZZZZZZ999") + "</row>",
    "<row>" + text("a", at: "XFE1") + "</row>", "<row>" + text("a", at: "12") + "</row>",
    "<row>" + text("a", at: "") + "</row>",
    "<row>" + text("a", at: "B1") + text("b", at: "B1") + "</row>",
    #"<row r="2">"# + text("a") + #"</row><row r="2">"# + text("b") + "</row>",
    #"<row r="3">"# + text("a") + #"</row><row r="2">"# + text("b") + #"</row><row r="3">"#
      + text("c") + "</row>",
    #"<row><c t="s"><v>0</v></c></row>"#, #"<row><c t="s"><v>-1</v></c></row>"#,
    #"<row><c t="s"><v>18446744073709551616</v></c></row>"#,
    "<row><c><v>1</v><v>2</v></c></row>",
  ])
  func `a place that cannot be is damage, and no value is guessed`(_ rows: String) {
    let error = refusal(DrawnParts(rows: rows).bytes)
    guard case .damaged = error?.problem else {
      Issue.record("\(rows): \(String(describing: error))")
      return
    }
    #expect(error?.place.hasPrefix("sheet \"Staff\"") == true)
  }

  @Test func `the size that a sheet says of itself is not believed`() throws {
    var workbook = DrawnParts(rows: "<row>" + text("a") + "</row>")
    let sheet = workbook.sheet.split(separator: "<sheetData>").joined(
      separator: #"<dimension ref="A1:ZZZZ99999999"/><sheetData>"#)
    workbook.parts[DrawnParts.sheetPart] = sheet
    #expect(try drawn(workbook.bytes) == ["1: a"])
  }

  @Test func `rows keep their numbers behind blank ones, and those at the end are none`() throws {
    let rows = #"<row r="3">"# + text("a") + #"</row><row r="9">"# + text("b")
    let workbook = try Workbook(DrawnParts(rows: rows + #"</row><row r="20"/>"#).bytes)
    let table = try workbook.read(workbook.sheets[0])
    #expect((0..<table.rowCount).map(table.rowNumber) == [3, 9])
  }

  // MARK: - Merged regions

  @Test func `a merged region fills its first column down`() throws {
    var workbook = DrawnParts()
    workbook.rows =
      "<row>" + text("RA2") + text("1") + "</row><row><c/>" + text("2")
      + "</row><row/><row><c/>" + text("4") + "</row><row><c/>" + text("5") + "</row>"
    workbook.behind =
      #"<mergeCells><mergeCell ref="A1:A4"/><mergeCell ref="C1:E1"/></mergeCells>"#
    #expect(
      try drawn(workbook.bytes) == ["1: RA2|1", "2: RA2|2", "4: RA2|4", "5: |5"])
  }

  @Test func `a cell under a merged region keeps a text of its own`() throws {
    var workbook = DrawnParts()
    workbook.rows =
      "<row>" + text("a") + "</row><row>" + text("own") + "</row><row><c/>"
      + text("x") + "</row>"
    workbook.behind = #"<mergeCells><mergeCell ref="A1:B3"/></mergeCells>"#
    #expect(try drawn(workbook.bytes) == ["1: a", "2: own", "3: a|x"])
  }

  @Test(arguments: ["A1:", ":", "A0:A5", "B2:A1", "A1:A9999999", "A1:B2:C3", ""])
  func `a merged region without a place is damage`(_ region: String) {
    #expect(
      faultOfMerging([region]) == "the workbook is damaged: a merged region has no place")
  }

  @Test func `merged regions that overlap are damage`() {
    #expect(
      faultOfMerging(["A1:A4", "A3:A9"]) == "the workbook is damaged: merged regions overlap")
  }

  private func faultOfMerging(_ regions: [String]) -> String? {
    var workbook = DrawnParts(rows: "<row>" + text("a") + "</row>")
    workbook.behind =
      "<mergeCells>" + regions.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
    return refusal(workbook.bytes)?.words
  }
}

/// A cell of text, with its reference where it has one.
private func text(_ text: String, at place: String? = nil) -> String {
  "<c\(place.map { " r=\"\($0)\"" } ?? "") t=\"str\"><v>\(text)</v></c>"
}
