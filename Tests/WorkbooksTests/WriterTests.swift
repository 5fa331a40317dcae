import Testing
import TestSupport
import Workbooks

/// What is written can be read, and holds no more than it should.
struct WriterTests {
  private static func workbook(_ rows: [[String]], rowsPerSheet: Int = 1_048_576) -> [UInt8] {
    let columns = (rows.first ?? [""]).indices.map { SheetColumn("column_\($0)") }
    var sheet = SheetWriter(name: "things", columns: columns, rowsPerSheet: rowsPerSheet)
    for row in rows {
      for cell in row { sheet.text(cell) }
      sheet.endRow()
    }
    var workbook = WorkbookWriter()
    workbook.add(sheet)
    return workbook.finish()
  }

  @Test(arguments: [
    "00012345", "=1+1", "+44 20", "-5", "@a", "a,b\"c\"", "a\nb", "a\r\nb\tc", " a ", "<&>'",
    "_x000D_", "_x0041", "__x0041_", "Zoë 😀", "\u{1}\u{1F}", "\u{FFFE}a\u{FFFF}", "1E5", "TRUE",
    "2026-01-31", "\u{7F}\u{85}",
  ])
  func `a text comes back as it was`(_ text: String) throws {
    #expect(try drawn(Self.workbook([[text, "x"]])) == ["1: column_0|column_1", "2: \(text)|x"])
  }

  @Test(arguments: 0..<UInt64(50))
  func `any texts come back as they were`(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let scalars: [Unicode.Scalar] = [
      "a", "_", "x", "0", "5", "F", "<", "&", ">", "\"", " ", "\n", "\r", "\t", "é", "😀", "\u{2}",
      "\u{FFFE}", "\u{FFFF}", "\u{FFFD}", "\u{EFBF}",
    ]
    let rows = (0..<20).map { _ in
      (0..<4).map { _ in
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<12, using: &generator) {
          text.append(scalars[Int.random(in: 0..<scalars.count, using: &generator)])
        }
        return String(text)
      } + ["end"]
    }
    let read = try drawn(Self.workbook(rows)).dropFirst()
    #expect(
      Array(read)
        == rows.enumerated().map { "\($0.offset + 2): " + $0.element.joined(separator: "|") })
  }

  @Test func `numbers and days are numbers and days`() throws {
    var sheet = SheetWriter(name: "a", columns: ["n", "d", "e", "t"].map { SheetColumn($0) })
    sheet.number("-12.5")
    sheet.day(20_484, text: "2026-01-31")
    sheet.empty()
    sheet.day(-30_000, text: "1887-11-12")
    sheet.endRow()
    sheet.empty()
    sheet.empty()
    sheet.empty()
    sheet.empty()
    sheet.endRow()
    sheet.number("7")
    sheet.empty()
    sheet.empty()
    sheet.empty()
    sheet.endRow()
    #expect(sheet.rowCount == 3)
    var workbook = WorkbookWriter()
    workbook.add(sheet)
    #expect(
      try drawn(workbook.finish()) == ["1: n|d|e|t", "2: -12.5|2026-01-31||1887-11-12", "4: 7"])
  }

  @Test func `a sheet that is full goes on in another`() throws {
    let rows = (1...7).map { ["", "row \($0)"] }
    let bytes = Self.workbook(rows, rowsPerSheet: 4)
    let workbook = try Workbook(bytes)
    #expect(workbook.sheets.map(\.name) == ["things", "things 2", "things 3"])
    #expect(try drawn(bytes) == ["1: column_0|column_1", "2: |row 1", "3: |row 2", "4: |row 3"])
    #expect(try drawn(bytes, sheet: 2) == ["1: column_0|column_1", "2: |row 7"])
  }

  @Test func `the same cells give the same bytes`() {
    let rows = (0..<3_000).map { ["\($0)", String($0 * 7_919, radix: 36), "same"] }
    #expect(Self.workbook(rows) == Self.workbook(rows))
  }

  @Test func `a text that no cell can hold is cut at a whole character`() throws {
    let long = String(repeating: "😀", count: 20_000)
    let read = try drawn(Self.workbook([[long]]))
    #expect(read.last == "2: " + String(repeating: "😀", count: 16_383))
  }

  @Test func `a workbook holds its sheets and nothing of a person`() throws {
    let bytes = Self.workbook([["a", "b"]])
    var names: [String] = []
    for place in 0..<(bytes.count - 46) where bytes[place..<(place + 4)] == [0x50, 0x4B, 1, 2] {
      names.append(
        String(decoding: bytes[(place + 46)..<(place + 46 + Int(bytes[place + 28]))], as: UTF8.self)
      )
      // Midnight on 1 January 1980; no attributes and no extra fields.
      #expect(bytes[(place + 12)..<(place + 16)] == [0, 0, 0x21, 0])
      #expect(bytes[(place + 30)..<(place + 42)].allSatisfy { $0 == 0 })
    }
    #expect(
      names == [
        "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
        "xl/styles.xml", "xl/worksheets/sheet1.xml",
      ])
  }
}
