/// Reads the part of formats, and knows the number format of each cell format.
final class StylesPart: PartEvents {
  /// By the number that cells name: how numbers are shown.
  private(set) var formats: [NumberFormat] = []
  private var custom: [Int: NumberFormat] = [:]

  override func start(
    _ element: PartElement, in parent: PartElement, _ attributes: PartAttributes
  ) throws(WorkbookError) -> Bool {
    switch (element, parent) {
    case (.styles, .document), (.numberFormats, .styles), (.cellFormats, .styles): return true
    case (.numberFormat, .numberFormats):
      if let id = attributes.number("numFmtId"), let code = attributes["formatCode"],
        custom.count < WorkbookLimits.formats
      {
        custom[id] = NumberFormat(code: code)
      }
      return false
    case (.cellFormat, .cellFormats):
      let id = attributes.number("numFmtId") ?? 0
      if formats.count < WorkbookLimits.formats {
        formats.append(custom[id] ?? NumberFormat(builtIn: id))
      }
      return false
    default: return false
    }
  }
}
