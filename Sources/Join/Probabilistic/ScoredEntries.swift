import Columns
import Glibc

/// A candidate of an entry that was found worth comparing.
struct Candidate: Sendable {
  var employee: Int32
  /// The key employee of its person.
  var person: Int32
  var levels: Levels
  /// The sum of the pair's bonuses.
  var bonus: Float
}

/// The candidates of the entries of one list that no exact method has linked.
struct ScoredEntries: Sendable {
  /// The entries' indices in their list, ascending.
  var entries: [Int] = []
  /// Where each entry's candidates begin; one element more than entries.
  var starts: [Int] = [0]
  var candidates: [Candidate] = []

  /// One person's share of the probability of an entry.
  struct PersonShare {
    var person: Int32
    /// The place of the person's best candidate in ``candidates``.
    var place: Int
    var probability: Double
  }

  /// The persons of an entry with their probabilities, best first.
  ///
  /// All persons and "not in the staff file" share one probability; a person counts once, by the
  /// best of its employees.
  func persons(of number: Int, _ model: LinkageModel) -> [PersonShare] {
    var shares: [PersonShare] = []
    for place in starts[number]..<starts[number + 1] {
      let candidate = candidates[place]
      let weight = Double(model.weight(candidate.levels, bonus: candidate.bonus))
      if let known = shares.firstIndex(where: { $0.person == candidate.person }) {
        if weight > shares[known].probability {
          shares[known].probability = weight
          shares[known].place = place
        }
      } else {
        shares.append(PersonShare(person: candidate.person, place: place, probability: weight))
      }
    }
    let highest = max(0, shares.reduce(0) { max($0, $1.probability) })
    var total = exp(-highest)
    for place in shares.indices {
      shares[place].probability = exp(shares[place].probability - highest)
      total += shares[place].probability
    }
    for place in shares.indices { shares[place].probability /= total }
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
    let size = 1024
    for _ in 0..<Self.rounds {
      let held = model
      let chunks = workers.map(0..<(entries.count + size - 1) / size) { chunk in
        var counts = LevelCounts()
        var outside = 0.0
        for number in chunk * size..<min(entries.count, (chunk + 1) * size) {
          var inside = 0.0
          for share in persons(of: number, held) {
            counts.add(candidates[share.place].levels, share.probability)
            inside += share.probability
          }
          outside += 1 - inside
        }
        return (counts, outside)
      }
      var counts = certain
      var outside = 0.0
      for (part, partOutside) in chunks {
        counts.add(part)
        outside += partOutside
      }
      model.learn(from: counts, entries: Double(total), outside: outside)
      if model.distance(to: held) < Self.standstill { break }
    }
    return model
  }

  private static let rounds = 12
  /// By how much no logarithm of a share changes any more when the estimate stands.
  private static let standstill: Float = 0.02
}
