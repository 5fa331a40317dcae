import Records
import Vocabulary

/// The true counts that `summary.json`, `manifest.json` and `report.html` show to who runs it.
///
/// Every word that can be counted stands there, also with 0, so that nights compare line by line.
struct RunTotals: Sendable {
  /// By rule number.
  let findingsByRule: [Int]
  let findingsBySeverity: [Severity: Int]
  let findingsByStatus: [LifeStatus: Int]
  /// By kind of list.
  let linksByOutcome: [ListKind: [EntryLink.Outcome: Int]]
  let linksByMethod: [MatchMethod: Int]
  let rejectsByReason: [RejectReason: Int]
  let activeEmployees: Int
  /// Active employees.
  let employeesByStatus: [ReconciledStatus: Int]
  let persons: Int
  /// By platform.
  let deliveries: [Platform: [Delivery: Int]]

  init(_ contents: RunContents) {
    let reconciliation = contents.reconciliation
    let workforce = reconciliation.workforce
    let rules = contents.findings.rules
    var byRule = [Int](repeating: 0, count: rules.count)
    for finding in contents.findings.all { byRule[finding.rule] += 1 }
    findingsByRule = byRule
    var bySeverity = Self.zeros(Severity.allCases)
    for (rule, count) in byRule.enumerated() {
      bySeverity[rules[rule].severity, default: 0] += count
    }
    findingsBySeverity = bySeverity
    findingsByStatus = Self.counted(contents.discrepancies.lives.map(\.status), LifeStatus.allCases)

    var byOutcome: [ListKind: [EntryLink.Outcome: Int]] = [:]
    var methods: [MatchMethod] = []
    for kind in ListKind.allCases {
      let links = reconciliation.links.list(kind).links
      byOutcome[kind] = Self.counted(links.map(\.outcome), EntryLink.Outcome.allCases)
      methods += links.compactMap(\.method)
    }
    linksByOutcome = byOutcome
    linksByMethod = Self.counted(methods, MatchMethod.allCases)
    rejectsByReason = Self.counted(
      reconciliation.extracts.rejects.map(\.reason), RejectReason.allCases)

    var active = 0
    var byStatus = Self.zeros(ReconciledStatus.allCases)
    for employee in 0..<workforce.employees.count where workforce.employees.isActive[employee] {
      active += 1
      byStatus[reconciliation.links.statuses.reconciled[employee], default: 0] += 1
    }
    activeEmployees = active
    employeesByStatus = byStatus
    persons = workforce.persons.key.indices.count { Int(workforce.persons.key[$0]) == $0 }
    deliveries = Self.deliveries(contents)
  }

  private static func deliveries(_ contents: RunContents) -> [Platform: [Delivery: Int]] {
    var result: [Platform: [Delivery: Int]] = [:]
    for platform in Platform.allCases {
      let places =
        switch platform {
        case .digitalResource: contents.carerPlaces
        case .employersForCarers: contents.managerPlaces
        }
      var counts = zeros(Delivery.allCases)
      for (employer, range) in places.enumerated() {
        let hasCode =
          contents.reconciliation.links.entitlements.codeRow[employer][platform] != nil
        for place in range {
          let delivery = contents.memory.delivery(platform, place: place, hasCode: hasCode)
          counts[delivery, default: 0] += 1
        }
      }
      result[platform] = counts
    }
    return result
  }

  private static func zeros<Word: Hashable>(_ words: [Word]) -> [Word: Int] {
    Dictionary(uniqueKeysWithValues: words.map { ($0, 0) })
  }

  private static func counted<Word: Hashable>(_ found: [Word], _ words: [Word]) -> [Word: Int] {
    found.reduce(into: zeros(words)) { $0[$1, default: 0] += 1 }
  }
}

extension JSONValue {
  /// An object of counts by the words that files use.
  static func counts<Word: RawRepresentable<String>>(_ counts: [Word: Int]) -> JSONValue {
    .object(
      Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, .integer($0.value)) }))
  }
}
