import Columns
import Emit
import Files
import Records
import Threads
import Vocabulary

/// A reconciliation put together by hand, employee by employee, for tests of what is written of it.
///
/// Employees must be added in the order of `ORG/NUMBER`.
struct SmallWorld {
  var extracts = Extracts()
  var reference = Reference()
  var workforce = Workforce()
  var statuses = Statuses()
  var entitlements = Entitlements()
  var findings = Findings()
  var passports = JoinedList(kind: .passports, entries: [])
  var memberships = JoinedList(kind: .network, entries: [])
  var personKeys: [Int32] = []
  var passportStates: [PassportState] = []
  var isForeign: [Bool] = []
  var membershipStates: [MembershipState] = []
  var reviews: [Review] = []
  var settings = EmitSettings()
  var memory = RunMemory()

  /// The as-of date of every test: a Saturday.
  static let asOf = day("2026-11-21")

  init() {
    settings.byteOrderMark = false
    extracts.inputs = [InputAccount(source: .staff, path: "staff.csv")]
  }

  // MARK: - Words

  static func code(_ text: String) -> ODSCode { ODSCode(text) ?? .missing }
  static func number(_ text: String) -> EmployeeNumber { EmployeeNumber(text) ?? .missing }
  static func day(_ text: String) -> CalendarDay {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return .missing }
    return CalendarDay(year: parts[0], month: parts[1], day: parts[2]) ?? .missing
  }
  mutating func text(_ text: String) -> TextCode { extracts.texts.code(of: text) }
  mutating func email(_ text: String) -> TextCode { extracts.emails.code(of: text) }

  // MARK: - Organisations

  /// Adds an employer of the staff extract; codes must come in order.
  mutating func employer(
    _ code: String, footprint: String = "", name: String = "", lead: String = "",
    leadEmail: String = ""
  ) {
    let code = Self.code(code)
    var facts = OrganisationFacts(code: code)
    facts.isKnown = true
    facts.footprint = Self.code(footprint)
    facts.name = text(name)
    facts.hrLeadName = text(lead)
    facts.hrLeadEmail = email(leadEmail)
    reference.organisations[code] = facts
    workforce.organisations.append(code)
    entitlements.codeRow.append([:])
    statuses.hasPassportLog.append(false)
  }

  mutating func footprint(_ code: String, name: String) {
    reference.footprints[Self.code(code)] = FootprintFacts(name: text(name), holds: true, rows: [])
  }

  /// Gives the employer added last the code of an organisation or footprint for a platform.
  mutating func accessCode(
    _ code: String, _ platform: Platform, of owner: String, isOrganisations: Bool = false,
    until: String = ""
  ) {
    let row = AccessCodeRow(
      row: SourceRow(file: 0, line: 2), owner: Self.code(owner), isOrganisations: isOrganisations,
      platform: platform, code: text(code), validFrom: .missing, validTo: Self.day(until))
    extracts.accessCodes.append(row)
    entitlements.codeRow[entitlements.codeRow.count - 1][platform] = extracts.accessCodes.count - 1
  }

  // MARK: - Employees

  /// Adds an employee to the employer added last, and gives its index.
  @discardableResult
  mutating func employee(
    _ number: String, last: String = "", first: String = "", email address: String = "",
    group: String = "", job: String = "", isActive: Bool = true, flag: CarerFlag = .notRecorded,
    flagDate: String = "", hasESRPassport: Bool = false, passport: PassportState = .none,
    review: String = "", network: MembershipState = .none,
    status: ReconciledStatus = .notRecorded, evidence: Evidence = [], personKey: Int? = nil
  ) -> Int {
    let index = workforce.employees.count
    workforce.employees.organisation.append(Int32(workforce.organisations.count - 1))
    workforce.employees.number.append(Self.number(number))
    workforce.employees.lastName.append(text(last))
    workforce.employees.firstName.append(text(first))
    workforce.employees.knownAs.append(.empty)
    workforce.employees.previousLastName.append(.empty)
    workforce.employees.birthDate.append(.missing)
    workforce.employees.niNumber.append(.missing)
    workforce.employees.email.append(email(address))
    workforce.employees.staffGroup.append(text(group))
    workforce.employees.jobTitle.append(text(job))
    workforce.employees.manager.append(.missing)
    workforce.employees.isActive.append(isActive)
    workforce.employees.flag.append(flag)
    workforce.employees.flagDate.append(Self.day(flagDate))
    workforce.employees.hasESRPassport.append(hasESRPassport)
    workforce.employees.firstAssignment.append(Int32(index + 1))
    workforce.assignments.row.append(SourceRow(file: 0, line: index + 2))
    workforce.assignments.isActive.append(isActive)
    workforce.assignments.isPrimary.append(true)
    workforce.assignments.flag.append(flag)
    workforce.assignments.flagDate.append(Self.day(flagDate))
    statuses.passport.append(passport)
    statuses.reviewDate.append(Self.day(review))
    statuses.network.append(network)
    statuses.reconciled.append(status)
    statuses.evidence.append(evidence)
    personKeys.append(Int32(personKey ?? index))
    return index
  }

  /// Adds `count` active employees, the first `carers` of them recorded carers.
  mutating func employees(_ count: Int, carers: Int = 0, unflagged: Int = 0) {
    for place in 0..<count {
      let status: ReconciledStatus =
        place < carers ? .carer : place < carers + unflagged ? .carerUnflagged : .notRecorded
      employee("\(10_000_000 + place)", status: status)
    }
  }

  // MARK: - Lists

  /// Adds an entry of a list, linked or not, and gives its index in the list.
  @discardableResult
  mutating func entry(
    _ kind: ListKind, subject: String, row: SourceRow, organisation: String = "",
    number: String = "", last: String = "", first: String = "", email address: String = "",
    employee: Int? = nil, method: MatchMethod? = nil, probability: Double? = nil,
    outcome: EntryLink.Outcome = .linked, state: PassportState = .active, isForeign: Bool = false,
    start: String = "", review: String = "", hasConsent: Bool = false
  ) -> Int {
    var entry = ListEntry(row: row)
    entry.organisation = Self.code(organisation)
    entry.number = Self.number(number)
    entry.lastName = text(last)
    entry.firstName = text(first)
    entry.email = email(address)
    entry.startDate = Self.day(start)
    entry.reviewDate = Self.day(review)
    entry.hasConsent = hasConsent
    var link = EntryLink()
    link.employee = employee
    link.method = method
    link.probability = probability
    link.outcome = outcome
    switch kind {
    case .passports:
      passports.entries.append(entry)
      passports.links.append(link)
      passports.subjects.append(subject)
      passportStates.append(state)
      self.isForeign.append(isForeign)
      return passports.entries.count - 1
    case .network:
      memberships.entries.append(entry)
      memberships.links.append(link)
      memberships.subjects.append(subject)
      membershipStates.append(.carerMember)
      return memberships.entries.count - 1
    }
  }

  // MARK: - Findings

  /// Adds a rule; ids must come in order.
  mutating func rule(
    _ id: String, _ severity: Severity, action: String = "", restsOnOtherEmployers: Bool = false
  ) {
    findings.rules.append(
      RuleInForce(
        id: id, severity: severity, action: action, restsOnOtherEmployers: restsOnOtherEmployers))
  }

  mutating func finding(
    _ rule: String, _ subject: FindingSubject, detail: String = "", rows: [SourceRow] = []
  ) {
    let number = findings.rules.firstIndex { $0.id == rule } ?? 0
    findings.all.append(Finding(rule: number, subject: subject, detail: detail, rows: rows))
  }

  /// Waives a finding by a decision.
  mutating func waive(
    _ finding: Int, at row: SourceRow = SourceRow(file: 0, line: 2), until: String = ""
  ) {
    findings.waivers[finding] = extracts.decisions.count
    extracts.decisions.append(
      DecisionRow(
        row: row, isLink: false, subject: .empty, organisation: .missing, number: .missing,
        verdict: .waive, until: Self.day(until)))
  }

  // MARK: - What is written

  /// The whole, as the later stages read it.
  var reconciliation: Reconciliation {
    var workforce = workforce
    workforce.persons = Persons(key: personKeys, of: workforce.employees)
    workforce.indexOrganisations()
    var links = Links(passports: passports, memberships: memberships)
    links.passports.indexLinks(of: workforce.persons)
    links.memberships.indexLinks(of: workforce.persons)
    links.passportStates = passportStates
    links.isForeign = isForeign
    links.membershipStates = membershipStates
    links.statuses = statuses
    links.entitlements = entitlements
    links.reviews = reviews
    return Reconciliation(
      asOf: Self.asOf, extracts: extracts, reference: reference, workforce: workforce,
      links: links)
  }

  /// The files, made from what a run leaves for them.
  func plan(workers: Int = 1) -> OutputPlan {
    OutputPlan(
      reconciliation: reconciliation.forOutputs(), findings: findings, memory: memory,
      settings: settings,
      identity: RunIdentity(
        pipelineName: "nightly", pipelineSHA256: String(repeating: "a", count: 64),
        programVersion: "1.2.3"),
      workers: Workers(count: workers))
  }

  /// The bytes of all files by path, in the order of writing; the manifest is last.
  func written(workers: Int = 1) -> [(path: String, bytes: [UInt8])] {
    let plan = plan(workers: workers)
    let files = Workers(count: workers).map(0..<plan.documents.count) { index in
      (path: plan.documents[index].path, bytes: plan.documents[index].bytes)
    }
    let manifest = plan.manifest(
      of: files.map {
        WrittenDocument(
          path: $0.path, byteCount: $0.bytes.count, digest: SHA256.digest(of: $0.bytes))
      })
    return files + [(OutputPaths.manifest, manifest)]
  }

  /// All files by path, in the order of writing.
  func files(workers: Int = 1) -> [(path: String, text: String)] {
    written(workers: workers).map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
  }

  /// One file's text; empty where it is not written.
  func file(_ path: String) -> String { files().first { $0.path == path }?.text ?? "" }

  /// One file's lines behind the heading, without line ends.
  func rows(_ path: String) -> [String] {
    file(path).split(separator: "\r\n").dropFirst().map(String.init)
  }

  /// One column of a file without quotes, by its place from 0.
  func column(_ place: Int, of path: String) -> [String] {
    rows(path).map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      return place < cells.count ? String(cells[place]) : "no column \(place)"
    }
  }
}
