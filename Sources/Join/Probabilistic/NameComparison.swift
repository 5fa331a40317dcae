import Columns
import Records
import Vocabulary

/// How much of the names of a pair agrees.
enum NameAgreement {
  case both, one, none
}

/// Compares the names of one entry with those of its candidates.
struct NameComparison {
  private let picture: StaffPicture
  private let forms: NameForms
  private var first: UInt32 = 0
  private var word: UInt32 = 0
  private var last: UInt32 = 0
  private var words: [UInt32] = []
  private var halves: [UInt32] = []
  private var firstPattern = BytePattern()
  private var wordPattern = BytePattern()
  private var lastPattern = BytePattern()
  private var parts = EmailParts()
  private var firstShare = 1.0
  private var lastShare = 1.0
  /// Logarithm of how likely an outsider has the entry's names.
  private var outside: Float = 0
  /// Whether both names of the pair compared last are exact.
  private(set) var isExact = false
  /// Whether one first name of the pair compared last is the beginning of the other, and no form
  /// that is known.
  private var isBeginning = false

  init(_ picture: StaffPicture) {
    self.picture = picture
    forms = picture.forms
  }

  /// Takes the next entry; `mass` = how many employees' names could have been typed so.
  mutating func begin(_ entry: ListEntry, mass: Double) {
    first = forms.first(entry.firstName)
    word = forms.firstWord(entry.firstName)
    last = forms.last(entry.lastName)
    words = forms.words(entry.firstName)
    halves = forms.halves(entry.lastName)
    firstPattern.set(first, in: forms.keys)
    wordPattern.set(word, in: forms.keys)
    lastPattern.set(last, in: forms.keys)
    let staff = Double(max(1, picture.count))
    firstShare = (Double(picture.firstNameCount[Int(word)]) + 0.5) / staff
    lastShare = (Double(picture.lastNameCount[Int(last)]) + 0.5) / staff
    let chance: Double
    if first == 0 || last == 0 {
      chance = first == 0 ? lastShare : firstShare
    } else if forms.length[Int(word)] == 1 {
      chance = 0.01 * lastShare
    } else {
      chance = firstShare * lastShare
    }
    outside = LinkagePriors.logarithm(mass / staff + Self.unseenShare * chance)
  }

  /// Compares with an employee's names; fills both name fields and their order.
  mutating func compare(_ employee: Int, _ pair: inout ComparedPair) -> NameAgreement {
    isExact = false
    isBeginning = false
    if first == 0, last == 0 { return .none }
    let theirFirst = picture.cards[employee].first
    let theirLast = picture.cards[employee].last
    var firstLevel = firstLevel(employee, theirFirst)
    var lastLevel = lastLevel(employee, theirLast, isLikely: firstLevel != .different)
    if firstLevel == .different, lastLevel != .different, isNearForm(employee) {
      firstLevel = .nearForm
    }
    var order = NameOrderLevel.normal
    if firstLevel == .different || lastLevel == .different, first != 0, last != 0,
      let swapped = swappedLevels(employee, theirFirst, theirLast)
    {
      (firstLevel, lastLevel) = swapped
      isBeginning = false
      order = .swapped
    }
    isExact = firstLevel == .exact && lastLevel == .exact && order == .normal
    pair[.firstName] = firstLevel.rawValue
    pair[.lastName] = lastLevel.rawValue
    pair[.nameOrder] = order.rawValue
    fillBonuses(
      isTheirsCompound: lastLevel == .half
        && !forms.halves(picture.cards[employee].lastText).isEmpty,
      firstLevel, lastLevel, theirFirst, theirLast, &pair)
    let agreeing =
      (firstLevel == .different || firstLevel == .missing ? 0 : 1)
      + (lastLevel == .different || lastLevel == .missing ? 0 : 1)
    if agreeing == 1, firstLevel == .missing || lastLevel == .missing { return .both }
    return agreeing == 2 ? .both : agreeing == 1 ? .one : .none
  }

  /// How likely an outsider's full name is one that no employee has, by the share that chance would
  /// give it.
  private static let unseenShare = 0.25

  /// One over how many beginnings of a name are no known form of it, roughly.
  private static let beginningDensity = 0.15

