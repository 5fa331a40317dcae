/// How urgent a finding is; the raw value is what files and pipeline files say.
///
/// Findings are sorted high first (contract section 8).
package enum Severity: String, CaseIterable, Sendable, Comparable {
  case high
  case medium
  case low

  /// 0 for high, 1 for medium, 2 for low: the order in which findings are listed.
  package var rank: Int {
    switch self {
    case .high: 0
    case .medium: 1
    case .low: 2
    }
  }

  /// Whether `left` is listed before `right`.
  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
