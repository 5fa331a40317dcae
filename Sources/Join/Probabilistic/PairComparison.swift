import Columns
import Records
import Vocabulary

/// One compared pair: its levels, and what the values of the levels say beyond the levels' shares.
struct ComparedPair: Sendable {
  var levels = Levels()
  /// For each field, the logarithm of: how likely this very value is if the candidate is the
  /// entry's person and the level is this, over how likely it is for an outsider.
  var bonuses = FieldWeights(repeating: 0)

  subscript(field: ComparedField) -> UInt8 {
    get { levels[field] }
    set { levels[field] = newValue }
  }
}

/// Holds one entry after another against its candidates.
struct PairComparison {
  let picture: StaffPicture
  let index: StaffIndex
  let frequencies: EmailFrequencies
  var names: NameComparison
  var emails: EmailComparison

  private var entry = ListEntry(row: SourceRow(file: 0, line: 0))
  private var home: ListHome?
  private var organisation: Int?
  private var isUnknownOrganisation = false
  private var organisationFootprint = ODSCode.missing
  private var sameFootprintBonus: Float = 0
  private var sameOrganisationBonus: Float = 0
  /// What the levels of the entry's birth date say, by their raw values.
  private var birthDateBonuses = [Float](repeating: 0, count: BirthDateLevel.allCases.count)
  private var swappedBirthDate: CalendarDay?
  private var isNumberSomebodys = false
  private var isNINumberSomebodys = false
  // What follows from the staff alone.
  private let exactNumberBonus: Float
  private let somebodysBonus = -LinkagePriors.logarithm(LinkagePriors.outsidersNumberShare)
  private let nobodysBonus = -LinkagePriors.logarithm(1 - LinkagePriors.outsidersNumberShare)
  private let activeBonus: Float
  private let leftBonus: Float

  init(_ picture: StaffPicture, _ index: StaffIndex, _ frequencies: EmailFrequencies) {
    self.picture = picture
    self.index = index
    self.frequencies = frequencies
    let share = LinkagePriors.outsidersNumberShare / Double(picture.count)
    exactNumberBonus = min(14, -LinkagePriors.logarithm(share))
    activeBonus = -LinkagePriors.logarithm(picture.activeShare)
    leftBonus = -LinkagePriors.logarithm(1 - picture.activeShare)
    names = NameComparison(picture)
    emails = EmailComparison(picture)
  }

  /// Takes the next entry; `mass` = how many employees' names could have been typed so, by chance;
  /// `home` = what the list it stands on is mostly of.
  mutating func begin(_ entry: ListEntry, home: ListHome?, nameMass mass: Double) {
    self.entry = entry
    self.home = home
    names.begin(entry, mass: mass)
    let owners =
      entry.email.isEmpty
      ? [] : index.employees(key: IndexKeyKind.email.key(UInt64(entry.email.raw)))
    emails.begin(entry, owners: owners)
    let staff = Double(picture.count)
    organisation = picture.organisationIndex(entry.organisation)
    isUnknownOrganisation = !entry.organisation.isMissing && organisation == nil
    organisationFootprint = .missing
    if let organisation {
      organisationFootprint = picture.footprint[organisation]
      let share = Double(max(1, picture.organisationSize(organisation))) / staff
      sameOrganisationBonus = -LinkagePriors.logarithm(min(1, share * frequencies.localLift))
      let footprintShare = Double(picture.footprintSize(of: organisation)) / staff
      sameFootprintBonus = -LinkagePriors.logarithm(min(1, footprintShare))
    }
    if !entry.birthDate.isMissing {
      swappedBirthDate = BirthDates.swapped(entry.birthDate)
      let count = Double(picture.counts.birthDates[entry.birthDate])
      let share = (max(0, count - 1) + 1) / (staff + 16_000)
      for (level, others) in [
        (BirthDateLevel.exact, 1.0), (.swapped, 1), (.digit, 20), (.part, 60),
      ] {
        birthDateBonuses[Int(level.rawValue)] = -LinkagePriors.logarithm(share * others)
      }
    }
    isNumberSomebodys = isNumberKnown(entry)
    isNINumberSomebodys =
      !entry.niNumber.isMissing
      && !index.employees(key: IndexKeyKind.niNumber.key(entry.niNumber.raw)).isEmpty
  }

  private func isNumberKnown(_ entry: ListEntry) -> Bool {
    if entry.number.isMissing { return false }
    let number = entry.number.raw
    let key =
      organisation.map { IndexKeyKind.numberInOrganisation.key(number, UInt64($0)) }
      ?? IndexKeyKind.number.key(number)
    return !index.employees(key: key).isEmpty
  }

  /// Compares the entry with one employee; nil where hardly anything agrees.
  mutating func compare(_ employee: Int, _ card: StaffCard) -> ComparedPair? {
    var pair = ComparedPair()
    let agreement = names.compare(card, &pair)
    if agreement != .both, !hasIdentifier(card) {
      guard agreement == .one, isLocal(card) || hasDate(card) else { return nil }
    }
    compareRest(employee, card, agreement, &pair)
    return pair
  }

  /// Compares the entry with one employee whatever agrees.
  mutating func compareAnyway(_ employee: Int) -> ComparedPair {
    var pair = ComparedPair()
    let card = picture.cards[employee]
    compareRest(employee, card, names.compare(card, &pair), &pair)
    return pair
  }

  /// Compares all but the names.
  private mutating func compareRest(
    _ employee: Int, _ card: StaffCard, _ agreement: NameAgreement, _ pair: inout ComparedPair
  ) {
    compareBirthDates(card, &pair)
    compareNumbers(card, &pair)
    compareNINumbers(card, &pair)
    compareOrganisations(card, &pair)
    emails.compare(employee, card, agreement, names.isExact, frequencies, &pair)
    compareLists(card, &pair)
    compareActivity(card, &pair)
  }

