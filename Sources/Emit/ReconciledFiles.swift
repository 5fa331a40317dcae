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
  private let fields: FieldTexts
  private let emails: TextDictionary
  private let employees: EmployeeTable
  private let keys: PersonKeys
  private let statuses: Statuses
  private let rules: EmployeeRules
  private let ruleIDs: [String]

  init(contents: RunContents) {
    self.contents = contents
    fields = contents.fields
    emails = contents.reconciliation.extracts.emails
    employees = contents.reconciliation.workforce.employees
    keys = contents.personKeys
    statuses = contents.reconciliation.links.statuses
    rules = contents.rulesOfEmployee
    ruleIDs = contents.findings.rules.map(\.id)
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
    let code = employer.code.characters
    var nextRule = rules.start(of: employer.employees.lowerBound)
    var nextKey = keys.start(of: employer.employees.lowerBound)
    for employee in employer.employees {
      let raised = rules.places(of: employee, from: &nextRule)
      let key = keys.key(of: employee, from: &nextKey)
      let hasStatus = hasStatus(employee)
      guard writesAll || hasStatus || !raised.isEmpty else { continue }
      prefetch(min(employee + FieldTexts.rowsAhead, employer.employees.upperBound - 1))
      let number = employees.number[employee].digits
      writer.short(code)
      writer.short(number)
      writer.text(employees.lastName[employee], fields)
      writer.text(employees.firstName[employee], fields)
      writer.text(emails[employees.email[employee]])
      writer.text(employees.staffGroup[employee], fields)
      writer.text(employees.jobTitle[employee], fields)
      if hasStatus || employees.hasESRPassport[employee] {
        appendStatuses(employee, to: &writer)
      } else if employees.isActive[employee] {
        writer.words("yes,not-recorded,,no,none,,none,not-recorded,")
      } else {
        writer.words("no,not-recorded,,no,none,,none,not-recorded,")
      }
      writer.employee(code, key == employee ? number : employees.number[key].digits)
      appendRules(raised, to: &writer)
      writer.endRow()
    }
  }

  /// Has the processor fetch what an employee's row takes from here and there in the memory.
  ///
  /// The columns themselves it fetches of its own accord, as they are read in order.
  @inline(__always)
  private func prefetch(_ employee: Int) {
    fields.prefetch(employees.lastName[employee])
    fields.prefetch(employees.firstName[employee])
    emails.prefetch(employees.email[employee])
    // Few rows have dates.
    employees.flagDate.span.prefetch(employee)
    statuses.reviewDate.span.prefetch(employee)
  }

  /// Whether lists or the flag say something of an employee; most have nothing recorded.
  ///
  /// Patterns, not ==, which would compare the words that files use.
  private func hasStatus(_ employee: Int) -> Bool {
    if case (.notRecorded, .none, .none) = (
      employees.flag[employee], statuses.passport[employee], statuses.network[employee]
    ) {
      return false
    }
    return true
  }

  private func appendStatuses<Writer: RowWriter & ~Copyable>(
    _ employee: Int, to writer: inout Writer
  ) {
    writer.word(employees.isActive[employee] ? "yes" : "no")
    writer.word(text: employees.flag[employee].rawValue)
    writer.day(employees.flagDate[employee])
    writer.word(employees.hasESRPassport[employee] ? "yes" : "no")
    writer.word(text: statuses.passport[employee].word)
    writer.day(statuses.reviewDate[employee])
    writer.word(text: statuses.network[employee].word)
    writer.word(text: statuses.reconciled[employee].rawValue)
    writer.word(text: statuses.evidence[employee].text)
  }

  private func appendRules<Writer: RowWriter & ~Copyable>(
    _ places: Range<Int>, to writer: inout Writer
  ) {
    if places.isEmpty { return writer.empty() }
    writer.beginPieces()
    for place in places {
      if place > places.lowerBound { writer.addText(";") }
      writer.addText(ruleIDs[rules[place]])
    }
    writer.endPieces()
  }
}
