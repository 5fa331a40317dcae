/// What a flag says about unpaid care (contract section 3); raw values are what files say.
package enum CarerFlag: String, CaseIterable, Sendable {
  case carer
  case notCarer = "not-carer"
  case declined
  case notRecorded = "not-recorded"
  case unreadable

  /// Whether the flag says something: carer, declined or not a carer.
  package var isStatement: Bool {
    switch self {
    case .carer, .declined, .notCarer: true
    case .notRecorded, .unreadable: false
    }
  }
}
