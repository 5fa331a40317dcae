import Columns
import Records
import Vocabulary

/// One compared pair: its levels, and what the values of the levels say beyond the levels' shares.
struct ComparedPair: Sendable {
  var levels = Levels(repeating: 0)
  /// For each field, the logarithm of: how likely this very value is if the candidate is the
  /// entry's person and the level is this, over how likely it is for an outsider.
  var bonuses = FieldWeights(repeating: 0)

  subscript(field: ComparedField) -> UInt8 {
    get { levels[field.rawValue] }
    set { levels[field.rawValue] = newValue }
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
  private var birthDateShare = 0.0
  private var isNumberSomebodys = false
  private var isNINumberSomebodys = false

  init(_ picture: StaffPicture, _ index: StaffIndex, _ frequencies: EmailFrequencies) {
    self.picture = picture
    self.index = index
    self.frequencies = frequencies
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
    let workforce = picture.workforce
    let staff = Double(picture.count)
    organisation = workforce.organisationIndex(entry.organisation)
    isUnknownOrganisation = !entry.organisation.isMissing && organisation == nil
    organisationFootprint = .missing
    if let organisation {
      organisationFootprint = picture.footprint[organisation]
      let share = Double(max(1, picture.organisationSize[organisation])) / staff
      sameOrganisationBonus = -LinkagePriors.logarithm(min(1, share * frequencies.localLift))
      let footprintShare = Double(picture.footprintSize(of: organisation)) / staff
      sameFootprintBonus = -LinkagePriors.logarithm(min(1, footprintShare))
    }
    if !entry.birthDate.isMissing {
      let count = Double(picture.birthDateCount[entry.birthDate.raw] ?? 0)
      birthDateShare = (max(0, count - 1) + 1) / (staff + 16_000)
    }
    isNumberSomebodys = isNumberKnown(entry)
    isNINumberSomebodys =
      !entry.niNumber.isMissing
      && !index.employees(key: IndexKeyKind.niNumber.key(entry.niNumber.raw)).isEmpty
  }

  private func isNumberKnown(_ entry: ListEntry) -> Bool {
    if entry.number.isMissing { return false }
    if organisation != nil {
      return picture.workforce.employee(entry.organisation, entry.number) != nil
    }
    return !index.employees(key: IndexKeyKind.number.key(entry.number.raw)).isEmpty
  }

  /// Compares the entry with one employee; nil where hardly anything agrees.
  mutating func compare(_ employee: Int) -> ComparedPair? {
    var pair = ComparedPair()
    compareBirthDates(employee, &pair)
    compareNumbers(employee, &pair)
    compareNINumbers(employee, &pair)
    let hasIdentifier =
      pair[.number] == NumberLevel.exact.rawValue || pair[.number] == NumberLevel.near.rawValue
      || pair[.niNumber] == NINumberLevel.exact.rawValue
      || pair[.niNumber] == NINumberLevel.near.rawValue
      || (!entry.email.isEmpty && picture.cards[employee].email == entry.email)
    let agreement = names.compare(employee, &pair)
    let hasDate =
      pair[.birthDate] == BirthDateLevel.exact.rawValue
      || pair[.birthDate] == BirthDateLevel.swapped.rawValue
    guard
      agreement == .both || hasIdentifier || (agreement == .one && (hasDate || isLocal(employee)))
    else { return nil }
    compareOrganisations(employee, &pair)
    emails.compare(employee, agreement, names.isExact, frequencies, &pair)
    compareLists(employee, &pair)
    compareActivity(employee, &pair)
    return pair
  }

  /// Whether an employee works for the entry's organisation, or that of where it stands.
  private func isLocal(_ employee: Int) -> Bool {
    let other = Int(picture.cards[employee].organisation)
    return other == organisation ?? -1 || other == home?.organisation ?? -1
  }

  /// Compares the entry with one employee whatever agrees.
  mutating func compareAnyway(_ employee: Int) -> ComparedPair {
    if let pair = compare(employee) { return pair }
    var pair = ComparedPair()
    compareBirthDates(employee, &pair)
    compareNumbers(employee, &pair)
    compareNINumbers(employee, &pair)
    let agreement = names.compare(employee, &pair)
    compareOrganisations(employee, &pair)
    emails.compare(employee, agreement, names.isExact, frequencies, &pair)
    compareLists(employee, &pair)
    compareActivity(employee, &pair)
    return pair
  }

  private func compareBirthDates(_ employee: Int, _ pair: inout ComparedPair) {
    if entry.birthDate.isMissing { return }
    let level = BirthDates.level(
      entry.birthDate, picture.cards[employee].birthDate)
    pair[.birthDate] = level.rawValue
    let field = ComparedField.birthDate.rawValue
    switch level {
    case .missing, .different: break
    case .exact, .swapped: pair.bonuses[field] = -LinkagePriors.logarithm(birthDateShare)
    case .digit: pair.bonuses[field] = -LinkagePriors.logarithm(birthDateShare * 20)
    case .part: pair.bonuses[field] = -LinkagePriors.logarithm(birthDateShare * 60)
    }
  }

  private func compareNumbers(_ employee: Int, _ pair: inout ComparedPair) {
    if entry.number.isMissing { return }
    let number = picture.cards[employee].number
    let field = ComparedField.number.rawValue
    let isHere =
      entry.organisation.isMissing || organisation == Int(picture.cards[employee].organisation)
    if number == entry.number {
      pair[.number] = (isHere ? NumberLevel.exact : .elsewhere).rawValue
      let share = LinkagePriors.outsidersNumberShare / Double(picture.count)
      pair.bonuses[field] = min(14, -LinkagePriors.logarithm(share))
    } else if isHere, EditedNumbers.areNear(number, entry.number) {
      pair[.number] = NumberLevel.near.rawValue
      pair.bonuses[field] = 12
    } else if isNumberSomebodys {
      pair[.number] = (isHere ? NumberLevel.somebodys : .somebodysElsewhere).rawValue
      pair.bonuses[field] = -LinkagePriors.logarithm(LinkagePriors.outsidersNumberShare)
    } else {
      pair[.number] = (isHere ? NumberLevel.nobodys : .nobodysElsewhere).rawValue
      pair.bonuses[field] = -LinkagePriors.logarithm(1 - LinkagePriors.outsidersNumberShare)
    }
  }

  private func compareNINumbers(_ employee: Int, _ pair: inout ComparedPair) {
    let number = picture.cards[employee].niNumber
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
      pair.bonuses[field] = -LinkagePriors.logarithm(LinkagePriors.outsidersNumberShare)
    } else {
      pair[.niNumber] = NINumberLevel.nobodys.rawValue
    }
  }

  private func compareActivity(_ employee: Int, _ pair: inout ComparedPair) {
    let isActive = picture.isActive[employee]
    pair[.activity] = (isActive ? ActivityLevel.active : .left).rawValue
    pair.bonuses[ComparedField.activity.rawValue] =
      -LinkagePriors.logarithm(isActive ? picture.activeShare : 1 - picture.activeShare)
  }

  /// The organisation of the list says little where the entry's own agrees.
  private func compareLists(_ employee: Int, _ pair: inout ComparedPair) {
    guard let home, pair[.organisation] != OrganisationLevel.same.rawValue else { return }
    if home.isOfAddress, EmailLevel.isNearAddress(pair[.email]) { return }
    let other = Int(picture.cards[employee].organisation)
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

  private func compareOrganisations(_ employee: Int, _ pair: inout ComparedPair) {
    if isUnknownOrganisation { pair[.organisation] = OrganisationLevel.unknown.rawValue }
    guard let organisation else { return }
    let other = Int(picture.cards[employee].organisation)
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
