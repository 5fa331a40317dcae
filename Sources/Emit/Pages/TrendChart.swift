import Vocabulary

/// Columns over the nights, drawn as SVG, with the same figures as a table below.
///
/// Places along the axis are shares of the width, heights are pixels: the chart stretches with the
/// page, its texts do not.
struct TrendChart: Sendable {
  /// One column.
  struct Night: Sendable {
    /// What stands in the table; not escaped yet.
    let label: String
    /// What stands below the column.
    let short: String
    /// By ``series``; nil where it is not known or hidden.
    let values: [Int?]
  }

  /// The heading of the table, and what the chart shows in one sentence.
  let caption: String
  let description: String
  /// From the bottom of a column upwards.
  let series: [(fill: BarTable.Fill, text: String)]
  /// From the left; the table shows the newest first.
  let nights: [Night]
  /// How the table writes a value.
  var figure: @Sendable (Int) -> String = { Plain.count($0) }
  /// How the axis writes a value; it must be short.
  var axis: @Sendable (Int) -> String = { TrendChart.short($0) }
  /// What the table writes for nil.
  var absence = "–"

  private static let plotTop = 12
  private static let plotHeight = 196
  private static let labelHeight = 20
  /// The share of the width that the axis' figures take, in thousandths.
  private static let plotStart = 110

  /// Chart, key and table.
  var markup: String {
    "<figure class=\"trend\">\n\(drawing)</figure>\n" + BarTable.key(series)
      + "<details><summary>Show these figures as a table</summary>\n"
      + Markup.scrolling(caption, table) + "</details>\n"
  }

  private var table: String {
    Markup.table(
      caption, ["Night"] + series.map(\.text),
      nights.reversed().map { night in
        [night.label] + night.values.map { $0.map(figure) ?? absence }
      }, numbers: Set(1...max(1, series.count)))
  }

  private var drawing: String {
    let top = Self.axisTop(nights.map { $0.values.reduce(0) { $0 + ($1 ?? 0) } }.max() ?? 0)
    let base = Self.plotTop + Self.plotHeight
    var drawn = ""
    for step in 0...4 {
      let y = base - Self.plotHeight * step / 4
      drawn += "<line x1=\"\(Self.percent(Self.plotStart))\" x2=\"100%\" y1=\"\(y)\" y2=\"\(y)\"/>"
      drawn += "<text x=\"\(Self.percent(Self.plotStart - 10))\" y=\"\(y + 5)\" "
      drawn += "text-anchor=\"end\">\(HTMLText.escaped(axis(top * step / 4)))</text>"
    }
    let slot = (1000 - Self.plotStart) / max(1, nights.count)
    let width = max(4, min(60, slot * 7 / 10))
    let labelled = Set([0, nights.count / 2, nights.count - 1])
    for (place, night) in nights.enumerated() {
      let x = Self.plotStart + slot * place + (slot - width) / 2
      var y = base
      for (series, value) in zip(series, night.values) {
        guard let value, value > 0 else { continue }
        let height = max(1, value * Self.plotHeight / top)
        y -= height
        drawn += "<rect class=\"\(series.fill.rawValue)\" x=\"\(Self.percent(x))\" y=\"\(y)\" "
        drawn += "width=\"\(Self.percent(width))\" height=\"\(max(1, height - 1))\"/>"
      }
      if labelled.contains(place) {
        drawn += "<text x=\"\(Self.percent(x + width / 2))\" y=\"\(base + Self.labelHeight)\" "
        drawn += "text-anchor=\"\(place == nights.count - 1 && place > 1 ? "end" : "middle")\">"
        drawn += "\(HTMLText.escaped(night.short))</text>"
      }
    }
    return "<svg role=\"img\" aria-label=\"\(HTMLText.escaped(description))\">\(drawn)</svg>\n"
  }

  /// `20`, `20k`, `20m`: round figures for an axis.
  static func short(_ value: Int) -> String {
    if value >= 1_000_000 { return "\(value / 1_000_000)m" }
    return value >= 10_000 ? "\(value / 1_000)k" : "\(value)"
  }

  /// Thousandths of the width as a percentage.
  private static func percent(_ thousandths: Int) -> String {
    "\(thousandths / 10).\(thousandths % 10)%"
  }

  /// The least number of at least `value` that is 4, 8, 12, 20, 40, 60 and so on.
  static func axisTop(_ value: Int) -> Int {
    var scale = 4
    while true {
      for factor in [1, 2, 3, 5] where scale * factor >= value { return scale * factor }
      scale *= 10
    }
  }
}
