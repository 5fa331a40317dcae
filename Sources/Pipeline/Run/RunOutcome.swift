import Records
package import Vocabulary

/// What a run found and where it is, for the last lines on the terminal.
///
/// What a stage that was not run would have told is nil, or an empty list.
package struct RunOutcome: Sendable {
  /// `<as-of>-<nn>`; nil where nothing was published.
  package var id: String?
  /// Path of the run's folder; nil where nothing was published.
  package var folder: String?
  /// Whether nothing had changed since the last run, so that nothing new was published.
  package var isUnchanged = false
  /// The date the run is for.
  package var asOf: CalendarDay
  /// Rows of all files that were rejected.
  package var rejectedRows: Int?
  /// Employees of all organisations, active or not.
  package var employees: Int?
  /// List entries in all, and those that are linked to an employee.
  package var entries: (all: Int, linked: Int)?
  /// Recipients of each platform.
  package var recipients: [(platform: Platform, count: Int)] = []
  /// Counts by severity, high first.
  package var severities: [(severity: Severity, count: Int)] = []
  /// Counts by status, in the order of the statuses; resolved ones too.
  package var statuses: [(status: DiscrepancyStatus, count: Int)] = []
  /// How many warnings were told on the way.
  package var warnings = 0
  /// What each stage took.
  package var timings: [StageTiming] = []

  /// An outcome of which only the date is known yet.
  init(asOf: CalendarDay) { self.asOf = asOf }

  /// What all stages up to detect have found.
  init(_ reconciliation: Reconciliation, _ findings: Findings) {
    self.init(asOf: reconciliation.asOf)
    note(reconciliation.extracts)
    note(reconciliation.workforce)
    note(reconciliation.links)
    note(findings)
  }

  /// Takes over what the stages took and warned of, whatever came of the run.
  mutating func note(_ stages: Stages) {
    timings = stages.timings
    warnings = stages.warnings
  }

  /// Takes over what ingest read.
  mutating func note(_ extracts: Extracts) { rejectedRows = extracts.rejects.count }

  /// Takes over what normalise made.
  mutating func note(_ workforce: Workforce) { employees = workforce.employees.count }

  /// Takes over what join made.
  mutating func note(_ links: Links) {
    entries = (links.entryCount, links.linkedCount)
    recipients = Platform.allCases.map { ($0, links.entitlements.recipients($0).count) }
  }

  /// Takes over what detect found.
  mutating func note(_ findings: Findings) {
    var findingsOfRule = [Int](repeating: 0, count: findings.rules.count)
    for finding in findings.all { findingsOfRule[finding.rule] += 1 }
    severities = Severity.allCases.map { severity in
      let counts = zip(findings.rules, findingsOfRule).filter { $0.0.severity == severity }
      return (severity, counts.reduce(0) { $0 + $1.1 })
    }
  }
}
