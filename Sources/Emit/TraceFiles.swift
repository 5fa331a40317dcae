import Records
import Vocabulary

/// Writes `trace/<footprint>/<organisation>.tsv`: on what each employee's status rests, by which
/// `explain` tells why; see ``TraceFormat``.
///
/// One line for every employee: at the size of England 1.7 million, nearly all of them a number and
/// a place. A line is put together from bytes that are there already; nothing is allocated for it,
/// but for the few employees that lists or decisions concern.
struct TraceFiles: Sendable {
  private let contents: RunContents
  // Held here, so that no line takes hold of the tables anew.
  private let employees: EmployeeTable
  private let assignments: AssignmentTable
  private let competences: [CarerCompetence]
  private let persons: Persons
  private let links: Links
  private let statuses: Statuses
  private let decisions: TraceDecisions
  /// By employee: which cells may be filled that few employees have.
  private let concerns: [Concerns]

  private struct Concerns: OptionSet {
    let rawValue: UInt8
    static let passports = Concerns(rawValue: 1)
    static let memberships = Concerns(rawValue: 2)
    static let decisions = Concerns(rawValue: 4)
  }

  init(contents: RunContents) {
    let workforce = contents.reconciliation.workforce
    self.contents = contents
    employees = workforce.employees
    assignments = workforce.assignments
    competences = workforce.competences
    persons = workforce.persons
    links = contents.reconciliation.links
    statuses = contents.reconciliation.links.statuses
    decisions = TraceDecisions(contents)
    var concerns = [Concerns](repeating: [], count: workforce.employees.count)
    for (index, link) in links.passports.links.enumerated() {
      guard let employee = link.employee else { continue }
      concerns[employee].insert(.passports)
      if links.passports.entries[index].hasConsent {
        for other in persons.employees(ofPersonOf: employee) { concerns[other].insert(.passports) }
      }
    }
    for link in links.memberships.links {
      if let employee = link.employee { concerns[employee].insert(.memberships) }
    }
    for employee in decisions.employees { concerns[employee].insert(.decisions) }
    self.concerns = concerns
  }

  /// The file of one employer.
  func employer(_ index: Int, to output: consuming OutputBuffer) -> OutputBuffer {
    let employer = contents.employers[index]
    let inputs = contents.reconciliation.extracts.inputs
    var writer = TraceWriter(fileCount: inputs.count, output)
    var competence = firstCompetence(of: employer.employees.lowerBound)
    for employee in employer.employees {
      writer.number(employees.number[employee])
      writer.endCell()
      appendRows(employee, to: &writer)
      appendCompetences(employee, from: &competence, to: &writer)
      let concerns = concerns[employee]
      if concerns.contains(.passports) { appendPassports(employee, to: &writer) }
      writer.endCell()
      if concerns.contains(.memberships) { appendMemberships(employee, to: &writer) }
      writer.endCell()
      if concerns.contains(.decisions) { decisions.appendRejected(employee, to: &writer) }
      writer.endCell()
      if concerns.contains(.decisions) { decisions.appendWaivers(employee, to: &writer) }
      writer.endCell()
      appendStatuses(employee, employer, to: &writer)
      writer.endLine()
    }
    return writer.end(head: head(writer.isCited))
  }

  private func head(_ isCited: [Bool]) -> [UInt8] {
    var text = "\(TraceFormat.firstLine)\n# as_of\t\(contents.reconciliation.asOf.text)\n"
    for (file, input) in contents.reconciliation.extracts.inputs.enumerated() where isCited[file] {
      text += "# file\t\(file + 1)\t\(input.path)\n"
    }
    text += TraceFormat.Column.allCases.map(\.rawValue).joined(separator: "\t") + "\n"
    return Array(text.utf8)
  }

  // MARK: - What staff rows and competences say

  private func appendRows(_ employee: Int, to writer: inout TraceWriter) {
    for row in employees.assignments(of: employee) {
      writer.beginItem()
      writer.place(assignments.row[row])
      if assignments.isPrimary[row] { writer.word("+") }
      if !assignments.isActive[row] { writer.word("!") }
      let flag = assignments.flag[row]
      // A pattern, not ==, which would compare the words that files use.
      if case .notRecorded = flag { continue }
      writer.space()
      writer.text(flag.rawValue)
      writer.space()
      writer.day(assignments.flagDate[row])
    }
    writer.endCell()
  }

