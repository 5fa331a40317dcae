import Glibc
package import Vocabulary

/// What became of one list entry (contract section 5).
package struct EntryLink: Sendable {
  /// The words of `links.csv`.
  package enum Outcome: String, CaseIterable, Sendable {
    case linked
    case review
    case ambiguous
    case unmatched
  }

  /// What came of it.
  package var outcome: Outcome = .unmatched
  /// The employee linked to; nil where not linked.
  package var employee: Int?
  /// The method that made the link.
  package var method: MatchMethod?
  /// The probability of the best candidate, 0 to 1.
  ///
  /// Only where the probabilistic method was tried and found one, linked or not.
  package var probability: Double?
  /// What speaks for and against a probabilistic link; empty for other methods.
  package var evidence: [FieldEvidence] = []
  /// Whether some method had candidates of whom none agreed.
  package var hadConflict = false
  /// Whether the candidates of some exact method that agreed were several persons.
  package var wasAmbiguous = false

  /// An entry that is not linked.
  package init() {}
}

/// What one compared field says of a pair.
package struct FieldEvidence: Sendable, Equatable {
  /// The field, such as `last name`.
  package var field: String
  /// How it agrees, such as `exact and rare`.
  package var level: String
  /// The weight in bits: positive speaks for the pair, negative against it.
  package var weight: Double

  /// Makes evidence.
  package init(field: String, level: String, weight: Double) {
    self.field = field
    self.level = level
    self.weight = weight
  }

  /// `last name: exact and rare (+14.2)`.
  package var text: String {
    let tenths = Int((abs(weight) * 10).rounded())
    return "\(field): \(level) (\(weight < 0 ? "-" : "+")\(tenths / 10).\(tenths % 10))"
  }
}

/// The entries of one list with everything that joining says of them; arrays run in reading order.
package struct JoinedList: Sendable {
  /// Which list it is.
  package var kind: ListKind
  /// The entries, and the link of each.
  package var entries: [ListEntry]
  package var links: [EntryLink] = []
  /// The entry's subject, such as `passport:RA2:R17` or `network:a@b.uk#2`.
  package var subjects: [String] = []
  /// Whether the entry is a second or later one with its key.
  package var isRepeated: [Bool] = []
  /// By employee: the entries linked to it, in reading order.
  private var entriesOfEmployee = IndexGroups()
  /// By person's key: the entries with consent linked to one of its employees, in reading order.
  private var sharedEntriesOfPerson = IndexGroups()

  /// A list of which nothing is joined yet.
  package init(kind: ListKind, entries: [ListEntry]) {
    self.kind = kind
    self.entries = entries
  }

  /// Takes note of which entries are linked to each employee of `persons`, once all links are made.
  package mutating func indexLinks(of persons: Persons) {
    let key = persons.key
    entriesOfEmployee = IndexGroups(count: key.count, of: links.count) { links[$0].employee }
    sharedEntriesOfPerson = IndexGroups(count: key.count, of: links.count) { index in
      entries[index].hasConsent ? links[index].employee.map { Int(key[$0]) } : nil
    }
  }

  /// How many entries are linked.
  var linkedCount: Int { links.indices.count { links[$0].outcome == .linked } }

  /// The indices of the entries linked to an employee, in reading order.
  ///
  /// - Precondition: ``indexLinks(of:)`` was called.
  package func entries(of employee: Int) -> IndexGroups.Indices { entriesOfEmployee[employee] }

  /// The indices of the entries with consent that are linked to a person, by its key, as read.
  ///
  /// - Precondition: ``indexLinks(of:)`` was called.
  package func sharedEntries(ofPerson key: Int) -> IndexGroups.Indices {
    sharedEntriesOfPerson[key]
  }

  /// The keys of the persons to whose employees entries with consent are linked, ascending.
  package var personsThatShare: [Int] { sharedEntriesOfPerson.filledGroups }

  /// Employees to whom several entries are linked, ascending.
  package var employeesWithSeveral: [Int] {
    entriesOfEmployee.filledGroups.filter { entriesOfEmployee[$0].count > 1 }
  }
}

