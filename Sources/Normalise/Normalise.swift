package import Columns
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
  /// Assignments balance: each is one of one employee. Assignments and competences are taken out of
  /// `extracts`: what later stages need of them is in the workforce, and they are most of what is
  /// in memory.
  package func run(
    _ extracts: inout Extracts, _ workers: Workers = Workers(count: 1)
  ) -> (workforce: Workforce, reference: Reference) {
    var workforce = Workforce()
    let spellings = CarerFlagSpellings(own: settings.carerFlagKeys)
    let assignmentCount = extracts.assignments.reduce(0) { $0 + $1.count }
    buildEmployees(&extracts, spellings, workers, &workforce)
    precondition(
      workforce.assignments.row.count == assignmentCount,
      "every assignment is one of one employee")
    CompetenceMatching(
      asOf: asOf, texts: extracts.texts,
      patterns: CompetencePatterns(ignored: settings.ignoredCompetences), spellings: spellings
    ).match(extracts.competences, into: &workforce)
    extracts.competences = []
    FreedMemory.giveBack()
    FlagDecision(asOf: asOf).decide(&workforce)
    groupPersons(extracts, workers, &workforce)
    let reference = ReferenceResolution(asOf: asOf)
      .resolve(extracts.organisations, extracts.footprints)
    return (workforce, reference)
  }

  /// Works out name keys and shared identifiers, several at once, and from them the persons.
  private func groupPersons(
    _ extracts: Extracts, _ workers: Workers, _ workforce: inout Workforce
  ) {
    let employees = workforce.employees
    let parts = workers.map(0..<2 + EmployeeGroups.partCount) { part -> (NameKeys, [[Int32]]) in
      switch part {
      case 0: (Self.nameKeys(employees, extracts), [])
      case 1:
        (NameKeys(), EmployeeGroups.byEmail(employees, extracts.emails.count))
      default: (NameKeys(), EmployeeGroups.byNINumber(employees, part: part - 2))
      }
    }
    workforce.names = parts[0].0
    workforce.persons = PersonGrouping(employees: employees, names: workforce.names).persons(
      of: EmployeeGroups(byNINumber: parts[2...].flatMap(\.1), byEmail: parts[1].1))
  }

  private static func nameKeys(_ employees: EmployeeTable, _ extracts: Extracts) -> NameKeys {
    let entries = [extracts.passports, extracts.memberships]
    return NameKeys(
      firstNames: [employees.firstName, employees.knownAs] + entries.map { $0.map(\.firstName) },
      lastNames: [employees.lastName, employees.previousLastName]
        + entries.map { $0.map(\.lastName) },
      in: extracts.texts)
  }

  private func buildEmployees(
    _ extracts: inout Extracts, _ spellings: CarerFlagSpellings, _ workers: Workers,
    _ workforce: inout Workforce
  ) {
    let (activity, flags) = workers.both(
      { [asOf, extracts] in
        AssignmentActivity(
          asOf: asOf, statuses: extracts.assignments.map(\.status), in: extracts.texts)
      },
      { [extracts] in
        spellings.flags(of: extracts.assignments.map(\.flag), in: extracts.texts)
      })
    var batches: [AssignmentBatch] = []
    swap(&batches, &extracts.assignments)
    EmployeeBuilding(batches: batches, activity: activity, flags: flags, workers: workers)
      .build(into: &workforce)
  }
}
