import Columns
import Records
import Vocabulary

/// What the model reads of the staff, and how often each value is found there.
///
/// A class, so that every comparison holds it by one reference; nothing of it changes.
final class StaffPicture: Sendable {
  let workforce: Workforce
  let emails: TextDictionary
  // Columns by employee. Key codes of ``forms``, 0 = none.
  let first: [UInt32]
  let word: [UInt32]
  let knownAs: [UInt32]
  let last: [UInt32]
  let previous: [UInt32]
  // The columns of the employee table that every comparison reads: held here, so that reading one
  // does not touch the others.
  let firstText: [TextCode]
  let lastText: [TextCode]
  let previousText: [TextCode]
  let email: [TextCode]
  let number: [EmployeeNumber]
  let niNumber: [NINumber]
  let birthDate: [CalendarDay]
  let organisation: [Int32]
  let person: [Int32]
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

  /// How many employees there are.
  var count: Int { first.count }

  /// Counts the values of the staff.
  init(
    _ workforce: Workforce, _ reference: Reference, _ extracts: Extracts, _ workers: Workers
  ) {
    self.workforce = workforce
    emails = extracts.emails
    let employees = workforce.employees
    let forms = NameForms(workforce.names, extracts, employees)
    self.forms = forms
    first = employees.firstName.map { forms.first($0) }
    word = employees.firstName.map { forms.firstWord($0) }
    knownAs = employees.knownAs.map { forms.first($0) }
    last = employees.lastName.map { forms.last($0) }
    previous = employees.previousLastName.map { forms.last($0) }
    firstText = employees.firstName
    lastText = employees.lastName
    previousText = employees.previousLastName
    email = employees.email
    number = employees.number
    niNumber = employees.niNumber
    birthDate = employees.birthDate
    organisation = employees.organisation
    person = workforce.persons.key
    firstNameCount = Self.firstNameCounts(first, word, knownAs, forms.keys.count)
    lastNameCount = Self.lastNameCounts(last, previous, forms.keys.count)
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
    let domains = Self.domainCounts(employees, extracts.emails, workers)
    let addresses = domains.values.reduce(0, +)
    workDomains = Set(domains.filter { $0.value >= 2 }.keys)
    nationalDomains = Set(domains.filter { $0.value * 10 >= addresses }.keys)
  }

  /// How many employees the footprint of an organisation has, by the organisation's index.
  func footprintSize(of organisation: Int) -> Int {
    footprintSizes[footprint[organisation]] ?? organisationSize[organisation]
  }

  private static func firstNameCounts(
    _ first: [UInt32], _ word: [UInt32], _ knownAs: [UInt32], _ keys: Int
  ) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: keys)
    for employee in first.indices {
      let (one, other, called) = (first[employee], word[employee], knownAs[employee])
      counts[Int(one)] += 1
      if other != one { counts[Int(other)] += 1 }
      if called != 0, called != one, called != other { counts[Int(called)] += 1 }
    }
    counts[0] = 0
    return counts
  }

  private static func lastNameCounts(
    _ last: [UInt32], _ previous: [UInt32], _ keys: Int
  ) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: keys)
    for employee in last.indices {
      counts[Int(last[employee])] += 1
      if previous[employee] != last[employee] { counts[Int(previous[employee])] += 1 }
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

  private static func domainCounts(
    _ employees: EmployeeTable, _ emails: TextDictionary, _ workers: Workers
  ) -> [UInt64: Int] {
    let addresses = employees.email
    let size = 1 << 16
    let chunks = workers.map(0..<(addresses.count + size - 1) / size) { chunk in
      var counts: [UInt64: Int] = [:]
      var last: UInt64 = 0
      var run = 0
      for employee in chunk * size..<min(addresses.count, (chunk + 1) * size) {
        let address = emails[addresses[employee]]
        if address.isEmpty { continue }
        var at = address.count
        while at > 0, address[at - 1] != 0x40 { at -= 1 }
        let domain = EmailParts.hash(address, from: at)
        if domain == last {
          run += 1
        } else {
          if run > 0 { counts[last, default: 0] += run }
          last = domain
          run = 1
        }
      }
      if run > 0 { counts[last, default: 0] += run }
      return counts
    }
    var counts: [UInt64: Int] = [:]
    for chunk in chunks { counts.merge(chunk) { $0 + $1 } }
    return counts
  }
}
