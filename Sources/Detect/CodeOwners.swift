import Records
import Vocabulary

extension AccessCodeOwner {
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
