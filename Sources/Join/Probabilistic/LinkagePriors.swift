import Glibc

/// What the model takes for granted until the data say otherwise.
///
/// Shares of true pairs by level, as lists of this kind have them; expectation maximisation starts
/// here, and counts them as ``weight`` true pairs so that a list of a few rows does not run away.
enum LinkagePriors {
  /// How many true pairs the shares below count for.
  static let weight = 40.0
  /// The share of entries whose person is not in the staff extract, and for how many entries it
  /// counts.
  static let outsideShare = 0.06
  static let outsideWeight = 30.0

  /// Shares by the raw value of the level; the levels of a group add up to 1.
  static let shares: [[Double]] = [
    // missing, exact, known-as, nickname, initial, middle, near, similar, different, near form
    [0, 0.81, 0.05, 0.045, 0.02, 0.01, 0.034, 0.01, 0.019, 0.002],
    // missing, exact, previous, half, address, near, similar, initial, different
    [0, 0.87, 0.03, 0.012, 0.006, 0.045, 0.01, 0.002, 0.025],
    // missing, normal, swapped
    [0, 0.98, 0.02],
    // missing; no other name, known-as, previous, both; known-as alone; previous alone
    [0, 0.87, 0.03, 0.09, 0.01, 0.97, 0.03, 0.9, 0.1],
    // missing, exact, swapped, digit, part, different
    [0, 0.93, 0.02, 0.025, 0.005, 0.02],
    // missing, exact, near, nobody's, somebody's; the same without near at another organisation
    [0, 0.93, 0.03, 0.03, 0.01, 0.3, 0.65, 0.05],
    // missing, exact, near, nobody's, somebody's
    [0, 0.95, 0.03, 0.01, 0.01],
    // missing, same, footprint, other, unknown
    [0, 0.87, 0.04, 0.09, 0],
    // missing, same, footprint, other; the same where the entry names another organisation; the
    // same by its neighbours
    [0, 0.7, 0.1, 0.2, 0.3, 0.1, 0.6, 0.3, 0.1, 0.6],
    // missing; same, typo, other domain, other number, somebody's, work: both, candidate, entry,
    // neither; private and absent ones are not learned
    [0, 0.85, 0.04, 0.03, 0.004, 0.01, 0.03, 0.008, 0.01, 0.018, 0, 0, 0, 0, 0, 0, 0, 0],
    // missing; the birth year, another number; the same of four digits
    [0, 0.2, 0.8, 0.6, 0.4],
    // missing, active, left
    [0, 0.95, 0.05],
  ]

  /// The shares for a staff of which so many have another known-as name or a previous last name:
  /// who has none cannot be typed so, and not everyone who has is.
  static func shares(knownAs: Double, previous: Double) -> [[Double]] {
    var result = shares
    result[ComparedField.firstName.rawValue][Int(FirstNameLevel.knownAs.rawValue)] = knownAs * 0.5
    result[ComparedField.lastName.rawValue][Int(LastNameLevel.previous.rawValue)] = previous * 0.3
    let (first, last) = (knownAs * 0.5, previous * 0.8)
    result[ComparedField.usualName.rawValue] = [
      0, (1 - first) * (1 - last), first * (1 - last), (1 - first) * last, first * last,
      1 - first, first, 1 - last, last,
    ]
    return result
  }

  /// The groups of levels of a field whose shares add up to 1.
  static func groups(_ field: ComparedField) -> [ClosedRange<Int>] {
    switch field {
    case .usualName: [1...4, 5...6, 7...8]
    case .number: [1...4, 5...7]
    case .list: [1...3, 4...6, 7...9]
    case .addressYear: [1...2, 3...4]
    default: [1...(shares[field.rawValue].count - 1)]
    }
  }

  /// How often an outsider whose namesake is in the staff extract has the namesake's very address.
  ///
  /// Not learned: from a list alone it cannot be told from how often people change organisation.
  static let namesakesAddressShare = 0.03

  /// The share of an outsider's numbers that are somebody's in the staff extract, by a slip.
  static let outsidersNumberShare = 0.02
  /// The share of the entries' names that are typed in each other's place.
  static let swappedShare = 0.015

  /// How likely a first name of `length` bytes is typed as one certain name of a level.
  static func share(_ level: FirstNameLevel, length: Int = 6) -> Double {
    shares[ComparedField.firstName.rawValue][Int(level.rawValue)] * density(level, length)
  }

  /// How likely a last name of `length` bytes is typed as one certain name of a level.
  static func share(_ level: LastNameLevel, length: Int = 6) -> Double {
    shares[ComparedField.lastName.rawValue][Int(level.rawValue)] * density(level, length)
  }

  /// One over how many names of the level there are; the `different` ones are counted in the staff.
  static func density(_ level: FirstNameLevel, _ length: Int) -> Double {
    switch level {
    case .missing, .exact, .knownAs, .initial, .different: 1
    case .nickname: 1.0 / 3
    case .middle: 0.5
    case .near: 1 / Double(12 * max(1, length))
    case .similar: 1.0 / 1500
    case .nearForm: 1 / Double(36 * max(1, length))
    }
  }

  /// One over how many names of the level there are; the `different` ones are counted in the staff.
  static func density(_ level: LastNameLevel, _ length: Int) -> Double {
    switch level {
    case .missing, .exact, .previous, .address, .initial, .different: 1
    case .half: 0.5
    case .near: 1 / Double(12 * max(1, length))
    case .similar: 1.0 / 2500
    }
  }

  /// The natural logarithm as the model stores it.
  static func logarithm(_ value: Double) -> Float { Float(log(max(value, 1e-30))) }
}
