import Columns
import Records
import Vocabulary

/// Organisations and footprints at the as-of date, from all rows of all files (contract section 2).
struct ReferenceResolution {
  let asOf: CalendarDay

  /// The reference that the rows of both sources make.
  func resolve(_ organisations: [OrganisationRow], _ footprints: [FootprintRow]) -> Reference {
    var reference = Reference()
    for (code, rows) in Dictionary(grouping: organisations, by: \.code) {
      reference.organisations[code] = facts(code, rows)
    }
    for (code, rows) in Dictionary(grouping: footprints, by: \.code) {
      let holding = rows.filter { asOf.isWithin(from: $0.validFrom, to: $0.validTo) }
      let named = (holding.isEmpty ? rows : holding).last { !$0.name.isEmpty }
      reference.footprints[code] = FootprintFacts(
        name: named?.name ?? .empty, holds: !holding.isEmpty, rows: rows.map(\.row))
    }
    return reference
  }

  /// The facts of one organisation; `rows` are its rows in reading order, at least one.
  private func facts(_ code: ODSCode, _ rows: [OrganisationRow]) -> OrganisationFacts {
    var facts = OrganisationFacts(code: code)
    facts.isKnown = true
    let files = Dictionary(grouping: rows, by: \.row.file).sorted { $0.key < $1.key }.map(\.value)
    let holding = files.map { file in
      file.filter { asOf.isWithin(from: $0.validFrom, to: $0.validTo) }
    }
    let someFileClosesIt = holding.contains { $0.isEmpty }
    let someFileReopensIt = holding.contains { file in
      file.contains { !$0.validFrom.isMissing || !$0.validTo.isMissing }
    }
    facts.isClosed = someFileClosesIt && !someFileReopensIt
    for (file, holding) in zip(files, holding) {
      if let row = holding.last { mergeFootprints(row, &facts) }
      if let row = facts.isClosed ? file.last : holding.last { mergeNames(row, &facts) }
      if let row = holding.last ?? (facts.isClosed ? file.last : nil) { facts.rows.append(row.row) }
    }
    if facts.isClosed { facts.footprint = .missing }
    return facts
  }

  /// Later files over earlier ones, empty fields never over filled ones.
  private func mergeFootprints(_ row: OrganisationRow, _ facts: inout OrganisationFacts) {
    if !row.footprint.isMissing { facts.footprint = row.footprint }
    if !row.previousFootprint.isMissing { facts.previousFootprint = row.previousFootprint }
  }

  /// The fields that a closed organisation has from its last rows, whether they hold or not.
  private func mergeNames(_ row: OrganisationRow, _ facts: inout OrganisationFacts) {
    if !row.name.isEmpty { facts.name = row.name }
    if !row.hrLeadName.isEmpty { facts.hrLeadName = row.hrLeadName }
    if !row.hrLeadEmail.isEmpty { facts.hrLeadEmail = row.hrLeadEmail }
  }
}
