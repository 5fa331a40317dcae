/// Where a discrepancy stands tonight (contract section 8); raw values are what files say.
///
/// `resolved` stands in no row of discrepancies.csv: it is counted, and listed among the changes.
package enum DiscrepancyStatus: String, CaseIterable, Sendable {
  /// Never seen before.
  case new
  /// Seen in the last published run too, or back from a waiver that has ended.
  case open
  /// Resolved once, and back.
  case reopened
  /// A decision waives it as of tonight.
  case waived
  /// Seen in the last published run, not tonight.
  case resolved
}
