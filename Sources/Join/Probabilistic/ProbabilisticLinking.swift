import Columns
import Records
import Threads
import Vocabulary

/// Links by match probability what no exact method has linked, and asks about the middling ones.
///
/// The method `probabilistic` of contract section 5.
///
/// Probability: an entry's candidates and "not in the staff file" share 1, so it answers "is this
/// the person?", not "do these rows look alike?". An entry that was tried and not linked keeps the
/// probability of its best candidate; the candidate itself stands in the reviews from `join.review`
/// on. Where no candidate reaches that, but all together do (equal namesakes), they stand there
/// too.
struct ProbabilisticLinking {
  private let settings: JoinSettings
  private let picture: StaffPicture
  private let decisions: LinkDecisions
  private let workers: Workers
  private let references: TextDictionary
  /// How many pairs were compared.
  private(set) var comparedPairs = 0

  /// Below which probability an equal namesake is not shown to a person.
  private static let shownShare = 0.05
  private static let chunkSize = 512

  init(
    _ settings: JoinSettings, _ picture: StaffPicture, _ references: TextDictionary,
    _ decisions: LinkDecisions, _ workers: Workers
  ) {
    self.references = references
    self.settings = settings
    self.picture = picture
    self.decisions = decisions
    self.workers = workers
  }

  /// Some open entries of a list, and what they are to be looked up by.
  private struct OpenEntries: Sendable {
    /// Their indices in the list.
    var indices: [Int] = []
    var homes: [ListHome?] = []
    var questions: [Question] = []
    var starts: [Int] = [0]

    func questions(_ number: Int) -> ArraySlice<Question> {
      questions[starts[number]..<starts[number + 1]]
    }
  }

  /// What is to be looked up for one list.
  private struct OpenList: Sendable {
    /// The entries that no exact method has linked.
    var open: [OpenEntries] = []
    /// Entries that exact methods have linked, spread evenly, and for how many each stands.
    var samples: [Int] = []
    var sampleHomes: [ListHome?] = []
    var sampleWeight = 1.0
  }

  /// Links the open entries of the lists; gives what a person is to be asked.
  mutating func link(_ lists: inout [JoinedList]) -> [Review] {
    let original = lists.map(\.entries)
    defer { for place in lists.indices { lists[place].entries = original[place] } }
    for place in lists.indices { Self.useLinkageBirthDates(&lists[place].entries) }
    let asking = EntryQuestions(picture, lists.flatMap(Self.openEntries), workers)
    var open = lists.map { openList($0, asking) }
    let index = StaffIndex(Self.askedKeys(asking, lists, &open), picture, workers)
    let counting = NamesakeCounting(picture, index)
    let questions = open.flatMap { $0.open.map(\.questions) }
    let search = CandidateSearch(
      picture, index, counting.frequencies(questions, workers),
      discount: counting.discount(questions))
    var reviews: [Review] = []
    for place in lists.indices {
      reviews += link(&lists[place], open[place], search)
    }
    return reviews
  }

  /// Puts the birth dates that only this method may use where it looks for them.
  private static func useLinkageBirthDates(_ entries: inout [ListEntry]) {
    for place in entries.indices where entries[place].birthDate.isMissing {
      if entries[place].linkageBirthDate.isMissing { continue }
      entries[place].birthDate = entries[place].linkageBirthDate
    }
  }

  private static func openEntries(_ list: JoinedList) -> [ListEntry] {
    zip(list.entries, list.links).filter { $0.1.outcome != .linked }.map(\.0)
  }

  /// The open entries of a list with their questions, and those that the model can learn from.
  private func openList(_ list: JoinedList, _ asking: EntryQuestions) -> OpenList {
    var result = OpenList()
    let entries = list.entries
    let links = list.links
    let indices = links.indices.filter { links[$0].outcome != .linked }
    let homes = ListHomes(entries, references, picture)
    result.open = workers.mapRanges(of: indices.count, size: Self.chunkSize) { range in
      var asking = asking
      var open = OpenEntries()
      open.indices = Array(indices[range])
      for number in open.indices {
        let home = homes.home(of: number, isAmbiguous: links[number].wasAmbiguous)
        asking.ask(entries[number], home: home, &open.questions)
        open.homes.append(home)
        open.starts.append(open.questions.count)
      }
      return open
    }
    let linked = links.indices.filter { links[$0].employee != nil && links[$0].method != .decision }
    let step = max(1, linked.count / Self.enoughLinks)
    result.samples = (0..<linked.count / step).map { linked[$0 * step] }
    result.sampleHomes = result.samples.map { homes.home(of: $0) }
    result.sampleWeight = Double(step)
    return result
  }

  /// How many exact links are enough to learn from.
  private static let enoughLinks = 8192

  /// All that is asked; gives each question the number of its key.
  private static func askedKeys(
    _ asking: EntryQuestions, _ lists: [JoinedList], _ open: inout [OpenList]
  ) -> AskedKeys {
    let owners = zip(lists, open).flatMap { list, open in
      open.samples.flatMap { asking.ownerKeys(list.entries[$0]) }
    }
    let count = open.flatMap { $0.open }.reduce(0) { $0 + $1.questions.count }
    var keys = AskedKeys(room: owners.count + count)
    for key in owners { _ = keys.ask(key) }
    for list in open.indices {
      for part in open[list].open.indices { keys.ask(&open[list].open[part].questions) }
    }
    return keys
  }

  // MARK: - One list

