import Columns
import Records
import Vocabulary

/// Writes the lists by which access codes are handed out (contract sections 7 and 8):
/// `distribution/<footprint>/organisations.csv` for the workforce lead, no person in it, and
/// `recipients/<footprint>/<organisation>/carers.csv` and `managers.csv` for one employer's HR.
///
/// These are the only files in which access codes stand.
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
    let extracts = contents.reconciliation.extracts
    let footprint = contents.footprints[index]
    for place in footprint.employers {
      let employer = contents.employers[place]
      let figures = contents.figures.employers[place]
      writer.code(footprint.code)
      writer.text(extracts.texts[footprint.name])
      writer.code(employer.code)
      writer.text(extracts.texts[employer.name])
      writer.text(extracts.texts[employer.hrLeadName])
      writer.text(extracts.emails[employer.hrLeadEmail])
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
    let extracts = contents.reconciliation.extracts
    let employees = contents.reconciliation.workforce.employees
    let links = contents.reconciliation.links
    let recipients = links.entitlements.recipients(platform)
    let places =
      switch platform {
      case .digitalResource: contents.carerPlaces[index]
      case .employersForCarers: contents.managerPlaces[index]
      }
    let accessCode = code(ofEmployer: index, platform)
    var writer = contents.writer(Self.recipientColumns(platform), output)
    for place in places {
      let delivery = contents.memory.delivery(
        platform, place: place, hasCode: accessCode != nil)
      if contents.settings.deliveryScope == .outstanding, delivery == .sent { continue }
      let employee = recipients[place]
      writer.code(contents.employers[index].code)
      writer.number(employees.number[employee])
      writer.text(extracts.texts[employees.firstName[employee]])
      writer.text(extracts.texts[employees.lastName[employee]])
      writer.text(extracts.emails[employees.email[employee]])
      writer.text(platform.rawValue)
      appendCode(accessCode, to: &writer)
      writer.day(accessCode?.validTo ?? .missing)
      if platform == .digitalResource { writer.text(links.statuses.evidence[employee].text) }
      writer.text(delivery.rawValue)
      writer.endRow()
    }
    return writer.end()
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
    let texts = contents.reconciliation.extracts.texts
    writer.text(texts[code.code])
    writer.code(code.owner)
  }
}
