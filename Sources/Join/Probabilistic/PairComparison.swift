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

/// Holds one entry against its candidates.
///
/// A class, as each call on a struct of this size would copy it.
final class PairComparison {
  private let search: CandidateSearch
  private let picture: StaffPicture
  private let names: NameComparison
  /// nil where the entry has no address.
  private let emails: EmailComparison?
  private let entry: ListEntry
  private let home: ListHome?
  private let organisation: Int?
  private let organisationFootprint: ODSCode
  private let sameFootprintBonus: Float
  private let sameOrganisationBonus: Float
  /// What the levels of the entry's birth date say, by their raw values.
  private let birthDateBonuses: [Float]
  private let swappedBirthDate: CalendarDay?
  private let isNumberSomebodys: Bool
  private let isNINumberSomebodys: Bool

  /// For an entry; `mass` = how many employees' names could have been typed so, by chance; `home` =
  /// what the list it stands on is mostly of.
  init(
    _ entry: ListEntry, home: ListHome?, nameMass mass: Double, _ search: CandidateSearch
  ) {
    let (picture, index) = (search.picture, search.index)
    self.search = search
    self.picture = picture
    self.entry = entry
    self.home = home
    names = NameComparison(entry, mass: mass, picture)
    emails =
      entry.email.isEmpty
      ? nil : EmailComparison(entry, owners: search.owners(of: entry.email), picture)
    let organisation = picture.organisationIndex(entry.organisation)
    self.organisation = organisation
    organisationFootprint = organisation.map { picture.footprint[$0] } ?? .missing
    let staff = Double(max(1, picture.count))
    let share = organisation.map { Double(max(1, picture.organisationSize($0))) / staff } ?? 1
    sameOrganisationBonus = -LinkagePriors.logarithm(min(1, share * search.frequencies.localLift))
    let footprintShare = organisation.map { Double(picture.footprintSize(of: $0)) / staff } ?? 1
    sameFootprintBonus = -LinkagePriors.logarithm(min(1, footprintShare))
    birthDateBonuses = Self.birthDateBonuses(entry.birthDate, picture)
    swappedBirthDate = entry.birthDate.isMissing ? nil : BirthDates.swapped(entry.birthDate)
    isNumberSomebodys = Self.isNumberKnown(entry, organisation, index)
    isNINumberSomebodys =
      !entry.niNumber.isMissing
      && !index.employees(key: IndexKeyKind.niNumber.key(entry.niNumber.raw)).isEmpty
  }

  private static func birthDateBonuses(_ day: CalendarDay, _ picture: StaffPicture) -> [Float] {
    if day.isMissing { return [] }
    let count = Double(picture.counts.birthDates[day])
    let share = (max(0, count - 1) + 1) / (Double(picture.count) + 16_000)
    return BirthDateLevel.allCases.map { level in
      switch level {
      case .missing, .different: 0
      case .exact, .swapped: -LinkagePriors.logarithm(share)
      case .digit: -LinkagePriors.logarithm(share * 20)
      case .part: -LinkagePriors.logarithm(share * 60)
      }
    }
  }

  private static func isNumberKnown(
    _ entry: ListEntry, _ organisation: Int?, _ index: StaffIndex
  ) -> Bool {
    if entry.number.isMissing { return false }
    let number = entry.number.raw
    let key =
      organisation.map { IndexKeyKind.numberInOrganisation.key(number, UInt64($0)) }
      ?? IndexKeyKind.number.key(number)
    return !index.employees(key: key).isEmpty
  }

  /// Whether the entry has an address, so that those of employees are looked at.
  var hasAddress: Bool { emails != nil }

  /// Compares the entry with one employee, whose address need not be known where the entry has
  /// none; nil where hardly anything agrees.
  func compare(_ card: StaffCard, _ address: AddressFacts) -> ComparedPair? {
    var pair = ComparedPair()
    let agreement = names.compare(card, &pair)
    if agreement != .both, !hasIdentifier(card) {
      guard agreement == .one, isLocal(card) || hasDate(card) else { return nil }
    }
    compareRest(card, address, agreement, &pair)
    return pair
  }

  /// Compares the entry with one employee whatever agrees.
  func compareAnyway(_ employee: Int) -> ComparedPair {
    var pair = ComparedPair()
    let card = picture.cards[employee]
    compareRest(card, picture.addresses[card.email], names.compare(card, &pair), &pair)
    return pair
  }

  /// Compares all but the names.
  private func compareRest(
    _ card: StaffCard, _ address: AddressFacts, _ agreement: NameAgreement,
    _ pair: inout ComparedPair
  ) {
    compareBirthDates(card, &pair)
    compareNumbers(card, &pair)
    compareNINumbers(card, &pair)
    compareOrganisations(card, &pair)
    emails?.compare(card, address, agreement, search, &pair)
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
      pair.bonuses[field] = picture.bonuses.exactNumber
    } else if isHere, EditedNumbers.areNear(number, entry.number) {
      pair[.number] = NumberLevel.near.rawValue
      pair.bonuses[field] = 12
    } else if isNumberSomebodys {
      pair[.number] = (isHere ? NumberLevel.somebodys : .somebodysElsewhere).rawValue
      pair.bonuses[field] = picture.bonuses.somebodys
    } else {
      pair[.number] = (isHere ? NumberLevel.nobodys : .nobodysElsewhere).rawValue
      pair.bonuses[field] = picture.bonuses.nobodys
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
      pair.bonuses[field] = picture.bonuses.somebodys
    } else {
      pair[.niNumber] = NINumberLevel.nobodys.rawValue
    }
  }

  private func compareActivity(_ card: StaffCard, _ pair: inout ComparedPair) {
    let isActive = card.has(.isActive)
    pair[.activity] = (isActive ? ActivityLevel.active : .left).rawValue
    pair.bonuses[ComparedField.activity.rawValue] =
      isActive ? picture.bonuses.active : picture.bonuses.left
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
    guard let organisation else {
      if !entry.organisation.isMissing {
        pair[.organisation] = OrganisationLevel.unknown.rawValue
      }
      return
    }
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
