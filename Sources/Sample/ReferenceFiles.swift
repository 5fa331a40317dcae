import Files
import Vocabulary

/// Writes what the workforce lead keeps: organisations, footprints, access codes.
struct ReferenceFiles {
  private static let platforms: [(prefix: StaticString, names: [StaticString])] = [
    ("EFC-", ["efc", "Employers for Carers", "EfC Digital"]),
    ("DRC-", ["digital-resource", "Digital Resource for Carers", "DRC"]),
  ]
  private static let letters = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
  /// Words that have no capital within the name of an organisation.
  private static let small: Set<String> = ["and", "of", "the"]
  /// Words that are capitals throughout.
  private static let abbreviations: Set<String> = ["NHS"]

  private let plan: SamplePlan

  init(_ plan: SamplePlan) { self.plan = plan }

  /// Writes the four files into `reference/`; returns their bytes together.
  func write(into folder: Folder) throws(FileError) -> Int {
    var count = 0
    count += try Self.write(trusts(), "reference/etr.csv", folder)
    count += try Self.write(organisations(), "reference/organisations.csv", folder)
    count += try Self.write(footprints(), "reference/footprints.csv", folder)
    count += try Self.write(accessCodes(), "reference/access-codes.csv", folder)
    return count
  }

  private static func write(
    _ bytes: [UInt8], _ path: String, _ folder: Folder
  ) throws(FileError) -> Int {
    var file = try folder.createFile(path)
    try file.write(bytes)
    return try file.close(synchronise: false)
  }

  /// As the ODS publishes it: 27 columns, all quoted, no header.
  private func trusts() -> [UInt8] {
    var bytes: [UInt8] = []
    for employer in plan.employers {
      var cells = [String](repeating: "", count: 27)
      cells[0] = employer.code
      cells[1] = employer.name
      cells[2] = employer.region
      cells[3] = employer.footprint
      cells[10] = employer.opened
      cells[21] = "1"
      let row = cells.map { "\"\($0)\"" }.joined(separator: ",") + "\r\n"
      bytes.append(contentsOf: row.utf8)
    }
    return bytes
  }

  private func organisations() -> [UInt8] {
    var rows = RowBuffer()
    for heading in [
      "organisation_code", "organisation_name", "footprint_code", "previous_footprint_code",
      "valid_from", "valid_to", "hr_lead_name", "hr_lead_email",
    ] as [StaticString] {
      rows.plain(heading)
    }
    rows.endRow()
    for (index, employer) in plan.employers.enumerated() {
      var random = plan.random(.reference, -1 - index)
      let lead = Person(
        serial: index, cultures: Person.cultures(region: employer.region), stock: plan.stock,
        random: &random)
      rows.plain(employer.code.utf8)
      rows.beginField()
      rows.appendQuotedWhereNeeded(Array(Self.titled(employer.name).utf8))
      rows.plain(employer.footprint.utf8)
      rows.plain(employer.previousFootprint.utf8)
      rows.empty()
      rows.empty()
      rows.plain(plan.stock.texts.copy(of: lead.first))
      rows.append(UInt8(ascii: " "))
      lead.last.append(plan.stock.texts, to: &rows.bytes)
      rows.plain("hr.lead@")
      rows.append(employer.mailDomain.span)
      rows.endRow()
    }
    return rows.bytes
  }

  private func footprints() -> [UInt8] {
    var rows = RowBuffer()
    for heading in [
      "footprint_code", "footprint_name", "valid_from", "valid_to",
    ] as [StaticString] {
      rows.plain(heading)
    }
    rows.endRow()
    for cells in Self.footprintFacts {
      rows.plain(cells[0].utf8)
      rows.beginField()
      rows.appendQuotedWhereNeeded(Array(cells[3].utf8))
      rows.plain(cells[1].utf8)
      rows.plain(cells[2].utf8)
      rows.endRow()
    }
    return rows.bytes
  }

  private static var footprintFacts: [[Substring]] {
    FootprintFacts.table.split(separator: "\n").map {
      $0.split(separator: "|", omittingEmptySubsequences: false)
    }
  }

  /// Both platforms' codes of nearly every footprint, closed ones too; a few employers' own.
  private func accessCodes() -> [UInt8] {
    var rows = RowBuffer()
    for heading in [
      "footprint_code", "organisation_code", "platform", "access_code", "valid_from", "valid_to",
    ] as [StaticString] {
      rows.plain(heading)
    }
    rows.endRow()
    for (place, cells) in Self.footprintFacts.enumerated() {
      appendCodes(
        footprint: cells[0], organisation: "", number: 1_000 + place, validTo: "2027-03-31", &rows)
    }
    for (index, employer) in plan.employers.enumerated() where index % 60 == 59 {
      appendCodes(
        footprint: "", organisation: employer.code[...], number: 2_000 + index, validTo: "", &rows)
    }
    return rows.bytes
  }

  private func appendCodes(
    footprint: Substring, organisation: Substring, number: Int, validTo: String,
    _ rows: inout RowBuffer
  ) {
    var random = plan.random(.reference, -1_000_000 - number)
    // Two in 24 owners lack one of their codes: the place of its platform.
    let missing = random.below(24)
    let validTo = random.below(12) == 0 ? "2026-12-15" : validTo
    for (place, platform) in Self.platforms.enumerated() where place != missing {
      rows.plain(footprint.utf8)
      rows.plain(organisation.utf8)
      rows.plain(random.pick(platform.names))
      rows.plain(platform.prefix)
      for letter in 0..<8 {
        if letter == 4 { rows.append(UInt8(ascii: "-")) }
        rows.append(random.pick(Self.letters))
      }
      rows.plain("2025-04-01")
      rows.plain(validTo.utf8)
      rows.endRow()
    }
  }

  /// `NORTH LONDON NHS TRUST` as `North London NHS Trust`.
  private static func titled(_ name: String) -> String {
    name.split(separator: " ").enumerated().map { place, word in
      let lower = word.lowercased()
      if abbreviations.contains(String(word)) { return String(word) }
      if place > 0, small.contains(lower) { return lower }
      return lower.prefix(1).uppercased() + lower.dropFirst()
    }.joined(separator: " ")
  }
}
