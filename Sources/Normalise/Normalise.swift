import Columns
package import Records
package import Vocabulary

/// The second stage: flags, names and dates to one form; assignments to employees to persons.
package struct Normalise: Sendable {
  private let settings: NormaliseSettings
  private let asOf: CalendarDay

  /// A stage for the civil date `asOf`.
  package init(_ settings: NormaliseSettings, asOf: CalendarDay) {
    self.settings = settings
    self.asOf = asOf
  }

  /// The workforce, and the organisations and footprints at the as-of date.
  ///
  /// Assignments balance: each is one of one employee.
  package func run(_ extracts: Extracts) -> (workforce: Workforce, reference: Reference) {
    var workforce = Workforce()
    let spellings = CarerFlagSpellings(own: settings.carerFlagKeys)
    let batches = extracts.assignments
    EmployeeBuilding(
      batches: batches,
      activity: AssignmentActivity(
        asOf: asOf, statuses: batches.map(\.status), in: extracts.texts),
      flags: spellings.flags(of: batches.map(\.flag), in: extracts.texts)
    ).build(into: &workforce)
    precondition(
      workforce.assignments.row.count == batches.reduce(0) { $0 + $1.count },
      "every assignment is one of one employee")
    CompetenceMatching(
      asOf: asOf, texts: extracts.texts,
      patterns: CompetencePatterns(ignored: settings.ignoredCompetences), spellings: spellings
    ).match(extracts.competences, into: &workforce)
    FlagDecision(asOf: asOf).decide(&workforce)
    let entries = [extracts.passports, extracts.memberships]
    workforce.names = NameKeys(
      firstNames: [workforce.employees.firstName, workforce.employees.knownAs]
        + entries.map { $0.map(\.firstName) },
      lastNames: [workforce.employees.lastName, workforce.employees.previousLastName]
        + entries.map { $0.map(\.lastName) },
      in: extracts.texts)
    workforce.persons = PersonGrouping(
      employees: workforce.employees, names: workforce.names, emailCount: extracts.emails.count
    ).group()
    let reference = ReferenceResolution(asOf: asOf)
      .resolve(extracts.organisations, extracts.footprints)
    return (workforce, reference)
  }
}
