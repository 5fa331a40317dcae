import TestSupport

/// A workbook of which one part is made up, so that the fuzzer need not learn how to zip.
enum SheetHarness {
  /// A workbook whose one sheet has `xml` as its part; the shared strings are what follows a
  /// record separator (1E), if there is one.
  static func workbook(around xml: [UInt8]) -> [UInt8] {
    let parts = xml.split(separator: 0x1E, maxSplits: 1, omittingEmptySubsequences: false)
    var zip = StoredZip()
    zip.add("[Content_Types].xml", Array(contentTypes.utf8))
    zip.add("_rels/.rels", Array(relationships("officeDocument", "xl/workbook.xml").utf8))
    zip.add("xl/workbook.xml", Array(book.utf8))
    zip.add(
      "xl/_rels/workbook.xml.rels",
      Array(relationships("worksheet", "sheet.xml", "sharedStrings", "strings.xml").utf8))
    zip.add("xl/sheet.xml", Array(parts[0]))
    zip.add("xl/strings.xml", parts.count > 1 ? Array(parts[1]) : Array("<sst/>".utf8))
    return zip.finished()
  }

  private static let office = "http://schemas.openxmlformats.org"

  private static let contentTypes =
    "<Types xmlns='\(office)/package/2006/content-types'>"
    + "<Default Extension='xml' ContentType='application/xml'/></Types>"

  private static let book =
    "<workbook xmlns='\(office)/spreadsheetml/2006/main' "
    + "xmlns:r='\(office)/officeDocument/2006/relationships'>"
    + "<sheets><sheet name='A' sheetId='1' r:id='r0'/></sheets></workbook>"

  private static func relationships(_ pairs: String...) -> String {
    var text = "<Relationships xmlns='\(office)/package/2006/relationships'>"
    for place in stride(from: 0, to: pairs.count, by: 2) {
      text +=
        "<Relationship Id='r\(place / 2)' Target='\(pairs[place + 1])' "
        + "Type='\(office)/officeDocument/2006/relationships/\(pairs[place])'/>"
    }
    return text + "</Relationships>"
  }
}
