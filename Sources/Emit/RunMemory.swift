package import Vocabulary

/// What the ledger remembers of one discrepancy.
package struct DiscrepancyLife: Sendable, Equatable {
  /// Where it stands.
  package var status: DiscrepancyStatus
  /// The as-of date of the first run that had it.
  package var firstSeen: CalendarDay
  /// Days from ``firstSeen`` to the as-of date.
  package var ageDays: Int

  /// Makes a life.
  package init(status: DiscrepancyStatus, firstSeen: CalendarDay, ageDays: Int) {
    self.status = status
    self.firstSeen = firstSeen
    self.ageDays = ageDays
  }
}

/// What came, went and changed since the last published run: `changes.csv`.
package struct Changes: Sendable {
  /// What happened to each finding, by its index in ``Findings/all``; nil where nothing did.
  package var words: [DiscrepancyChangeWord?]
  /// The discrepancies that are gone.
  package var resolved: [ResolvedRow]

  /// Makes the changes.
  package init(words: [DiscrepancyChangeWord?], resolved: [ResolvedRow]) {
    self.words = words
    self.resolved = resolved
  }
}

/// A discrepancy that is gone, as the last published run wrote it.
package struct ResolvedRow: Sendable {
  /// The first 16 hexadecimal digits of SHA-256 of `rule|subject`, or empty.
  ///
  /// Empty where only the ledger knows of it, because the last run's files were removed.
  package var id = ""
  /// The cells of its row in the last run's `discrepancies.csv`.
  package var rule = ""
  package var severity = ""
  package var footprint = ""
  package var organisation = ""
  package var subject = ""
  package var number = ""
  package var lastName = ""
  package var firstName = ""
  package var firstSeen = CalendarDay.missing

  /// A row of which nothing is known yet.
  package init() {}
}

/// An earlier published run, as the pages show it in their trends.
package struct EarlierNight: Sendable {
  /// The run's id, `2026-11-21-01`.
  package var run: String
  /// The date it was for.
  package var asOf: CalendarDay
  /// Its discrepancies by status.
  package var counts: [DiscrepancyStatus: Int]
  /// The values of its `evidence.csv` by ``EvidenceCell``; empty where the file is gone.
  package var evidence: [EvidenceCell: String] = [:]

  /// Makes a night of which the evidence is not known yet.
  package init(run: String, asOf: CalendarDay, counts: [DiscrepancyStatus: Int]) {
    self.run = run
    self.asOf = asOf
    self.counts = counts
  }
}

/// What names a value of `evidence.csv`: three of its columns.
package struct EvidenceCell: Sendable, Hashable {
  /// `organisation`, `footprint` or `all`.
  package var level: String
  /// The code at that level.
  package var code: String
  /// Such as `identification-rate`.
  package var measure: String

  /// The measure that the pages show over the nights.
  package static let trendMeasure = EvidenceMeasure.Name.identificationRate.rawValue

  /// Names a value.
  package init(level: String, code: String, measure: String) {
    self.level = level
    self.code = code
    self.measure = measure
  }
}

/// What earlier runs make of this one's findings and recipients.
package struct RunMemory: Sendable {
  /// By the finding's index in ``Findings/all``; empty in a first run.
  package var lives: [DiscrepancyLife] = []
  /// By place in ``Entitlements/carers``; empty in a first run.
  package var carerDeliveries: [DeliveryStatus] = []
  /// By place in ``Entitlements/managers``; empty in a first run.
  package var managerDeliveries: [DeliveryStatus] = []
  /// What came, went and changed since the last published run; nil in a first run.
  package var changes: Changes?
  /// What of the inputs is unlike the last run's, a sentence each without a full stop.
  package var warnings: [String] = []
  /// The runs published before, the oldest first; at most as many as a trend shows.
  package var nights: [EarlierNight] = []

  /// The memory of a first run.
  package init() {}

  /// What is to be said of the recipient at a place of the platform's list.
  ///
  /// Without a code there is nothing to remember: it is `noCode` whatever the memory says.
  func delivery(_ platform: Platform, place: Int, hasCode: Bool) -> DeliveryStatus {
    guard hasCode else { return .noCode }
    let known =
      switch platform {
      case .digitalResource: carerDeliveries
      case .employersForCarers: managerDeliveries
      }
    return known.isEmpty ? .new : known[place]
  }
}

/// What a run is, for its manifest.
package struct RunIdentity: Sendable {
  /// The pipeline's name.
  package var pipelineName: String
  /// SHA-256 of the pipeline file, 64 hexadecimal digits.
  package var pipelineSHA256: String
  /// The version of this program.
  package var programVersion: String

  /// Makes an identity.
  package init(pipelineName: String, pipelineSHA256: String, programVersion: String) {
    self.pipelineName = pipelineName
    self.pipelineSHA256 = pipelineSHA256
    self.programVersion = programVersion
  }
}
