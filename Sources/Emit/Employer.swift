import Columns
import Records
import Vocabulary

/// An organisation of the staff extract, as the outputs need it.
struct Employer: Sendable {
  let code: ODSCode
  /// Missing where it has none: unknown, closed, or not filled.
  let footprint: ODSCode
  let name: TextCode
  let hrLeadName: TextCode
  /// A code of ``Extracts/emails``.
  let hrLeadEmail: TextCode
  /// Its run of the employee table.
  let employees: Range<Int>

  /// The name of its footprint's folder.
  var folder: String { footprint.isMissing ? OutputPaths.noFootprint : footprint.text }

  /// `<footprint>/<organisation>`, as its files' paths have it.
  var path: String { "\(folder)/\(code.text)" }
}

/// The employers of one footprint.
struct FootprintGroup: Sendable {
  /// Missing for the employers without a footprint.
  let code: ODSCode
  let name: TextCode
  /// Indices of its employers, ascending by code.
  let employers: [Int]

  /// The name of its folder.
  var folder: String { code.isMissing ? OutputPaths.noFootprint : code.text }

  /// The employers by footprint, sorted by folder name: those without one come last.
  static func groups(of employers: [Employer], reference: Reference) -> [FootprintGroup] {
    var members: [ODSCode: [Int]] = [:]
    for (index, employer) in employers.enumerated() {
      members[employer.footprint, default: []].append(index)
    }
    let codes = members.keys.sorted { left, right in
      // ``OutputPaths/noFootprint`` is in small letters, which come after every code.
      left.isMissing ? false : (right.isMissing ? true : left < right)
    }
    return codes.map { code in
      FootprintGroup(
        code: code, name: reference.footprints[code]?.name ?? .empty,
        employers: members[code] ?? [])
    }
  }
}
