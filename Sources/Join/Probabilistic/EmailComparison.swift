import Columns
import Records
import Vocabulary

/// How often the addresses of two different people agree by chance, counted in the staff extract.
struct EmailFrequencies: Sendable {
  /// By the raw value of ``EmailLevel``: shares among namesakes, logarithms.
  var namesakes: [Float]
  /// How much likelier two namesakes work for one organisation than two others.
  var localLift = 1.0

  /// What is taken for granted until namesakes are counted.
  init() { namesakes = Self.prior.map { LinkagePriors.logarithm($0) } }

  /// Frequencies from counted levels of pairs of namesakes.
  init(counted: [Double], localLift: Double) {
    self.init()
    let weight = 50.0
    let levels: [EmailLevel] = [
      .typo, .otherDomain, .otherNumber, .workBoth, .workCandidate, .workEntry, .workNeither,
    ]
    let total = levels.reduce(0.0) { $0 + counted[Int($1.rawValue)] }
    for level in levels {
      let place = Int(level.rawValue)
      namesakes[place] = LinkagePriors.logarithm(
        (counted[place] + weight * Self.prior[place]) / (total + weight))
    }
    self.localLift = localLift
  }

  /// Shares among namesakes, by level.
  private static let prior: [Double] = [
    1, LinkagePriors.namesakesAddressShare, 0.003, 0.25, 0.3, LinkagePriors.outsidersNumberShare,
    0.38, 0.03, 0.03, 0.05,
    1, 1, 1, 1, 1, 1, 1, 1,
  ]

  /// Shares where the names are alike but not equal, and where only one or none agrees.
  static let alike: [Float] = [
    1, 0.003, 0.0005, 0.001, 0.001, LinkagePriors.outsidersNumberShare, 0.1, 0.03, 0.7, 0.15,
    1, 1, 1, 1, 1, 1, 1, 1,
  ].map { LinkagePriors.logarithm($0) }
  static let unlike: [Float] = [
    1, 0.00001, 0.00003, 0.0001, 0.0001, LinkagePriors.outsidersNumberShare, 0.02, 0.001, 0.83,
    0.15,
    1, 1, 1, 1, 1, 1, 1, 1,
  ].map { LinkagePriors.logarithm($0) }

  /// What an address says that is no work address, or whose candidate has none: only whether it is
  /// made of names that one of both sides has and the other has not.
  static func bonus(ofNamesIn level: EmailLevel) -> Float {
    switch level {
    case .privateCandidate, .absentCandidate: 2.5
    case .privateEntry, .absentEntry: -1.9
    default: 0
    }
  }
}

/// Compares the address of one entry with those of its candidates.
final class EmailComparison {
  private let picture: StaffPicture
  private let forms: NameForms
  private let email: TextCode
  private let ours: EmailParts
  private let pattern: BytePattern
  /// The persons who have the entry's address, ascending.
  private let owners: [Int32]
  private let isWork: Bool
  /// How well the address fits the entry's own names.
  private let ownFit: Int
  /// The number in a private address where it may be a birth year, without its century; else -1.
  private let year: Int
  private let isWholeYear: Bool
  private let yearBonuses: (Float, Float)
  /// What an address says beyond ``EmailFrequencies`` that outsiders would not have by chance.
  private let addressBonus: Float
  /// What an address says that another person's entry would have by a slip only.
  private let slipBonus: Float
  /// The key code of the entry's last name.
  private let last: UInt32

  private static let birthYears: ClosedRange<UInt64> = 1930...2012

  /// For an entry with an address; `owners` = the persons who have it, ascending.
  init(_ entry: ListEntry, owners: [Int32], _ picture: StaffPicture) {
    self.picture = picture
    let forms = picture.forms
    self.forms = forms
    email = entry.email
    self.owners = owners
    var ours = EmailParts()
    ours.set(email, in: picture.emails)
    self.ours = ours
    let slips = LinkagePriors.outsidersNumberShare * Double(max(1, owners.count))
    slipBonus = min(14, LinkagePriors.logarithm(Double(picture.count) / slips))
    var pattern = BytePattern()
    pattern.set(ours.letters)
    self.pattern = pattern
    isWork = picture.workDomains.contains(ours.domain)
    isWholeYear = ours.digitCount == 4 && Self.birthYears.contains(ours.number)
    year = !isWork && (isWholeYear || ours.digitCount == 2) ? Int(ours.number % 100) : -1
    let share = year < 0 ? 0.5 : picture.birthYearShare[year]
    yearBonuses = (-LinkagePriors.logarithm(share), -LinkagePriors.logarithm(1 - share))
    // A number is given to one person only, and an employer's own domain to its own people.
    addressBonus =
      (ours.number == EmailParts.noNumber ? 0 : 3)
      + (picture.nationalDomains.contains(ours.domain) ? 0 : 1.6)
    let last = forms.last(entry.lastName)
    self.last = last
    ownFit = max(
      ours.fit(first: forms.firstWord(entry.firstName), last: last, forms),
      ours.fit(first: forms.first(entry.firstName), last: last, forms))
  }

  /// Compares with an employee's address and, where that is another, with its names.
  func compare(
    _ card: StaffCard, _ address: AddressFacts, _ agreement: NameAgreement,
    _ search: CandidateSearch, _ pair: inout ComparedPair
  ) {
    let level = level(card, address)
    pair[.email] = level.rawValue
    let place = Int(level.rawValue)
    let isExact =
      pair[.firstName] == FirstNameLevel.exact.rawValue
      && pair[.lastName] == LastNameLevel.exact.rawValue
      && pair[.nameOrder] == NameOrderLevel.normal.rawValue
    let bonus: Float
    if level.rawValue >= EmailLevel.privateBoth.rawValue {
      bonus = isExact ? 0 : max(EmailFrequencies.bonus(ofNamesIn: level), lastNameBonus(card))
    } else if level == .same, agreement == .one || (agreement == .both && ownFit < 2) {
      // Not made of the entry's names: nobody else has it but by a slip.
      pair.bonuses[ComparedField.email.rawValue] = slipBonus
      return
    } else if isExact {
      bonus = -search.frequencies.namesakes[place]
    } else if agreement == .both {
      bonus = -EmailFrequencies.alike[place]
    } else {
      bonus = -EmailFrequencies.unlike[place]
    }
    pair.bonuses[ComparedField.email.rawValue] = level == .same ? bonus + addressBonus : bonus
    compareYear(card, &pair)
  }

