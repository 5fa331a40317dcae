import Vocabulary

/// One of the two lists that people keep by hand.
enum HandKeptList: Int {
  case passports
  case network
}

/// Writes an employer's part of the passport log and of the network list.
struct ListExtract {
  /// One row with its line end, and what its truth is: `ORG/NUMBER,ORG/NUMBER`.
  struct Row: Sendable {
    let text: [UInt8]
    /// The employee, and the person's first employee; a comma alone for someone in no extract.
    let truth: [UInt8]
  }

  static let passportHeadings: [StaticString] = [
    "Passport Reference", "Title", "First Name", "Last Name", "Date of Birth", "Employee Number",
    "NI Number", "Work Email", "Organisation Code", "Date Agreed", "Review Date", "End Date",
    "Status", "Consent to Share", "Notes",
  ]
  static let networkHeadings: [StaticString] = [
    "Full Name", "Work Email", "Employee Number", "Date of Birth", "Organisation Code",
    "Membership Type", "Date Joined", "Date Left", "Contact Consent", "How did you hear of us?",
  ]

  private let plan: SamplePlan
  private let mailNumbers: MailNumbers
  private let index: Int
  private let employer: Employer
  private let passportRates: MistakeRates
  private let networkRates: MistakeRates
  private(set) var passports: [Row] = []
  private(set) var members: [Row] = []

  init(
    of index: Int, _ plan: SamplePlan, _ mailNumbers: MailNumbers, lists: SampleGenerator.Lists
  ) {
    self.plan = plan
    self.mailNumbers = mailNumbers
    self.index = index
    employer = plan.employers[index]
    passportRates = .passports(lists)
    networkRates = .network(lists)
  }

  /// The header of a list.
  static func header(_ headings: [StaticString]) -> [UInt8] {
    var rows = RowBuffer()
    for heading in headings { rows.plain(heading) }
    rows.endRow()
    return rows.bytes
  }

  /// Appends the entries of an employee, or of the outsiders in its place.
  mutating func append(
    _ serial: Int, _ person: Person, origin: Int?, _ employment: Employment
  ) {
    if employment.isOnPassportLog {
      var random = plan.random(.passport, -1 - serial)
      let listed = listed(serial, person, origin, employment, list: .passports)
      for _ in 0..<(random.chance(passportRates.repeated) ? 2 : 1) {
        passports.append(passport(of: listed, &random))
      }
    }
    if employment.isNetworkMember {
      var random = plan.random(.network, -1 - serial)
      let listed = listed(serial, person, origin, employment, list: .network)
      for _ in 0..<(random.chance(networkRates.repeated) ? 2 : 1) {
        members.append(member(of: listed, &random))
      }
    }
  }

  /// Puts the entries of the employer into an order of no meaning.
  mutating func shuffle() {
    // Streams of the reference files have numbers below 0: this one is none of theirs.
    var random = plan.random(.reference, index)
    Self.shuffle(&passports, &random)
    Self.shuffle(&members, &random)
  }

  private static func shuffle(_ rows: inout [Row], _ random: inout SampleRandom) {
    for place in rows.indices.reversed() { rows.swapAt(place, random.below(place + 1)) }
  }

  /// Whom an entry is about, and what the employer knows of them.
  private struct Listed {
    let person: Person
    let number: Int?
    let address: [UInt8]
    let truth: [UInt8]
  }

  private func listed(
    _ serial: Int, _ person: Person, _ origin: Int?, _ employment: Employment,
    list: HandKeptList
  ) -> Listed {
    var address: [UInt8] = []
    if plan.outsiderLists(at: serial).contains(list) {
      let number = plan.outsiderNumber(at: serial, on: list)
      let other = plan.outsider(number, regionOf: index)
      other.appendAddress(
        plan.stock.letters, number: mailNumbers.number(ofOutsider: number),
        domain: Person.nationalDomain, to: &address)
      return Listed(person: other, number: nil, address: address, truth: [UInt8(ascii: ",")])
    }
    if employment.hasMail {
      let mailbox = plan.mailbox(serial, of: index, origin: origin)
      person.appendAddress(
        plan.stock.letters, number: mailNumbers[mailbox.serial],
        domain: mailbox.isOwn ? employer.mailDomain : Person.nationalDomain, to: &address)
    }
    let employee = plan.key(serial, of: index)
    let first = origin.map { plan.key($0, of: plan.employer(of: $0)) } ?? employee
    return Listed(
      person: person, number: plan.number(serial, of: index), address: address,
      truth: employee + [UInt8(ascii: ",")] + first)
  }

