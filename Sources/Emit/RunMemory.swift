package import Vocabulary

/// Where a discrepancy stands in its life (contract section 8); raw values are what files say.
package enum LifeStatus: String, CaseIterable, Sendable {
  /// Not there in the last published run, nor settled before.
  case new
  /// There in the last published run, and still.
  case open
  /// Settled once, and back.
  case reopened
  /// A decision says that it may stand for now.
  case waived
}

/// What the ledger remembers of one discrepancy.
package struct DiscrepancyLife: Sendable, Equatable {
  /// Where it stands.
  package var status: LifeStatus
  /// The as-of date of the first run that had it.
  package var firstSeen: CalendarDay
  /// Days from ``firstSeen`` to the as-of date.
  package var ageDays: Int

  /// Makes a life.
  package init(status: LifeStatus, firstSeen: CalendarDay, ageDays: Int) {
    self.status = status
    self.firstSeen = firstSeen
    self.ageDays = ageDays
  }
}

/// Whether a recipient was given the code before (contract section 8); raw values as in files.
package enum Delivery: String, CaseIterable, Sendable {
  /// Never listed.
  case new
  /// Listed before, not confirmed.
  case listed
  /// Confirmed with this code.
  case sent
  /// Confirmed with another code.
  case codeChanged = "code-changed"
  /// There is no code to give.
  case noCode = "no-code"
}

/// What earlier runs make of this one's findings and recipients.
package struct RunMemory: Sendable {
  /// By the finding's index in ``Findings/all``; empty in a first run.
  package var lives: [DiscrepancyLife] = []
  /// By place in ``Entitlements/carers``; empty in a first run.
  package var carerDeliveries: [Delivery] = []
  /// By place in ``Entitlements/managers``; empty in a first run.
  package var managerDeliveries: [Delivery] = []
  /// How many discrepancies of the last published run are gone.
  package var resolvedCount = 0

  /// The memory of a first run.
  package init() {}

  /// What is to be said of the recipient at a place of the platform's list.
  ///
  /// Without a code there is nothing to remember: it is `noCode` whatever the memory says.
  func delivery(_ platform: Platform, place: Int, hasCode: Bool) -> Delivery {
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