  private mutating func link(
    _ list: inout JoinedList, _ open: OpenList, _ search: CandidateSearch
  ) -> [Review] {
    let scored = score(list, open.open, search)
    let model = LinkageModel(
      of: scored, known: levelsOfExactLinks(list, open, search), total: list.entries.count,
      picture, workers)
    let held = list
    let linking = self
    let decided = workers.map(scored.indices) { part in
      let (scored, open) = (scored[part], open.open[part])
      let weights = scored.weights(model)
      var shares: [ScoredEntries.PersonShare] = []
      return open.indices.indices.map { place in
        let entry = held.entries[open.indices[place]]
        _ = scored.share(place, weights, &shares)
        return linking.decide(place, shares, scored, weights, held) { employee in
          let pair = search.comparison(entry, home: open.homes[place], open.questions(place))
            .compareAnyway(employee)
          return EvidenceWording(linking.picture, model).evidence(entry, employee, pair)
        }
      }
    }
    var reviews: [Review] = []
    for (part, decisions) in zip(open.open, decided) {
      for (number, decision) in zip(part.indices, decisions) {
        list.links[number] = decision.link
        reviews += decision.reviews
      }
    }
    return reviews
  }

  /// What becomes of one entry, of whose persons these are the shares: its link, and what a person
  /// is asked.
  private func decide(
    _ place: Int, _ shares: [ScoredEntries.PersonShare], _ scored: ScoredEntries,
    _ weights: [Float], _ list: JoinedList, evidence: (Int) -> [FieldEvidence]
  ) -> (link: EntryLink, reviews: [Review]) {
    let number = scored.entries[place]
    var link = list.links[number]
    guard let best = shares.min(by: ScoredEntries.PersonShare.precedes) else { return (link, []) }
    link.probability = best.probability
    let second = shares.lazy.filter { $0.person != best.person }.map(\.probability).max() ?? 0
    if best.probability >= settings.accept, best.probability - second >= settings.margin {
      let employee = preferred(scored, place, best, list.entries[number], weights)
      link.outcome = .linked
      link.method = .probabilistic
      link.employee = employee
      link.evidence = evidence(employee)
      return (link, [])
    }
    let shown = shown(shares)
    if !shown.isEmpty { link.outcome = .review }
    let reviews = shown.map { share in
      let employee = preferred(scored, place, share, list.entries[number], weights)
      return Review(
        kind: list.kind, entry: number, employee: employee, probability: share.probability,
        levels: evidence(employee).map(\.text))
    }
    return (link, reviews)
  }

  /// Those a person is asked about, best first: from `join.review` on with their rivals, or equals
  /// who only together reach it.
  private func shown(_ shares: [ScoredEntries.PersonShare]) -> [ScoredEntries.PersonShare] {
    let inside = shares.reduce(0) { $0 + $1.probability }
    guard inside >= settings.review else { return [] }
    let least = min(settings.review, Self.shownShare)
    return shares.filter { $0.probability >= least }.sorted(by: ScoredEntries.PersonShare.precedes)
  }

  private mutating func score(
    _ list: JoinedList, _ open: [OpenEntries], _ search: CandidateSearch
  ) -> [ScoredEntries] {
    let entries = list.entries
    let kind = list.kind
    let decisions = decisions
    let picture = picture
    let parts = workers.map(open.indices) { part in
      let open = open[part]
      var bench = CandidateSearch.Bench()
      var scored = ScoredEntries()
      var compared = 0
      for (place, number) in open.indices.enumerated() {
        var (candidates, pairs) = search.candidates(
          of: entries[number], home: open.homes[place], open.questions(place), on: &bench
        ) { scored.pattern($0) }
        if let rejected = decisions.verdicts(kind, number)?.rejected, !rejected.isEmpty {
          let persons = Set(rejected.map { picture.cards[$0].person })
          candidates.removeAll { persons.contains($0.person) }
        }
        compared += pairs
        scored.append(number, candidates)
      }
      return (scored, compared)
    }
    comparedPairs += parts.reduce(0) { $0 + $1.1 }
    return parts.map(\.0)
  }

  /// The levels of the pairs that exact methods linked: they teach the model what true pairs are.
  private func levelsOfExactLinks(
    _ list: JoinedList, _ open: OpenList, _ search: CandidateSearch
  ) -> (levels: [Levels], weight: Double) {
    let links = list.links
    let entries = list.entries
    let levels = workers.mapRanges(of: open.samples.count, size: 1024) { range in
      range.map { place in
        let number = open.samples[place]
        return search.comparison(entries[number], home: open.sampleHomes[place], [])
          .compareAnyway(links[number].employee ?? 0).levels
      }
    }
    return (levels.flatMap(\.self), open.sampleWeight)
  }

  /// Of a person's employees with the best weight, one in the entry's organisation first, then an
  /// active one, then the smallest `ORG/NUMBER`, as exact methods choose.
  private func preferred(
    _ scored: ScoredEntries, _ place: Int, _ share: ScoredEntries.PersonShare, _ entry: ListEntry,
    _ weights: [Float]
  ) -> Int {
    let best = scored.candidates[Int(share.place)]
    let weight = scored.weight(best, weights)
    let equals = scored.candidates[scored.starts[place]..<scored.starts[place + 1]].filter {
      $0.person == share.person && scored.weight($0, weights) > weight - 0.01
    }
    let chosen = equals.min { left, right in
      let (one, other) = (Int(left.employee), Int(right.employee))
      let isOneLocal = picture.organisationCode(of: one) == entry.organisation
      if isOneLocal != (picture.organisationCode(of: other) == entry.organisation) {
        return isOneLocal
      }
      let isOneActive = picture.cards[one].has(.isActive)
      if isOneActive != picture.cards[other].has(.isActive) { return isOneActive }
      return one < other
    }
    return Int(chosen?.employee ?? best.employee)
  }
}
