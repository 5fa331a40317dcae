package import Vocabulary

/// Everything known once Join is done: what rules and outputs read.
package struct Reconciliation: Sendable {
  /// The civil date the run is for.
  package let asOf: CalendarDay
  package let extracts: Extracts
  package let reference: Reference
  package let workforce: Workforce
  package let links: Links

  /// Puts the results of the first three stages together.
  package init(
    asOf: CalendarDay, extracts: Extracts, reference: Reference, workforce: Workforce, links: Links
  ) {
    self.asOf = asOf
    self.extracts = extracts
    self.reference = reference
    self.workforce = workforce
    self.links = links
  }
}
