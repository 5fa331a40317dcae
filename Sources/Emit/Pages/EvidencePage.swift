import Columns
import Records
import Vocabulary

/// Writes `evidence.html`: the figures of `evidence.csv` for a Carer Confident self-assessment.
///
/// The same values under the same disclosure control, each with its definition and source, its
/// trend over the nights, and what it can and cannot show. No person is in it.
struct EvidencePage: Sendable {
  let contents: RunContents

  /// The page.
  func write(to output: consuming OutputBuffer) -> OutputBuffer {
    let asOf = contents.reconciliation.asOf
    var page = HTMLPage(
      title: "Evidence for Carer Confident, \(asOf.plain)",
      subtitle: "How many staff who care are known to their employers, and what they are offered",
      foot: "The same figures stand in evidence.csv, as of \(asOf.text). This page loads nothing "
        + "and sends nothing; no person is in it.")
    page.add("", "", disclosure)
    page.add("all", "All organisations", overall)
    page.add("footprints", "By footprint", table(of: "footprint", footprints))
    page.add("organisations", "By organisation", table(of: "organisation", organisations))
    page.add("trend", "Trend", trend)
    page.add("criteria", "What this can show", EvidenceWords.criteria)
    page.add("definitions", "Definitions and sources", definitions)
    return page.write(to: output)
  }

  private var disclosure: String {
    switch contents.settings.disclosure {
    case .nhsEngland:
      """
      <div class="callout"><p>Small counts are hidden, so that no one can be recognised: 0 is 0, \
      1 to 7 is *, other counts are rounded to the nearest 5. Where only one part of a total \
      would be hidden, a second one is too. Rates are worked out from the rounded counts.</p>\
      </div>

      """
    case .none:
      """
      <div class="callout"><p><strong>Small counts are not hidden here.</strong> Keep this page \
      within the employer: a count of one tells who it is.</p></div>

      """
    }
  }

  // MARK: - Figures

  /// One row of the tables: a level's code and name, and its measures by name.
  private struct Line {
    let code: String
    let name: String
    let measures: [EvidenceMeasure]

    /// The identification rate, whose trend the page shows.
    var trendValue: String {
      measures.first { $0.name == .identificationRate }?.value ?? ""
    }
  }

  private var organisations: [Line] {
    let texts = contents.reconciliation.extracts.texts
    return contents.employers.indices.map { index in
      Line(
        code: contents.employers[index].code.text,
        name: texts.string(contents.employers[index].name),
        measures: measures(contents.figures.employers[index]))
    }
  }

  private var footprints: [Line] {
    let texts = contents.reconciliation.extracts.texts
    return contents.footprints.indices.map { index in
      Line(
        code: contents.footprints[index].folder,
        name: texts.string(contents.footprints[index].name),
        measures: measures(contents.figures.footprints[index]))
    }
  }

  private func measures(_ figures: FigureSet) -> [EvidenceMeasure] {
    EvidenceMeasure.all(of: figures, contents.settings)
  }

  private var overall: String {
    Markup.scrolling(
      "All organisations together",
      Markup.table(
        "All organisations together", ["Measure", "Value", "Of"],
        measures(contents.figures.all).map { measure in
          [EvidenceWords.label(measure.name), Self.shown(measure), Plain.figure(measure.base)]
        }, numbers: [1, 2]))
  }

  private func table(of level: String, _ lines: [Line]) -> String {
    let names = measures(contents.figures.all).map(\.name)
    let title = "Evidence by \(level)"
    return Markup.scrolling(
      title,
      Markup.table(
        title, ["Code", "Name"] + names.map(EvidenceWords.label),
        lines.map { line in [line.code, line.name] + line.measures.map(Self.shown) },
        numbers: Set(2..<(names.count + 2))))
  }

  /// A value as a page shows it: rates in per cent, an empty one as a dash.
  private static func shown(_ measure: EvidenceMeasure) -> String {
    if measure.value.isEmpty { return "–" }
    guard measure.isRate, let thousandths = thousandths(measure.value) else {
      return Plain.figure(measure.value)
    }
    return percent(thousandths)
  }

  private static func percent(_ thousandths: Int) -> String {
    "\(Decimal.text(thousandths, places: 1))%"
  }

  /// `0.125` as 125; nil where it is no such fraction.
  private static func thousandths(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 3, let whole = Int(parts[0]),
      let rest = Int(parts[1]), whole >= 0, rest >= 0
    else { return nil }
    return whole * 1000 + rest
  }

  // MARK: - Trend

  private var trend: String {
    let nights = contents.memory.nights.filter { !$0.evidence.isEmpty }
    let now = Line(code: "all", name: "", measures: measures(contents.figures.all))
    var columns = nights.map { night in
      TrendChart.Night(
        label: night.asOf.plain, short: night.asOf.short,
        values: [earlier(night, "all", "all").flatMap(Self.thousandths)])
    }
    let asOf = contents.reconciliation.asOf
    columns.append(
      TrendChart.Night(
        label: asOf.plain, short: asOf.short,
        values: [Self.thousandths(now.trendValue)]))
    let chart = TrendChart(
      caption: "Identification rate of all organisations together",
      description: "The identification rate of all organisations together over "
        + "\(Plain.count(columns.count, "night")).",
      series: [(.good, "identification rate")], nights: columns,
      figure: { Self.percent($0) }, axis: { "\($0 / 10)%" }, absence: DisclosureControl.symbol)
    let remark =
      nights.isEmpty
      ? "There is no earlier evidence.csv in the output folder: the trend begins with this run."
      : "From evidence.csv of the runs that are still in the output folder; * is a hidden value."
    return Markup.note(remark) + chart.markup + changes(nights)
  }

  /// Each organisation and footprint: then, and now.
  private func changes(_ nights: [EarlierNight]) -> String {
    guard let first = nights.first else { return "" }
    func rows(_ level: String, _ lines: [Line]) -> [[String]] {
      lines.map { line in
        [
          Plain.named(line.code, line.name), level,
          Self.rate(earlier(first, level, line.code) ?? ""),
          Self.rate(line.trendValue),
        ]
      }
    }
    let title = "Identification rate then and now"
    return Markup.scrolling(
      title,
      Markup.table(
        title, ["Name", "Level", first.asOf.plain, contents.reconciliation.asOf.plain],
        rows("footprint", footprints) + rows("organisation", organisations), numbers: [2, 3]))
  }

  private func earlier(_ night: EarlierNight, _ level: String, _ code: String) -> String? {
    night.evidence[EvidenceCell(level: level, code: code, measure: EvidenceCell.trendMeasure)]
  }

  private static func rate(_ text: String) -> String {
    text.isEmpty ? "–" : thousandths(text).map(percent) ?? text
  }

  // MARK: - Words

  private var definitions: String {
    let rate = SurveyRate(contents.settings.surveyRate)
    let survey = "\(rate.text) (\(contents.settings.surveyName))"
    let rows = measures(contents.figures.all).map { measure in
      let words = EvidenceWords.definition(measure.name, survey: survey)
      return [EvidenceWords.label(measure.name), words.meaning, words.source]
    }
    return Markup.scrolling(
      "Definitions and sources",
      Markup.table(
        "What each measure counts, and where it comes from", ["Measure", "Definition", "Source"],
        rows))
  }
}
