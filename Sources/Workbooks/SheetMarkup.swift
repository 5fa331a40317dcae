/// The markup of a written sheet around its rows (ISO/IEC 29500-1, 18.3.1; the order is its own).
enum SheetMarkup {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  /// The widest that a column is made for its content, in characters.
  private static let widest = 48

  /// What stands before the rows.
  static func head(_ columns: [SheetColumn], widths: [Int], isFirst: Bool) -> String {
    var xml = "\(declaration)<worksheet xmlns=\"\(namespace)\"><sheetViews><sheetView"
    xml += "\(isFirst ? " tabSelected=\"1\"" : "") workbookViewId=\"0\"><pane ySplit=\"1\" "
    xml += "topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
    xml +=
      "<selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews>"
    xml += "<sheetFormatPr defaultRowHeight=\"15\"/><cols>"
    for (index, width) in widths.enumerated() {
      let number = index + 1
      xml += "<col min=\"\(number)\" max=\"\(number)\" width=\"\(min(width, widest) + 2)\" "
      xml += "style=\"\(SheetWriter.Format.text.rawValue)\" customWidth=\"1\"/>"
    }
    return xml + "</cols><sheetData>"
  }

  /// What stands behind the rows.
  static func foot(_ columns: [SheetColumn], lastRow: Int) -> String {
    let last = letters(columns.count - 1)
    var xml = "</sheetData><autoFilter ref=\"A1:\(last)\(lastRow)\"/>"
    let chosen = columns.enumerated().filter { !$0.element.choices.isEmpty }
    if !chosen.isEmpty {
      xml += "<dataValidations count=\"\(chosen.count)\">"
      for (index, column) in chosen {
        let place = "\(letters(index))2:\(letters(index))\(max(lastRow, 2))"
        xml += "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" "
        xml += "errorTitle=\"\(column.heading)\" error=\"Choose one of the list, or leave the cell "
        xml += "empty.\" sqref=\"\(place)\"><formula1>\"\(column.choices.joined(separator: ","))\""
        xml += "</formula1></dataValidation>"
      }
      xml += "</dataValidations>"
    }
    return xml + "</worksheet>"
  }

  private static func letters(_ column: Int) -> String {
    var bytes: [UInt8] = []
    SheetWriter.append(column: column, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
