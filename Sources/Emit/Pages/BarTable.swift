/// A bar chart that is a table: each row has its label, a bar drawn as SVG, and its figures.
///
/// The figures are the chart's text, so the bars are hidden from those who do not see them. A bar
/// stretches with its cell; text is never scaled, so it is read as well at 390 pixels as at 1280.
struct BarTable: Sendable {
  /// A kind of mark, and the style that fills it.
  enum Fill: String, Sendable {
    case high = "f-high"
    case medium = "f-medium"
    case low = "f-low"
    case good = "f-good"
    case rest = "f-rest"
    case mark = "f-mark"
  }

  /// One bar.
  struct Row: Sendable {
    /// Texts in front of the bar, the first of which heads the row; not escaped yet.
    let labels: [String]
    /// The parts of the bar from the left, each in the unit of `maximum`.
    let parts: [(fill: Fill, value: Int)]
    /// Where a mark stands on the bar, in the same unit; nil for none.
    var mark: Int?
    /// Texts behind the bar; not escaped yet.
    let figures: [String]
  }

  let caption: String
  /// The headings: of the labels, of the bar, of the figures.
  let labels: [String]
  let bar: String
  let figures: [String]
  let rows: [Row]
  /// What the fills mean; empty where there is one only.
  var key: [(fill: Fill, text: String)] = []
  /// The value of a full bar; nil for the largest there is.
  var maximum: Int?

  /// Bars are drawn on a ground of this width, whose height is ``height``.
  private static let width = 1000
  private static let height = 18
  /// The least width of a part that is not 0, and the gap between parts.
  private static let leastWidth = 4
  private static let gap = 3

  /// The chart.
  var markup: String {
    let heads =
      labels.map { "<th scope=\"col\">\(HTMLText.escaped($0))</th>" }
      + ["<th scope=\"col\">\(HTMLText.escaped(bar))</th>"]
      + figures.map { "<th scope=\"col\" class=\"n\">\(HTMLText.escaped($0))</th>" }
    let full = max(1, maximum ?? rows.map(Self.length).max() ?? 1)
    let body = rows.map { row in
      let labels = row.labels.enumerated().map { place, text in
        let cell = HTMLText.escaped(text)
        return place == 0 ? "<th scope=\"row\">\(cell)</th>" : "<td>\(cell)</td>"
      }
      let figures = row.figures.map { "<td class=\"n\">\(HTMLText.escaped($0))</td>" }
      return "<tr>\(labels.joined())<td class=\"bar\">\(Self.drawn(row, full))</td>"
        + "\(figures.joined())</tr>\n"
    }
    return "<table class=\"bars\">\n<caption>\(HTMLText.escaped(caption))</caption>\n<thead>"
      + "<tr>\(heads.joined())</tr></thead>\n<tbody>\n\(body.joined())</tbody>\n</table>\n"
      + Self.key(key)
  }

  private static func length(_ row: Row) -> Int {
    max(row.parts.reduce(0) { $0 + $1.value }, row.mark ?? 0)
  }

  private static func drawn(_ row: Row, _ full: Int) -> String {
    var drawn = ""
    var start = 0
    for part in row.parts where part.value > 0 {
      let length = max(leastWidth, min(part.value, full) * width / full)
      drawn += rectangle(part.fill, x: start, width: length)
      start += length + gap
    }
    if let mark = row.mark {
      drawn += rectangle(.mark, x: min(width - 10, mark * width / full), width: 10)
    }
    return "<svg aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 \(width) \(height)\" "
      + "preserveAspectRatio=\"none\">\(drawn)</svg>"
  }

  private static func rectangle(_ fill: Fill, x: Int, width: Int) -> String {
    "<rect class=\"\(fill.rawValue)\" x=\"\(x)\" width=\"\(width)\" height=\"\(height)\"/>"
  }

  /// What the fills of a chart mean.
  static func key(_ key: [(fill: Fill, text: String)]) -> String {
    if key.isEmpty { return "" }
    let items = key.map { fill, text in
      "<li><svg aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 16 16\"><rect "
        + "class=\"\(fill.rawValue)\" width=\"16\" height=\"16\"/></svg>"
        + "\(HTMLText.escaped(text))</li>"
    }
    return "<ul class=\"key\">\(items.joined())</ul>\n"
  }
}
