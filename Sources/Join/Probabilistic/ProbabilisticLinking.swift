import Columns
import Records
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
package struct ProbabilisticLinking {
  private let settings: JoinSettings
  private let picture: StaffPicture
  private let decisions: LinkDecisions
  private let workers: Workers
  private let texts: TextDictionary
  /// How many pairs were compared.
  private(set) var comparedPairs = 0

  /// Below which probability an equal namesake is not shown to a person.
  private static let shownShare = 0.05
  private static let chunkSize = 512

  init(
    _ settings: JoinSettings, _ picture: StaffPicture, _ texts: TextDictionary,
    _ decisions: LinkDecisions, _ workers: Workers
  ) {
    self.texts = texts
    self.settings = settings
    self.picture = picture
    self.decisions = decisions
    self.workers = workers
  }

  /// The open entries of one list, and the keys to look each up by.
  private struct OpenEntries: Sendable {
    var indices: [Int] = []
    var homes: [ListHome?] = []
    var questions: [Question] = []
    var starts: [Int] = [0]

    func questions(_ number: Int) -> ArraySlice<Question> {
      questions[starts[number]..<starts[number + 1]]
    }
  }

  /// Links the open entries of the lists; gives what a person is to be asked.
  mutating func link(_ lists: inout [JoinedList]) -> [Review] {
    let original = lists.map(\.entries)
    defer { for place in lists.indices { lists[place].entries = original[place] } }
    for place in lists.indices { Self.useLinkageBirthDates(&lists[place].entries) }
    let asking = EntryQuestions(picture, lists.flatMap(Self.openEntries))
    var keys = AskedKeys()
    var open: [OpenEntries] = []
    for list in lists {
      for entry in list.entries {
        for key in EntryQuestions.ownerKeys(entry) { _ = keys.ask(key) }
      }
      open.append(openEntries(of: list, asking, &keys))
    }
    let index = StaffIndex(keys, picture, workers)
    let counting = NamesakeCounting(picture, index)
    let questions = open.flatMap { $0.questions }
    let frequencies = counting.frequencies(questions)
    let search = CandidateSearch(
      picture: picture, index: index, frequencies: frequencies,
      discount: counting.discount(questions),
      outset: LinkageModel(picture))
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

  /// The open entries of a list with their questions, whose keys are asked for.
  private func openEntries(
    of list: JoinedList, _ asking: EntryQuestions, _ keys: inout AskedKeys
  ) -> OpenEntries {
    var open = OpenEntries()
    open.indices = list.links.indices.filter { list.links[$0].outcome != .linked }
    let indices = open.indices
    let entries = list.entries
    let links = list.links
    let homes = ListHomes(entries, texts, picture)
    let chunks = workers.map(0..<(indices.count + Self.chunkSize - 1) / Self.chunkSize) { chunk in
      var asking = asking
      return indices[
        chunk * Self.chunkSize..<min(indices.count, (chunk + 1) * Self.chunkSize)
      ].map { number in
        let home = homes.home(of: number, isAmbiguous: links[number].wasAmbiguous)
        return (home, asking.ask(entries[number], home: home))
      }
    }
    for (home, questions) in chunks.joined() {
      open.homes.append(home)
      for var question in questions {
        question.number = keys.ask(question.key)
        open.questions.append(question)
      }
      open.starts.append(open.questions.count)
    }
    return open
  }

  // MARK: - One list

  private mutating func link(
    _ list: inout JoinedList, _ open: OpenEntries, _ search: CandidateSearch
  ) -> [Review] {
    let scored = score(list, open, search)
    let model = scored.estimate(
      picture, known: levelsOfExactLinks(list, search),
      total: list.entries.count, workers)
    var bench = search.makeBench()
    var reviews: [Review] = []
    for (place, number) in scored.entries.enumerated() {
      let persons = scored.persons(of: place, model)
      guard let best = persons.first else { continue }
      list.links[number].probability = best.probability
      func evidence(_ employee: Int) -> [FieldEvidence] {
        let pair = search.pair(
          list.entries[number], home: open.homes[place], open.questions(place), employee,
          on: &bench)
        return EvidenceWording(picture, model).evidence(list.entries[number], employee, pair)
      }
      let second = persons.count > 1 ? persons[1].probability : 0
      if best.probability >= settings.accept, best.probability - second >= settings.margin {
        let employee = preferred(scored, place, best, list.entries[number], model)
        list.links[number].outcome = .linked
        list.links[number].method = .probabilistic
        list.links[number].employee = employee
        list.links[number].evidence = evidence(employee)
        continue
      }
      let shown = shown(persons)
      if !shown.isEmpty { list.links[number].outcome = .review }
      for share in shown {
        let employee = preferred(scored, place, share, list.entries[number], model)
        reviews.append(
          Review(
            kind: list.kind, entry: number, employee: employee, probability: share.probability,
            levels: evidence(employee).map(\.text)))
      }
    }
    return reviews
  }

  /// Those a person is asked about: from `join.review` on with their rivals, or equals who only
  /// together reach it.
  private func shown(_ persons: [ScoredEntries.PersonShare]) -> [ScoredEntries.PersonShare] {
    let inside = persons.reduce(0) { $0 + $1.probability }
    guard inside >= settings.review else { return [] }
    let least = min(settings.review, Self.shownShare)
    return persons.filter { $0.probability >= least }
  }

  private mutating func score(
    _ list: JoinedList, _ open: OpenEntries, _ search: CandidateSearch
  ) -> ScoredEntries {
    let entries = list.entries
    let kind = list.kind
    let decisions = decisions
    let keys = picture
    let count = open.indices.count
    let chunks = workers.map(
      0..<(count + Self.chunkSize - 1) / Self.chunkSize, state: { search.makeBench() }
    ) { chunk, bench in
      var scored = ScoredEntries()
      var compared = 0
      for place in chunk * Self.chunkSize..<min(count, (chunk + 1) * Self.chunkSize) {
        let number = open.indices[place]
        var (candidates, pairs) = search.candidates(
          of: entries[number], home: open.homes[place], open.questions(place), stamp: Int32(place),
          on: &bench)
        if let rejected = decisions.verdicts(kind, number)?.rejected, !rejected.isEmpty {
          let persons = Set(rejected.map { keys.cards[$0].person })
          candidates.removeAll { persons.contains($0.person) }
        }
        compared += pairs
        scored.entries.append(number)
        scored.candidates += candidates
        scored.starts.append(scored.candidates.count)
      }
      return (scored, compared)
    }
    var all = ScoredEntries()
    for (chunk, compared) in chunks.results.map(\.value) {
      let offset = all.candidates.count
      all.entries += chunk.entries
      all.candidates += chunk.candidates
      all.starts += chunk.starts.dropFirst().map { $0 + offset }
      comparedPairs += compared
    }
    return all
  }

  /// The levels of the pairs that exact methods linked: they teach the model what true pairs are.
  ///
  /// Of many, some spread evenly are enough; each then counts for several.
  private func levelsOfExactLinks(
    _ list: JoinedList, _ search: CandidateSearch
  ) -> (levels: [Levels], weight: Double) {
    let links = list.links
    let entries = list.entries
    let homes = ListHomes(entries, texts, picture)
    let linked = links.indices.filter { links[$0].employee != nil && links[$0].method != .decision }
    let step = max(1, linked.count / Self.enoughLinks)
    let levels = workers.mapRanges(of: linked.count / step, size: 1024) { range in
      var comparison = PairComparison(search.picture, search.index, search.frequencies)
      return range.map { place in
        let number = linked[place * step]
        comparison.begin(entries[number], home: homes.home(of: number), nameMass: 0)
        return comparison.compareAnyway(links[number].employee ?? 0).levels
      }
    }
    return (levels.flatMap(\.self), Double(step))
  }

  private static let enoughLinks = 8192

  /// Of a person's employees with the best weight, one in the entry's organisation first, then an
  /// active one, then the smallest `ORG/NUMBER`, as exact methods choose.
  private func preferred(
    _ scored: ScoredEntries, _ place: Int, _ share: ScoredEntries.PersonShare, _ entry: ListEntry,
    _ model: LinkageModel
  ) -> Int {
    let best = scored.candidates[share.place]
    let weight = model.weight(best.levels, bonus: best.bonus)
    let equals = scored.candidates[scored.starts[place]..<scored.starts[place + 1]].filter {
      $0.person == share.person && model.weight($0.levels, bonus: $0.bonus) > weight - 0.01
    }
    let workforce = picture.workforce
    let chosen = equals.min { left, right in
      let (one, other) = (Int(left.employee), Int(right.employee))
      let isOneLocal = workforce.organisationCode(of: one) == entry.organisation
      if isOneLocal != (workforce.organisationCode(of: other) == entry.organisation) {
        return isOneLocal
      }
      let isOneActive = workforce.employees.isActive[one]
      if isOneActive != workforce.employees.isActive[other] { return isOneActive }
      return one < other
    }
    return Int(chosen?.employee ?? best.employee)
  }
}
