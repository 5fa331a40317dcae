import Columns
import Glibc

/// The parameters of one list, estimated from the list itself: no labels.
///
/// Fellegi and Sunter's model in the form of a posterior: for each level of each field the share of
/// true pairs that have it, and the share of entries whose person is not in the staff extract.
struct LinkageModel: Sendable {
  /// Logarithms of the shares, by field and level; 0 for what is not learned.
  private(set) var logShares: [Float]
  /// Logarithm of: what an entry's person is in the staff extract for one employee of it, over what
  /// it is not in it.
  private(set) var logPrior: Float = 0
  private let staffCount: Int
  private let priors: [[Double]]
  /// How large shares of levels may become that only some employees can have: a few rows would
  /// say that everyone who has such a name is typed so.
  private let knownAsLimit: Double
  private let previousLimit: Double

  /// The model before anything was learned, for the staff of a picture.
  init(_ picture: StaffPicture) {
    staffCount = picture.count
    knownAsLimit = 0.7 * picture.knownAsShare
    previousLimit = 0.7 * picture.previousShare
    priors = LinkagePriors.shares(
      knownAs: picture.knownAsShare, previous: picture.previousShare)
    logShares = [Float](
      repeating: 0, count: ComparedField.count * ComparedField.levelLimit)
    let nothing = LevelCounts()
    learn(from: nothing, entries: 0, outside: 0)
  }

  /// Takes over the shares of counted true pairs, with the priors' weight.
  mutating func learn(from counts: LevelCounts, entries: Double, outside: Double) {
    for field in ComparedField.allCases {
      let prior = priors[field.rawValue]
      for group in LinkagePriors.groups(field) {
        let levels = group.filter { prior[$0] > 0 }
        let total = levels.reduce(0.0) { $0 + counts[field, UInt8($1)] }
        for level in levels {
          let share =
            (counts[field, UInt8(level)] + LinkagePriors.weight * prior[level])
            / (total + LinkagePriors.weight)
          logShares[field.rawValue * ComparedField.levelLimit + level] =
            LinkagePriors.logarithm(min(share, limit(field, level)))
        }
      }
    }
    let weight = LinkagePriors.outsideWeight
    let share = (outside + weight * LinkagePriors.outsideShare) / (entries + weight)
    let held = min(0.999, max(0.0005, share))
    logPrior = LinkagePriors.logarithm((1 - held) / held / Double(max(1, staffCount)))
  }

  private func limit(_ field: ComparedField, _ level: Int) -> Double {
    switch field {
    case .firstName where level == Int(FirstNameLevel.knownAs.rawValue): knownAsLimit
    case .lastName where level == Int(LastNameLevel.previous.rawValue): previousLimit
    default: 1
    }
  }

  /// The largest difference of two models' logarithms.
  func distance(to other: LinkageModel) -> Float {
    zip(logShares, other.logShares).reduce(abs(logPrior - other.logPrior)) {
      max($0, abs($1.0 - $1.1))
    }
  }

  /// The weight of a field's level and value, natural logarithm.
  func weight(_ field: ComparedField, _ pair: ComparedPair) -> Float {
    logShares[field.rawValue * ComparedField.levelLimit + Int(pair[field])]
      + pair.bonuses[field.rawValue]
  }

  /// The weight of levels against "not in the staff file", natural logarithm; a pair's own bonus
  /// comes on top.
  func weight(_ levels: Levels) -> Float {
    var sum = logPrior
    for field in 0..<ComparedField.count {
      sum += logShares[field * ComparedField.levelLimit + levels[place: field]]
    }
    return sum
  }
}

/// How many true pairs have each level of each field.
struct LevelCounts: Sendable {
  private var counts = [Double](repeating: 0, count: ComparedField.count * ComparedField.levelLimit)

  /// Nothing counted.
  init() {}

  subscript(field: ComparedField, level: UInt8) -> Double {
    counts[field.rawValue * ComparedField.levelLimit + Int(level)]
  }

  /// Counts what another has counted.
  mutating func add(_ other: LevelCounts) {
    for place in counts.indices { counts[place] += other.counts[place] }
  }

  /// Counts pairs with these levels as this many true ones.
  mutating func add(_ levels: Levels, _ share: Double) {
    for field in 0..<ComparedField.count {
      counts[field * ComparedField.levelLimit + levels[place: field]] += share
    }
  }
}

/// The distinct levels of many pairs, numbered as they come.
///
/// Pairs are many and patterns few, so what follows from levels alone is worked out once for each.
struct LevelPatterns: Sendable {
  private var numbers = KeyNumbers()

  /// No patterns.
  init() {}

  /// The patterns in the order of their numbers.
  var levels: [Levels] { numbers.keys.map(Levels.init(raw:)) }

  /// The number of a pattern, which is added if it is new.
  mutating func number(of pattern: Levels) -> Int32 { Int32(numbers.number(of: pattern.raw)) }
}
