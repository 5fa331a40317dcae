package import Columns
package import Vocabulary

/// One row of the organisations source, as it was read.
package struct OrganisationRow: Sendable {
  /// Where the row stands, and what its cells say.
  package var row: SourceRow
  package var code: ODSCode
  package var name: TextCode = .empty
  package var footprint: ODSCode = .missing
  package var previousFootprint: ODSCode = .missing
  package var validFrom: CalendarDay = .missing
  package var validTo: CalendarDay = .missing
  package var hrLeadName: TextCode = .empty
  /// A code of ``Extracts/emails``.
  package var hrLeadEmail: TextCode = .empty

  /// A row of which only place and code are known yet.
  package init(row: SourceRow, code: ODSCode) {
    self.row = row
    self.code = code
  }
}

/// One row of the footprints source, as it was read.
package struct FootprintRow: Sendable {
  /// Where the row stands, and what its cells say.
  package var row: SourceRow
  package var code: ODSCode
  package var name: TextCode
  package var validFrom: CalendarDay
  package var validTo: CalendarDay

  /// Makes a row.
  package init(
    row: SourceRow, code: ODSCode, name: TextCode, validFrom: CalendarDay, validTo: CalendarDay
  ) {
    self.row = row
    self.code = code
    self.name = name
    self.validFrom = validFrom
    self.validTo = validTo
  }
}

/// One access code of one owner for one platform; a wide row of the file gives up to two.
package struct AccessCodeRow: Sendable {
  /// Where the row stands.
  package var row: SourceRow
  /// The organisation or footprint whose code it is.
  package var owner: ODSCode
  /// Whether the owner is an organisation; otherwise it is a footprint.
  package var isOrganisations: Bool
  package var platform: Platform
  /// The code's text; never in a log, an error, the ledger or a terminal.
  package var code: TextCode
  package var validFrom: CalendarDay
  package var validTo: CalendarDay

  /// Makes a row.
  package init(
    row: SourceRow, owner: ODSCode, isOrganisations: Bool, platform: Platform, code: TextCode,
    validFrom: CalendarDay, validTo: CalendarDay
  ) {
    self.row = row
    self.owner = owner
    self.isOrganisations = isOrganisations
    self.platform = platform
    self.code = code
    self.validFrom = validFrom
    self.validTo = validTo
  }
}

/// One row of the decisions source, as it was read.
package struct DecisionRow: Sendable {
  /// What was decided.
  package enum Verdict: Sendable {
    case accept
    case reject
    case waive
    /// The decision cell is empty: accepted, and without effect.
    case none
  }

  /// Where the row stands.
  package var row: SourceRow
  /// Whether it is about a link; otherwise about a discrepancy.
  package var isLink: Bool
  /// An entry's subject, a discrepancy id, or `rule|subject`.
  package var subject: TextCode
  /// Links only: the organisation of the employee named.
  package var organisation: ODSCode
  /// Links only: the number of the employee named.
  package var number: EmployeeNumber
  package var verdict: Verdict
  package var until: CalendarDay

  /// Makes a row.
  package init(
    row: SourceRow, isLink: Bool, subject: TextCode, organisation: ODSCode, number: EmployeeNumber,
    verdict: Verdict, until: CalendarDay
  ) {
    self.row = row
    self.isLink = isLink
    self.subject = subject
    self.organisation = organisation
    self.number = number
    self.verdict = verdict
    self.until = until
  }

  /// Whether the decision counts on `day`: not empty, and not over.
  package func counts(on day: CalendarDay) -> Bool {
    verdict != .none && (until.isMissing || until >= day)
  }
}