  /// One over the share of the employees whose address has another last name, roughly.
  private static let addressDensity = 20.0

  private func fillBonuses(
    isTheirsCompound: Bool, _ firstLevel: FirstNameLevel, _ lastLevel: LastNameLevel,
    _ theirFirst: UInt32,
    _ theirLast: UInt32, _ pair: inout ComparedPair
  ) {
    var density = LinkagePriors.density(firstLevel, Int(forms.length[Int(theirFirst)]))
    // An employee without the name tells nothing: the entry's is anybody's.
    if firstLevel == .different || (firstLevel == .missing && first != 0) { density = firstShare }
    if firstLevel == .knownAs { density = 1 / picture.knownAsShare }
    if isBeginning { density *= Self.beginningDensity }
    let firstBonus = LinkagePriors.logarithm(density)
    density = LinkagePriors.density(lastLevel, Int(forms.length[Int(theirLast)]))
    if lastLevel == .different || (lastLevel == .missing && last != 0) { density = lastShare }
    if lastLevel == .previous { density = 1 / picture.previousShare }
    if lastLevel == .half { density *= isTheirsCompound ? 1 / picture.halvesShare : 1 }
    if lastLevel == .address { density = Self.addressDensity }
    let lastBonus = LinkagePriors.logarithm(density)
    // What outsiders have is known of both names together; for the reader it is split by how rare
    // either is by itself.
    let one = first == 0 ? 0 : LinkagePriors.logarithm(firstShare)
    let other = last == 0 ? 0 : LinkagePriors.logarithm(lastShare)
    let share = one + other == 0 ? 0.5 : one / (one + other)
    pair.bonuses[ComparedField.firstName.rawValue] = firstBonus - outside * share
    pair.bonuses[ComparedField.lastName.rawValue] = lastBonus - outside * (1 - share)
  }

  // MARK: - Levels

  private mutating func firstLevel(_ employee: Int, _ theirs: UInt32) -> FirstNameLevel {
    if first == 0 || theirs == 0 { return .missing }
    let theirWord = picture.cards[employee].word
    let knownAs = picture.cards[employee].knownAs
    if first == theirs || word == theirs || first == theirWord || word == theirWord {
      return .exact
    }
    if knownAs != 0, knownAs == first || knownAs == word { return .knownAs }
    let theirWords = forms.words(picture.cards[employee].firstText)
    if words.contains(theirs) || words.contains(theirWord) || theirWords.contains(first)
      || theirWords.contains(word) || (knownAs != 0 && words.contains(knownAs))
    {
      return .middle
    }
    let initial = forms.initial[Int(word)]
    if forms.length[Int(word)] == 1 || forms.length[Int(theirWord)] == 1 {
      let fits =
        initial == forms.initial[Int(theirWord)]
        || (knownAs != 0 && initial == forms.initial[Int(knownAs)])
      return fits ? .initial : .different
    }
    if forms.areForms(word, theirWord) || forms.areForms(first, theirs)
      || (knownAs != 0 && forms.areForms(word, knownAs))
    {
      return .nickname
    }
    let distance = min(
      distance(firstPattern, first, theirs), distance(wordPattern, word, theirWord),
      knownAs == 0 ? 9 : distance(wordPattern, word, knownAs))
    if distance <= 1 { return .near }
    if forms.length[Int(word)] >= 3, forms.length[Int(theirWord)] >= 3,
      wordPattern.sharesBeginning(with: theirWord, in: forms.keys)
    {
      isBeginning = true
      return .nickname
    }
    return isSimilar(distance, wordPattern, word, theirWord, 0.90) ? .similar : .different
  }

  /// Whether the first name is one edit off a form of the employee's: `nucky` for Nicola.
  private func isNearForm(_ employee: Int) -> Bool {
    if forms.length[Int(word)] < 4 { return false }
    for family in forms.families(of: picture.cards[employee].word) {
      for form in forms.members(of: family)
      where forms.initial[Int(form)] == forms.initial[Int(word)]
        && distance(wordPattern, word, form) <= 1
      {
        return true
      }
    }
    return false
  }

