import Records
import Vocabulary

/// The true counts that `summary.json`, `manifest.json` and `report.html` show to who runs it.
///
/// Every word that can be counted stands there, also with 0, so that nights compare line by line.
struct RunTotals: Sendable {
  /// By rule number.
  let findingsByRule: [Int]
  let findingsBySeverity: [Severity: Int]
  let findingsByStatus: [DiscrepancyStatus: Int]
  /// What happened since the last published run; all 0 in a first run.
  let changesByWord: [DiscrepancyChangeWord: Int]
  /// By kind of list.
  let linksByOutcome: [ListKind: [EntryLink.Outcome: Int]]
  let linksByMethod: [MatchMethod: Int]
  let rejectsByReason: [RejectReason: Int]
  let activeEmployees: Int
  /// Active employees.
  let employeesByStatus: [ReconciledStatus: Int]
  let persons: Int
  /// By platform.
  let deliveries: [Platform: [DeliveryStatus: Int]]

  init(_ contents: RunContents) {
    let reconciliation = contents.reconciliation
    let rules = contents.findings.rules
    var byRule = [Int](repeating: 0, count: rules.count)
    let findings = contents.findings.all
    for index in findings.indices { byRule[findings[index].rule] += 1 }
    findingsByRule = byRule
    var bySeverity = Self.zeros(Severity.allCases)
    for (rule, count) in byRule.enumerated() {
      bySeverity[rules[rule].severity, default: 0] += count
    }
    findingsBySeverity = bySeverity
    var byStatus = Self.counted(
      contents.discrepancies.lives.map(\.status), DiscrepancyStatus.allCases)
    let resolvedCount = contents.memory.changes?.resolved.count ?? 0
    byStatus[.resolved] = resolvedCount
    findingsByStatus = byStatus
    var byChange = Self.counted(
      contents.memory.changes?.words.compactMap(\.self) ?? [], DiscrepancyChangeWord.allCases)
    byChange[.resolved] = resolvedCount
    changesByWord = byChange

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

    let counts = contents.employerCounts
    activeEmployees = counts.reduce(0) { $0 + $1.active }
    employeesByStatus = Dictionary(
      uniqueKeysWithValues: ReconciledStatus.allCases.map { status in
        (status, counts.reduce(0) { $0 + $1[status] })
      })
    persons = counts.reduce(0) { $0 + $1.persons }
    deliveries = Self.deliveries(contents)
  }

  /// The numbers of the rules that found something, the most severe first.
  func rulesFound(_ rules: [RuleInForce]) -> [Int] {
    rules.indices.filter { findingsByRule[$0] > 0 }
      .sorted { (rules[$0].severity.rank, $0) < (rules[$1].severity.rank, $1) }
  }

  private static func deliveries(_ contents: RunContents) -> [Platform: [DeliveryStatus: Int]] {
    var result: [Platform: [DeliveryStatus: Int]] = [:]
    for platform in Platform.allCases {
      let places =
        switch platform {
        case .digitalResource: contents.carerPlaces
        case .employersForCarers: contents.managerPlaces
        }
      var counts = zeros(DeliveryStatus.allCases)
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

  /// How often each word was found; words are few, so that looking for each is the quickest.
  private static func counted<Word: Hashable>(_ found: [Word], _ words: [Word]) -> [Word: Int] {
    Dictionary(
      uniqueKeysWithValues: words.map { word in (word, found.count { $0 == word }) })
  }
}

extension JSONValue {
  /// An object of counts by the words that files use.
  static func counts<Word: RawRepresentable<String>>(_ counts: [Word: Int]) -> JSONValue {
    .object(
      Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, .integer($0.value)) }))
  }
}