/// What Join makes of lists, employees and codes: links, statuses, recipients.
package struct Links: Sendable {
  /// The two lists.
  package var passports: JoinedList
  package var memberships: JoinedList
  /// The state of each passport at the as-of date.
  package var passportStates: [PassportState] = []
  /// Whether each passport names another organisation than its employee (contract section 5).
  package var isForeign: [Bool] = []
  /// The state of each membership at the as-of date.
  package var membershipStates: [MembershipState] = []
  /// Link decisions without effect: indices into ``Extracts/decisions``.
  ///
  /// They count by their dates but name an entry or employee that is not there, or a repeated entry
  /// and an employee that do not agree.
  package var idleDecisions: [Int] = []
  /// What follows from the links for each employee: the statuses, and who is to have which code.
  package var statuses = Statuses()
  package var entitlements = Entitlements()
  /// What a reviewer is asked about: one row a candidate.
  package var reviews: [Review] = []
  /// How many pairs of entry and employee the probabilistic method compared.
  package var comparedPairs = 0

  /// Links of which nothing is joined yet.
  package init(passports: JoinedList, memberships: JoinedList) {
    self.passports = passports
    self.memberships = memberships
  }

  /// How many entries both lists have.
  package var entryCount: Int { passports.entries.count + memberships.entries.count }

  /// How many of them are linked.
  package var linkedCount: Int { passports.linkedCount + memberships.linkedCount }

  /// One of the two lists.
  package func list(_ kind: ListKind) -> JoinedList {
    switch kind {
    case .passports: passports
    case .network: memberships
    }
  }
}

/// One candidate of an entry that a person is asked to decide.
package struct Review: Sendable {
  /// The list that the entry is of.
  package var kind: ListKind
  /// The entry's index in its list.
  package var entry: Int
  /// The candidate, and the probability that it is them, 0 to 1.
  package var employee: Int
  package var probability: Double
  /// The level of each compared field, in words, such as `last name: exact`.
  package var levels: [String]

  /// Makes a review.
  package init(
    kind: ListKind, entry: Int, employee: Int, probability: Double, levels: [String]
  ) {
    self.kind = kind
    self.entry = entry
    self.employee = employee
    self.probability = probability
    self.levels = levels
  }
}

/// The status of each employee (contract section 5); columns by employee index.
package struct Statuses: Sendable {
  /// The best state of the passports that count for the employee.
  package var passport: [PassportState] = []
  /// Review date of the passport that gave the status.
  package var reviewDate: [CalendarDay] = []
  package var network: [MembershipState] = []
  package var reconciled: [ReconciledStatus] = []
  package var evidence: [Evidence] = []
  /// Those of whom a flag, a passport or a membership is known, ascending; of most nothing is.
  package var recorded: [Int] = []
  /// By organisation index: whether a passport that is not foreign is linked to one of its
  /// employees.
  package var hasPassportLog: [Bool] = []

  /// Makes empty statuses.
  package init() {}
}

/// What an employee's status rests on; written as words joined by `+`.
package struct Evidence: OptionSet, Hashable, Sendable {
  /// One bit for each of the three.
  package let rawValue: UInt8

  /// Makes a set of its stored form.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The flag is carer.
  package static let esr = Evidence(rawValue: 1)
  /// The passport status is active or review-overdue.
  package static let passport = Evidence(rawValue: 2)
  /// The network status is carer-member.
  package static let network = Evidence(rawValue: 4)

  /// Those that hold, joined by `+`.
  package var text: String { Self.texts[Int(rawValue & 7)] }

  private static let texts = [
    "", "esr", "passport", "esr+passport", "network", "esr+network", "passport+network",
    "esr+passport+network",
  ]
}