  /// `isLikely` = the first names agree; else an address is not worth taking apart.
  private mutating func lastLevel(
    _ employee: Int, _ theirs: UInt32, isLikely: Bool
  ) -> LastNameLevel {
    if last == 0 || theirs == 0 { return .missing }
    if last == theirs { return .exact }
    let previous = picture.cards[employee].previous
    if previous == last { return .previous }
    let theirHalves = forms.halves(picture.cards[employee].lastText)
    if halves.contains(theirs) || theirHalves.contains(last)
      || (previous != 0 && halves.contains(previous))
      || forms.halves(picture.cards[employee].previousText).contains(last)
      || halves.contains(where: theirHalves.contains)
    {
      return .half
    }
    if forms.length[Int(last)] == 1 || forms.length[Int(theirs)] == 1 {
      return forms.initial[Int(last)] == forms.initial[Int(theirs)] ? .initial : .different
    }
    let distance = min(
      distance(lastPattern, last, theirs),
      previous == 0 ? 9 : self.distance(lastPattern, last, previous))
    if distance <= 1 { return .near }
    if isSimilar(distance, lastPattern, last, theirs, 0.92) { return .similar }
    let email = picture.cards[employee].email
    if isLikely, !email.isEmpty, forms.length[Int(last)] >= 3 {
      parts.set(email, in: picture.emails, readsDomain: false)
      if parts.carries(lastName: last, in: forms.keys),
        !parts.carries(lastName: theirs, in: forms.keys)
      {
        return .address
      }
    }
    return .different
  }

  /// The levels where first and last name stand in each other's place; nil where they do not.
  private func swappedLevels(
    _ employee: Int, _ theirFirst: UInt32, _ theirLast: UInt32
  ) -> (FirstNameLevel, LastNameLevel)? {
    guard theirFirst != 0, theirLast != 0 else { return nil }
    let theirWord = picture.cards[employee].word
    guard let lastLevel = swappedLastLevel(theirLast, picture.cards[employee].previous) else {
      // With a new last name too: only where the entry's last name is rather a first name.
      let isFirstName =
        (last == theirFirst || last == theirWord)
        && picture.firstNameCount[Int(last)] > picture.lastNameCount[Int(last)]
      return isFirstName ? (.exact, .different) : nil
    }
    if last == theirFirst || last == theirWord { return (.exact, lastLevel) }
    let knownAs = picture.cards[employee].knownAs
    if knownAs != 0, last == knownAs { return (.knownAs, lastLevel) }
    if forms.areForms(last, theirWord) { return (.nickname, lastLevel) }
    if forms.length[Int(last)] == 1, forms.initial[Int(last)] == forms.initial[Int(theirFirst)] {
      return (.initial, lastLevel)
    }
    return distance(lastPattern, last, theirWord) <= 1 ? (.near, lastLevel) : nil
  }

  /// How the entry's first name agrees with a last name.
  private func swappedLastLevel(_ theirLast: UInt32, _ previous: UInt32) -> LastNameLevel? {
    if first == theirLast { return .exact }
    if previous != 0, first == previous { return .previous }
    return distance(firstPattern, first, theirLast) <= 1 ? .near : nil
  }

  /// The distance of two names; 9 where they are certainly more than two edits apart.
  private func distance(_ pattern: BytePattern, _ ours: UInt32, _ theirs: UInt32) -> Int {
    let lengths = (Int(forms.length[Int(ours)]), Int(forms.length[Int(theirs)]))
    if abs(lengths.0 - lengths.1) > 2 || min(lengths.0, lengths.1) < 3 { return 9 }
    return pattern.distance(to: theirs, in: forms.keys)
  }

  private func isSimilar(
    _ distance: Int, _ pattern: BytePattern, _ ours: UInt32, _ theirs: UInt32, _ limit: Double
  ) -> Bool {
    let shorter = min(forms.length[Int(ours)], forms.length[Int(theirs)])
    if distance == 2, shorter >= 6 { return true }
    if distance == 2, shorter == 5, forms.initial[Int(ours)] == forms.initial[Int(theirs)] {
      return true
    }
    guard forms.initial[Int(ours)] == forms.initial[Int(theirs)], shorter >= 3 else { return false }
    return pattern.similarity(to: theirs, in: forms.keys) >= limit
      || (shorter >= 4 && pattern.sharesBeginning(with: theirs, in: forms.keys))
  }
}
