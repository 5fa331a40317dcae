import Testing
import TestSupport
import Workbooks

/// Files that are refused, each with a word that helps.
struct RefusalTests {
  private static let rows = #"<row r="1"><c r="A1" t="str"><v>a</v></c></row>"#

  /// A compound file with a stream of a name.
  private static func compound(_ name: String) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 1_016)
    var entry = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    entry += [UInt8](repeating: 0, count: 64 - entry.count)
    return bytes + entry + [UInt8(2 * name.utf16.count + 2), 0, 2]
      + [UInt8](repeating: 0, count: 61)
  }

  private static func archive(_ names: String...) -> [UInt8] {
    ZipBuilder().archive(names.map { ($0, Array("<a/>".utf8)) })
  }

  @Test(arguments: [
    (compound("EncryptedPackage"), WorkbookError.Problem.passwordProtected),
    (compound("Workbook"), .oldWorkbook), (compound("Book"), .oldWorkbook),
    (compound("WordDocument"), .otherDocument),
    (Array(compound("Book").prefix(600)), .otherDocument),
    (archive("xl/workbook.bin"), .binaryWorkbook),
    (archive("mimetype", "content.xml"), .openDocument),
    (archive("Index/Document.iwa"), .appleNumbers), (archive("a.csv"), .otherArchive),
    (Array("<html><body><table><tr><td>1</td></tr></table></body></html>".utf8), .webPage),
    (
      Array("\u{FEFF}<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>".utf8),
      .spreadsheetXML
    ),
    (Array("a,b\n1,2\n".utf8), .otherDocument), ([], .otherDocument),
  ])
  func `another kind of file is told what it is`(_ bytes: [UInt8], _ problem: WorkbookError.Problem)
  {
    let error = refusal(bytes)
    #expect(error?.problem == problem)
    #expect(error?.description.contains("\n") == false)
  }

  @Test func `a document with a word processor's parts is no workbook`() {
    var workbook = DrawnParts()
    workbook.parts["_rels/.rels"] = DrawnParts.relationships([
      ("rId1", "\(workbook.office)/officeDocument", "word/document.xml")
    ])
    #expect(refusal(workbook.bytes)?.problem == .otherDocument)
  }

  @Test func `what to do is said`() {
    #expect(
      refusal(Self.compound("Workbook"))?.description
        == "this is a workbook of Excel 97 to 2003 (.xls); open it in Excel and save it as Excel "
        + "workbook (.xlsx) or CSV UTF-8")
    #expect(
      refusal(Self.compound("EncryptedPackage"))?.remedy.contains("Protect Workbook") == true)
  }

  @Test(arguments: [
    "<!DOCTYPE a><worksheet/>",
    "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;\">]><a>&c;</a>",
    "<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><a/>",
  ])
  func `a part with a document type is refused`(_ text: String) {
    #expect(
      faultOfSheet(text)
        == "the workbook is damaged: a part declares a document type, which no workbook does")
  }

  @Test(arguments: [
    "<worksheet><a></worksheet>", "<worksheet>", "", "plain", "<worksheet/><worksheet/>",
    "<a>&undeclared;</a>", "<a b=\"1\" b=\"2\"/>", "\u{0}",
  ])
  func `a part that is no XML is refused with the line`(_ text: String) {
    #expect(
      faultOfSheet(text)?.hasPrefix("the workbook is damaged: a part is no XML at line 1, column ")
        == true)
  }

  @Test func `a piece of markup has a bound`() {
    #expect(
      faultOfSheet("<worksheet a=\"" + noise(count: 5_000_000))
        == "the workbook is too large: a piece of markup is too long")
  }

  /// What is wrong with a workbook whose sheet is this text; nil where nothing is.
  private func faultOfSheet(_ text: String) -> String? {
    var workbook = DrawnParts(rows: Self.rows)
    workbook.parts[DrawnParts.sheetPart] = text
    return refusal(workbook.bytes)?.words
  }

  /// Letters that hardly pack.
  private func noise(count: Int) -> String {
    var random = SplitMix64(seed: 1)
    return String(
      decoding: (0..<count).map { _ in UInt8.random(in: 0x61...0x7A, using: &random) },
      as: UTF8.self)
  }

  @Test func `nesting has a bound`() {
    var workbook = DrawnParts(rows: Self.rows)
    workbook.behind = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(refusal(workbook.bytes)?.words == "the workbook is damaged: a part is nested too deep")
  }

  @Test func `a wrong checksum, a wrong size and a part that is cut off are damage`() {
    var workbook = DrawnParts(rows: Self.rows)
    workbook.zip.checksumFault = 1
    #expect(refusal(workbook.bytes)?.words.contains("checksum") == true)
    for fault in [-5, 5] {
      workbook.zip = ZipBuilder(sizeFault: fault)
      #expect(refusal(workbook.bytes) != nil)
    }
    let bytes = DrawnParts(rows: Self.rows).bytes
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(refusal(Array(bytes.prefix(count))) != nil)
    }
  }

  @Test func `two parts of one name are refused, whatever their case`() {
    let files = DrawnParts(rows: Self.rows).files.map { ($0.name, Array($0.text.utf8)) }
    for name in [
      DrawnParts.sheetPart, "XL\\Worksheets\\SHEET1.xml", "/xl/worksheets/sheet1.xml",
    ] {
      #expect(
        refusal(ZipBuilder().archive(files + [(name, [])]))?.words.contains("two parts") == true)
    }
  }

  @Test func `what unpacks to far more than it is, is refused`() {
    var workbook = DrawnParts()
    workbook.behind = String(repeating: " ", count: 8_000_000)
    guard case .tooLarge = refusal(workbook.bytes)?.problem else {
      Issue.record("8 MB of blanks were read")
      return
    }
  }

  @Test func `too many parts are refused`() {
    let files = (0..<20_001).map { (name: "\($0)", bytes: [UInt8]()) }
    #expect(refusal(ZipBuilder(isPacked: false).archive(files))?.words.contains("parts") == true)
  }

  @Test func `an error repeats no cell, and a sheet's name only on one line`() {
    var workbook = DrawnParts(
      rows: #"<row><c t="s"><v>77</v></c><c t="str"><v>Secret</v></c></row>"#, shared: "")
    workbook.parts["xl/workbook.xml"] = workbook.workbook(
      sheets:
        "<sheet name=\"A&#10;B_x001B_[31m&#x202E;\(String(repeating: "x", count: 900))\" "
        + "r:id=\"rId1\"/>"
    )
    let text = refusal(workbook.bytes)?.description ?? ""
    #expect(text.hasPrefix("sheet \"A?B?[31m?xxx"))
    #expect(text.utf8.count < 400 && !text.contains("Secret"))
  }

  /// Seeds of workbooks, flipped at random.
  @Test(arguments: 0..<UInt64(40))
  func `no flipped byte crashes anything`(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var workbook = DrawnParts(
      rows: Self.rows
        + #"<row r="9"><c r="C9" s="1" t="s"><v>1</v></c><c r="E9" s="0"><v>45000.25</v>"#
        + "</c></row><row><c><v>1E7</v></c></row>",
      behind: #"<mergeCells count="1"><mergeCell ref="A1:A9"/></mergeCells>"#,
      shared: "<si><t>Ann</t></si><si><r><t>B_x000D_</t></r></si>",
      formats: ["dd/mm/yyyy", "0000"])
    workbook.zip.isPacked = seed % 4 == 0
    workbook.zip.isZip64 = seed % 3 == 0
    let whole = workbook.bytes
    var readable = 0
    for _ in 0..<100 {
      var bytes = whole
      for _ in 0...Int.random(in: 0..<4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
        case 2: bytes.remove(at: place)
        default: bytes.insert(UInt8.random(in: 0x20..<0x7F, using: &generator), at: place)
        }
      }
      if refusal(bytes) == nil { readable += 1 }
    }
    // Names and attributes that are not looked at may be flipped without harm; most else may not.
    #expect(readable < 60)
  }
}
