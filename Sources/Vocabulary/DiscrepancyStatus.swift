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

/// What happened to a discrepancy since the last published run; raw values are those of
/// changes.csv.
package enum DiscrepancyChangeWord: String, CaseIterable, Sendable {
  /// Seen for the first time.
  case new
  /// It had been resolved and is back.
  case reopened
  /// Its waiver has ended, and it is still there.
  case waiverEnded = "waiver-ended"
  /// A decision waives it: for the first time, or until another day.
  case waived
  /// Its severity or organisation is another.
  case changed
  /// It was there and is not now.
  case resolved
}
