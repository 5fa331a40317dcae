import Records
import Vocabulary

/// Whose access code for which platform a row gives.
struct CodeOwner: Hashable {
  let code: ODSCode
  let isOrganisation: Bool
  let platform: Platform

  init(_ row: AccessCodeRow) {
    code = row.owner
    isOrganisation = row.isOrganisations
    platform = row.platform
  }

  init(code: ODSCode, isOrganisation: Bool, platform: Platform) {
    self.code = code
    self.isOrganisation = isOrganisation
    self.platform = platform
  }

  /// What a finding about it is raised for.
  var subject: FindingSubject {
    isOrganisation
      ? .organisationPlatform(code, platform) : .footprintPlatform(code, platform)
  }
}

extension Platform {
  /// The platform's name in sentences.
  var inWords: String {
    switch self {
    case .employersForCarers: "Employers for Carers"
    case .digitalResource: "Digital Resource for Carers"
    }
  }
}

extension AccessCodeRow {
  /// Whether the row holds on `day` by its dates.
  func holds(on day: CalendarDay) -> Bool {
    (validFrom.isMissing || validFrom <= day) && (validTo.isMissing || validTo >= day)
  }
}

extension Reconciliation {
  /// The rows that hold, of owners that an organisation of the staff extract may draw on.
  ///
  /// Those are the organisation, its footprint and its previous footprint (contract section 6).
  /// In reading order.
  var codeRowsWithinReach: [AccessCodeRow] {
    var organisations: Set<ODSCode> = []
    var footprints: Set<ODSCode> = []
    for code in workforce.organisations {
      let facts = reference.facts(code)
      organisations.insert(code)
      footprints.insert(facts.footprint)
      footprints.insert(facts.previousFootprint)
    }
    footprints.remove(.missing)
    return extracts.accessCodes.filter { row in
      row.holds(on: asOf)
        && (row.isOrganisations ? organisations : footprints).contains(row.owner)
    }
  }
}