  /// What an address says that holds the candidate's last name where the entry has another: the
  /// rarer the name, the less a stranger's address would.
  private func lastNameBonus(_ card: StaffCard) -> Float {
    let theirs = card.last
    let facts = forms.facts[Int(theirs)]
    guard theirs != last, facts.length >= 4, facts.mayStand(in: ours.letterSet),
      ours.carries(lastName: theirs, forms)
    else { return 0 }
    let share = Double(picture.lastNameCount(theirs)) / Double(picture.count)
    return min(7, LinkagePriors.logarithm(Self.otherNameLift / share))
  }

  /// How much likelier it is that an address has the last name that its owner has at work, though
  /// the entry has another, than that it has another one that its owner was or is called by.
  private static let otherNameLift = 2.0

  private func compareYear(_ card: StaffCard, _ pair: inout ComparedPair) {
    if year < 0 || card.birthDate.isMissing { return }
    let isEqual = card.birthDate.civil.year % 100 == year
    let levels: (AddressYearLevel, AddressYearLevel) =
      isWholeYear ? (.wholeBirthYear, .otherWholeYear) : (.birthYear, .other)
    pair[.addressYear] = (isEqual ? levels.0 : levels.1).rawValue
    pair.bonuses[ComparedField.addressYear.rawValue] = isEqual ? yearBonuses.0 : yearBonuses.1
  }

  /// The level that an employee's address has beside that of a namesake who is not them.
  func levelByChance(_ card: StaffCard) -> EmailLevel {
    level(card, picture.addresses[card.email])
  }

  private func level(_ card: StaffCard, _ address: AddressFacts) -> EmailLevel {
    let other = card.email
    if other == email { return .same }
    if !owners.isEmpty {
      let place = owners.firstPlace { $0 >= card.person }
      return place < owners.count && owners[place] == card.person ? .same : .somebodys
    }
    if !other.isEmpty, mayBeNear(address) {
      var theirs = EmailParts()
      theirs.set(other, in: picture.emails)
      if let level = addressLevel(other, theirs) { return level }
    }
    let kind =
      other.isEmpty ? EmailLevel.absentBoth : isWork ? EmailLevel.workBoth : .privateBoth
    let fit = candidateFit(card)
    let offset: UInt8 =
      fit > ownFit ? 1 : fit < ownFit ? 2 : fit == 0 ? 3 : 0
    return EmailLevel(rawValue: kind.rawValue + offset) ?? kind
  }

  /// Whether ``addressLevel(_:_:)`` may find something; false is certain.
  private func mayBeNear(_ other: AddressFacts) -> Bool {
    if other.lettersHash == ours.lettersHash { return true }
    return other.domain == ours.domain
      && (other.letters ^ ours.letterSet).nonzeroBitCount <= 4
      && abs(other.letterCount - ours.letterCount) <= 2
  }

  /// How near the address itself is; nil where it is another.
  private func addressLevel(_ other: TextCode, _ theirs: EmailParts) -> EmailLevel? {
    let hasSameLetters = SpanOrder.areEqual(ours.letters, theirs.letters)
    if ours.domain == theirs.domain {
      if hasSameLetters { return ours.number == theirs.number ? .typo : .otherNumber }
      guard ours.number == theirs.number, min(ours.letterCount, theirs.letterCount) >= 5,
        abs(ours.letterCount - theirs.letterCount) <= 2
      else { return nil }
      let distance = pattern.distance(to: theirs.letters)
      return distance == 1 || (distance == 2 && ours.letterCount >= 10) ? .typo : nil
    }
    guard hasSameLetters, ours.letterCount >= 3 else { return nil }
    if isWork { return .otherDomain }
    return ours.number == theirs.number && areDomainsAlike(other, theirs) ? .typo : nil
  }

  /// Whether the domain of another address is at most two edits away.
  private func areDomainsAlike(_ other: TextCode, _ theirs: EmailParts) -> Bool {
    let emails = picture.emails
    let own = emails[email]
    let others = emails[other]
    var pattern = BytePattern()
    pattern.set(own.extracting(ours.domainStart..<own.count))
    let domain = others.extracting(theirs.domainStart..<others.count)
    return abs(own.count - ours.domainStart - domain.count) <= 2
      && pattern.distance(to: domain) <= 2
  }

  private func candidateFit(_ card: StaffCard) -> Int {
    var best = fit(first: card.word, last: card.last)
    if best < 2, card.knownAs != 0 {
      best = max(best, fit(first: card.knownAs, last: card.last))
    }
    if best < 2, card.previous != 0 {
      best = max(best, fit(first: card.word, last: card.previous))
    }
    return best
  }

  /// How well the entry's address fits names given by their codes, as ``EmailParts`` says it.
  private func fit(first: UInt32, last: UInt32) -> Int {
    let mayHaveLast = forms.facts[Int(last)].mayStand(in: ours.letterSet)
    if !mayHaveLast, !forms.facts[Int(first)].mayStand(in: ours.letterSet) { return 0 }
    return ours.fit(first: first, last: mayHaveLast ? last : 0, forms)
  }
}
