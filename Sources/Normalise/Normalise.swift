import Columns
package import Records
package import Threads
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
    decideFlagsAndPersons(&extracts, spellings, workers, &workforce)
    let reference = ReferenceResolution(asOf: asOf)
      .resolve(extracts.organisations, extracts.footprints)
    return (workforce, reference)
  }

  /// What one of several workers finds out about the employees.
  private enum Part: Sendable {
    /// The workforce with competences and flags.
    case flags(Workforce)
    case names(NameKeys)
    case byEmail(EmployeeGroups.Groups)
    case byNINumber(EmployeeGroups.Groups)
  }

  /// Matches competences and decides flags, makes name keys and finds shared identifiers, several
  /// at once; and from these the persons.
  private func decideFlagsAndPersons(
    _ extracts: inout Extracts, _ spellings: CarerFlagSpellings, _ workers: Workers,
    _ workforce: inout Workforce
  ) {
    let parts = workers.map(0..<3 + EmployeeGroups.partCount) {
      [asOf, settings, workforce, extracts] part -> Part in
      switch part {
      case 0: return .names(Self.nameKeys(workforce.employees, extracts))
      case 1:
        var result = workforce
        CompetenceMatching(
          asOf: asOf, texts: extracts.texts,
          patterns: CompetencePatterns(ignored: settings.ignoredCompetences),
          spellings: spellings
        ).match(extracts.competences, into: &result)
        FlagDecision(asOf: asOf).decide(&result)
        return .flags(result)
      case 2:
        return .byEmail(EmployeeGroups.byEmail(workforce.employees, extracts.emails.count))
      default:
        return .byNINumber(EmployeeGroups.byNINumber(workforce.employees, part: part - 3))
      }
    }
    extracts.competences = []
    var names = NameKeys()
    var groups = EmployeeGroups()
    for part in parts {
      switch part {
      case .flags(let result): workforce = result
      case .names(let keys): names = keys
      case .byEmail(let found): groups.byEmail = found
      case .byNINumber(let found): groups.byNINumber.append(contentsOf: found)
      }
    }
    workforce.names = names
    let grouping = PersonGrouping(
      employees: workforce.employees, names: names, workers: workers)
    workforce.persons = workers.meanwhile({ FreedMemory.giveBack() }) {
      grouping.persons(of: groups)
    }
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
    let order = AssignmentOrder(of: extracts.assignments, workers)
    let (activity, flags) = workers.both(
      { [asOf, extracts] in
        AssignmentActivity(
          asOf: asOf, statuses: extracts.assignments.map(\.status), in: extracts.texts)
      },
      { [extracts] in spellings.flags(of: extracts.assignments.map(\.flag), in: extracts.texts) })
    var batches: [AssignmentBatch] = []
    swap(&batches, &extracts.assignments)
    EmployeeBuilding(
      batches: batches, order: order, activity: activity, flags: flags, workers: workers
    ).build(into: &workforce)
  }
}
