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
/// keys (``NameFacts``) mostly tells that without a look at the texts. A class, as each call on a
/// struct of this size would copy it.
final class NameComparison {
  private let picture: StaffPicture
  private let forms: NameForms
  private let first: UInt32
  private let word: UInt32
  private let last: UInt32
  private let firstFacts: NameFacts
  private let wordFacts: NameFacts
  private let lastFacts: NameFacts
  private let words: [UInt32]
  private let halves: [UInt32]
  private let firstPattern: BytePattern
  private let wordPattern: BytePattern
  private let lastPattern: BytePattern
  /// The families of nicknames of which one is one edit from the first name, once they are asked,
  /// and their bits as in ``NameFacts/families``.
  private var nearFamilies: Set<UInt16>?
  private var nearFamilyBits: UInt64 = 0
  /// Logarithms of how likely an outsider has the entry's first and last name, and both.
  private let firstShare: Float
  private let lastShare: Float
  private let outsideFirst: Float
  private let outsideLast: Float

  /// For an entry; `mass` = how many employees' names could have been typed so.
  init(_ entry: ListEntry, mass: Double, _ picture: StaffPicture) {
    self.picture = picture
    forms = picture.forms
    first = forms.first(entry.firstName)
    word = forms.firstWord(entry.firstName)
    last = forms.last(entry.lastName)
    firstFacts = forms.facts[Int(first)]
    wordFacts = forms.facts[Int(word)]
    lastFacts = forms.facts[Int(last)]
    words = forms.parts(of: entry.firstName)
    halves = forms.parts(of: entry.lastName)
    wordPattern = forms.withKey(word) { BytePattern($0) }
    firstPattern = first == word ? wordPattern : forms.withKey(first) { BytePattern($0) }
    lastPattern = forms.withKey(last) { BytePattern($0) }
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

  /// The levels of a pair's names.
  private struct Verdict {
    var first: FirstNameLevel
    var last = LastNameLevel.missing
    var order = NameOrderLevel.normal
    /// Whether one first name is the beginning of the other, and no form that is known.
    var isBeginning = false

    var agreement: NameAgreement {
      let agreeing =
        (first == .different || first == .missing ? 0 : 1)
        + (last == .different || last == .missing ? 0 : 1)
      if agreeing == 1, first == .missing || last == .missing { return .both }
      return agreeing == 2 ? .both : agreeing == 1 ? .one : .none
    }
  }

  /// Compares with an employee's names; fills both name fields and their order.
  func compare(_ card: StaffCard, _ pair: inout ComparedPair) -> NameAgreement {
    if first == 0, last == 0 { return .none }
    var verdict = firstVerdict(card)
    verdict.last = lastLevel(card, isLikely: verdict.first != .different)
    if verdict.first == .different, verdict.last != .different, isNearForm(card) {
      verdict.first = .nearForm
    }
    if verdict.first == .different || verdict.last == .different, first != 0, last != 0,
      let (first, last) = swappedLevels(card)
    {
      verdict = Verdict(first: first, last: last, order: .swapped)
    }
    pair[.firstName] = verdict.first.rawValue
    pair[.lastName] = verdict.last.rawValue
    pair[.nameOrder] = verdict.order.rawValue
    fillBonuses(card, verdict, &pair)
    return verdict.agreement
  }

  private func fillBonuses(_ card: StaffCard, _ verdict: Verdict, _ pair: inout ComparedPair) {
    var bonus: Float
    switch verdict.first {
    // An employee without the name tells nothing: the entry's is anybody's.
    case .different: bonus = firstShare
    case .missing where first != 0: bonus = firstShare
    case .knownAs: bonus = picture.bonuses.knownAs
    default: bonus = picture.densities.of(verdict.first, forms.facts[Int(card.first)].length)
    }
    if verdict.isBeginning { bonus += picture.densities.beginning }
    pair.bonuses[ComparedField.firstName.rawValue] = bonus - outsideFirst
    switch verdict.last {
    case .different: bonus = lastShare
    case .missing where last != 0: bonus = lastShare
    case .previous: bonus = picture.bonuses.previous
    case .address: bonus = picture.densities.address
    default: bonus = picture.densities.of(verdict.last, forms.facts[Int(card.last)].length)
    }
    if verdict.last == .half, card.has(.hasCompoundName), forms.isCompound(card.lastText) {
      bonus += picture.bonuses.halves
    }
    pair.bonuses[ComparedField.lastName.rawValue] = bonus - outsideLast
  }

  // MARK: - Levels

  private func firstVerdict(_ card: StaffCard) -> Verdict {
    var isBeginning = false
    let level = firstLevel(card, &isBeginning)
    return Verdict(first: level, isBeginning: isBeginning)
  }

  private func firstLevel(_ card: StaffCard, _ isBeginning: inout Bool) -> FirstNameLevel {
    let (theirs, theirWord, knownAs) = (card.first, card.word, card.knownAs)
    if first == 0 || theirs == 0 { return .missing }
    if first == theirs || word == theirs || first == theirWord || word == theirWord {
      return .exact
    }
    if knownAs != 0, knownAs == first || knownAs == word { return .knownAs }
    if !words.isEmpty || card.has(.hasCompoundName), isMiddle(card) { return .middle }
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

  /// Whether one first name is a word of the other.
  private func isMiddle(_ card: StaffCard) -> Bool {
    words.contains(card.first) || words.contains(card.word)
      || (card.knownAs != 0 && words.contains(card.knownAs))
      || forms.hasPart(card.firstText) { $0 == first || $0 == word }
  }

  /// Whether the first name is one edit off a form of the employee's: `nucky` for Nicola.
  private func isNearForm(_ card: StaffCard) -> Bool {
    let families = forms.facts[Int(card.word)].families
    if wordFacts.length < 4 || families == 0 { return false }
    let near = nearFamilies ?? familiesNearby()
    return families & nearFamilyBits != 0
      && forms.families(of: card.word).contains(where: near.contains)
  }

  private func familiesNearby() -> Set<UInt16> {
    var near: Set<UInt16> = []
    for form in forms.nicknames(beginningWith: wordFacts.initial)
    where distance(wordPattern, wordFacts, form) <= 1 {
      near.formUnion(forms.families(of: form))
      nearFamilyBits |= forms.facts[Int(form)].families
    }
    nearFamilies = near
    return near
  }

  /// `isLikely` = the first names agree; else an address is not worth taking apart.
  private func lastLevel(_ card: StaffCard, isLikely: Bool) -> LastNameLevel {
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
    halves.contains(card.last) || (card.previous != 0 && halves.contains(card.previous))
      || forms.hasPart(card.lastText) { $0 == last || halves.contains($0) }
      || forms.hasPart(card.previousText) { $0 == last }
  }

  /// Whether the last name is in the employee's address instead of the employee's own.
  private func isInAddress(_ card: StaffCard) -> Bool {
    if card.email.isEmpty || card.has(.hasAddressOfLastName) || lastFacts.length < 3 {
      return false
    }
    var parts = EmailParts()
    parts.set(card.email, in: picture.emails, readsDomain: false)
    return parts.carries(lastName: last, forms)
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
    return forms.withKey(theirs) { pattern.distance(to: $0) }
  }

  private func shareBeginning(
    _ pattern: BytePattern, _ ours: NameFacts, _ theirs: UInt32
  ) -> Bool {
    let facts = forms.facts[Int(theirs)]
    guard ours.initial == facts.initial,
      ours.length < facts.length ? ours.mayBegin(facts) : facts.mayBegin(ours)
    else { return false }
    return forms.withKey(theirs) { pattern.sharesBeginning(with: $0) }
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
      forms.withKey(theirs, { pattern.similarity(to: $0) }) >= limit
    {
      return true
    }
    return shorter >= 4 && shareBeginning(pattern, ours, theirs)
  }
}

/// Logarithms of the densities of name levels, worked out once.
struct NameDensities: Sendable {
  private let firsts: [Float]
  private let lasts: [Float]
  /// One over how many beginnings of a name are no known form of it, roughly.
  let beginning = LinkagePriors.logarithm(0.15)
  /// One over the share of the employees whose address has another last name, roughly.
  let address = LinkagePriors.logarithm(20)

  init() {
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
