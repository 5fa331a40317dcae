/// Reads the part that lists the sheets.
final class WorkbookPart: PartEvents {
  /// A sheet as the list has it.
  struct Listed {
    let name: String
    let isHidden: Bool
    /// The relationship that names its part.
    let id: String
  }

  private(set) var sheets: [Listed] = []
  /// Whether days are counted from 1 January 1904 rather than from 1900.
  private(set) var countsFrom1904 = false
  private(set) var isWorkbook = false

  override func start(
    _ element: PartElement, in parent: PartElement, _ attributes: PartAttributes
  ) throws(WorkbookError) -> Bool {
    switch (element, parent) {
    case (.workbook, .document):
      isWorkbook = true
      return true
    case (.workbookProperties, .workbook):
      countsFrom1904 = attributes.isTrue("date1904")
      return false
    case (.sheets, .workbook): return true
    case (.sheet, .sheets):
      let state = attributes["state"] ?? "visible"
      sheets.append(
        Listed(
          name: EscapedText.decoded(attributes["name"] ?? ""), isHidden: state != "visible",
          id: attributes[prefixed: "id"] ?? ""))
      if sheets.count > WorkbookLimits.sheets {
        throw WorkbookError(.tooLarge("it has too many sheets"))
      }
      return false
    default: return false
    }
  }
}
