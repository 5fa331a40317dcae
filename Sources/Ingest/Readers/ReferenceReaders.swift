import Columns
import Records
import Vocabulary

/// Reads rows of the organisations source.
struct OrganisationReader: RowReader {
  private let code, name, footprint, previous, validFrom, validTo, leadName, leadEmail: Slot

  init(_ cells: borrowing RowCells) {
    code = cells.slot(.organisationCode)
    name = cells.slot(.organisationName)
    footprint = cells.slot(.footprintCode)
    previous = cells.slot(.previousFootprintCode)
    validFrom = cells.slot(.validFrom)
    validTo = cells.slot(.validTo)
    leadName = cells.slot(.hrLeadName)
    leadEmail = cells.slot(.hrLeadEmail)
  }

  func read(
    _ cells: borrowing RowCells, at row: SourceRow, _ values: inout CellValues,
    into tables: inout FileTables
  ) throws(RowRejection) {
    var result = OrganisationRow(row: row, code: try values.ownOrganisation(cells[code]))
    result.name = values.text(cells[name])
    result.footprint = values.code(cells[footprint], .footprintCode)
    result.previousFootprint = values.code(cells[previous], .previousFootprintCode)
    result.validFrom = values.day(cells[validFrom], .validFrom)
    result.validTo = values.day(cells[validTo], .validTo)
    result.hrLeadName = values.text(cells[leadName])
    result.hrLeadEmail = values.email(cells[leadEmail], .hrLeadEmail)
    tables.organisations.append(result)
  }
}

/// Reads rows of the footprints source.
struct FootprintReader: RowReader {
  private let code, name, validFrom, validTo: Slot

  init(_ cells: borrowing RowCells) {
    code = cells.slot(.footprintCode)
    name = cells.slot(.footprintName)
    validFrom = cells.slot(.validFrom)
    validTo = cells.slot(.validTo)
  }

  func read(
    _ cells: borrowing RowCells, at row: SourceRow, _ values: inout CellValues,
    into tables: inout FileTables
  ) throws(RowRejection) {
    if cells[code].isEmpty { throw RowRejection(.footprintMissing) }
    guard let footprint = ODSCode(cells[code]) else { throw RowRejection(.codeInvalid) }
    tables.footprints.append(
      FootprintRow(
        row: row, code: footprint, name: values.text(cells[name]),
        validFrom: values.day(cells[validFrom], .validFrom),
        validTo: values.day(cells[validTo], .validTo)))
  }
}

/// Reads rows of access codes, long (a platform column) or wide (a column for each platform).
struct AccessCodeReader: RowReader {
  private let footprint, organisation, platform, code, validFrom, validTo: Slot
  private let wide: [(Platform, Slot)]

  init(_ cells: borrowing RowCells) {
    footprint = cells.slot(.footprintCode)
    organisation = cells.slot(.organisationCode)
    platform = cells.slot(.platform)
    code = cells.slot(.accessCode)
    validFrom = cells.slot(.validFrom)
    validTo = cells.slot(.validTo)
    let isLong = cells.has(.platform) && cells.has(.accessCode)
    wide =
      isLong
      ? []
      : [
        (.employersForCarers, cells.slot(.efcCode)),
        (.digitalResource, cells.slot(.digitalResourceCode)),
      ]
  }

  func read(
    _ cells: borrowing RowCells, at row: SourceRow, _ values: inout CellValues,
    into tables: inout FileTables
  ) throws(RowRejection) {
    let owner = try owner(cells, &values)
    let codes = wide.isEmpty ? try longCode(cells, owner) : try wideCodes(cells, owner)
    guard let owner = owner.code else { throw RowRejection(.footprintMissing) }
    let validFrom = values.day(cells[validFrom], .validFrom)
    let validTo = values.day(cells[validTo], .validTo)
    for (platform, slot) in codes {
      tables.accessCodes.append(
        AccessCodeRow(
          row: row, owner: owner.code, isOrganisations: owner.isOrganisations, platform: platform,
          code: values.text(cells[slot]), validFrom: validFrom, validTo: validTo))
    }
  }

  /// Whose code it is; nil where both cells are empty, the organisation's where both are filled.
  private struct Owner {
    var code: (code: ODSCode, isOrganisations: Bool)?
  }

  private func owner(
    _ cells: borrowing RowCells, _ values: inout CellValues
  ) throws(RowRejection) -> Owner {
    if !cells[organisation].isEmpty || !values.defaultOrganisation.isMissing {
      let code = try values.ownOrganisation(cells[organisation])
      if !cells[footprint].isEmpty, ODSCode(cells[footprint]) == nil {
        throw RowRejection(.codeInvalid)
      }
      return Owner(code: (code, true))
    }
    if cells[footprint].isEmpty { return Owner(code: nil) }
    guard let code = ODSCode(cells[footprint]) else { throw RowRejection(.codeInvalid) }
    return Owner(code: (code, false))
  }

  private func longCode(
    _ cells: borrowing RowCells, _ owner: Owner
  ) throws(RowRejection) -> [(Platform, Slot)] {
    if Self.looksLikeFormula(cells[code]) { throw RowRejection(.codeInvalid) }
    if owner.code == nil { throw RowRejection(.footprintMissing) }
    if cells[code].isEmpty { throw RowRejection(.codeMissing) }
    guard let platform = Platform(cells[platform]) else { throw RowRejection(.platformUnknown) }
    return [(platform, code)]
  }

  private func wideCodes(
    _ cells: borrowing RowCells, _ owner: Owner
  ) throws(RowRejection) -> [(Platform, Slot)] {
    var filled: [(Platform, Slot)] = []
    for (platform, slot) in wide where !cells[slot].isEmpty {
      if Self.looksLikeFormula(cells[slot]) { throw RowRejection(.codeInvalid) }
      filled.append((platform, slot))
    }
    if owner.code == nil { throw RowRejection(.footprintMissing) }
    if filled.isEmpty { throw RowRejection(.codeMissing) }
    return filled
  }

  /// Whether a spreadsheet would run the text.
  private static func looksLikeFormula(_ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty else { return false }
    switch text[0] {
    case 0x3D, 0x2B, 0x2D, 0x40: return true
    default: return false
    }
  }
}
