import Columns
import Records
import Vocabulary

/// What the model reads of the staff, and how often each value is found there.
///
/// A class, so that every comparison holds it by one reference; nothing of it changes.
final class StaffPicture: Sendable {
  let workforce: Workforce
  let emails: TextDictionary
  /// What is compared, by employee.
  let cards: [StaffCard]
  let isActive: [Bool]
  /// The share of the employees who have another known-as name, at least 0.001.
  ///
  /// Only theirs can be typed so, which says more where they are few; so with the next two, for
  /// previous last names and last names of several parts.
  let knownAsShare: Double
  let previousShare: Double
  let halvesShare: Double
  /// The share of the employees who are active, neither 0 nor 1.
  let activeShare: Double
  let forms: NameForms
  /// By key code: how many employees have it as a first or known-as name.
  let firstNameCount: [UInt32]
  /// By key code: how many employees have it as a last or previous last name.
  let lastNameCount: [UInt32]
  /// By birth date: how many employees have it.
  let birthDateCount: [Int32: UInt32]
  /// By organisation index: how many employees it has.
  let organisationSize: [Int]
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

  /// How many employees there are.
  var count: Int { cards.count }

  /// Counts the values of the staff.
  init(
    _ workforce: Workforce, _ reference: Reference, _ extracts: Extracts, _ workers: Workers
  ) {
    self.workforce = workforce
    emails = extracts.emails
    let employees = workforce.employees
    let forms = NameForms(workforce.names, extracts, employees)
    self.forms = forms
    let cards = Self.cards(workforce, forms, workers)
    self.cards = cards
    let count = Double(max(1, employees.count))
    let others = cards.count { $0.knownAs != 0 && $0.knownAs != $0.first }
    knownAsShare = max(0.001, Double(others) / count)
    let changed = cards.count { $0.previous != 0 && $0.previous != $0.last }
    previousShare = max(0.001, Double(changed) / count)
    let compound = employees.lastName.count { !forms.halves($0).isEmpty }
    halvesShare = max(0.02, Double(compound) / count)
    isActive = employees.isActive
    let active = employees.isActive.count { $0 }
    activeShare = (Double(active) + 0.95) / (Double(employees.count) + 1)
    firstNameCount = Self.firstNameCounts(cards, forms.keys.count)
    lastNameCount = Self.lastNameCounts(cards, forms.keys.count)
    footprint = workforce.organisations.map { reference.facts($0).footprint }
    var sizes = [Int](repeating: 0, count: workforce.organisations.count)
    for organisation in employees.organisation { sizes[Int(organisation)] += 1 }
    organisationSize = sizes
    var footprintSizes: [ODSCode: Int] = [:]
    for (index, code) in footprint.enumerated() where !code.isMissing {
      footprintSizes[code, default: 0] += sizes[index]
    }
    self.footprintSizes = footprintSizes
    birthDateCount = Self.birthDateCounts(employees)
    birthYearShare = Self.birthYearShares(birthDateCount)
    let counts = Self.domainCounts(employees, extracts.emails, workers)
    var domains: [UInt64: Int] = [:]
    for (use, count) in counts { domains[use.domain, default: 0] += count }
    let addresses = domains.values.reduce(0, +)
    workDomains = Set(domains.filter { $0.value >= 2 }.keys)
    nationalDomains = Set(domains.filter { $0.value * 10 >= addresses }.keys)
    var owners: [UInt64: Int] = [:]
    for (use, count) in counts where count >= 5 {
      if Double(count) >= Self.ownersShare * Double(domains[use.domain] ?? 0) {
        owners[use.domain] = Int(use.organisation)
      }
    }
    organisationOfDomain = owners
  }

  /// How many employees the footprint of an organisation has, by the organisation's index.
  func footprintSize(of organisation: Int) -> Int {
    footprintSizes[footprint[organisation]] ?? organisationSize[organisation]
  }

  /// From which share of the addresses in a mail domain on one organisation's it is that one's.
  private static let ownersShare = 0.9

