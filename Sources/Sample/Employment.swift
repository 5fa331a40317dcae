import Vocabulary

/// What an employer's extract says of one employee besides who it is.
struct Employment {
  /// What the carer flag's column says of all assignments.
  enum Flag {
    case none, carer, notCarer, declined, notKnown, unreadable
  }

  /// One row of the extract.
  struct Assignment {
    let suffix: Int
    let isPrimary: Bool
    let isBank: Bool
    let start: CalendarDay
    let leaving: CalendarDay
    let group: Int
    /// In the texts of ``JobFacts``.
    let title: UInt32
    let status: StaticString
  }

  let assignments: [Assignment]
  /// The serial of the manager; nil: none is named.
  let manager: Int?
  /// The manager's number is one that nobody has.
  let managerIsUnknown: Bool
  let flag: Flag
  let flagDay: CalendarDay
  let isOnPassportLog: Bool
  let isNetworkMember: Bool
  let hasMail: Bool
  let hasNINumber: Bool
  let showsPreviousName: Bool
  let hasPassportCompetence: Bool
  /// The number beyond 0 picks what stands in the columns that nobody asks for.
  let extra: UInt64

  /// How many employees have one manager.
  private static let span = 14
  private static let groups = WeightedTable(weights: JobFacts.shares)
  private static let statuses: [StaticString] = [
    "Maternity & Adoption", "Internal Secondment", "Acting Up", "Career Break",
    "Out on External Secondment - Paid", "Suspend With Pay",
  ]

  init(_ serial: Int, of employer: Int, _ plan: SamplePlan, isMover: Bool, born: CalendarDay) {
    var random = plan.random(.employment, serial)
    let isManager = (serial - plan.starts[employer]) % Self.span == 0
    let isOrigin = plan.isOrigin(serial, of: employer) && !isManager
    (isOnPassportLog, isNetworkMember) = plan.lists(serial)
    // Those whom others come from have mostly left; movers came in the last two years.
    let hasLeft =
      isOrigin ? random.chance(7_000) : random.chance(isMover ? 300 : 480) && !isManager
    let asOf = SampleGenerator.asOf
    let leaving =
      hasLeft ? asOf.adding(days: -1 - random.below(isOrigin ? 700 : 420)) : .missing
    let isComing = random.chance(60) && !isManager
    let latest = hasLeft ? leaving : isComing ? asOf.adding(days: 30) : asOf
    let earliest = born.adding(days: 18 * 365)
    let longest = max(1, min(Int(latest.raw - earliest.raw), isMover ? 700 : 40 * 365))
    let length = min(random.below(longest), random.below(longest))
    assignments = Self.assignments(
      start: latest.adding(days: -length), leaving: leaving, hasLeft: hasLeft, &random)
    manager = plan.employers[employer].namesManagers ? Self.manager(serial, employer, plan) : nil
    managerIsUnknown = random.chance(40)
    (flag, flagDay) = Self.flag(isListed: isOnPassportLog || isNetworkMember, &random)
    hasMail = random.chance(9_700)
    hasNINumber = random.chance(9_850)
    showsPreviousName = random.chance(4_500)
    hasPassportCompetence = random.chance(isOnPassportLog ? 4_500 : 15)
    extra = random.next()
  }

  private static func assignments(
    start: CalendarDay, leaving: CalendarDay, hasLeft: Bool, _ random: inout SampleRandom
  ) -> [Assignment] {
    let count = random.chance(850) ? random.chance(1_200) ? 3 : 2 : 1
    var assignments: [Assignment] = []
    for place in 1...count {
      let group = Int(groups.pick(&random))
      let titles = JobFacts.groups[group].titles
      let status: StaticString =
        hasLeft
        ? random.chance(8_500) ? "Terminate Assignment" : "Active Assignment"
        : random.chance(450) ? random.pick(statuses) : "Active Assignment"
      assignments.append(
        Assignment(
          suffix: place, isPrimary: place == 1,
          isBank: random.chance(place == 1 ? 900 : 8_000),
          start: place == 1 ? start : start.adding(days: random.below(30)), leaving: leaving,
          group: group, title: titles.lowerBound + UInt32(random.below(titles.count)),
          status: status))
    }
    return assignments
  }

  /// The first employee of each span manages it; the first of all manages those.
  private static func manager(_ serial: Int, _ employer: Int, _ plan: SamplePlan) -> Int {
    let first = plan.starts[employer]
    let place = serial - first
    return place % span == 0 ? first : serial - place % span
  }

  /// What ESR knows: about half of those on a list, and few of the others.
  private static func flag(
    isListed: Bool, _ random: inout SampleRandom
  ) -> (Flag, CalendarDay) {
    let draw = random.below(10_000)
    let day =
      random.chance(7_000) ? SampleGenerator.asOf.adding(days: -random.below(1_500)) : .missing
    if isListed {
      if draw < 5_200 { return (.carer, day) }
      if draw < 5_500 { return (.notCarer, day) }
      return draw < 5_580 ? (.declined, day) : (.none, .missing)
    }
    if draw < 260 { return (.carer, day) }
    if draw < 1_300 { return (.notCarer, day) }
    if draw < 1_420 { return (.declined, day) }
    if draw < 1_900 { return (.notKnown, .missing) }
    return draw < 1_906 ? (.unreadable, .missing) : (.none, .missing)
  }
}
