import Vocabulary

/// Writes the staff extract of one employer in its own layout.
struct StaffExtract {
  /// A column; the headings are those of contract section 2 in four dialects, and three columns
  /// that nobody asks for.
  enum Column: Int {
    case organisation, number, assignment, primary, status, category, title, first, last, knownAs
    case previousLast, born, niNumber, mail, group, job, start, leaving, manager, flag, flagDay
    case payScale, costCentre, location, adjustments
  }

  private static let headings: [[StaticString]] = [
    [
      "organisation_code", "employee_number", "assignment_number", "primary_assignment",
      "assignment_status", "assignment_category", "title", "first_name", "last_name", "known_as",
      "previous_last_name", "date_of_birth", "ni_number", "work_email", "staff_group", "job_title",
      "start_date", "leaving_date", "manager_employee_number", "carer_flag", "carer_flag_date",
      "pay_scale", "cost_centre", "location", "adjustments",
    ],
    [
      "Employer ODS", "Employee Number", "Assignment Number", "Primary Assignment",
      "Assignment Status", "Assignment Category", "Title", "First Name", "Last Name",
      "Preferred Name", "Previous Last Name", "Date of Birth", "NI Number", "Email Address",
      "Staff Group", "Position Title", "Latest Start Date", "Actual Termination Date",
      "Supervisor Employee Number", "Working Carer", "Date Recorded", "Pay Scale", "Cost Centre",
      "Location", "Adjustments",
    ],
    [
      "Trust Code", "Person Number", "Assignment Number", "Is Primary", "Assignment Status",
      "Assignment Category", "Title", "Given Name", "Family Name", "Preferred First Name",
      "Former Name", "Birth Date", "NINO", "E-mail", "Staff Group", "Role", "Start Date",
      "End Date", "Supervisor", "Unpaid Carer", "Carer Date", "Pay Scale", "Cost Centre",
      "Location", "Adjustments",
    ],
    [
      "Org Code", "Employee No", "Assignment No", "Primary", "Status", "Category", "Title",
      "Forename", "Surname", "Known As", "Maiden Name", "DOB", "NI No", "Office Email Address",
      "Staff Group", "Position Name", "Hire Date", "Termination Date",
      "Line Manager Employee Number", "Carer", "Carer Status Date", "Pay Scale", "Cost Centre",
      "Location", "Adjustments",
    ],
  ]

  /// The columns of an employer in its order.
  static func columns(of employer: Employer) -> [Column] {
    let flags: [Column] = employer.hasFlagColumn ? [.flag, .flagDay] : []
    if employer.namesFirst {
      return [
        .organisation, .number, .assignment, .last, .first, .title, .knownAs, .previousLast, .mail,
        .group, .job, .primary, .status, .category, .born, .niNumber, .start, .leaving, .manager,
        .adjustments,
      ] + flags + [.payScale, .costCentre, .location]
    }
    return [
      .organisation, .number, .assignment, .primary, .status, .category, .title, .first, .last,
      .knownAs, .previousLast, .born, .niNumber, .mail, .group, .job, .start, .leaving, .manager,
    ] + flags + [.payScale, .costCentre, .location, .adjustments]
  }

  /// The headings of an employer in the order of its columns.
  static func headings(of employer: Employer) -> [StaticString] {
    columns(of: employer).map { headings[employer.dialect.rawValue][$0.rawValue] }
  }

  private static let adjustments: [[UInt8]] = [
    "ADJ: starts at 10, takes mother to dialysis on Tuesdays",
    "ADJ: compressed hours; son's care plan review each month",
    "ADJ: home on Fridays, carer's leave agreed", "ADJ: may take calls from the respite centre",
    "ADJ: called \"flexi\" locally", "ADJ: no late shifts, partner has early dementia",
  ].map { Array($0.utf8) }
  private static let payScales: [StaticString] = [
    "XR02", "XR03", "XR04", "XR05", "XR06", "XR07", "XN05", "KC60", "YM72", "ZA01",
  ]
  private static let places: [StaticString] = [
    "Main Site", "Outpatients", "Ward Block A", "Ward Block B", "Theatres", "Community Hub North",
    "Community Hub South", "Trust Headquarters", "Education Centre", "Health Centre",
  ]

  private let plan: SamplePlan
  private let mailNumbers: MailNumbers
  private let index: Int
  private let employer: Employer
  private let columns: [Column]
  // Held here, so that no row takes hold of what all workers hold.
  private let texts: TextTable
  private let letters: TextTable
  private let jobs = JobFacts.texts
  private(set) var rowCount = 0

  init(of index: Int, _ plan: SamplePlan, _ mailNumbers: MailNumbers) {
    self.plan = plan
    self.mailNumbers = mailNumbers
    self.index = index
    employer = plan.employers[index]
    columns = Self.columns(of: employer)
    texts = plan.stock.texts
    letters = plan.stock.letters
  }

  /// An empty buffer with the header.
  func begin() -> RowBuffer {
    var rows = RowBuffer(delimiter: employer.delimiter, lineEnd: employer.lineEnd)
    if employer.hasByteOrderMark { rows.byteOrderMark() }
    for heading in Self.headings(of: employer) { rows.plain(heading) }
    rows.endRow()
    return rows
  }

