import Columns
import Glibc

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

/// The candidates of the entries of one list that no exact method has linked.
struct ScoredEntries: Sendable {
  /// The entries' indices in their list, ascending.
  private(set) var entries: [Int] = []
  /// Where each entry's candidates begin; one element more than entries.
  private(set) var starts: [Int] = [0]
  /// By entry, then person, then employee.
  private(set) var candidates: [Candidate] = []
  private(set) var patterns = LevelPatterns()

  /// One person's share of the probability of an entry.
  struct PersonShare {
    var person: Int32
    /// The place of the person's best candidate in ``candidates``.
    var place: Int
    var weight: Float
    var probability = 0.0
  }

  /// Adds an entry with its candidates, sorted, whose patterns are already numbered here.
  mutating func append(_ entry: Int, _ added: some Sequence<Candidate>) {
    entries.append(entry)
    candidates += added
    starts.append(candidates.count)
  }

  /// The number of levels that a candidate has.
  mutating func pattern(_ levels: Levels) -> Int32 { patterns.number(of: levels) }

  /// Adds the entries of another run behind these.
  mutating func append(_ other: ScoredEntries) {
    let offset = candidates.count
    let numbers = other.patterns.levels.map { patterns.number(of: $0) }
    entries += other.entries
    starts += other.starts.dropFirst().map { $0 + offset }
    for var candidate in other.candidates {
      candidate.pattern = numbers[Int(candidate.pattern)]
      candidates.append(candidate)
    }
  }

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
  private func share(
    _ number: Int, _ weights: [Float], _ shares: inout [PersonShare]
  ) -> Double {
    shares.removeAll(keepingCapacity: true)
    var highest: Float = 0
    for place in starts[number]..<starts[number + 1] {
      let candidate = candidates[place]
      let weight = weight(candidate, weights)
      highest = max(highest, weight)
      if let last = shares.last, last.person == candidate.person {
        if weight <= last.weight { continue }
        shares.removeLast()
      }
      shares.append(PersonShare(person: candidate.person, place: place, weight: weight))
    }
    let outside = exp(-Double(highest))
    var total = outside
    for place in shares.indices where shares[place].weight > highest - Self.reach {
      shares[place].probability = exp(Double(shares[place].weight - highest))
      total += shares[place].probability
    }
    for place in shares.indices { shares[place].probability /= total }
    return outside / total
  }

  /// How far below the highest weight one adds nothing to the sum.
  private static let reach: Float = 30

  /// The persons of an entry with their probabilities, best first.
  func persons(of number: Int, _ weights: [Float]) -> [PersonShare] {
    var shares: [PersonShare] = []
    _ = share(number, weights, &shares)
    shares.sort {
      $0.probability != $1.probability
        ? $0.probability > $1.probability : $0.person < $1.person
    }
    return shares
  }

  /// Estimates the parameters of the list by expectation maximisation.
  ///
  /// `known` are the levels of entries that exact methods linked, which are true pairs, and for how
  /// many entries each counts.
  func estimate(
    _ picture: StaffPicture, known: (levels: [Levels], weight: Double), total: Int,
    _ workers: Workers
  ) -> LinkageModel {
    var model = LinkageModel(picture)
    var certain = LevelCounts()
    for levels in known.levels { certain.add(levels, known.weight) }
    model.learn(
      from: certain, entries: Double(known.levels.count) * known.weight, outside: 0)
    for _ in 0..<Self.rounds {
      let held = model
      let weights = weights(held)
      let chunks = workers.mapRanges(of: entries.count, size: 1024) { range in
        var counts = [Double](repeating: 0, count: weights.count)
        var outside = 0.0
        var shares: [PersonShare] = []
        for number in range {
          outside += share(number, weights, &shares)
          for share in shares where share.probability > 0 {
            counts[Int(candidates[share.place].pattern)] += share.probability
          }
        }
        return (counts, outside)
      }
      var counts = certain
      for (pattern, levels) in patterns.levels.enumerated() {
        counts.add(levels, chunks.reduce(0) { $0 + $1.0[pattern] })
      }
      model.learn(
        from: counts, entries: Double(total), outside: chunks.reduce(0) { $0 + $1.1 })
      if model.distance(to: held) < Self.standstill { break }
    }
    return model
  }

  private static let rounds = 12
  /// By how much no logarithm of a share changes any more when the estimate stands.
  private static let standstill: Float = 0.02
}