  /// The organisation whose mail domain an address is in; nil where it is no one's or of many.
  func organisation(ofDomainOf email: TextCode) -> Int? {
    if email.isEmpty { return nil }
    return organisationOfDomain[EmailParts.domainHash(email, in: emails)]
  }

  private static func cards(
    _ workforce: Workforce, _ forms: NameForms, _ workers: Workers
  ) -> [StaffCard] {
    let employees = workforce.employees
    let person = workforce.persons.key
    let parts = workers.mapRanges(of: employees.count, size: 1 << 16) { range in
      range.map { employee in
        let firstText = employees.firstName[employee]
        let lastText = employees.lastName[employee]
        let previousText = employees.previousLastName[employee]
        return StaffCard(
          number: employees.number[employee], niNumber: employees.niNumber[employee],
          first: forms.first(firstText), word: forms.firstWord(firstText),
          knownAs: forms.first(employees.knownAs[employee]), last: forms.last(lastText),
          previous: forms.last(previousText), firstText: firstText, lastText: lastText,
          previousText: previousText, email: employees.email[employee],
          birthDate: employees.birthDate[employee],
          organisation: employees.organisation[employee], person: person[employee])
      }
    }
    var cards: [StaffCard] = []
    cards.reserveCapacity(employees.count)
    for part in parts { cards += part }
    return cards
  }

  private static func firstNameCounts(_ cards: [StaffCard], _ keys: Int) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: keys)
    for card in cards {
      counts[Int(card.first)] += 1
      if card.word != card.first { counts[Int(card.word)] += 1 }
      if card.knownAs != 0, card.knownAs != card.first, card.knownAs != card.word {
        counts[Int(card.knownAs)] += 1
      }
    }
    counts[0] = 0
    return counts
  }

  private static func lastNameCounts(_ cards: [StaffCard], _ keys: Int) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: keys)
    for card in cards {
      counts[Int(card.last)] += 1
      if card.previous != card.last { counts[Int(card.previous)] += 1 }
    }
    counts[0] = 0
    return counts
  }

  private static func birthDateCounts(_ employees: EmployeeTable) -> [Int32: UInt32] {
    var counts: [Int32: UInt32] = [:]
    counts.reserveCapacity(32_768)
    for day in employees.birthDate where !day.isMissing { counts[day.raw, default: 0] += 1 }
    return counts
  }

  private static func birthYearShares(_ counts: [Int32: UInt32]) -> [Double] {
    var shares = [Double](repeating: 1, count: 100)
    var total = 100.0
    for (day, count) in counts {
      shares[CalendarDay(raw: day).civil.year % 100] += Double(count)
      total += Double(count)
    }
    return shares.map { $0 / total }
  }

  /// A mail domain in one organisation.
  private struct DomainUse: Hashable {
    var domain: UInt64
    var organisation: Int32
  }

  private static func domainCounts(
    _ employees: EmployeeTable, _ emails: TextDictionary, _ workers: Workers
  ) -> [DomainUse: Int] {
    let addresses = employees.email
    let organisations = employees.organisation
    let size = 1 << 16
    let chunks = workers.map(0..<(addresses.count + size - 1) / size) { chunk in
      var counts: [DomainUse: Int] = [:]
      var last = DomainUse(domain: 0, organisation: -1)
      var run = 0
      for employee in chunk * size..<min(addresses.count, (chunk + 1) * size) {
        let address = emails[addresses[employee]]
        if address.isEmpty { continue }
        let use = DomainUse(
          domain: EmailParts.domainHash(address), organisation: organisations[employee])
        if use == last {
          run += 1
        } else {
          if run > 0 { counts[last, default: 0] += run }
          last = use
          run = 1
        }
      }
      if run > 0 { counts[last, default: 0] += run }
      return counts
    }
    var counts: [DomainUse: Int] = [:]
    for chunk in chunks { counts.merge(chunk) { $0 + $1 } }
    return counts
  }
}
