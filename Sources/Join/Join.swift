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
    var (lists, index) = workers.both {
      workers.map(0..<ListKind.allCases.count) { number in
        let kind = ListKind.allCases[number]
        var list = JoinedList(kind: kind, entries: extracts.entries(kind))
        EntryKeys(kind: kind, extracts: extracts, names: workforce.names).fill(&list)
        return list
      }
    } _: {
      CandidateIndex(extracts.passports + extracts.memberships, workforce, workers)
    }
    let decisions = LinkDecisions(extracts, lists, workforce, asOf: asOf)
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
    return links(lists, extracts, workforce, reference, workers) { links in
      links.reviews = reviews
      links.comparedPairs = comparedPairs
      links.idleDecisions = decisions.idle
    }
  }

  /// What follows from the linked lists; `fill` adds what is known besides.
  private func links(
    _ lists: [JoinedList], _ extracts: Extracts, _ workforce: Workforce, _ reference: Reference,
    _ workers: Workers, _ fill: (inout Links) -> Void
  ) -> Links {
    let derivation = StatusDerivation(workforce: workforce)
    let selection = RecipientSelection(asOf: asOf, reference: reference, workforce: workforce)
    let states = EntryStates(asOf: asOf, texts: extracts.texts)
    let (entries, (passportStates, membershipStates)) = workers.both {
      lists.map(Self.entriesOfEmployee)
    } _: {
      (extracts.passports.map(states.passport), extracts.memberships.map(states.membership))
    }
    var links = Links(passports: lists[0], memberships: lists[1])
    fill(&links)
    links.passports.entriesOfEmployee = entries[0]
    links.memberships.entriesOfEmployee = entries[1]
    links.passportStates = passportStates
    links.membershipStates = membershipStates
    links.isForeign = derivation.foreignPassports(links.passports)
    let known = links
    let managers: [Int]
    (links.statuses, managers) = workers.both {
      derivation.statuses(known)
    } _: {
      selection.managers()
    }
    links.entitlements = selection.entitlements(extracts.accessCodes, links, managers: managers)
    return links
  }

  private static func entriesOfEmployee(_ list: JoinedList) -> [Int: [Int]] {
    var entries: [Int: [Int]] = [:]
    entries.reserveCapacity(list.links.count)
    for (number, link) in list.links.enumerated() {
      if let employee = link.employee { entries[employee, default: []].append(number) }
    }
    return entries
  }
}
