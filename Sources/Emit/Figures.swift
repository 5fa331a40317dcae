import Columns
import Records
import Vocabulary

/// What is counted of each employer, footprint and of all (contract section 8, `evidence.csv`).
///
/// All but the last two are counts of active employees.
package enum Count: Int, CaseIterable, Sendable {
  case staff
  /// Status carer.
  case carersRecorded
  /// Status carer or carer-unflagged.
  case carersIdentified
  /// Live passport entries, not foreign, linked to one.
  case passports
  /// Those of them that are not overdue for review.
  case passportsOnTime
  case networkCarerMembers
  case carerRecipients
  case managerRecipients

  /// Those of which a second part is hidden where only one is.
  static let withSecondarySuppression: [Count] = [
    .staff, .carersRecorded, .carersIdentified, .passports, .networkCarerMembers,
  ]
}

/// The counts of one employer, one footprint or all, as they may be shown.
package struct FigureSet: Sendable, Equatable {
  /// By ``Count``.
  private var counts: [ControlledCount]
  /// How many platforms of its employers have a code; not controlled.
  let coveredPlatforms: Int
  /// How many platforms its employers have, two each.
  let platforms: Int

  /// Puts true counts, by ``Count``, under a rule.
  init(
    _ trueCounts: [Int], coveredPlatforms: Int, platforms: Int, disclosure: EmitSettings.Disclosure
  ) {
    counts = trueCounts.map { ControlledCount($0, disclosure) }
    self.coveredPlatforms = coveredPlatforms
    self.platforms = platforms
  }

  /// One of the counts.
  package subscript(count: Count) -> ControlledCount {
    get { counts[count.rawValue] }
    set { counts[count.rawValue] = newValue }
  }

  /// Hides what could be worked out from the number of recorded carers that is hidden.
  mutating func hideDependants() {
    guard self[.carersRecorded].isHidden else { return }
    self[.carersIdentified].isHidden = true
    self[.carerRecipients].isHidden = true
  }
}

/// The figures of a run under disclosure control, at their three levels.
package struct Figures: Sendable {
  /// By employer.
  package private(set) var employers: [FigureSet]
  /// By footprint group.
  package private(set) var footprints: [FigureSet]
  /// All employers together.
  package private(set) var all: FigureSet

  /// Counts, adds up and controls.
  init(
    reconciliation: Reconciliation, employers: [EmployerCounts],
    footprints groups: [FootprintGroup], carerRecipients: [Int], managerRecipients: [Int],
    disclosure: EmitSettings.Disclosure
  ) {
    var trueCounts = Self.trueCounts(reconciliation, employers)
    for index in employers.indices {
      trueCounts[index][Count.carerRecipients.rawValue] = carerRecipients[index]
      trueCounts[index][Count.managerRecipients.rawValue] = managerRecipients[index]
    }
    let codeRows = reconciliation.links.entitlements.codeRow
    let covered = employers.indices.map { codeRows[$0].count }
    self.init(trueCounts, covered: covered, groups: groups.map(\.employers), disclosure: disclosure)
  }

  /// Adds up and controls the true counts of employers, each by ``Count``.
  ///
  /// Both are sorted by code: `groups`, which hold the employers of each footprint, and those.
  package init(
    _ trueCounts: [[Int]], covered: [Int], groups: [[Int]], disclosure: EmitSettings.Disclosure
  ) {
    func figures(of members: some Collection<Int>) -> FigureSet {
      FigureSet(
        Count.allCases.map { count in members.reduce(0) { $0 + trueCounts[$1][count.rawValue] } },
        coveredPlatforms: members.reduce(0) { $0 + covered[$1] },
        platforms: members.count * Platform.allCases.count, disclosure: disclosure)
    }
    employers = trueCounts.indices.map { figures(of: CollectionOfOne($0)) }
    footprints = groups.map { figures(of: $0) }
    all = figures(of: trueCounts.indices)
    guard disclosure == .nhsEngland else { return }
    for count in Count.withSecondarySuppression { suppressSecondary(count, groups: groups) }
    for index in employers.indices { employers[index].hideDependants() }
    for index in footprints.indices { footprints[index].hideDependants() }
    all.hideDependants()
  }

  /// Hides second parts of footprints, then of all; a footprint that is hidden so hides one more of
  /// its employers, or its total could be added up from them.
  private mutating func suppressSecondary(_ count: Count, groups: [[Int]]) {
    for (group, members) in groups.enumerated() {
      let parts = members.map { employers[$0][count] }
      if let place = DisclosureControl.secondToHide(parts, total: footprints[group][count]) {
        employers[members[place]][count].isHidden = true
      }
    }
    let parts = footprints.map { $0[count] }
    guard let group = DisclosureControl.secondToHide(parts, total: all[count]) else { return }
    footprints[group][count].isHidden = true
    let members = groups[group].map { employers[$0][count] }
    if let place = DisclosureControl.smallestShown(members) {
      employers[groups[group][place]][count].isHidden = true
    }
  }

  /// The true counts of each employer but for its recipients.
  private static func trueCounts(
    _ reconciliation: Reconciliation, _ employers: [EmployerCounts]
  ) -> [[Int]] {
    var result = [[Int]](
      repeating: [Int](repeating: 0, count: Count.allCases.count), count: employers.count)
    for (index, counts) in employers.enumerated() {
      result[index][Count.staff.rawValue] = counts.active
      result[index][Count.carersRecorded.rawValue] = counts[.carer]
      result[index][Count.carersIdentified.rawValue] = counts[.carer] + counts[.carerUnflagged]
      result[index][Count.networkCarerMembers.rawValue] = counts.networkCarerMembers
    }
    let table = reconciliation.workforce.employees
    let links = reconciliation.links
    for index in links.passports.links.indices {
      guard let employee = links.passports.links[index].employee, table.isActive[employee],
        links.passportStates[index].isLive, !links.isForeign[index]
      else { continue }
      let employer = Int(table.organisation[employee])
      result[employer][Count.passports.rawValue] += 1
      if links.passportStates[index] != .reviewOverdue {
        result[employer][Count.passportsOnTime.rawValue] += 1
      }
    }
    return result
  }
}
