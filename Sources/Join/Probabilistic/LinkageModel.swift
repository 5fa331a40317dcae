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

  /// The model before anything was learned, for a staff of this size.
  init(staffCount: Int) {
    self.staffCount = staffCount
    logShares = [Float](
      repeating: 0, count: ComparedField.allCases.count * ComparedField.levelLimit)
    let nothing = LevelCounts()
    learn(from: nothing, entries: 0, outside: OutsideCounts())
  }

  /// Takes over the shares of counted true pairs, with the priors' weight.
  mutating func learn(from counts: LevelCounts, entries: Double, outside: OutsideCounts) {
    for field in ComparedField.allCases {
      let prior = LinkagePriors.shares[field.rawValue]
      for group in LinkagePriors.groups(field) {
        let levels = group.filter { prior[$0] > 0 }
        let total = levels.reduce(0.0) { $0 + counts[field, UInt8($1)] }
        for level in levels {
          let share =
            (counts[field, UInt8(level)] + LinkagePriors.weight * prior[level])
            / (total + LinkagePriors.weight)
          logShares[field.rawValue * ComparedField.levelLimit + level] =
            LinkagePriors.logarithm(share)
        }
      }
    }
    learnAddresses(outside)
    let weight = LinkagePriors.outsideWeight
    let share = (outside.entries + weight * LinkagePriors.outsideShare) / (entries + weight)
    let held = min(0.999, max(0.0005, share))
    logPrior = LinkagePriors.logarithm((1 - held) / held / Double(max(1, staffCount)))
  }

  /// How often outsiders have a namesake's address goes into the share of the level itself.
  private mutating func learnAddresses(_ outside: OutsideCounts) {
    let weight = LinkagePriors.namesakesAddressWeight
    let share =
      (outside.withNamesakesAddress + weight * LinkagePriors.namesakesAddressShare)
      / (outside.withNamesake + weight)
    let place =
      ComparedField.email.rawValue * ComparedField.levelLimit + Int(EmailLevel.same.rawValue)
    logShares[place] -= LinkagePriors.logarithm(min(0.9, share))
  }

  /// The weight of a field's level and value, natural logarithm.
  func weight(_ field: ComparedField, _ pair: ComparedPair) -> Float {
    logShares[field.rawValue * ComparedField.levelLimit + Int(pair[field])]
      + pair.bonuses[field.rawValue]
  }

  /// The weight of a pair against "not in the staff file", natural logarithm.
  func weight(_ levels: Levels, bonus: Float) -> Float {
    var sum = logPrior + bonus
    for field in 0..<ComparedField.allCases.count {
      sum += logShares[field * ComparedField.levelLimit + Int(levels[field])]
    }
    return sum
  }
}

/// What is known of the entries whose person is not in the staff extract.
struct OutsideCounts: Sendable {
  var entries = 0.0
  /// Those with a work address who have a namesake in the staff extract.
  var withNamesake = 0.0
  /// Those of them who have the namesake's very address.
  var withNamesakesAddress = 0.0
}

/// How many true pairs have each level of each field.
struct LevelCounts: Sendable {
  private var counts = [Double](
    repeating: 0, count: ComparedField.allCases.count * ComparedField.levelLimit)

  /// Nothing counted.
  init() {}

  subscript(field: ComparedField, level: UInt8) -> Double {
    counts[field.rawValue * ComparedField.levelLimit + Int(level)]
  }

  /// Counts a pair as this much of a true one.
  mutating func add(_ levels: Levels, _ share: Double) {
    for field in 0..<ComparedField.allCases.count {
      counts[field * ComparedField.levelLimit + Int(levels[field])] += share
    }
  }
}
