import Columns
import Records
import Vocabulary

/// Writes the lists by which access codes are handed out (contract sections 7 and 8):
/// `distribution/<footprint>/organisations.csv` for the workforce lead, no person in it, and
/// `recipients/<footprint>/<organisation>/carers.csv` and `managers.csv` for one employer's HR.
///
/// Access codes stand in these files, and in what the same folders hold besides: the page, the
/// workbook and the drafts for HR leads. Nowhere else.
struct DistributionFiles: Sendable {
  let contents: RunContents

  // MARK: - organisations.csv

  /// The columns of `organisations.csv`.
  static let organisationColumns = [
    "footprint_code", "footprint_name", "organisation_code", "organisation_name", "hr_lead_name",
    "hr_lead_email", "efc_code", "efc_code_source", "digital_resource_code",
    "digital_resource_code_source", "staff", "carers", "carer_recipients", "manager_recipients",
  ]

  /// The employers of a footprint, sorted by code; the counts are those of `evidence.csv`.
  func organisations(
    ofFootprint index: Int, to output: consuming OutputBuffer
  ) -> OutputBuffer {
    var writer = contents.writer(Self.organisationColumns, output)
    appendOrganisations(ofFootprint: index, to: &writer)
    return writer.end()
  }

  /// Writes the rows of a footprint.
  func appendOrganisations<Writer: RowWriter & ~Copyable>(
    ofFootprint index: Int, to writer: inout Writer
  ) {
    let emails = contents.reconciliation.extracts.emails
    let footprint = contents.footprints[index]
    for place in footprint.employers {
      let employer = contents.employers[place]
      let figures = contents.figures.employers[place]
      writer.code(footprint.code)
      writer.text(footprint.name, contents.fields)
      writer.code(employer.code)
      writer.text(employer.name, contents.fields)
      writer.text(employer.hrLeadName, contents.fields)
      writer.text(emails[employer.hrLeadEmail])
      for platform in [Platform.employersForCarers, .digitalResource] {
        appendCode(code(ofEmployer: place, platform), to: &writer)
      }
      for count in [Count.staff, .carersRecorded, .carerRecipients, .managerRecipients] {
        writer.figure(figures[count].text)
      }
      writer.endRow()
    }
  }

  // MARK: - carers.csv, managers.csv

  private static func recipientColumns(_ platform: Platform) -> [String] {
    [
      "organisation_code", "employee_number", "first_name", "last_name", "work_email", "platform",
      "access_code", "code_source", "code_valid_to",
    ] + (platform == .digitalResource ? ["basis"] : []) + ["delivery"]
  }

  /// The recipients of a platform at an employer, sorted by employee number.
  ///
  /// Only `carers.csv` says on what its rows rest: the list of managers tells nothing of anyone.
  func recipients(
    ofEmployer index: Int, _ platform: Platform, to output: consuming OutputBuffer
  ) -> OutputBuffer {
    let emails = contents.reconciliation.extracts.emails
    let fields = contents.fields
    let employees = contents.reconciliation.workforce.employees
    let evidence = contents.reconciliation.links.statuses.evidence
    let recipients = contents.reconciliation.links.entitlements.recipients(platform)
    let places =
      switch platform {
      case .digitalResource: contents.carerPlaces[index]
      case .employersForCarers: contents.managerPlaces[index]
      }
    let accessCode = code(ofEmployer: index, platform)
    let organisation = contents.employers[index].code.characters
    var writer = contents.writer(Self.recipientColumns(platform), output)
    for place in places {
      let delivery = contents.memory.delivery(
        platform, place: place, hasCode: accessCode != nil)
      if case (.outstanding, .sent) = (contents.settings.deliveryScope, delivery) { continue }
      prefetch(recipients, beyond: place, evidence)
      let employee = recipients[place]
      writer.short(organisation)
      writer.number(employees.number[employee])
      writer.text(employees.firstName[employee], fields)
      writer.text(employees.lastName[employee], fields)
      writer.text(emails[employees.email[employee]])
      writer.word(text: platform.rawValue)
      appendCode(accessCode, to: &writer)
      writer.day(accessCode?.validTo ?? .missing)
      if case .digitalResource = platform { writer.word(text: evidence[employee].text) }
      writer.word(text: delivery.rawValue)
      writer.endRow()
    }
    return writer.end()
  }

  /// Has the processor fetch what rows to come take: recipients are few among the employees.
  @inline(__always)
  private func prefetch(_ recipients: [Int], beyond place: Int, _ evidence: [Evidence]) {
    let last = recipients.count - 1
    let employees = contents.reconciliation.workforce.employees
    let far = recipients[min(place + 2 * FieldTexts.rowsAhead, last)]
    employees.number.span.prefetch(far)
    employees.firstName.span.prefetch(far)
    employees.lastName.span.prefetch(far)
    employees.email.span.prefetch(far)
    evidence.span.prefetch(far)
    let near = recipients[min(place + FieldTexts.rowsAhead, last)]
    contents.fields.prefetch(employees.firstName[near])
    contents.fields.prefetch(employees.lastName[near])
    contents.reconciliation.extracts.emails.prefetch(employees.email[near])
  }

  // MARK: - Codes

  /// The code that an employer uses for a platform, or nil.
  private func code(ofEmployer index: Int, _ platform: Platform) -> AccessCodeRow? {
    contents.reconciliation.links.entitlements.codeRow[index][platform].map { row in
      contents.reconciliation.extracts.accessCodes[row]
    }
  }

  /// Writes a code and the owner of its row, or two empty fields.
  private func appendCode<Writer: RowWriter & ~Copyable>(
    _ code: AccessCodeRow?, to writer: inout Writer
  ) {
    guard let code else {
      writer.empty()
      writer.empty()
      return
    }
    writer.text(code.code, contents.fields)
    writer.code(code.owner)
  }
}
