/// When a run must refuse to publish (contract section 9).
package struct Guards: Sendable, Equatable {
  /// The share of the rows read, 0 to 1, that may be rejected of a source of at least 20 rows.
  package var maximumRejectedShare = 0.05
  /// The share, 0 to 1, of the last run's accepted staff rows that may be missing.
  ///
  /// It is held against all rows, and against those of each organisation.
  package var maximumShrink = 0.20
  /// What to do with an input that is older than the one the last run read under its name.
  package var olderInput = OlderInput.refuse

  /// What to do with an input that is older than last night's.
  package enum OlderInput: String, CaseIterable, Sendable {
    case refuse
    case allow
  }

  /// Makes the guards of a pipeline file that says nothing.
  package init() {}
}