  /// Appends the rows of an employee.
  mutating func append(
    _ serial: Int, _ person: Person, origin: Int?, _ employment: Employment,
    to rows: inout RowBuffer
  ) {
    for assignment in employment.assignments {
      rowCount += 1
      let isFirst = assignment.suffix == 1
      for column in columns {
        switch column {
        case .title, .first, .last, .knownAs, .previousLast, .born, .niNumber, .mail:
          append(column, serial, person, origin, employment, to: &rows)
        case .flag, .flagDay, .payScale, .costCentre, .location, .adjustments:
          append(column, employment, isFirst: isFirst, to: &rows)
        default: append(column, serial, assignment, employment, to: &rows)
        }
      }
      rows.endRow()
    }
  }

  /// Columns of the person.
  private func append(
    _ column: Column, _ serial: Int, _ person: Person, _ origin: Int?, _ employment: Employment,
    to rows: inout RowBuffer
  ) {
    rows.beginField()
    switch column {
    case .title:
      rows.append(person.title.text)
      if employer.titleEndsWithStop { rows.append(UInt8(ascii: ".")) }
    case .first: rows.append(texts[person.first])
    case .last: person.last.append(texts, to: &rows.bytes)
    case .knownAs: if let name = person.knownAs { rows.append(texts[name]) }
    case .previousLast:
      if employment.showsPreviousName { person.previous?.append(texts, to: &rows.bytes) }
    case .born: SampleText.append(person.born, employer.birthForm, to: &rows.bytes)
    case .niNumber:
      if employment.hasNINumber { person.appendNINumber(seed: plan.seed, to: &rows.bytes) }
    case .mail:
      guard employment.hasMail else { return }
      let mailbox = plan.mailbox(serial, of: index, origin: origin)
      person.appendAddress(
        letters, number: mailNumbers[mailbox.serial],
        domain: mailbox.isOwn ? employer.mailDomain : Person.nationalDomain, to: &rows.bytes)
    default: break
    }
  }

  /// Columns of the assignment.
  private func append(
    _ column: Column, _ serial: Int, _ assignment: Employment.Assignment,
    _ employment: Employment, to rows: inout RowBuffer
  ) {
    rows.beginField()
    switch column {
    case .organisation: rows.append(employer.codeBytes.span)
    case .number: appendNumber(serial, to: &rows)
    case .assignment:
      rows.append(plan.number(serial, of: index), digits: 8)
      guard assignment.suffix > 1 else { return }
      rows.append(UInt8(ascii: "-"))
      rows.append(assignment.suffix, digits: 1)
    case .primary:
      let isWord = employer.dialect != .trust
      rows.append(
        assignment.isPrimary ? isWord ? "Yes" : "TRUE" : isWord ? "No" as StaticString : "FALSE")
    case .status: rows.append(assignment.status)
    case .category:
      rows.append(
        assignment.isBank
          ? "Bank" : employment.extra % 8 == 0 ? "Fixed Term Temp" as StaticString : "Permanent")
    case .group: rows.append(jobs[JobFacts.groups[assignment.group].name])
    case .job:
      rows.appendQuotedWhereNeeded(jobs[assignment.title])
    case .start:
      // A few cells hold words, as in any extract that people have worked on.
      if employment.extra & 0xFFF == 1 { return rows.append("see file") }
      SampleText.append(assignment.start, employer.dateForm, to: &rows.bytes)
    case .leaving: SampleText.append(assignment.leaving, employer.dateForm, to: &rows.bytes)
    case .manager:
      guard let manager = employment.manager else { return }
      if employment.managerIsUnknown {
        rows.append(99_000_000 + Int(employment.extra % 1_000_000), digits: 8)
      } else {
        appendNumber(manager, to: &rows)
      }
    default: break
    }
  }

  /// Columns of the flag and those that nobody asks for.
  private func append(
    _ column: Column, _ employment: Employment, isFirst: Bool, to rows: inout RowBuffer
  ) {
    rows.beginField()
    let extra = employment.extra
    switch column {
    case .flag: if isFirst { rows.append(word(for: employment)) }
    case .flagDay:
      if isFirst { SampleText.append(employment.flagDay, employer.dateForm, to: &rows.bytes) }
    case .payScale: rows.append(Self.payScales[Int(extra >> 8) % Self.payScales.count])
    case .costCentre: rows.append(400_000 + Int(extra >> 16) % 900, digits: 6)
    case .location: rows.append(Self.places[Int(extra >> 24 & 0xFF) % Self.places.count])
    case .adjustments:
      // Free text of the kind that must never reach an output.
      guard extra >> 32 & 0x3F == 0 else { return }
      rows.appendQuotedWhereNeeded(
        Self.adjustments[Int(extra >> 40 & 0xFF) % Self.adjustments.count])
    default: break
    }
  }

  private func appendNumber(_ serial: Int, to rows: inout RowBuffer) {
    let number = plan.number(serial, of: index)
    rows.append(number, digits: employer.dropsZeros && number < 10_000_000 ? 7 : 8)
  }

  private func word(for employment: Employment) -> StaticString {
    let draw = Int(employment.extra >> 48 & 0xFF)
    let words: [StaticString] =
      switch employment.flag {
      case .none: [""]
      case .carer: ["Yes", "Yes", "Y", "Working Carer", "Carer", "yes", "Unpaid carer"]
      case .notCarer: ["No", "No", "N", "no", "NO", "Not a carer"]
      case .declined: ["Prefer not to say", "Not Disclosed", "Declined"]
      case .notKnown: ["Not Stated", "Unknown", "N/A", "None", "Unspecified"]
      case .unreadable: ["see HR file", "?", "ask manager"]
      }
    return words[draw % words.count]
  }
}
