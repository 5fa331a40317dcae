import Columns
import Records
import Vocabulary

/// One access code is given to two footprints or for both platforms.
///
/// Detects: codes in rows that hold, of owners that an organisation of the staff extract may draw
/// on, of two footprints or for both platforms; not where one footprint is the previous one of an
/// organisation of the other.
///
/// Why it matters: a code that belongs to someone else may be withdrawn at any time.
///
/// Fix: Check with the issuer whose code it is and for which platform, and correct the other rows.
struct AccessCodeShared: Rule {
  /// A footprint, and what was the footprint of one of its organisations before.
  private struct Succession: Hashable {
    let footprint: ODSCode
    let previous: ODSCode
  }

  let about = RuleDescription(
    id: "access-code-shared", severity: .medium, subject: .accessCode,
    problem: "One access code is given to two footprints or for both platforms.",
    action: "Check with the issuer whose code it is and for which platform, and correct the other "
      + "rows.")

  func check(_ all: Reconciliation, _ report: inout RuleReport) {
    var rowsOfCode: [TextCode: [AccessCodeRow]] = [:]
    var codes: [TextCode] = []
    for row in all.codeRowsWithinReach {
      if rowsOfCode[row.code] == nil { codes.append(row.code) }
      rowsOfCode[row.code, default: []].append(row)
    }
    let successions = Self.successions(all)
    for code in codes {
      let rows = rowsOfCode[code] ?? []
      let hasBothPlatforms = Set(rows.map(\.platform)).count > 1
      let hasTwoFootprints = Self.hasTwoFootprints(rows, successions, all)
      guard hasBothPlatforms || hasTwoFootprints else { continue }
      report.add(
        .accessCode(AccessCodeFingerprint.text(of: code, in: all.extracts.texts)),
        Self.detail(hasBothPlatforms: hasBothPlatforms, hasTwoFootprints: hasTwoFootprints),
        rows: Set(rows.map(\.row)).sorted())
    }
  }

  private static func successions(_ all: Reconciliation) -> Set<Succession> {
    var successions: Set<Succession> = []
    for code in all.workforce.organisations {
      let facts = all.reference.facts(code)
      if facts.footprint.isMissing || facts.previousFootprint.isMissing { continue }
      successions.insert(
        Succession(footprint: facts.footprint, previous: facts.previousFootprint))
    }
    return successions
  }

  /// Whether two footprints have the rows of which neither was the other's before.
  private static func hasTwoFootprints(
    _ rows: [AccessCodeRow], _ successions: Set<Succession>, _ all: Reconciliation
  ) -> Bool {
    let footprints = Set(
      rows.map { $0.isOrganisations ? all.reference.facts($0.owner).footprint : $0.owner }
    ).subtracting([.missing])
    return footprints.contains { one in
      footprints.contains { other in
        one < other && !successions.contains(Succession(footprint: one, previous: other))
          && !successions.contains(Succession(footprint: other, previous: one))
      }
    }
  }

  private static func detail(hasBothPlatforms: Bool, hasTwoFootprints: Bool) -> String {
    switch (hasBothPlatforms, hasTwoFootprints) {
    case (true, true): "The code is given to more than one footprint and for both platforms."
    case (true, false): "The code is given for both platforms."
    default: "The code is given to more than one footprint."
    }
  }
}
