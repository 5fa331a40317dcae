import Columns
import Records
import Vocabulary

/// The charts of the report.
///
/// Each is a table of its figures with bars, or has such a table below.
struct ReportCharts: Sendable {
  let contents: RunContents
  let totals: RunTotals

  /// All charts in their order.
  var markup: String {
    "<div class=\"grid\">\n"
      + card("Discrepancies by rule", Markup.scrolling("Discrepancies by rule", byRule.markup))
      + card("How old they are", ages.markup)
      + card("Trend over the nights", trend)
      + card("How list entries were linked", methods.markup)
      + card(
        "Carers identified, and expected",
        Markup.paragraph(assumption)
          + Markup.scrolling("Carers identified, and expected", identification.markup))
      + card("Access codes by footprint", Markup.scrolling("Code coverage", coverage.markup))
      + "</div>\n"
  }

  private func card(_ heading: String, _ markup: String) -> String {
    Markup.card(Markup.element("h3", heading) + markup)
  }

  static func fill(_ severity: Severity) -> BarTable.Fill {
    switch severity {
    case .high: .high
    case .medium: .medium
    case .low: .low
    }
  }

  static let severityKey = Severity.allCases.map {
    (fill: fill($0), text: "\($0.rawValue) severity")
  }

  private var byRule: BarTable {
    let rules = contents.findings.rules
    return BarTable(
      caption: "Discrepancies by rule and severity", labels: ["Rule", "Severity"], bar: "Share",
      figures: ["Count"],
      rows: totals.rulesFound(rules).map { rule in
        BarTable.Row(
          labels: [rules[rule].id, rules[rule].severity.rawValue],
          parts: [(Self.fill(rules[rule].severity), totals.findingsByRule[rule])],
          figures: [Plain.count(totals.findingsByRule[rule])])
      }, key: Self.severityKey)
  }

  /// The ages of discrepancies, each up to and with its last day.
  private static let ageGroups: [(text: String, last: Int)] = [
    ("Found in this run", 0), ("1 to 7 days", 7), ("8 to 30 days", 30), ("31 to 90 days", 90),
    ("91 to 365 days", 365), ("More than a year", .max),
  ]

  private var ages: BarTable {
    let findings = contents.findings
    var counts = [[Int]](repeating: [0, 0, 0], count: Self.ageGroups.count)
    for (finding, life) in contents.discrepancies.lives.enumerated() {
      let group = Self.ageGroups.firstIndex { life.ageDays <= $0.last } ?? 0
      counts[group][findings.rules[findings.all[finding].rule].severity.rank] += 1
    }
    return BarTable(
      caption: "Discrepancies by age, since they were first seen", labels: ["Age"], bar: "Share",
      figures: ["High", "Medium", "Low"],
      rows: zip(Self.ageGroups, counts).map { group, counts in
        BarTable.Row(
          labels: [group.text],
          parts: zip(Severity.allCases, counts).map { (Self.fill($0), $1) },
          figures: counts.map(Plain.count(_:)))
      }, key: Self.severityKey)
  }

  private var trend: String {
    let statuses: [DiscrepancyStatus] = [.open, .reopened, .new, .waived]
    let fills: [BarTable.Fill] = [.medium, .mark, .high, .low]
    var nights = contents.memory.nights.map { night in
      TrendChart.Night(
        label: "\(night.asOf.plain), run \(night.run)", short: night.asOf.short,
        values: statuses.map { night.counts[$0] ?? 0 })
    }
    nights.append(
      TrendChart.Night(
        label: "\(contents.reconciliation.asOf.plain), this run",
        short: contents.reconciliation.asOf.short,
        values: statuses.map { totals.findingsByStatus[$0] ?? 0 }))
    let sums = nights.map { $0.values.reduce(0) { $0 + ($1 ?? 0) } }
    return TrendChart(
      caption: "Discrepancies by night and status",
      description: "Columns of discrepancies over \(Plain.count(nights.count, "night")), from "
        + "\(Plain.count(sums.first ?? 0)) to \(Plain.count(sums.last ?? 0)).",
      series: zip(fills, statuses).map { ($0, $1.rawValue) }, nights: nights
    ).markup
  }

  private var methods: BarTable {
    var counts: [MatchMethod: [Int]] = [:]
    for kind in ListKind.allCases {
      for link in contents.reconciliation.links.list(kind).links {
        if let method = link.method { counts[method, default: [0, 0]][kind.rawValue] += 1 }
      }
    }
    return BarTable(
      caption: "Linked list entries by the method that linked them", labels: ["Method"],
      bar: "Share", figures: ["Passports", "Network"],
      rows: MatchMethod.allCases.map { method in
        let counts = counts[method] ?? [0, 0]
        return BarTable.Row(
          labels: [method.plain], parts: [(.medium, counts[0]), (.good, counts[1])],
          figures: counts.map(Plain.count(_:)))
      }, key: [(.medium, "passports"), (.good, "network")])
  }

  /// What the expected number rests on.
  private var assumption: String {
    let rate = SurveyRate(contents.settings.surveyRate)
    let controlled =
      contents.settings.disclosure == .nhsEngland
      ? " Figures are under disclosure control: * stands for 1 to 7, others are rounded to 5."
      : ""
    return "Expected = staff × \(rate.text), the share of staff who care in the "
      + "\(contents.settings.surveyName). It assumes that the organisation's staff are like those "
      + "who answered: the gap is a question, not a target for flags.\(controlled)"
  }

  private var identification: BarTable {
    let texts = contents.reconciliation.extracts.texts
    let rate = SurveyRate(contents.settings.surveyRate)
    return BarTable(
      caption: "Carers identified and expected, by organisation",
      labels: ["Organisation"], bar: "Identified",
      figures: ["Identified", "Expected", "Gap"],
      rows: contents.employers.indices.map { index in
        let employer = contents.employers[index]
        let figures = contents.figures.employers[index]
        let identified = figures[.carersIdentified].shown
        let expected = figures[.staff].shown.map(rate.share(of:))
        let gap = expected.flatMap { expected in identified.map { expected - $0 } }
        return BarTable.Row(
          labels: [Self.named(employer.code.text, texts.string(employer.name))],
          parts: [(.good, identified ?? 0)], mark: expected,
          figures: [identified, expected, gap].map {
            $0.map(Plain.count(_:)) ?? DisclosureControl.symbol
          })
      }, key: [(.good, "identified"), (.mark, "expected")])
  }

  private var coverage: BarTable {
    let texts = contents.reconciliation.extracts.texts
    return BarTable(
      caption: "Code coverage: platforms with a code, of two for each organisation",
      labels: ["Footprint"], bar: "Covered", figures: ["With a code", "Of"],
      rows: contents.footprints.indices.map { index in
        let figures = contents.figures.footprints[index]
        // In thousandths of the footprint's own platforms, so that every bar is full.
        let covered =
          figures.platforms == 0 ? 0 : figures.coveredPlatforms * 1000 / figures.platforms
        let rest = figures.platforms == 0 ? 0 : 1000 - covered
        return BarTable.Row(
          labels: [
            Self.named(
              contents.footprints[index].folder, texts.string(contents.footprints[index].name))
          ],
          parts: [(.good, covered), (.rest, rest)],
          figures: [Plain.count(figures.coveredPlatforms), Plain.count(figures.platforms)])
      }, key: [(.good, "with a code"), (.rest, "without")], maximum: 1000)
  }

  /// A code with its name behind it, where there is one.
  static func named(_ code: String, _ name: String) -> String {
    name.isEmpty ? code : "\(code) \(name)"
  }
}
