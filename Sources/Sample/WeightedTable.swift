/// Picks values with given weights in constant time (Walker's alias method, in integers).
struct WeightedTable: Sendable {
  /// A value, and another that is picked in its place from a threshold on: together, so that a pick
  /// waits for the memory once.
  private struct Place: Sendable {
    var threshold: Int
    let value: UInt32
    var other: UInt32
  }

  private let total: Int
  private let places: [Place]

  /// A table over `values`, as many as `weights`, which are positive and whose sum times their
  /// number stays below 2^63.
  init(_ values: [UInt32], weights: [Int]) {
    let total = weights.reduce(0, +)
    var places = zip(values, weights).map { value, weight in
      Place(threshold: weight * weights.count, value: value, other: value)
    }
    var small = places.indices.filter { places[$0].threshold < total }
    var large = places.indices.filter { places[$0].threshold >= total }
    while let less = small.popLast(), let more = large.last {
      places[less].other = places[more].value
      places[more].threshold -= total - places[less].threshold
      if places[more].threshold < total {
        large.removeLast()
        small.append(more)
      }
    }
    for index in large { places[index].threshold = total }
    self.total = total
    self.places = places
  }

  /// A table over the places of `weights`.
  init(weights: [Int]) { self.init(Array(0..<UInt32(weights.count)), weights: weights) }

  /// A value, as likely as its weight is great.
  func pick(_ random: inout SampleRandom) -> UInt32 {
    let place = places[random.below(places.count)]
    return random.below(total) < place.threshold ? place.value : place.other
  }

  /// Weights as Zipf's law gives them: the place counted from `shift`, each part of `mass`.
  static func zipf(count: Int, shift: Int, mass: Int) -> [Int] {
    let parts = (0..<count).map { 1_000_000_000 / ($0 + shift) }
    let sum = parts.reduce(0, +)
    return parts.map { max(1, $0 * (mass / 1_000) / (sum / 1_000)) }
  }
}
