package import Columns
package import Records
package import Vocabulary

/// The third stage: list entries to employees, and what follows from it for each employee.
package struct Join: Sendable {
  private let settings: JoinSettings
  private let asOf: CalendarDay

  /// A stage for the civil date `asOf`.
  package init(_ settings: JoinSettings, asOf: CalendarDay) {
    self.settings = settings
    self.asOf = asOf
  }

  /// Links, states, statuses and entitlements.
  ///
  /// Entries balance: each has one outcome.
  package func run(
    _ extracts: Extracts, _ workforce: Workforce, _ reference: Reference,
    _ workers: Workers = Workers(count: 1)
  ) -> Links {
    var lists = ListKind.allCases.map { kind in
      var list = JoinedList(kind: kind, entries: extracts.entries(kind))
      EntryKeys(kind: kind, extracts: extracts, names: workforce.names).fill(&list, workers)
      return list
    }
    let decisions = LinkDecisions(extracts, lists, workforce, asOf: asOf)
    let index = CandidateIndex(
      extracts.passports + extracts.memberships, workforce, workers)
    let linking = ExactLinking(workforce, index, decisions, settings.methods)
    for place in lists.indices {
      let list = lists[place]
      lists[place].links = workers.mapRanges(of: list.entries.count, size: 4_096) { range in
        range.map { linking.link(list.entries[$0], list.kind, $0) }
      }.flatMap(\.self)
    }
    var reviews: [Review] = []
    var comparedPairs = 0
    if settings.methods.contains(.probabilistic) {
      var linking = ProbabilisticLinking(
        settings, StaffPicture(workforce, reference, extracts, workers), extracts.texts, decisions,
        workers)
      reviews = linking.link(&lists)
      comparedPairs = linking.comparedPairs
    }
    for place in lists.indices {
      lists[place].indexLinks(employeeCount: workforce.employees.count)
    }
    var links = Links(passports: lists[0], memberships: lists[1])
    links.reviews = reviews
    links.comparedPairs = comparedPairs
    links.idleDecisions = decisions.idle
    let states = EntryStates(asOf: asOf, texts: extracts.texts)
    links.passportStates = extracts.passports.map(states.passport)
    links.membershipStates = extracts.memberships.map(states.membership)
    let derivation = StatusDerivation(workforce: workforce)
    let selection = RecipientSelection(asOf: asOf, reference: reference, workforce: workforce)
    let (foreign, managers) = workers.both(
      { [links] in derivation.foreignPassports(links.passports) }, { selection.managers() })
    links.isForeign = foreign
    links.statuses = derivation.statuses(links, workers)
    links.entitlements = selection.entitlements(extracts.accessCodes, links, managers: managers)
    return links
  }
}
