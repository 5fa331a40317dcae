import Columns
package import Vocabulary

/// Everything known once Join is done: what rules and outputs read.
package struct Reconciliation: Sendable {
  /// The civil date the run is for.
  package let asOf: CalendarDay
  /// The tables that the stages before have made.
  package let extracts: Extracts
  package let reference: Reference
  package let workforce: Workforce
  package let links: Links
  /// Employees with a live passport whose flag was carer in the last published run and is not now.
  ///
  /// By index.
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

  /// The same without what only joining and rules ask for, which is a fifth of the memory.
  ///
  /// Outputs are made from what is left. Where a reviewer is asked about candidates, their NI
  /// numbers and birth dates stay, to say in a word whether they agree.
  package func forOutputs() -> Reconciliation {
    var (extracts, workforce) = (extracts, workforce)
    extracts.references = TextDictionary()
    workforce.names = NameKeys()
    workforce.employees.knownAs = []
    workforce.employees.previousLastName = []
    workforce.employees.manager = []
    if links.reviews.isEmpty {
      workforce.employees.birthDate = []
      workforce.employees.niNumber = []
    }
    return Reconciliation(
      asOf: asOf, extracts: extracts, reference: reference, workforce: workforce, links: links,
      flaggedLastTime: flaggedLastTime)
  }
}
