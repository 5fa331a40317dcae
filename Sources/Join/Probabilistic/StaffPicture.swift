import Columns
import Records
import Vocabulary

/// What the model reads of the staff, and how often each value is found there.
///
/// A class, so that every comparison holds it by one reference; nothing of it changes.
final class StaffPicture: Sendable {
  let workforce: Workforce
  let emails: TextDictionary
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
  /// Mail domains that at least two employees have.
  let workDomains: Set<UInt64>

  /// How many employees there are.
  var count: Int { workforce.employees.count }

  /// Counts the values of the staff.
  init(
    _ workforce: Workforce, _ reference: Reference, _ extracts: Extracts, _ workers: Workers
  ) {
    self.workforce = workforce
    emails = extracts.emails
    let employees = workforce.employees
    let forms = NameForms(workforce.names, extracts, employees)
    self.forms = forms
    (firstNameCount, lastNameCount) = Self.nameCounts(employees, forms)
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
    workDomains = Self.workDomains(employees, extracts.emails, workers)
  }

  /// How many employees the footprint of an organisation has, by the organisation's index.
  func footprintSize(of organisation: Int) -> Int {
    footprintSizes[footprint[organisation]] ?? organisationSize[organisation]
  }

  private static func nameCounts(
    _ employees: EmployeeTable, _ forms: NameForms
  ) -> (first: [UInt32], last: [UInt32]) {
    var firsts = [UInt32](repeating: 0, count: forms.keys.count)
    var lasts = firsts
    for employee in 0..<employees.count {
      let first = forms.first(employees.firstName[employee])
      let word = forms.firstWord(employees.firstName[employee])
      let knownAs = forms.first(employees.knownAs[employee])
      firsts[Int(first)] += 1
      if word != first { firsts[Int(word)] += 1 }
      if knownAs != 0, knownAs != first, knownAs != word { firsts[Int(knownAs)] += 1 }
      let last = forms.last(employees.lastName[employee])
      let previous = forms.last(employees.previousLastName[employee])
      lasts[Int(last)] += 1
      if previous != 0, previous != last { lasts[Int(previous)] += 1 }
    }
    return (firsts, lasts)
  }

  private static func birthDateCounts(_ employees: EmployeeTable) -> [Int32: UInt32] {
    var counts: [Int32: UInt32] = [:]
    counts.reserveCapacity(32_768)
    for day in employees.birthDate where !day.isMissing { counts[day.raw, default: 0] += 1 }
    return counts
  }

  private static func workDomains(
    _ employees: EmployeeTable, _ emails: TextDictionary, _ workers: Workers
  ) -> Set<UInt64> {
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
    return Set(counts.filter { $0.value >= 2 }.keys)
  }
}
