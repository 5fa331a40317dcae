import Columns
import Records
import Threads
import Vocabulary

/// What the model reads of the staff, and how often each value is found there.
///
/// A class, so that every comparison holds it by one reference; nothing of it changes.
final class StaffPicture: Sendable {
  /// How many employees there are.
  let count: Int
  /// The organisations of the staff extract, sorted by code.
  private let organisations: [ODSCode]
  let emails: TextDictionary
  let forms: NameForms
  /// What is compared, by employee.
  let cards: EmployeeColumn<StaffCard>
  /// What they can be found by in their addresses, by employee.
  let addressKeys: EmployeeColumn<AddressKeys>
  let addresses: AddressTable
  let numbers: KnownNumbers
  let counts: StaffCounts
  /// The share of the employees who have another known-as name, at least 0.001.
  ///
  /// Only theirs can be typed so, which says more where they are few; so with the next, for
  /// previous last names.
  let knownAsShare: Double
  let previousShare: Double
  let bonuses: StaffBonuses
  let densities = NameDensities()
  /// By organisation index: its footprint, or missing.
  let footprint: [ODSCode]
  private let footprintSizes: [ODSCode: Int]
  /// By birth year without its century: the share of the employees with a birth date.
  let birthYearShare: [Double]
  /// Mail domains that at least a tenth of the employees with an address have: the national ones.
  let nationalDomains: Set<UInt64>
  /// Mail domains that at least two employees have.
  let workDomains: Set<UInt64>
  /// The organisation that nearly all employees with an address in a mail domain work for.
  private let organisationOfDomain: [UInt64: Int]

  /// Counts the values of the staff.
  init(
    _ workforce: Workforce, _ reference: Reference, _ extracts: Extracts, _ workers: Workers
  ) {
    count = workforce.employees.count
    organisations = workforce.organisations
    emails = extracts.emails
    let (forms, numbers) = workers.both {
      NameForms(workforce.names, extracts.texts, known: KnownForms(workforce), workers)
    } _: {
      KnownNumbers(workforce.employees)
    }
    self.forms = forms
    self.numbers = numbers
    addresses = AddressTable(extracts.emails, workers)
    let reading = StaffReading(workforce, addresses, extracts.emails, forms)
    let (cards, addressKeys, counts) = reading.read(workers)
    self.cards = cards
    self.addressKeys = addressKeys
    self.counts = counts
    let count = Double(max(1, self.count))
    knownAsShare = max(0.001, Double(counts.knownAs) / count)
    previousShare = max(0.001, Double(counts.previous) / count)
    let halvesShare = max(0.02, Double(counts.halves) / count)
    let activeShare = (Double(counts.active) + 0.95) / (Double(self.count) + 1)
    bonuses = StaffBonuses(
      count: count, knownAs: knownAsShare, previous: previousShare, halves: halvesShare,
      active: activeShare)
    footprint = organisations.map { reference.facts($0).footprint }
    var footprintSizes: [ODSCode: Int] = [:]
    for (index, code) in footprint.enumerated() where !code.isMissing {
      footprintSizes[code, default: 0] += counts.organisations[index]
    }
    self.footprintSizes = footprintSizes
    birthYearShare = counts.birthDates.yearShares()
    var domains: [UInt64: Int] = [:]
    for (use, count) in counts.domains { domains[use.domain, default: 0] += count }
    let addressCount = domains.values.reduce(0, +)
    workDomains = Set(domains.filter { $0.value >= 2 }.keys)
    nationalDomains = Set(domains.filter { $0.value * 10 >= addressCount }.keys)
    var owners: [UInt64: Int] = [:]
    for (use, count) in counts.domains where count >= 5 {
      if Double(count) >= Self.ownersShare * Double(domains[use.domain] ?? 0) {
        owners[use.domain] = use.organisation
      }
    }
    organisationOfDomain = owners
  }

  /// The index of an organisation of the staff extract, or nil.
  func organisationIndex(_ code: ODSCode) -> Int? { organisations.sortedIndex(of: code) }

  /// The code of an employee's organisation.
  func organisationCode(of employee: Int) -> ODSCode { organisations[cards[employee].organisation] }

  /// How many employees an organisation has, by its index.
  func organisationSize(_ organisation: Int) -> Int { counts.organisations[organisation] }

  /// How many employees the footprint of an organisation has, by the organisation's index.
  func footprintSize(of organisation: Int) -> Int {
    footprintSizes[footprint[organisation]] ?? organisationSize(organisation)
  }

  /// How many employees have a key as a first or known-as name, by its code.
  func firstNameCount(_ code: UInt32) -> Int { Int(counts.firstNames[Int(code)]) }

  /// How many employees have a key as a last or previous last name, by its code.
  func lastNameCount(_ code: UInt32) -> Int { Int(counts.lastNames[Int(code)]) }

  /// From which share of the addresses in a mail domain on one organisation's it is that one's.
  private static let ownersShare = 0.9

  /// The organisation whose mail domain an address is in; nil where it is no one's or of many.
  func organisation(ofDomainOf email: TextCode) -> Int? {
    if email.isEmpty { return nil }
    return organisationOfDomain[EmailParts.domainHash(email, in: emails)]
  }
}

/// What levels say that have one value for all pairs: minus the logarithm of their share among the
/// staff.
struct StaffBonuses: Sendable {
  let knownAs: Float
  let notKnownAs: Float
  let previous: Float
  let notPrevious: Float
  let halves: Float
  let exactNumber: Float
  let somebodys: Float
  let nobodys: Float
  let active: Float
  let left: Float

  /// For a staff of `count`, of whom these shares have such a name or are active.
  init(count: Double, knownAs: Double, previous: Double, halves: Double, active: Double) {
    self.knownAs = -LinkagePriors.logarithm(knownAs)
    notKnownAs = -LinkagePriors.logarithm(1 - knownAs)
    self.previous = -LinkagePriors.logarithm(previous)
    notPrevious = -LinkagePriors.logarithm(1 - previous)
    self.halves = -LinkagePriors.logarithm(halves)
    exactNumber = min(14, -LinkagePriors.logarithm(LinkagePriors.outsidersNumberShare / count))
    somebodys = -LinkagePriors.logarithm(LinkagePriors.outsidersNumberShare)
    nobodys = -LinkagePriors.logarithm(1 - LinkagePriors.outsidersNumberShare)
    self.active = -LinkagePriors.logarithm(active)
    left = -LinkagePriors.logarithm(1 - active)
  }
}

/// A value for each employee, held in runs: they are made by several workers and stay where they
/// are.
struct EmployeeColumn<Element: Sendable>: Sendable {
  private let runs: [[Element]]

  /// How many employees a run holds; only the last one may hold fewer.
  static var runLength: Int { 1 << 14 }

  /// Takes runs over.
  init(_ runs: [[Element]]) { self.runs = runs }

  /// An employee's value.
  @inline(__always)
  subscript(employee: Int) -> Element {
    runs[employee &>> 14][employee & (Self.runLength &- 1)]
  }
}
