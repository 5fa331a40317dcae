package import Records
package import Threads
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
    let selection = RecipientSelection(asOf: asOf, reference: reference, workforce: workforce)
    let prepared = prepare(extracts, workforce, selection, workers)
    var lists = prepared.lists
    let decisions = LinkDecisions(extracts, lists, workforce, asOf: asOf)
    let linking = ExactLinking(workforce, prepared.index, decisions, settings.methods)
    for place in lists.indices {
      let list = lists[place]
      lists[place].links = workers.fill(count: list.entries.count, size: 1 << 11) { range, links in
        for entry in range { links.append(linking.link(list.entries[entry], list.kind, entry)) }
      }
    }
    var reviews: [Review] = []
    var comparedPairs = 0
    if settings.methods.contains(.probabilistic) {
      var linking = ProbabilisticLinking(
        settings, StaffPicture(workforce, reference, extracts, workers), extracts.references,
        decisions, workers)
      reviews = linking.link(&lists)
      comparedPairs = linking.comparedPairs
    }
    lists = workers.map(taking: lists) { [persons = workforce.persons] list in
      list.indexLinks(of: persons)
      return list
    }
    var links = Links(passports: lists[0], memberships: lists[1])
    links.reviews = reviews
    links.comparedPairs = comparedPairs
    links.idleDecisions = decisions.idle
    links.passportStates = prepared.passportStates
    links.membershipStates = prepared.membershipStates
    let derivation = StatusDerivation(workforce: workforce, workers: workers)
    links.isForeign = derivation.foreignPassports(links.passports)
    links.statuses = derivation.statuses(links)
    links.entitlements = selection.entitlements(
      extracts.accessCodes, links, managers: prepared.managers, workers)
    return links
  }

  /// What can be worked out before anything is linked.
  private struct Prepared {
    var lists: [JoinedList] = []
    var index = CandidateIndex([:])
    var passportStates: [PassportState] = []
    var membershipStates: [MembershipState] = []
    var managers: [Int] = []
  }

  /// One piece of it.
  private enum Piece {
    case part(CandidateIndex.Part, CandidateIndex)
    case list(JoinedList)
    case passportStates([PassportState])
    case membershipStates([MembershipState])
    case managers([Int])
  }

  /// The lists with their subjects and states, the index of the employees that they may mean, and
  /// who is a manager; several at once, those that take longest first.
  private func prepare(
    _ extracts: Extracts, _ workforce: Workforce, _ selection: RecipientSelection,
    _ workers: Workers
  ) -> Prepared {
    let states = EntryStates(asOf: asOf, texts: extracts.texts)
    let entries = [extracts.passports, extracts.memberships]
    let parts = CandidateIndex.Part.allCases
    var makers: [@Sendable () -> Piece] = parts.map { part in
      { .part(part, CandidateIndex(part, entries, workforce)) }
    }
    makers += [
      { .passportStates(states.passports(extracts.passports)) },
      { .membershipStates(states.memberships(extracts.memberships)) },
      { .managers(selection.managers()) },
    ]
    makers += ListKind.allCases.map { kind in
      {
        var list = JoinedList(kind: kind, entries: extracts.entries(kind))
        EntryKeys(kind: kind, extracts: extracts, names: workforce.names).fill(&list)
        return .list(list)
      }
    }
    let pieces = workers.map(makers.indices) { [makers] in makers[$0]() }
    var prepared = Prepared()
    var indices: [CandidateIndex.Part: CandidateIndex] = [:]
    for piece in pieces {
      switch piece {
      case .part(let part, let index): indices[part] = index
      case .list(let list): prepared.lists.append(list)
      case .passportStates(let states): prepared.passportStates = states
      case .membershipStates(let states): prepared.membershipStates = states
      case .managers(let managers): prepared.managers = managers
      }
    }
    prepared.index = CandidateIndex(indices)
    return prepared
  }
}
