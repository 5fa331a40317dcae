package import Vocabulary

/// What the ledger remembers of one discrepancy.
package struct DiscrepancyLife: Sendable, Equatable {
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

/// What earlier runs make of this one's findings and recipients.
package struct RunMemory: Sendable {
  /// By the finding's index in ``Findings/all``; empty in a first run.
  package var lives: [DiscrepancyLife] = []
  /// By place in ``Entitlements/carers``; empty in a first run.
  package var carerDeliveries: [DeliveryStatus] = []
  /// By place in ``Entitlements/managers``; empty in a first run.
  package var managerDeliveries: [DeliveryStatus] = []
  /// How many discrepancies of the last published run are gone.
  package var resolvedCount = 0

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
  package var programVersion: String

  /// Makes an identity.
  package init(pipelineName: String, pipelineSHA256: String, programVersion: String) {
    self.pipelineName = pipelineName
    self.pipelineSHA256 = pipelineSHA256
    self.programVersion = programVersion
  }
}
