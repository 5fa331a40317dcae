import Columns
import Vocabulary

/// How often values are found in the staff extract.
struct StaffCounts: Sendable {
  /// By key code: how many employees have it as a first or known-as name.
  private(set) var firstNames: [UInt32]
  /// By key code: how many employees have it as a last or previous last name.
  private(set) var lastNames: [UInt32]
  private(set) var birthDates = BirthDateCounts()
  /// By organisation index: how many employees it has.
  private(set) var organisations: [Int]
  /// How many addresses a mail domain has in an organisation, without the ``recent`` ones.
  private(set) var domains: [DomainUse: Int] = [:]
  /// Counts that are to go into ``domains``: neighbours in the staff extract have one of few.
  private var recent = [(use: DomainUse, count: Int)](
    repeating: (DomainUse(domain: 0, organisation: 0), 0), count: 64)
  /// How many have another known-as name, another previous last name, a last name of several parts.
  private(set) var knownAs = 0
  private(set) var previous = 0
  private(set) var halves = 0
  private(set) var active = 0

  /// Nothing is counted; for so many name keys and organisations.
  init(keys: Int, organisations: Int) {
    firstNames = [UInt32](repeating: 0, count: keys)
    lastNames = firstNames
    self.organisations = [Int](repeating: 0, count: organisations)
  }

  /// A mail domain in one organisation.
  struct DomainUse: Hashable {
    /// A hash of the domain.
    var domain: UInt64
    /// The organisation's index.
    var organisation: Int
  }

  /// Counts an employee; `domain` = a hash of the mail domain.
  mutating func add(_ card: StaffCard, domain: UInt64?, _ forms: NameForms) {
    if card.first != 0 { firstNames[Int(card.first)] += 1 }
    if card.word != 0, card.word != card.first { firstNames[Int(card.word)] += 1 }
    if card.knownAs != 0, card.knownAs != card.first {
      knownAs += 1
      if card.knownAs != card.word { firstNames[Int(card.knownAs)] += 1 }
    }
    if card.last != 0 { lastNames[Int(card.last)] += 1 }
    if card.previous != 0, card.previous != card.last {
      lastNames[Int(card.previous)] += 1
      previous += 1
    }
    if card.has(.hasCompoundName), forms.isCompound(card.lastText) { halves += 1 }
    if card.has(.isActive) { active += 1 }
    birthDates.add(card.birthDate, 1)
    organisations[card.organisation] += 1
    if let domain { add(DomainUse(domain: domain, organisation: card.organisation)) }
  }

  private mutating func add(_ use: DomainUse) {
    let place = Int(truncatingIfNeeded: use.domain) & (recent.count - 1)
    if recent[place].use == use {
      recent[place].count += 1
    } else {
      if recent[place].count > 0 { domains[recent[place].use, default: 0] += recent[place].count }
      recent[place] = (use, 1)
    }
  }

  /// Adds what another worker has counted.
  mutating func add(_ other: StaffCounts) {
    for code in firstNames.indices {
      firstNames[code] += other.firstNames[code]
      lastNames[code] += other.lastNames[code]
    }
    for index in organisations.indices { organisations[index] += other.organisations[index] }
    birthDates.add(other.birthDates)
    domains.merge(other.domains) { $0 + $1 }
    for (use, count) in other.recent where count > 0 { domains[use, default: 0] += count }
    knownAs += other.knownAs
    previous += other.previous
    halves += other.halves
    active += other.active
  }
}

/// How many employees have each birth date.
struct BirthDateCounts: Sendable {
  /// By day from the first one on: nearly all birth dates are of one century and a half.
  private var counts: [UInt32]
  /// The other ones.
  private var others: [CalendarDay: UInt32] = [:]
  private let first: CalendarDay

  init() {
    first = CalendarDay(year: 1900, month: 1, day: 1) ?? .missing
    counts = [UInt32](repeating: 0, count: 55_000)
  }

  /// How many employees have a birth date.
  subscript(day: CalendarDay) -> Int {
    Int(place(day).map { counts[$0] } ?? others[day] ?? 0)
  }

  /// Counts employees with a birth date; a missing one counts nothing.
  mutating func add(_ day: CalendarDay, _ count: UInt32) {
    if day.isMissing { return }
    if let place = place(day) { counts[place] += count } else { others[day, default: 0] += count }
  }

  mutating func add(_ other: BirthDateCounts) {
    for place in counts.indices { counts[place] += other.counts[place] }
    others.merge(other.others) { $0 + $1 }
  }

  private func place(_ day: CalendarDay) -> Int? {
    let place = Int(day.raw) - Int(first.raw)
    return counts.indices.contains(place) ? place : nil
  }

  /// By birth year without its century: the share of the employees with a birth date.
  func yearShares() -> [Double] {
    var shares = [Double](repeating: 1, count: 100)
    var total = 100.0
    func add(_ day: CalendarDay, _ count: UInt32) {
      shares[day.civil.year % 100] += Double(count)
      total += Double(count)
    }
    for (place, count) in counts.enumerated() where count > 0 {
      add(first.adding(days: place), count)
    }
    for (day, count) in others { add(day, count) }
    return shares.map { $0 / total }
  }
}
