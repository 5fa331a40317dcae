import Vocabulary

/// An employer: who it is, and how its extract is laid out.
struct Employer: Sendable {
  /// How a staff extract words its headings.
  enum Dialect: Int, CaseIterable {
    case canonical, electronicStaffRecord, trust, short
  }

  /// How a date is written.
  enum DateForm: CaseIterable {
    case iso, slashes, monthName, compact, dots
  }

  let code: String
  let name: String
  let footprint: String
  let previousFootprint: String
  let region: String
  let opened: String
  let weight: Int

  private(set) var dialect = Dialect.canonical
  private(set) var namesFirst = false
  private(set) var delimiter = UInt8(ascii: ",")
  private(set) var hasByteOrderMark = false
  private(set) var lineEnd: [UInt8] = [0x0A]
  private(set) var birthForm = DateForm.iso
  private(set) var dateForm = DateForm.iso
  private(set) var listForm = DateForm.iso
  private(set) var hasFlagColumn = false
  private(set) var hasCompetences = false
  private(set) var dropsZeros = false
  private(set) var namesManagers = false
  private(set) var hasOwnMailDomain = false
  private(set) var titleEndsWithStop = false
  private(set) var numbersPassports = false
  /// Which employee of each ``SamplePlan/originPeriod`` is someone whom movers come from.
  private(set) var originPhase = 0

  /// The code as rows have it.
  let codeBytes: [UInt8]
  /// What stands behind the sign of the addresses that are at the employer's own domain.
  let mailDomain: [UInt8]

  /// The employers of the facts, in the order of their codes, with the seed's layouts.
  static func all(seed: UInt64) -> [Employer] {
    EmployerFacts.table.split(separator: "\n").enumerated().map { index, line in
      var employer = Employer(facts: line.split(separator: "|", omittingEmptySubsequences: false))
      var random = SampleRandom(seed: seed, .employer, index)
      employer.layOut(&random)
      return employer
    }
  }

  private init(facts: [Substring]) {
    code = String(facts[0])
    codeBytes = Array(code.utf8)
    mailDomain = Array("\(code.lowercased()).nhs.uk.example".utf8)
    footprint = String(facts[1])
    previousFootprint = String(facts[2])
    region = String(facts[3])
    opened = String(facts[4])
    weight = Int(facts[5]) ?? 1
    name = String(facts[6])
  }

  private mutating func layOut(_ random: inout SampleRandom) {
    dialect = random.pick(Dialect.allCases)
    namesFirst = random.chance(4_000)
    let draw = random.below(100)
    delimiter = UInt8(ascii: draw < 3 ? ";" : draw < 7 ? "\t" : ",")
    hasByteOrderMark = random.chance(6_800)
    lineEnd = random.chance(8_500) ? [0x0D, 0x0A] : [0x0A]
    switch dialect {
    case .canonical: (birthForm, dateForm) = (.iso, .iso)
    case .electronicStaffRecord: (birthForm, dateForm) = (.monthName, .slashes)
    case .trust: (birthForm, dateForm) = (.slashes, .slashes)
    case .short:
      birthForm = random.pick(DateForm.allCases)
      dateForm = birthForm
    }
    listForm = random.pick(DateForm.allCases)
    hasFlagColumn = random.chance(5_500)
    hasCompetences = !hasFlagColumn || random.chance(2_500)
    dropsZeros = random.chance(800)
    namesManagers = random.chance(6_000)
    hasOwnMailDomain = random.chance(4_000)
    titleEndsWithStop = random.chance(4_000)
    numbersPassports = random.chance(8_000)
    originPhase = random.below(SamplePlan.originPeriod)
  }
}