  private func passport(of listed: Listed, _ random: inout SampleRandom) -> Row {
    let entry = ListEntry(
      listed.person, number: listed.number, address: listed.address, employer: index,
      rates: passportRates, plan: plan, random: &random)
    let form = random.chance(9_000) ? employer.listForm : random.pick(Employer.DateForm.allCases)
    var row = RowBuffer()
    row.beginField()
    if employer.numbersPassports {
      row.append("WCP-")
      row.append(employer.codeBytes.span)
      row.append(UInt8(ascii: "-"))
      row.append(passports.count + 1, digits: 6)
    }
    row.plain(listed.person.title.text)
    row.plain(entry.first)
    row.plain(entry.last)
    row.date(entry.born, form)
    row.plain(entry.number)
    row.plain(entry.niNumber)
    row.plain(entry.mail)
    row.plain(entry.organisation)
    appendLife(form, &row, &random)
    row.plain(random.pick(["Yes", "Yes", "Y", "No", ""] as [StaticString]))
    row.beginField()
    if random.chance(600) {
      row.appendQuotedWhereNeeded(Array("ADJ: late start agreed, brother's hospital visits".utf8))
    }
    row.endRow()
    return Row(text: row.bytes, truth: listed.truth)
  }

  /// Agreed, to be reviewed, ended, and the status.
  private func appendLife(
    _ form: Employer.DateForm, _ row: inout RowBuffer, _ random: inout SampleRandom
  ) {
    let asOf = SampleGenerator.asOf
    let agreed = asOf.adding(days: -random.below(1_400))
    let review = agreed.adding(days: random.below(3) == 0 ? 365 : 1_095)
    let draw = random.below(1_000)
    row.date(agreed, form)
    row.date(random.chance(9_500) ? review : .missing, form)
    row.date(draw < 50 ? min(agreed.adding(days: 200), asOf) : .missing, form)
    switch draw {
    case ..<50: row.plain("Ended")
    case ..<80: row.plain(random.pick(["Draft", "Requested", "In progress"] as [StaticString]))
    default: row.plain(random.pick(["Active", "Live", "Agreed", ""] as [StaticString]))
    }
  }

  private func member(of listed: Listed, _ random: inout SampleRandom) -> Row {
    let entry = ListEntry(
      listed.person, number: listed.number, address: listed.address, employer: index,
      rates: networkRates, plan: plan, random: &random)
    let form = employer.listForm
    let asOf = SampleGenerator.asOf
    var row = RowBuffer()
    row.beginField()
    let isTurned = random.chance(1_500)
    row.appendQuotedWhereNeeded(
      isTurned
        ? entry.last + Array(", ".utf8) + entry.first
        : entry.first + [UInt8(ascii: " ")] + entry.last)
    row.plain(entry.mail)
    row.plain(entry.number)
    row.date(entry.born, form)
    row.plain(entry.organisation)
    row.plain(random.pick(Self.memberTypes))
    row.date(asOf.adding(days: -random.below(1_800)), form)
    row.date(random.chance(700) ? asOf.adding(days: -random.below(300)) : .missing, form)
    row.plain(random.pick(["Yes", "Yes", "Y", "No", ""] as [StaticString]))
    row.beginField()
    row.appendQuotedWhereNeeded(
      Array((random.chance(2_500) ? "Poster, canteen" : "Intranet").utf8))
    row.endRow()
    return Row(text: row.bytes, truth: listed.truth)
  }

  private static let memberTypes: [StaticString] = [
    "Carer", "Carer", "Carer", "Working Carer", "Working Carer", "Member", "", "Ally", "Ally",
    "Supporter", "Manager", "Former carer",
  ]
}
