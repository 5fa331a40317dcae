import Columns
import Records
import Vocabulary

/// How much of the names of a pair agrees.
enum NameAgreement {
  case both, one, none
}

/// Compares the names of one entry with those of its candidates.
///
/// Most candidates have one name of the entry and quite another one besides: what is known of the
/// keys (``NameFacts``) mostly tells that without a look at the texts.
struct NameComparison {
  private let picture: StaffPicture
  private let forms: NameForms
  private let densities = NameDensities.all
  private let knownAsBonus: Float
  private let previousBonus: Float
  private let halvesBonus: Float
  private var first: UInt32 = 0
  private var word: UInt32 = 0
  private var last: UInt32 = 0
  private var firstFacts = NameFacts()
  private var wordFacts = NameFacts()
  private var lastFacts = NameFacts()
  private var words: [UInt32] = []
  private var halves: [UInt32] = []
  private var firstPattern = BytePattern()
  private var wordPattern = BytePattern()
  private var lastPattern = BytePattern()
  /// The families of nicknames of which one is one edit from the first name, once they are asked.
  private var nearFamilies: Set<UInt16>?
  private var parts = EmailParts()
  /// Logarithms of how likely an outsider has the entry's first and last name, and both.
  private var firstShare: Float = 0
  private var lastShare: Float = 0
  private var outsideFirst: Float = 0
  private var outsideLast: Float = 0
  /// Whether both names of the pair compared last are exact.
  private(set) var isExact = false
  /// Whether one first name of the pair compared last is the beginning of the other, and no form
  /// that is known.
  private var isBeginning = false

  init(_ picture: StaffPicture) {
    self.picture = picture
    forms = picture.forms
    knownAsBonus = -LinkagePriors.logarithm(picture.knownAsShare)
    previousBonus = -LinkagePriors.logarithm(picture.previousShare)
    halvesBonus = -LinkagePriors.logarithm(picture.halvesShare)
  }

  /// Takes the next entry; `mass` = how many employees' names could have been typed so.
  mutating func begin(_ entry: ListEntry, mass: Double) {
    first = forms.first(entry.firstName)
    word = forms.firstWord(entry.firstName)
    last = forms.last(entry.lastName)
    firstFacts = forms.facts[Int(first)]
    wordFacts = forms.facts[Int(word)]
    lastFacts = forms.facts[Int(last)]
    words = forms.words(entry.firstName)
    halves = forms.halves(entry.lastName)
    firstPattern.set(first, in: forms.keys)
    wordPattern.set(word, in: forms.keys)
    lastPattern.set(last, in: forms.keys)
    nearFamilies = nil
    let staff = Double(max(1, picture.count))
    let firstShare = (Double(picture.firstNameCount(word)) + 0.5) / staff
    let lastShare = (Double(picture.lastNameCount(last)) + 0.5) / staff
    let chance: Double
    if first == 0 || last == 0 {
      chance = first == 0 ? lastShare : firstShare
    } else if wordFacts.length == 1 {
      chance = 0.01 * lastShare
    } else {
      chance = firstShare * lastShare
    }
    self.firstShare = LinkagePriors.logarithm(firstShare)
    self.lastShare = LinkagePriors.logarithm(lastShare)
    // What outsiders have is known of both names together; for the reader it is split by how rare
    // either is by itself.
    let outside = LinkagePriors.logarithm(mass / staff + Self.unseenShare * chance)
    let one = first == 0 ? 0 : self.firstShare
    let other = last == 0 ? 0 : self.lastShare
    let share = one + other == 0 ? 0.5 : one / (one + other)
    outsideFirst = outside * share
    outsideLast = outside * (1 - share)
  }

  /// How likely an outsider's full name is one that no employee has, by the share that chance would
  /// give it.
  private static let unseenShare = 0.25

  /// Compares with an employee's names; fills both name fields and their order.
  mutating func compare(_ card: StaffCard, _ pair: inout ComparedPair) -> NameAgreement {
    isExact = false
    isBeginning = false
    if first == 0, last == 0 { return .none }
    var firstLevel = firstLevel(card)
    var lastLevel = lastLevel(card, isLikely: firstLevel != .different)
    if firstLevel == .different, lastLevel != .different, isNearForm(card) {
      firstLevel = .nearForm
    }
    var order = NameOrderLevel.normal
    if firstLevel == .different || lastLevel == .different, first != 0, last != 0,
      let swapped = swappedLevels(card)
    {
      (firstLevel, lastLevel) = swapped
      isBeginning = false
      order = .swapped
    }
    isExact = firstLevel == .exact && lastLevel == .exact && order == .normal
    pair[.firstName] = firstLevel.rawValue
    pair[.lastName] = lastLevel.rawValue
    pair[.nameOrder] = order.rawValue
    fillBonuses(card, firstLevel, lastLevel, &pair)
    let agreeing =
      (firstLevel == .different || firstLevel == .missing ? 0 : 1)
      + (lastLevel == .different || lastLevel == .missing ? 0 : 1)
    if agreeing == 1, firstLevel == .missing || lastLevel == .missing { return .both }
    return agreeing == 2 ? .both : agreeing == 1 ? .one : .none
  }

