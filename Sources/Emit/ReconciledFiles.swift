import Columns
import Records
import Vocabulary

/// Writes `reconciled/<footprint>/<organisation>.csv` (contract section 8).
///
/// The longest files of a run: at the size of England 1.7 million rows. A row is put together from
/// bytes that are there already; nothing is allocated for it.
struct ReconciledFiles: Sendable {
  private let contents: RunContents
  // Held here, so that no row takes hold of the tables anew.
  private let texts: TextDictionary
  private let emails: TextDictionary
  private let employees: EmployeeTable
  private let persons: Persons
  private let statuses: Statuses
  private let rules: EmployeeRules
  private let ruleIDs: [String]
  /// By text code: whether the text of an employee can be written without quotes or guard.
  private let isPlain: [Bool]

  init(contents: RunContents) {
    self.contents = contents
    texts = contents.reconciliation.extracts.texts
    emails = contents.reconciliation.extracts.emails
    employees = contents.reconciliation.workforce.employees
    persons = contents.reconciliation.workforce.persons
    statuses = contents.reconciliation.links.statuses
    rules = contents.rulesOfEmployee
    ruleIDs = contents.findings.rules.map(\.id)
    isPlain = Self.plainTexts(texts)
  }

  /// Whether each text is plain: the same few thousand names and job titles come again and again.
  private static func plainTexts(_ texts: TextDictionary) -> [Bool] {
    (0..<UInt32(texts.count)).map { CSVWriter.isPlain(texts[TextCode(raw: $0)]) }
  }

  /// The columns of the table.
  static let columns = [
    "organisation_code", "employee_number", "last_name", "first_name", "work_email",
    "staff_group", "job_title", "active", "esr_flag", "esr_flag_date", "esr_passport",
    "passport_status", "passport_review_date", "network_status", "reconciled_status", "evidence",
    "person_key", "rules",
  ]

  /// The rows of one employer, sorted by employee number.
  func employer(_ index: Int, to output: consuming OutputBuffer) -> OutputBuffer {
    var writer = contents.writer(Self.columns, output)
    appendRows(ofEmployer: index, to: &writer)
    return writer.end()
  }

  /// Writes the rows of one employer.
  func appendRows<Writer: RowWriter & ~Copyable>(ofEmployer index: Int, to writer: inout Writer) {
    let employer = contents.employers[index]
    let writesAll = contents.settings.reconciledScope == .all
    let code = employer.code.bytes
    for employee in employer.employees where writesAll || hasEvidence(employee) {
      append(employee, of: employer, code, to: &writer)
    }
  }

  /// Whether there is something to reconcile: a flag, a passport, a membership or a rule.
  private func hasEvidence(_ employee: Int) -> Bool {
    employees.flag[employee] != .notRecorded || statuses.passport[employee] != .none
      || statuses.network[employee] != .none || !rules.isEmpty(employee)
  }

  private func append<Writer: RowWriter & ~Copyable>(
    _ employee: Int, of employer: Employer, _ code: [UInt8], to writer: inout Writer
  ) {
    writer.plain(code.span)
    writer.number(employees.number[employee])
    append(employees.lastName[employee], to: &writer)
    append(employees.firstName[employee], to: &writer)
    writer.text(emails[employees.email[employee]])
    append(employees.staffGroup[employee], to: &writer)
    append(employees.jobTitle[employee], to: &writer)
    if hasStatus(employee) {
      appendStatuses(employee, to: &writer)
    } else if employees.isActive[employee] {
      writer.words("yes,not-recorded,,no,none,,none,not-recorded,")
    } else {
      writer.words("no,not-recorded,,no,none,,none,not-recorded,")
    }
    let key = persons.firstEmployee(ofPersonOf: employee, in: employer.employees)
    writer.employee(employer.code, employees.number[key])
    appendRules(employee, to: &writer)
    writer.endRow()
  }

  private func append<Writer: RowWriter & ~Copyable>(
    _ code: TextCode, to writer: inout Writer
  ) {
    if isPlain[Int(code.raw)] { writer.plain(texts[code]) } else { writer.text(texts[code]) }
  }

  /// Whether anything is said of an employee besides what nearly all are: active or not, and
  /// nothing recorded.
  private func hasStatus(_ employee: Int) -> Bool {
    employees.flag[employee] != .notRecorded || employees.hasESRPassport[employee]
      || statuses.passport[employee] != .none || statuses.network[employee] != .none
  }

  private func appendStatuses<Writer: RowWriter & ~Copyable>(
    _ employee: Int, to writer: inout Writer
  ) {
    writer.word(employees.isActive[employee] ? "yes" : "no")
    writer.text(employees.flag[employee].rawValue)
    writer.day(employees.flagDate[employee])
    writer.word(employees.hasESRPassport[employee] ? "yes" : "no")
    writer.text(statuses.passport[employee].word)
    writer.day(statuses.reviewDate[employee])
    writer.text(statuses.network[employee].word)
    writer.text(statuses.reconciled[employee].rawValue)
    writer.text(statuses.evidence[employee].text)
  }

  private func appendRules<Writer: RowWriter & ~Copyable>(
    _ employee: Int, to writer: inout Writer
  ) {
    if rules.isEmpty(employee) { return writer.empty() }
    writer.beginPieces()
    for (place, rule) in rules[employee].enumerated() {
      if place > 0 { writer.addText(";") }
      writer.addText(ruleIDs[Int(rule)])
    }
    writer.endPieces()
  }
}

extension Persons {
  /// The smallest of a person's employees in a run of them that has `employee`.
  func firstEmployee(ofPersonOf employee: Int, in employees: Range<Int>) -> Int {
    // The key is the smallest of all: where it lies in the run it is the one.
    let key = Int(self.key[employee])
    if employees.contains(key) { return key }
    return self.employees(ofPersonOf: employee).first { employees.contains($0) } ?? employee
  }
}
