import Glibc
import Threads

/// A candidate of an entry that was found worth weighing.
struct Candidate: Sendable {
  var employee: Int32
  /// The key employee of its person.
  var person: Int32
  /// The number of its levels among the ``LevelPatterns``.
  var pattern: Int32
  /// The sum of the pair's bonuses.
  var bonus: Float
}

/// The candidates of some entries of a list that no exact method has linked.
struct ScoredEntries: Sendable {
  /// The entries' indices in their list, ascending.
  private(set) var entries: [Int] = []
  /// Where each entry's candidates begin; one element more than entries.
  private(set) var starts: [Int] = [0]
  /// By entry, then person, then employee.
  private(set) var candidates: [Candidate] = []
  private var patterns = LevelPatterns()

  /// No entries.
  init() {}

  /// One person's share of the probability of an entry.
  struct PersonShare {
    var person: Int32
    /// The place of the person's best candidate in ``candidates``.
    var place: Int32
    var weight: Float
    var probability = 0.0

    /// The more probable ones first.
    static func precedes(_ left: PersonShare, _ right: PersonShare) -> Bool {
      left.probability != right.probability
        ? left.probability > right.probability : left.person < right.person
    }
  }

  /// Adds an entry with its candidates, sorted, whose patterns are already numbered here.
  mutating func append(_ entry: Int, _ added: some Sequence<Candidate>) {
    entries.append(entry)
    candidates += added
    starts.append(candidates.count)
  }

  /// The number of levels that a candidate has.
  mutating func pattern(_ levels: Levels) -> Int32 { patterns.number(of: levels) }

  /// The weight of each pattern.
  func weights(_ model: LinkageModel) -> [Float] { patterns.levels.map(model.weight) }

  /// The weight of a candidate, by the weights of the patterns.
  func weight(_ candidate: Candidate, _ weights: [Float]) -> Float {
    weights[Int(candidate.pattern)] + candidate.bonus
  }

  /// Fills `shares` with the persons of an entry, in order of persons; gives the probability that
  /// it is none of them.
  ///
  /// All persons and "not in the staff file" share one probability; a person counts once, by the
  /// best of its employees.
  func share(_ number: Int, _ weights: [Float], _ shares: inout [PersonShare]) -> Double {
    shares.removeAll(keepingCapacity: true)
    var highest: Float = 0
    var last: Int32 = -1
    for place in starts[number]..<starts[number + 1] {
      let candidate = candidates[place]
      let weight = weight(candidate, weights)
      highest = max(highest, weight)
      if last == candidate.person {
        if weight <= shares[shares.count - 1].weight { continue }
        shares.removeLast()
      }
      last = candidate.person
      shares.append(
        PersonShare(person: candidate.person, place: Int32(place), weight: weight))
    }
    let outside = exp(-Double(highest))
    var total = outside
    for place in shares.indices where shares[place].weight > highest - Self.reach {
      let odds = exp(Double(shares[place].weight - highest))
      shares[place].probability = odds
      total += odds
    }
    for place in shares.indices { shares[place].probability /= total }
    return outside / total
  }

  /// How far below the highest weight one adds nothing to the sum.
  private static let reach: Float = 30

  /// Adds to `counts` what a model says of the levels of the true pairs; gives how many entries'
  /// persons it says are not in the staff file.
  ///
  /// Looks at each `step`th entry only, and counts it as so many.
  func count(_ model: LinkageModel, each step: Int, _ counts: inout LevelCounts) -> Double {
    let weights = weights(model)
    var sums = [Double](repeating: 0, count: weights.count)
    var outside = 0.0
    var shares: [PersonShare] = []
    for number in stride(from: 0, to: entries.count, by: step) {
      outside += share(number, weights, &shares)
      for share in shares { sums[Int(candidates[Int(share.place)].pattern)] += share.probability }
    }
    for (levels, sum) in zip(patterns.levels, sums) { counts.add(levels, sum * Double(step)) }
    return outside * Double(step)
  }
}

extension LinkageModel {
  /// Estimates the parameters of a list by expectation maximisation.
  ///
  /// `known` are the levels of entries that exact methods linked, which are true pairs, and for how
  /// many entries each counts; `total` = how many entries the list has.
  init(
    of list: [ScoredEntries], known: (levels: [Levels], weight: Double), total: Int,
    _ picture: StaffPicture, _ workers: Workers
  ) {
    self.init(picture)
    var certain = LevelCounts()
    for levels in known.levels { certain.add(levels, known.weight) }
    learn(from: certain, entries: Double(known.levels.count) * known.weight, outside: 0)
    let step = max(1, list.reduce(0) { $0 + $1.entries.count } / Self.enoughEntries)
    for _ in 0..<Self.rounds {
      let held = self
      let parts = workers.map(list.indices) { part in
        var counts = LevelCounts()
        let outside = list[part].count(held, each: step, &counts)
        return (counts, outside)
      }
      var counts = certain
      for (part, _) in parts { counts.add(part) }
      learn(from: counts, entries: Double(total), outside: parts.reduce(0) { $0 + $1.1 })
      if distance(to: held) < Self.standstill { break }
    }
  }

  /// How many entries that no exact method has linked are enough to learn from.
  private static let enoughEntries = 8192
  private static let rounds = 12
  /// By how much no logarithm of a share changes any more when the estimate stands.
  private static let standstill: Float = 0.02
}