  /// Where an employee's competences begin, or would.
  private func firstCompetence(of employee: Int) -> Int {
    var low = 0
    var high = competences.count
    while low < high {
      let middle = (low + high) / 2
      if competences[middle].employee < employee { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func appendCompetences(
    _ employee: Int, from next: inout Int, to writer: inout TraceWriter
  ) {
    while next < competences.count, competences[next].employee == employee {
      let competence = competences[next]
      next += 1
      writer.beginItem()
      writer.place(competence.row)
      writer.word(competence.isPassport ? " passport" : " carer")
      writer.word(competence.isOpen ? " open " : " closed ")
      let saysFlag = competence.isOpen && !competence.isPassport
      writer.text(saysFlag ? competence.flag.rawValue : TraceFormat.missing)
      writer.space()
      writer.day(competence.date)
    }
    writer.endCell()
  }

  // MARK: - Links

  /// The passports that can count for the employee's status (contract section 5), as read: those
  /// linked to it, foreign ones only with consent, and with consent those of its person elsewhere.
  private func appendPassports(_ employee: Int, to writer: inout TraceWriter) {
    let list = links.passports
    var counting: [Int] = []
    for other in persons.employees(ofPersonOf: employee) {
      counting += list.entries(of: other).filter { index in
        list.entries[index].hasConsent || (other == employee && !links.isForeign[index])
      }
    }
    for index in counting.sorted() {
      let entry = list.entries[index]
      let holder = list.links[index].employee ?? employee
      let isOwn =
        !links.isForeign[index]
        && employees.organisation[holder] == employees.organisation[employee]
      writer.beginItem()
      if isOwn { writer.place(entry.row) } else { writer.text(TraceFormat.hiddenPlace) }
      writer.space()
      writer.text(links.passportStates[index].word)
      writer.space()
      writer.day(entry.startDate)
      writer.space()
      writer.day(entry.reviewDate)
      appendMethod(of: index, in: list, tellsEvidence: isOwn && holder == employee, to: &writer)
      if holder != employee || links.isForeign[index] { writer.word(" shared") }
    }
  }

  private func appendMemberships(_ employee: Int, to writer: inout TraceWriter) {
    let list = links.memberships
    let organisation = contents.reconciliation.workforce.organisationCode(of: employee)
    for index in list.entries(of: employee) {
      let entry = list.entries[index]
      let isOwn = entry.organisation.isMissing || entry.organisation == organisation
      writer.beginItem()
      if isOwn { writer.place(entry.row) } else { writer.text(TraceFormat.hiddenPlace) }
      writer.space()
      writer.text(links.membershipStates[index].word)
      writer.space()
      writer.day(entry.startDate)
      appendMethod(of: index, in: list, tellsEvidence: isOwn, to: &writer)
      if entry.hasConsent { writer.word(" contact") }
    }
  }

  private func appendMethod(
    of index: Int, in list: JoinedList, tellsEvidence: Bool, to writer: inout TraceWriter
  ) {
    let link = list.links[index]
    writer.space()
    writer.text(link.method?.rawValue ?? TraceFormat.missing)
    if let probability = link.probability {
      writer.text("=\(Probability.text(probability))")
      if tellsEvidence, !link.evidence.isEmpty {
        writer.word("=")
        writer.evidence(link.evidence)
      }
    } else if let decision = decisions.accepting(list.kind, index) {
      writer.word("=")
      writer.place(decision)
    }
  }

  // MARK: - Statuses

  private func appendStatuses(
    _ employee: Int, _ employer: Employer, to writer: inout TraceWriter
  ) {
    let key = persons.firstEmployee(ofPersonOf: employee, in: employer.employees)
    let flag = employees.flag[employee]
    let passport = statuses.passport[employee]
    let network = statuses.network[employee]
    // Most employees: all these cells are empty. Without a flag, passport or membership there is
    // no status and no evidence either.
    if case (.notRecorded, .none, .none) = (flag, passport, network), key == employee,
      employees.isActive[employee], !employees.hasESRPassport[employee]
    {
      return
    }
    if !employees.isActive[employee] { writer.word("no") }
    writer.endCell()
    if case .notRecorded = flag {} else { writer.text(flag.rawValue) }
    writer.endCell()
    if employees.hasESRPassport[employee] { writer.word("yes") }
    writer.endCell()
    if case .none = passport {} else { writer.text(passport.word) }
    writer.endCell()
    if case .none = network {} else { writer.text(network.word) }
    writer.endCell()
    let status = statuses.reconciled[employee]
    if case .notRecorded = status {} else { writer.text(status.rawValue) }
    writer.endCell()
    let evidence = statuses.evidence[employee]
    if !evidence.isEmpty { writer.text(evidence.text) }
    writer.endCell()
    if key != employee { writer.number(employees.number[key]) }
  }
}
