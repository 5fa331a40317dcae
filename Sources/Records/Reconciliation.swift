package import Vocabulary

/// Everything known once Join is done: what rules and outputs read.
package struct Reconciliation: Sendable {
  /// The civil date the run is for.
  package let asOf: CalendarDay
  package let extracts: Extracts
  package let reference: Reference
  package let workforce: Workforce
  package let links: Links
  /// Of the employees with a live passport whose flag is not carer: those whose flag was carer in
  /// the last published run, by index.
  package let flaggedLastTime: Set<Int>

  /// Puts the results of the first three stages together with what the last run left.
  package init(
    asOf: CalendarDay, extracts: Extracts, reference: Reference, workforce: Workforce, links: Links,
    flaggedLastTime: Set<Int> = []
  ) {
    self.flaggedLastTime = flaggedLastTime
    self.asOf = asOf
    self.extracts = extracts
    self.reference = reference
    self.workforce = workforce
    self.links = links
  }
}
