import Columns
import Records
import Vocabulary

/// Writes `trace/<footprint>/<organisation>.tsv`: on what each employee's status rests, by which
/// `explain` tells why; see ``TraceFormat``.
///
/// One line for every employee: at the size of England 1.7 million, nearly all of them a number and
/// a place. A line is put together from bytes that are there already; nothing is allocated for it,
/// but for the few employees that lists or decisions concern. What few employees have is kept in
/// their order, and gone through beside them.
struct TraceFiles: Sendable {
  private let contents: RunContents
  // Held here, so that no line takes hold of the tables anew.
  private let employees: EmployeeTable
  private let assignments: AssignmentTable
  private let competences: [CarerCompetence]
  private let keys: PersonKeys
  private let links: Links
  private let statuses: Statuses
  private let decisions: TraceDecisions
  private let fileNumbers: [ShortText]
  /// By employee the passports that can count for it.
  private let passports: [EmployeeEntry]
  /// By employee the memberships that are linked to it.
  private let memberships: [EmployeeEntry]

  init(contents: RunContents) {
    let workforce = contents.reconciliation.workforce
    let links = contents.reconciliation.links
    self.contents = contents
    self.links = links
    employees = workforce.employees
    assignments = workforce.assignments
    competences = workforce.competences
    keys = contents.personKeys
    statuses = links.statuses
    decisions = TraceDecisions(contents)
    fileNumbers = TraceWriter.fileNumbers(count: contents.reconciliation.extracts.inputs.count)
    passports = EmployeeEntry.countingPassports(links, workforce.persons)
    memberships = EmployeeEntry.memberships(links)
  }

  /// How far what few employees have is gone through.
  private struct Progress {
    var competence: Int
    var passport: Int
    var membership: Int
    var decided: Int
    var key: Int
  }

  /// The file of one employer.
  func employer(_ index: Int, to output: consuming OutputBuffer) -> OutputBuffer {
    let employer = contents.employers[index]
    var writer = TraceWriter(fileNumbers, output)
    let first = employer.employees.lowerBound
    var next = Progress(
      competence: competences.firstPlace { $0.employee >= first },
      passport: passports.firstPlace { $0.employee >= first },
      membership: memberships.firstPlace { $0.employee >= first },
      decided: decisions.employees.firstPlace { $0 >= first }, key: keys.start(of: first))
    for employee in employer.employees {
      writer.number(employees.number[employee])
      writer.endCell()
      appendRows(employee, to: &writer)
      while next.competence < competences.count,
        competences[next.competence].employee == employee
      {
        appendCompetence(competences[next.competence], to: &writer)
        next.competence += 1
      }
      writer.endCell()
      while next.passport < passports.count, passports[next.passport].employee == employee {
        prefetchPassport(beyond: next.passport)
        appendPassport(passports[next.passport].entry, of: employee, to: &writer)
        next.passport += 1
      }
      writer.endCell()
      while next.membership < memberships.count, memberships[next.membership].employee == employee {
        appendMembership(memberships[next.membership].entry, of: employee, to: &writer)
        next.membership += 1
      }
      writer.endCell()
      let decided = decisions.employees
      if next.decided < decided.count, decided[next.decided] == employee {
        next.decided += 1
        decisions.appendRejected(employee, to: &writer)
        writer.endCell()
        decisions.appendWaivers(employee, to: &writer)
      } else {
        writer.endCell()
      }
      writer.endCell()
      let key = keys.key(of: employee, from: &next.key)
      if key != employee || !hasNoStatus(employee) { appendStatuses(employee, key, to: &writer) }
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
      if assignments.isPrimary[row] { writer.mark(UInt8(ascii: "+")) }
      if !assignments.isActive[row] { writer.mark(UInt8(ascii: "!")) }
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

  private func appendCompetence(_ competence: CarerCompetence, to writer: inout TraceWriter) {
    writer.beginItem()
    writer.place(competence.row)
    writer.word(competence.isPassport ? " passport" : " carer")
    writer.word(competence.isOpen ? " open " : " closed ")
    let saysFlag = competence.isOpen && !competence.isPassport
    writer.text(saysFlag ? competence.flag.rawValue : TraceFormat.missing)
    writer.space()
    writer.day(competence.date)
  }

  // MARK: - Links

  /// Has the processor fetch a passport to come: they are in another order than employees.
  private func prefetchPassport(beyond place: Int) {
    let entry = passports[min(place + FieldTexts.rowsAhead, passports.count - 1)].entry
    links.passports.links.span.prefetch(entry)
    links.passports.entries.span.prefetch(entry)
  }

  /// A passport that can count for the employee's status (contract section 5), as read.
  private func appendPassport(
    _ index: Int, of employee: Int, to writer: inout TraceWriter
  ) {
    let list = links.passports
    let holder = list.links[index].employee ?? employee
    let isOwn =
      !links.isForeign[index]
      && employees.organisation[holder] == employees.organisation[employee]
    writer.beginItem()
    if isOwn { writer.place(list.entries[index].row) } else { writer.text(TraceFormat.hiddenPlace) }
    writer.space()
    writer.text(links.passportStates[index].word)
    writer.space()
    writer.day(list.entries[index].startDate)
    writer.space()
    writer.day(list.entries[index].reviewDate)
    appendMethod(of: index, in: list, tellsEvidence: isOwn && holder == employee, to: &writer)
    if holder != employee || links.isForeign[index] { writer.word(" shared") }
  }

  private func appendMembership(
    _ index: Int, of employee: Int, to writer: inout TraceWriter
  ) {
    let list = links.memberships
    let organisation = list.entries[index].organisation
    let isOwn =
      organisation.isMissing
      || organisation == contents.reconciliation.workforce.organisationCode(of: employee)
    writer.beginItem()
    if isOwn { writer.place(list.entries[index].row) } else { writer.text(TraceFormat.hiddenPlace) }
    writer.space()
    writer.text(links.membershipStates[index].word)
    writer.space()
    writer.day(list.entries[index].startDate)
    appendMethod(of: index, in: list, tellsEvidence: isOwn, to: &writer)
    if list.entries[index].hasConsent { writer.word(" contact") }
  }

  private func appendMethod(
    of index: Int, in list: JoinedList, tellsEvidence: Bool, to writer: inout TraceWriter
  ) {
    writer.space()
    writer.text(list.links[index].method?.rawValue ?? TraceFormat.missing)
    if let probability = list.links[index].probability {
      writer.text("=\(Probability.text(probability))")
      if tellsEvidence, !list.links[index].evidence.isEmpty {
        writer.word("=")
        writer.evidence(list.links[index].evidence)
      }
    } else if let decision = decisions.accepting(list.kind, index) {
      writer.word("=")
      writer.place(decision)
    }
  }

  // MARK: - Statuses

  /// Whether all cells of statuses are empty, as those of most employees.
  ///
  /// Without a flag, passport or membership there is no status and no evidence either. Patterns,
  /// not ==, which would compare the words that files use.
  @inline(__always)
  private func hasNoStatus(_ employee: Int) -> Bool {
    if case (.notRecorded, .none, .none) = (
      employees.flag[employee], statuses.passport[employee], statuses.network[employee]
    ) {
      return employees.isActive[employee] && !employees.hasESRPassport[employee]
    }
    return false
  }

  private func appendStatuses(_ employee: Int, _ key: Int, to writer: inout TraceWriter) {
    let flag = employees.flag[employee]
    let passport = statuses.passport[employee]
    let network = statuses.network[employee]
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