  private func fillBonuses(
    _ card: StaffCard, _ firstLevel: FirstNameLevel, _ lastLevel: LastNameLevel,
    _ pair: inout ComparedPair
  ) {
    var bonus: Float
    switch firstLevel {
    // An employee without the name tells nothing: the entry's is anybody's.
    case .different: bonus = firstShare
    case .missing where first != 0: bonus = firstShare
    case .knownAs: bonus = knownAsBonus
    default: bonus = densities.of(firstLevel, forms.facts[Int(card.first)].length)
    }
    if isBeginning { bonus += densities.beginning }
    pair.bonuses[ComparedField.firstName.rawValue] = bonus - outsideFirst
    switch lastLevel {
    case .different: bonus = lastShare
    case .missing where last != 0: bonus = lastShare
    case .previous: bonus = previousBonus
    case .address: bonus = densities.address
    default: bonus = densities.of(lastLevel, forms.facts[Int(card.last)].length)
    }
    if lastLevel == .half, !halves(card.lastText, of: card).isEmpty { bonus += halvesBonus }
    pair.bonuses[ComparedField.lastName.rawValue] = bonus - outsideLast
  }

  private func halves(_ text: TextCode, of card: StaffCard) -> [UInt32] {
    card.has(.hasCompoundName) ? forms.halves(text) : []
  }

  // MARK: - Levels

  private mutating func firstLevel(_ card: StaffCard) -> FirstNameLevel {
    let (theirs, theirWord, knownAs) = (card.first, card.word, card.knownAs)
    if first == 0 || theirs == 0 { return .missing }
    if first == theirs || word == theirs || first == theirWord || word == theirWord {
      return .exact
    }
    if knownAs != 0, knownAs == first || knownAs == word { return .knownAs }
    let theirWords = card.has(.hasCompoundName) ? forms.words(card.firstText) : []
    if words.contains(theirs) || words.contains(theirWord) || theirWords.contains(first)
      || theirWords.contains(word) || (knownAs != 0 && words.contains(knownAs))
    {
      return .middle
    }
    let theirFacts = forms.facts[Int(theirWord)]
    if wordFacts.length == 1 || theirFacts.length == 1 {
      let fits =
        wordFacts.initial == theirFacts.initial
        || (knownAs != 0 && wordFacts.initial == forms.facts[Int(knownAs)].initial)
      return fits ? .initial : .different
    }
    if forms.areForms(word, theirWord) || forms.areForms(first, theirs)
      || (knownAs != 0 && forms.areForms(word, knownAs))
    {
      return .nickname
    }
    let distance = min(
      first == word && theirs == theirWord ? 9 : distance(firstPattern, firstFacts, theirs),
      self.distance(wordPattern, wordFacts, theirWord),
      knownAs == 0 ? 9 : self.distance(wordPattern, wordFacts, knownAs))
    if distance <= 1 { return .near }
    if min(wordFacts.length, theirFacts.length) >= 3,
      shareBeginning(wordPattern, wordFacts, theirWord)
    {
      isBeginning = true
      return .nickname
    }
    return isSimilar(distance, wordPattern, wordFacts, theirWord, 0.90) ? .similar : .different
  }

  /// Whether the first name is one edit off a form of the employee's: `nucky` for Nicola.
  private mutating func isNearForm(_ card: StaffCard) -> Bool {
    if wordFacts.length < 4 || forms.facts[Int(card.word)].families == 0 { return false }
    let near = nearFamilies ?? familiesNearby()
    nearFamilies = near
    return !near.isEmpty && forms.families(of: card.word).contains(where: near.contains)
  }

  private func familiesNearby() -> Set<UInt16> {
    var near: Set<UInt16> = []
    for form in forms.nicknames(beginningWith: wordFacts.initial)
    where distance(wordPattern, wordFacts, form) <= 1 {
      near.formUnion(forms.families(of: form))
    }
    return near
  }

  /// `isLikely` = the first names agree; else an address is not worth taking apart.
  private mutating func lastLevel(_ card: StaffCard, isLikely: Bool) -> LastNameLevel {
    let (theirs, previous) = (card.last, card.previous)
    if last == 0 || theirs == 0 { return .missing }
    if last == theirs { return .exact }
    if previous == last { return .previous }
    if !halves.isEmpty || card.has(.hasCompoundName), isHalf(card) { return .half }
    let theirFacts = forms.facts[Int(theirs)]
    if lastFacts.length == 1 || theirFacts.length == 1 {
      return lastFacts.initial == theirFacts.initial ? .initial : .different
    }
    let distance = min(
      distance(lastPattern, lastFacts, theirs),
      previous == 0 ? 9 : self.distance(lastPattern, lastFacts, previous))
    if distance <= 1 { return .near }
    if isSimilar(distance, lastPattern, lastFacts, theirs, 0.92) { return .similar }
    return isLikely && isInAddress(card) ? .address : .different
  }

