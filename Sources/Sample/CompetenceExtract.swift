import Vocabulary

/// Writes the competences of one employer's staff.
struct CompetenceExtract {
  private static let trainings: [[UInt8]] = [
    "NHS|CSTF|Fire Safety - 2 Years|",
    "NHS|CSTF|Information Governance and Data Security - 1 Year|",
    "NHS|CSTF|Moving and Handling - Level 1 - 2 Years|",
    "NHS|CSTF|Infection Prevention and Control - Level 1 - 3 Years|",
    "NHS|CSTF|Equality, Diversity and Human Rights - 3 Years|",
    "NHS|CSTF|Safeguarding Adults - Level 2 - 3 Years|",
    "NHS|KSF|Health, Safety and Security C3|Core", "NHS|MAND|Career Conversations - 1 Year|",
    "457|LOCAL|Clinical Risk (PAR) - 3 Years|", "123|LOCAL|Medical Devices - Infusion Pumps|",
  ].map { Array($0.utf8) }
  private static let carers: [[UInt8]] = [
    "NHS|LOCAL|Working Carer|", "NHS|LOCAL|Unpaid Carer|", "457|LOCAL|Working Carer|",
    "123|LOCAL|Carer|", "Working Carer",
  ].map { Array($0.utf8) }
  private static let passports: [[UInt8]] = [
    "NHS|LOCAL|Passport for Working Carers|", "457|LOCAL|Carers Passport|",
    "NHS|LOCAL|Working Carer - Passport Holder|Carers Passport|",
    "123|LOCAL|Carer Passport Holder|",
    "Working Carer Passport",
  ].map { Array($0.utf8) }
  private static let awareness = Array("NHS|LOCAL|Carer Awareness - 3 Years|".utf8)
  private static let headings: [StaticString] = [
    "Organisation Code", "Employee Number", "Competency Name", "Proficiency Level", "Date Start",
    "Expiry Date", "Compliance Status", "Last Updated By",
  ]
  private static let levels: [StaticString] = ["1 - Level 1", "1 - Attended", "Achieved", ""]

  private let plan: SamplePlan
  private let index: Int
  private let employer: Employer

  init(of index: Int, _ plan: SamplePlan) {
    self.plan = plan
    self.index = index
    employer = plan.employers[index]
  }

  /// An empty buffer with the header.
  func begin() -> RowBuffer {
    var rows = RowBuffer(lineEnd: employer.lineEnd)
    if employer.hasByteOrderMark { rows.byteOrderMark() }
    for heading in Self.headings { rows.plain(heading) }
    rows.endRow()
    return rows
  }

  /// Appends what an employee holds: some training, and what ESR knows of a carer.
  func append(_ serial: Int, _ employment: Employment, to rows: inout RowBuffer) {
    var random = plan.random(.competences, serial)
    let asOf = SampleGenerator.asOf
    for _ in 0..<(random.chance(6_500) ? 0 : random.chance(7_000) ? 1 : 2) {
      let start = asOf.adding(days: -random.below(900))
      append(
        serial, random.pick(Self.trainings), level: random.pick(Self.levels), start: start,
        end: start.adding(days: 730), to: &rows)
    }
    // An employer names its two competences in one way.
    let way = index % Self.carers.count
    let level: StaticString? =
      switch employment.flag {
      case .carer: "1 - Level 1"
      case .notCarer: random.chance(400) ? "No longer a carer" : nil
      case .declined: "Prefer not to say"
      case .none, .notKnown: nil
      case .unreadable: "1 - Level 1"
      }
    if let level {
      append(
        serial, Self.carers[way], level: level, start: employment.flagDay,
        end: random.chance(300) ? asOf.adding(days: -5) : .missing, to: &rows)
    }
    if employment.hasPassportCompetence {
      append(
        serial, Self.passports[way], level: "", start: asOf.adding(days: -random.below(900)),
        end: .missing, to: &rows)
    }
    switch random.below(10_000) {
    case ..<6:
      append(
        serial, Self.awareness, level: "1 - Attended", start: asOf.adding(days: -100),
        end: asOf.adding(days: 995), to: &rows)
    case ..<10:
      // Someone who has gone from the staff extract, or whose number was lost in a spreadsheet.
      append(
        serial, Self.carers[way], level: "1 - Level 1", start: asOf.adding(days: -400),
        end: .missing, number: random.below(3) == 0 ? "TBC" : "99000001", to: &rows)
    default: break
    }
  }

  private func append(
    _ serial: Int, _ name: [UInt8], level: StaticString, start: CalendarDay, end: CalendarDay,
    number: StaticString? = nil, to rows: inout RowBuffer
  ) {
    rows.plain(employer.codeBytes.span)
    rows.beginField()
    if let number {
      rows.append(number)
    } else {
      rows.append(plan.number(serial, of: index), digits: 8)
    }
    rows.beginField()
    rows.appendQuotedWhereNeeded(name.span)
    rows.plain(level)
    rows.date(start, employer.dateForm)
    if end.isMissing, index % 3 == 0 {
      rows.plain("No expiry")
    } else {
      rows.date(end, .monthName)
    }
    rows.plain("GREEN")
    rows.beginField()
    rows.append(employer.codeBytes.span)
    rows.append("HRADMIN")
    rows.endRow()
  }
}