  /// Whether an employee has a number or the address of the entry, or nearly so.
  private func hasIdentifier(_ card: StaffCard) -> Bool {
    if !entry.email.isEmpty, card.email == entry.email { return true }
    if !entry.number.isMissing, isHere(card),
      card.number == entry.number || EditedNumbers.areNear(card.number, entry.number)
    {
      return true
    }
    return !entry.niNumber.isMissing && !card.niNumber.isMissing
      && (card.niNumber == entry.niNumber || EditedNumbers.areNear(card.niNumber, entry.niNumber))
  }

  /// Whether an employee's birth date is the entry's, or day and month are swapped.
  private func hasDate(_ card: StaffCard) -> Bool {
    if entry.birthDate.isMissing || card.birthDate.isMissing { return false }
    return card.birthDate == entry.birthDate || card.birthDate == swappedBirthDate
  }

  /// Whether an employee works for the entry's organisation, or that of where it stands.
  private func isLocal(_ card: StaffCard) -> Bool {
    card.organisation == organisation ?? -1 || card.organisation == home?.organisation ?? -1
  }

  /// Whether an employee's number counts: it is unique within its organisation only.
  private func isHere(_ card: StaffCard) -> Bool {
    entry.organisation.isMissing || organisation == card.organisation
  }

  private func compareBirthDates(_ card: StaffCard, _ pair: inout ComparedPair) {
    if entry.birthDate.isMissing { return }
    let level = BirthDates.level(entry.birthDate, card.birthDate)
    pair[.birthDate] = level.rawValue
    pair.bonuses[ComparedField.birthDate.rawValue] = birthDateBonuses[Int(level.rawValue)]
  }

  private func compareNumbers(_ card: StaffCard, _ pair: inout ComparedPair) {
    if entry.number.isMissing { return }
    let number = card.number
    let field = ComparedField.number.rawValue
    let isHere = isHere(card)
    if number == entry.number {
      pair[.number] = (isHere ? NumberLevel.exact : .elsewhere).rawValue
      pair.bonuses[field] = exactNumberBonus
    } else if isHere, EditedNumbers.areNear(number, entry.number) {
      pair[.number] = NumberLevel.near.rawValue
      pair.bonuses[field] = 12
    } else if isNumberSomebodys {
      pair[.number] = (isHere ? NumberLevel.somebodys : .somebodysElsewhere).rawValue
      pair.bonuses[field] = somebodysBonus
    } else {
      pair[.number] = (isHere ? NumberLevel.nobodys : .nobodysElsewhere).rawValue
      pair.bonuses[field] = nobodysBonus
    }
  }

  private func compareNINumbers(_ card: StaffCard, _ pair: inout ComparedPair) {
    let number = card.niNumber
    if entry.niNumber.isMissing || number.isMissing { return }
    let field = ComparedField.niNumber.rawValue
    if number == entry.niNumber {
      pair[.niNumber] = NINumberLevel.exact.rawValue
      pair.bonuses[field] = 15
    } else if EditedNumbers.areNear(number, entry.niNumber) {
      pair[.niNumber] = NINumberLevel.near.rawValue
      pair.bonuses[field] = 12
    } else if isNINumberSomebodys {
      pair[.niNumber] = NINumberLevel.somebodys.rawValue
      pair.bonuses[field] = somebodysBonus
    } else {
      pair[.niNumber] = NINumberLevel.nobodys.rawValue
    }
  }

  private func compareActivity(_ card: StaffCard, _ pair: inout ComparedPair) {
    let isActive = card.has(.isActive)
    pair[.activity] = (isActive ? ActivityLevel.active : .left).rawValue
    pair.bonuses[ComparedField.activity.rawValue] = isActive ? activeBonus : leftBonus
  }

  /// The organisation of the list says little where the entry's own agrees.
  private func compareLists(_ card: StaffCard, _ pair: inout ComparedPair) {
    guard let home, pair[.organisation] != OrganisationLevel.same.rawValue else { return }
    if home.isOfAddress, EmailLevel.isNearAddress(pair[.email]) { return }
    let other = card.organisation
    let isDespite = !entry.organisation.isMissing
    let field = ComparedField.list.rawValue
    let group: UInt8 = home.isOfNeighbours ? 6 : isDespite ? 3 : 0
    if other == home.organisation {
      pair[.list] = ListLevel.same.rawValue + group
      pair.bonuses[field] = home.bonus
    } else if !home.footprint.isMissing, picture.footprint[other] == home.footprint {
      pair[.list] = ListLevel.footprint.rawValue + group
      pair.bonuses[field] = home.footprintBonus
    } else {
      pair[.list] = ListLevel.other.rawValue + group
    }
  }

  private func compareOrganisations(_ card: StaffCard, _ pair: inout ComparedPair) {
    if isUnknownOrganisation { pair[.organisation] = OrganisationLevel.unknown.rawValue }
    guard let organisation else { return }
    let other = card.organisation
    let field = ComparedField.organisation.rawValue
    if other == organisation {
      pair[.organisation] = OrganisationLevel.same.rawValue
      pair.bonuses[field] = sameOrganisationBonus
    } else if !organisationFootprint.isMissing, picture.footprint[other] == organisationFootprint {
      pair[.organisation] = OrganisationLevel.footprint.rawValue
      pair.bonuses[field] = sameFootprintBonus
    } else {
      pair[.organisation] = OrganisationLevel.other.rawValue
    }
  }
}
