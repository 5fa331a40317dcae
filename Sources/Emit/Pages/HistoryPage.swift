package import Vocabulary

/// The nights of an output folder as one page: counts over time, what happened, the runs.
///
/// It is made from the ledger alone, which knows no person.
package struct HistoryPage: Sendable {
  /// One published run.
  package struct Night: Sendable {
    /// The run's id, the date it was for, when it was entered, and its staff rows.
    package var run: String
    package var asOf: CalendarDay
    package var recordedAt: String
    package var staffRows: Int
    /// Its discrepancies by status.
    package var counts: [DiscrepancyStatus: Int]

    /// Makes a night.
    package init(
      run: String, asOf: CalendarDay, recordedAt: String, staffRows: Int,
      counts: [DiscrepancyStatus: Int]
    ) {
      self.run = run
      self.asOf = asOf
      self.recordedAt = recordedAt
      self.staffRows = staffRows
      self.counts = counts
    }
  }

  /// The published runs, the oldest first.
  package var nights: [Night] = []
  /// What happened besides, in plain sentences, the oldest first.
  package var events: [String] = []
  /// By rule what came and went in the last run: the columns of ``changeColumns``.
  package var changes: [[String]] = []
  /// The program's version.
  package var programVersion = ""

  /// The headings of ``changes``.
  static let changeColumns = [
    "Rule", "New", "Reopened", "Waiver ended", "Waived", "Changed", "Resolved",
  ]
  /// How many nights the charts show.
  private static let chartNights = 60

  /// A page without a night.
  package init() {}

  /// The page.
  package func bytes() -> [UInt8] {
    let first = nights.first?.asOf.plain ?? ""
    let last = nights.last?.asOf.plain ?? ""
    var page = HTMLPage(
      title: "Carer reconciliation: the nights",
      subtitle: nights.isEmpty
        ? "No run has been published here yet"
        : "\(Plain.count(nights.count, "run")), from \(first) to \(last)",
      foot: "From the ledger, which knows no person. carer-reconcile \(programVersion). This page "
        + "loads nothing and sends nothing.")
    if !nights.isEmpty {
      page.add("discrepancies", "Discrepancies over the nights", discrepancies)
      page.add("resolved", "Resolved over the nights", resolved)
      page.add("staff", "Staff rows over the nights", staff)
      page.add("changes", "What changed in the last run", lastChanges)
      page.add("runs", "Runs", runs)
    }
    page.add("events", "What else happened", events.isEmpty ? Self.nothing : Markup.list(events))
    return page.bytes()
  }

  private static let nothing = Markup.paragraph(
    "Nothing: no run failed, no list was confirmed, nothing was purged.")

  private func chart(
    _ caption: String, _ series: [(fill: BarTable.Fill, text: String)],
    _ values: (Night) -> [Int]
  ) -> String {
    let shown = nights.suffix(Self.chartNights)
    let chart = TrendChart(
      caption: caption,
      description: "\(caption): columns over \(Plain.count(shown.count, "run")).",
      series: series,
      nights: shown.map { night in
        TrendChart.Night(
          label: "\(night.asOf.plain), run \(night.run)", short: night.asOf.short,
          values: values(night))
      })
    return Markup.card(chart.markup)
  }

  private var discrepancies: String {
    let series: [(fill: BarTable.Fill, status: DiscrepancyStatus)] = [
      (.medium, .open), (.mark, .reopened), (.high, .new), (.low, .waived),
    ]
    return chart(
      "Discrepancies by run and status", series.map { ($0.fill, $0.status.rawValue) }
    ) { night in series.map { night.counts[$0.status] ?? 0 } }
  }

  private var resolved: String {
    chart("Resolved discrepancies by run", [(.good, "resolved")]) { [$0.counts[.resolved] ?? 0] }
  }

  private var staff: String {
    chart("Accepted staff rows by run", [(.medium, "staff rows")]) { [$0.staffRows] }
  }

  private var lastChanges: String {
    if changes.isEmpty { return Markup.paragraph("Nothing changed among the discrepancies.") }
    return Markup.scrolling(
      "What changed in the last run",
      Markup.table(
        "Changes by rule in run \(nights.last?.run ?? "")", Self.changeColumns, changes,
        numbers: Set(1..<Self.changeColumns.count)))
  }

  private var runs: String {
    let statuses = DiscrepancyStatus.allCases
    return Markup.scrolling(
      "Runs",
      Markup.table(
        "All published runs, the newest first",
        ["Run", "Entered", "Staff rows"] + statuses.map(\.rawValue),
        nights.reversed().map { night in
          [night.run, night.recordedAt, Plain.count(night.staffRows)]
            + statuses.map { Plain.count(night.counts[$0] ?? 0) }
        }, numbers: Set(2..<(statuses.count + 3))))
  }
}
