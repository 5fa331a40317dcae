/// Picks indices with given weights in constant time (Walker's alias method, in integers).
struct WeightedTable: Sendable {
  private let total: Int
  private let thresholds: [Int]
  private let aliases: [Int32]

  /// A table over the indices of `weights`, which are positive and whose sum times their number
  /// stays below 2^63.
  init(weights: [Int]) {
    let total = weights.reduce(0, +)
    var thresholds = weights.map { $0 * weights.count }
    var aliases = [Int32](0..<Int32(weights.count))
    var small = thresholds.indices.filter { thresholds[$0] < total }
    var large = thresholds.indices.filter { thresholds[$0] >= total }
    while let less = small.popLast(), let more = large.last {
      aliases[less] = Int32(more)
      thresholds[more] -= total - thresholds[less]
      if thresholds[more] < total {
        large.removeLast()
        small.append(more)
      }
    }
    for index in large { thresholds[index] = total }
    self.total = total
    self.thresholds = thresholds
    self.aliases = aliases
  }

  /// An index, as likely as its weight is great.
  func pick(_ random: inout SampleRandom) -> Int {
    let index = random.below(thresholds.count)
    return random.below(total) < thresholds[index] ? index : Int(aliases[index])
  }

  /// Weights as Zipf's law gives them: the place counted from `shift`, each part of `mass`.
  static func zipf(count: Int, shift: Int, mass: Int) -> [Int] {
    let parts = (0..<count).map { 1_000_000_000 / ($0 + shift) }
    let sum = parts.reduce(0, +)
    return parts.map { max(1, $0 * (mass / 1_000) / (sum / 1_000)) }
  }
}
