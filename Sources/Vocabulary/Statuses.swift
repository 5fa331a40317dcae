/// The state of a passport at the as-of date (contract section 5), best first.
package enum PassportState: UInt8, CaseIterable, Sendable, Comparable {
  case active
  case reviewOverdue
  case draft
  case ended
  /// No passport at all.
  case none

  /// The word that files use.
  package var word: String {
    switch self {
    case .active: "active"
    case .reviewOverdue: "review-overdue"
    case .draft: "draft"
    case .ended: "ended"
    case .none: "none"
    }
  }

  /// Whether the passport is in force: active or overdue for review.
  package var isLive: Bool { self == .active || self == .reviewOverdue }

  /// Orders states best first.
  package static func < (left: PassportState, right: PassportState) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The state of a network membership at the as-of date (contract section 5), best first.
package enum MembershipState: UInt8, CaseIterable, Sendable, Comparable {
  case carerMember
  case ally
  case future
  case left
  /// No membership at all.
  case none

  /// The word that files use.
  package var word: String {
    switch self {
    case .carerMember: "carer-member"
    case .ally: "ally"
    case .future: "future"
    case .left: "left"
    case .none: "none"
    }
  }

  /// Orders states best first.
  package static func < (left: MembershipState, right: MembershipState) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What the sources together say of an employee (contract section 5); raw values are what files
/// say.
package enum ReconciledStatus: String, CaseIterable, Sendable {
  case carer
  case carerUnflagged = "carer-unflagged"
  case declined
  case notCarer = "not-carer"
  case notRecorded = "not-recorded"
}
