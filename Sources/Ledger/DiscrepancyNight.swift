package import Vocabulary

/// Tonight's discrepancies held against the last published run.
///
/// It is what `discrepancies.csv` and the summary say, and what the ledger will enter when the run
/// is published.
package struct DiscrepancyNight: Sendable {
  /// The as-of date of the run.
  package let asOf: CalendarDay
  /// The status of each discrepancy, in the order in which they were handed in.
  package private(set) var statuses: [DiscrepancyStatus]
  /// The as-of date of the run that first saw each, in the same order.
  package private(set) var firstSeen: [CalendarDay]
  /// What happened to each since the last published run, in the same order; nil where nothing did.
  package private(set) var changesSeen: [DiscrepancyChangeWord?]
  /// What is gone, in the order of the keyed hashes.
  package private(set) var resolved: [ResolvedDiscrepancy] = []

  /// The rules' ids, for the changes' indices.
  let rules: [String]
  /// The changes by the order of subjects; rule and organisation stand apart, as they may be new.
  private(set) var changes: [Change] = []

  /// A change whose words are not terms of the ledger yet.
  struct Change {
    let subject: KeyedHash
    let event: DiscrepancyEvent
    let severity: Severity
    /// For what was seen an index into `rules`; for what is resolved a term.
    let rule: Int32
    /// For what was seen the code's packed form; for what is resolved a term.
    let organisation: UInt64
    let waivedUntil: CalendarDay
    /// Its place among what was known before; nil where it was not.
    let known: Int32?
  }

  /// The number of days since it was first seen; 0 in a run for an earlier date.
  package func ageDays(_ index: Int) -> Int {
    max(0, Int(asOf.raw) - Int(firstSeen[index].raw))
  }

  /// How many have a status; those resolved are counted too.
  package func count(_ status: DiscrepancyStatus) -> Int {
    status == .resolved ? resolved.count : statuses.count { $0 == status }
  }

  init(
    seen: [SeenDiscrepancy], rules: [String], asOf: CalendarDay, known: KnownDiscrepancies,
    terms: Terms
  ) {
    self.asOf = asOf
    self.rules = rules
    statuses = [DiscrepancyStatus](repeating: .new, count: seen.count)
    firstSeen = [CalendarDay](repeating: asOf, count: seen.count)
    changesSeen = [DiscrepancyChangeWord?](repeating: nil, count: seen.count)
    if known.subjects.isEmpty { changes.reserveCapacity(seen.count) }  // all of them are new
    var position = 0
    var last: Int?
    for placed in SortedHashes.sorted(seen.lazy.map(\.subject)) {
      let index = Int(placed.place)
      let subject = placed.hash
      if let last, seen[last].subject == subject {
        // Two findings with one discrepancy id live one life: the first one's.
        statuses[index] = statuses[last]
        firstSeen[index] = firstSeen[last]
        changesSeen[index] = changesSeen[last]
        continue
      }
      last = index
      while position < known.subjects.count, known.subjects[position] < subject {
        resolve(known, position, terms)
        position += 1
      }
      let isKnown = position < known.subjects.count && known.subjects[position] == subject
      meet(seen[index], at: index, known, isKnown ? position : nil, terms)
      if isKnown { position += 1 }
    }
    while position < known.subjects.count {
      resolve(known, position, terms)
      position += 1
    }
  }

  private mutating func meet(
    _ seen: SeenDiscrepancy, at index: Int, _ known: KnownDiscrepancies, _ place: Int?,
    _ terms: Terms
  ) {
    let life = place.map { known.lives[$0] }
    firstSeen[index] = life?.firstSeen ?? asOf
    let isSame =
      life.map { life in
        life.severity == seen.severity
          && terms.text(life.organisation) == seen.organisation.text
          && life.waivedUntil == (seen.waivedUntil ?? .missing)
      } ?? false
    let event: DiscrepancyEvent?
    switch (life?.state, seen.waivedUntil) {
    case (.waived, .some):
      statuses[index] = .waived
      event = isSame ? nil : .waived
    case (_, .some):
      statuses[index] = .waived
      event = .waived
    case (nil, nil):
      statuses[index] = .new
      event = .new
    case (.open, nil):
      statuses[index] = .open
      event = isSame ? nil : .changed
    case (.waived, nil):
      statuses[index] = .open
      event = .waiverEnded
    case (.resolved, nil):
      statuses[index] = .reopened
      event = .reopened
    }
    guard let event else { return }
    changesSeen[index] = event.word
    changes.append(
      Change(
        subject: seen.subject, event: event, severity: seen.severity, rule: Int32(seen.rule),
        organisation: seen.organisation.raw, waivedUntil: seen.waivedUntil ?? .missing,
        known: place.map(Int32.init)))
  }

  private mutating func resolve(_ known: KnownDiscrepancies, _ place: Int, _ terms: Terms) {
    let (subject, life) = (known.subjects[place], known.lives[place])
    guard life.state != .resolved else { return }
    resolved.append(
      ResolvedDiscrepancy(
        subject: subject, rule: terms.text(life.rule), severity: life.severity,
        organisation: terms.text(life.organisation), firstSeen: life.firstSeen))
    changes.append(
      Change(
        subject: subject, event: .resolved, severity: life.severity, rule: Int32(life.rule),
        organisation: UInt64(life.organisation), waivedUntil: .missing, known: Int32(place)))
  }
}
