package import Columns
package import Vocabulary

/// What the organisations source says of one organisation at the as-of date (contract section 2).
package struct OrganisationFacts: Sendable {
  /// The organisation.
  package var code: ODSCode
  /// Whether there is any row for it.
  package var isKnown = false
  package var isClosed = false
  package var name: TextCode = .empty
  /// Missing for a closed or unknown organisation, and where no row fills it.
  package var footprint: ODSCode = .missing
  package var previousFootprint: ODSCode = .missing
  package var hrLeadName: TextCode = .empty
  package var hrLeadEmail: TextCode = .empty
  /// The rows that count, one a file at most.
  package var rows: [SourceRow] = []

  /// The facts of an organisation without any row.
  package init(code: ODSCode) { self.code = code }
}

/// What the footprints source says of one footprint at the as-of date.
package struct FootprintFacts: Sendable {
  /// Its name; texts belong to ``Extracts/texts``.
  package var name: TextCode
  /// Whether one of its rows holds.
  package var holds: Bool
  /// All its rows.
  package var rows: [SourceRow]

  /// Makes the facts of a footprint.
  package init(name: TextCode, holds: Bool, rows: [SourceRow]) {
    self.name = name
    self.holds = holds
    self.rows = rows
  }
}

/// Organisations and footprints as they are at the as-of date.
package struct Reference: Sendable {
  /// Every organisation of the staff extract or the organisations source.
  package var organisations: [ODSCode: OrganisationFacts] = [:]
  package var footprints: [ODSCode: FootprintFacts] = [:]

  /// Makes an empty reference.
  package init() {}

  /// The facts of an organisation; those of an unknown one if no row names it.
  package func facts(_ code: ODSCode) -> OrganisationFacts {
    organisations[code] ?? OrganisationFacts(code: code)
  }
}
