import Columns
import Vocabulary

/// Finds the ODS code of the employer that a series is of.
///
/// ESR numbers employers by VPD. The pipeline file's `vpd` goes first, then the block's
/// `organisation`, then the NACS code (the old name of the ODS code) of the series' own
/// organisation records: the only one there is, or that of the record that has no parent.
struct OutboundEmployer {
  let vpd: String
  /// What the pipeline file says of VPDs.
  let given: [String: String]
  /// What the block says; missing where it says nothing.
  let organisation: ODSCode
  /// The newest full file, for messages.
  let path: String

  /// The employer's code.
  ///
  /// - Throws: `IngestFailure`, unusable: nothing says which it is.
  func code(in records: OutboundRecords) throws(IngestFailure) -> ODSCode {
    if let code = given[vpd].flatMap({ ODSCode($0) }) { return code }
    if !organisation.isMissing { return organisation }
    let units = Self.units(in: records)
    let codes = Set(units.map(\.code)).subtracting([.missing])
    if let only = codes.first, codes.count == 1 { return only }
    let names = Set(units.map(\.id))
    let roots = units.filter { $0.parent.isEmpty || !names.contains($0.parent) }
    let rootCodes = Set(roots.map(\.code)).subtracting([.missing])
    if let only = rootCodes.first, rootCodes.count == 1 { return only }
    throw IngestFailure(
      .unusable, at: path,
      codes.isEmpty
        ? "no organisation record in force says which employer VPD \(vpd) is (NACS code)"
        : "its organisation records have \(codes.count) different NACS codes, so none says which "
          + "employer VPD \(vpd) is",
      remedy: "add vpd: { \"\(vpd)\": \"<ODS code>\" } to the pipeline file")
  }

  /// One organisation record in force.
  private struct Unit {
    let id: [UInt8]
    let parent: [UInt8]
    /// Missing where there is none, or no valid one.
    let code: ODSCode
  }

  private static func units(in records: OutboundRecords) -> [Unit] {
    let dated = records.records(.organisation)
    var cursor = records.cursor(.organisation)
    var units: [Unit] = []
    for record in dated.standing(on: records.asOf).all {
      cursor.read(dated.places[record], of: records.files)
      let from = cursor.day(.effectiveFrom)
      let to = cursor.day(.effectiveTo)
      guard records.asOf.isWithin(from: from, to: to) else { continue }
      units.append(
        Unit(
          id: Self.bytes(cursor[.organisationID]), parent: bytes(cursor[.parentOrganisationID]),
          code: ODSCode(cursor[.nacsCode]) ?? .missing))
    }
    return units
  }

  private static func bytes(_ cell: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(contentsOf: cell)
    return bytes
  }
}
