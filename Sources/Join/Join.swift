package import Threads
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
    var (lists, index) = prepare(extracts, workforce, workers)
    let decisions = LinkDecisions(extracts, lists, workforce, asOf: asOf)
    let linking = ExactLinking(workforce, index, decisions, settings.methods)
    for place in lists.indices {
      let list = lists[place]
      lists[place].links = workers.joinRanges(of: list.entries.count, size: 4_096) { range in
        range.map { linking.link(list.entries[$0], list.kind, $0) }
      }
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
    return links(lists, extracts, workforce, reference, workers) { links in
      links.reviews = reviews
      links.comparedPairs = comparedPairs
      links.idleDecisions = decisions.idle
    }
  }

  /// One piece of what linking needs.
  private enum Prepared {
    case list(JoinedList)
    case part(CandidateIndex.Part, CandidateIndex)
  }

  /// The lists with their subjects, and the index of the employees that they may mean.
  private func prepare(
    _ extracts: Extracts, _ workforce: Workforce, _ workers: Workers
  ) -> ([JoinedList], CandidateIndex) {
    let entries = [extracts.passports, extracts.memberships]
    let kinds = ListKind.allCases
    let parts = CandidateIndex.Part.allCases
    let prepared = workers.map(0..<parts.count + kinds.count) { number -> Prepared in
      guard number < kinds.count else {
        let part = parts[number - kinds.count]
        return .part(part, CandidateIndex(part, entries, workforce))
      }
      var list = JoinedList(kind: kinds[number], entries: extracts.entries(kinds[number]))
      EntryKeys(kind: kinds[number], extracts: extracts, names: workforce.names).fill(&list)
      return .list(list)
    }
    var lists: [JoinedList] = []
    var indices: [CandidateIndex.Part: CandidateIndex] = [:]
    for piece in prepared {
      switch piece {
      case .list(let list): lists.append(list)
      case .part(let part, let index): indices[part] = index
      }
    }
    return (lists, CandidateIndex(indices))
  }

  /// What follows from the linked lists; `fill` adds what is known besides.
  private func links(
    _ lists: [JoinedList], _ extracts: Extracts, _ workforce: Workforce, _ reference: Reference,
    _ workers: Workers, _ fill: (inout Links) -> Void
  ) -> Links {
    let derivation = StatusDerivation(workforce: workforce)
    let selection = RecipientSelection(asOf: asOf, reference: reference, workforce: workforce)
    let states = EntryStates(asOf: asOf, texts: extracts.texts)
    let employeeCount = workforce.employees.count
    let (indexed, (passportStates, membershipStates)) = workers.both {
      lists.map { list in
        var list = list
        list.indexLinks(employeeCount: employeeCount)
        return list
      }
    } _: {
      (extracts.passports.map(states.passport), extracts.memberships.map(states.membership))
    }
    var links = Links(passports: indexed[0], memberships: indexed[1])
    fill(&links)
    links.passportStates = passportStates
    links.membershipStates = membershipStates
    links.isForeign = derivation.foreignPassports(links.passports)
    let known = links
    let managers: [Int]
    (links.statuses, managers) = workers.both {
      derivation.listed(known)
    } _: {
      selection.managers()
    }
    derivation.reconcile(&links.statuses, workers)
    links.entitlements = selection.entitlements(extracts.accessCodes, links, managers: managers)
    return links
  }
}
