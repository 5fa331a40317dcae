import Columns
import Records
import Vocabulary

extension Given {
  func makeExtracts() -> Extracts {
    var extracts = Extracts()
    extracts.inputs = Self.files.map { InputAccount(source: $0.source, path: $0.path) }
    for copy in copies {
      var input = InputAccount(source: .staff, path: copy)
      input.isDuplicate = true
      extracts.inputs.append(input)
    }
    for (index, row) in codeRows.enumerated() {
      guard let platform = Platform(rawValue: row["platform"]) else {
        preconditionFailure("no platform: \(row["platform"])")
      }
      extracts.accessCodes.append(
        AccessCodeRow(
          row: Self.row(.accessCodes, Int(row["line"]).map { $0 - 2 } ?? index),
          owner: Self.code(row["owner"]),
          isOrganisations: row["kind"] == "organisation", platform: platform,
          code: extracts.texts.code(of: row["code"]), validFrom: Self.day(row["from"]),
          validTo: Self.day(row["to"])))
    }
    for (index, row) in decisionRows.enumerated() {
      extracts.decisions.append(
        DecisionRow(
          row: Self.row(.decisions, index), isLink: row["kind"] == "link",
          subject: extracts.texts.code(of: Self.withBars(row["subject"])), organisation: .missing,
          number: .missing, verdict: Self.verdict(row["decision"]), until: Self.day(row["until"])))
    }
    for row in faultRows { extracts.faults.append(fault(row)) }
    return extracts
  }

  private func fault(_ row: DrawnTable.Row) -> CellFault {
    guard let source = Source(rawValue: row["source"]), let line = Int(row["line"]),
      let column = ColumnName(rawValue: row["column"])
    else { preconditionFailure("no fault: \(row)") }
    let place = Self.row(source, line - 2)
    guard !row["employee"].isEmpty else {
      return CellFault(source: source, row: place, column: column)
    }
    let (organisation, number) = Self.employee(row["employee"])
    return CellFault(
      source: source, row: place, column: column, organisation: organisation, number: number)
  }

  /// A subject as drawn, with the bars that a table cannot draw.
  private static func withBars(_ text: String) -> String {
    String(text.map { $0 == "!" ? "|" : $0 })
  }

  private static func verdict(_ word: String) -> DecisionRow.Verdict {
    switch word {
    case "accept": .accept
    case "reject": .reject
    case "waive": .waive
    case "": .none
    default: preconditionFailure("no verdict: \(word)")
    }
  }

  func makeReference() -> Reference {
    var reference = Reference()
    for (index, row) in organisationRows.enumerated() {
      var facts = OrganisationFacts(code: Self.code(row["organisation"]))
      facts.isKnown = true
      facts.isClosed = row.says("closed")
      facts.footprint = Self.code(row["footprint"])
      facts.previousFootprint = Self.code(row["previous"])
      facts.rows = [Self.row(.organisations, index)]
      reference.organisations[facts.code] = facts
    }
    for (index, row) in footprintRows.enumerated() {
      reference.footprints[Self.code(row["footprint"])] = FootprintFacts(
        name: .empty, holds: row.says("holds", or: true), rows: [Self.row(.footprints, index)])
    }
    return reference
  }
}