  private func isHalf(_ card: StaffCard) -> Bool {
    let theirHalves = halves(card.lastText, of: card)
    return halves.contains(card.last) || theirHalves.contains(last)
      || (card.previous != 0 && halves.contains(card.previous))
      || halves(card.previousText, of: card).contains(last)
      || halves.contains(where: theirHalves.contains)
  }

  /// Whether the last name is in the employee's address instead of the employee's own.
  private mutating func isInAddress(_ card: StaffCard) -> Bool {
    if card.email.isEmpty || card.has(.hasAddressOfLastName) || lastFacts.length < 3 {
      return false
    }
    parts.set(card.email, in: picture.emails, readsDomain: false)
    return parts.carries(lastName: last, in: forms.keys)
  }

  /// The levels where first and last name stand in each other's place; nil where they do not.
  private func swappedLevels(_ card: StaffCard) -> (FirstNameLevel, LastNameLevel)? {
    let (theirFirst, theirLast, theirWord) = (card.first, card.last, card.word)
    guard theirFirst != 0, theirLast != 0 else { return nil }
    guard let lastLevel = swappedLastLevel(theirLast, card.previous) else {
      // With a new last name too: only where the entry's last name is rather a first name.
      let isFirstName =
        (last == theirFirst || last == theirWord)
        && picture.firstNameCount(last) > picture.lastNameCount(last)
      return isFirstName ? (.exact, .different) : nil
    }
    if last == theirFirst || last == theirWord { return (.exact, lastLevel) }
    let knownAs = card.knownAs
    if knownAs != 0, last == knownAs { return (.knownAs, lastLevel) }
    if forms.areForms(last, theirWord) { return (.nickname, lastLevel) }
    if lastFacts.length == 1, lastFacts.initial == forms.facts[Int(theirFirst)].initial {
      return (.initial, lastLevel)
    }
    return distance(lastPattern, lastFacts, theirWord) <= 1 ? (.near, lastLevel) : nil
  }

  /// How the entry's first name agrees with a last name.
  private func swappedLastLevel(_ theirLast: UInt32, _ previous: UInt32) -> LastNameLevel? {
    if first == theirLast { return .exact }
    if previous != 0, first == previous { return .previous }
    return distance(firstPattern, firstFacts, theirLast) <= 1 ? .near : nil
  }

  /// The distance to another name; 9 where they are certainly more than two edits apart.
  private func distance(_ pattern: BytePattern, _ ours: NameFacts, _ theirs: UInt32) -> Int {
    let facts = forms.facts[Int(theirs)]
    guard ours.mayBe(within: 2, of: facts), min(ours.length, facts.length) >= 3 else { return 9 }
    return pattern.distance(to: theirs, in: forms.keys)
  }

  private func shareBeginning(
    _ pattern: BytePattern, _ ours: NameFacts, _ theirs: UInt32
  ) -> Bool {
    let facts = forms.facts[Int(theirs)]
    guard ours.initial == facts.initial,
      ours.length < facts.length ? ours.mayBegin(facts) : facts.mayBegin(ours)
    else { return false }
    return pattern.sharesBeginning(with: theirs, in: forms.keys)
  }

  private func isSimilar(
    _ distance: Int, _ pattern: BytePattern, _ ours: NameFacts, _ theirs: UInt32, _ limit: Double
  ) -> Bool {
    let facts = forms.facts[Int(theirs)]
    let shorter = min(ours.length, facts.length)
    if distance == 2, shorter >= 6 { return true }
    guard ours.initial == facts.initial, shorter >= 3 else { return false }
    if distance == 2, shorter == 5 { return true }
    if ours.similarityBound(facts) >= limit,
      pattern.similarity(to: theirs, in: forms.keys) >= limit
    {
      return true
    }
    return shorter >= 4 && shareBeginning(pattern, ours, theirs)
  }
}

/// Logarithms of the densities of name levels, worked out once.
private struct NameDensities {
  static let all = NameDensities()

  private let firsts: [Float]
  private let lasts: [Float]
  /// One over how many beginnings of a name are no known form of it, roughly.
  let beginning = LinkagePriors.logarithm(0.15)
  /// One over the share of the employees whose address has another last name, roughly.
  let address = LinkagePriors.logarithm(20)

  private init() {
    firsts = FirstNameLevel.allCases.flatMap { level in
      (0...255).map { LinkagePriors.logarithm(LinkagePriors.density(level, $0)) }
    }
    lasts = LastNameLevel.allCases.flatMap { level in
      (0...255).map { LinkagePriors.logarithm(LinkagePriors.density(level, $0)) }
    }
  }

  func of(_ level: FirstNameLevel, _ length: UInt8) -> Float {
    firsts[Int(level.rawValue) << 8 | Int(length)]
  }

  func of(_ level: LastNameLevel, _ length: UInt8) -> Float {
    lasts[Int(level.rawValue) << 8 | Int(length)]
  }
}
