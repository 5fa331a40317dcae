package import Vocabulary

/// What happened to a discrepancy in one run; raw values are those of `discrepancy_events.event`.
enum DiscrepancyEvent: Int {
  /// Seen for the first time.
  case new = 1
  /// Its waiver has ended.
  case waiverEnded = 2
  /// It had been resolved and is back.
  case reopened = 3
  /// A decision waives it: for the first time, or until another day.
  case waived = 4
  /// Its severity or organisation is another.
  case changed = 5
  /// It was there in the last published run and is not now.
  case resolved = 6

  /// The word that `changes.csv` has for it.
  var word: DiscrepancyChangeWord {
    switch self {
    case .new: .new
    case .waiverEnded: .waiverEnded
    case .reopened: .reopened
    case .waived: .waived
    case .changed: .changed
    case .resolved: .resolved
    }
  }
}

/// A discrepancy from night to night, as the events made it.
struct DiscrepancyLife: Equatable {
  /// Raw values are those of `discrepancies.state`.
  enum State: Int {
    case open = 1
    case waived = 2
    case resolved = 3
  }

  var state: State
  /// The as-of date of the run that saw it first; a return does not begin it anew.
  var firstSeen: CalendarDay
  /// Missing unless waived to a day.
  var waivedUntil: CalendarDay
  /// A term.
  var rule: Int
  var severity: Severity
  /// A term; the empty text where the discrepancy has no organisation.
  var organisation: Int
  /// The entry that changed it last.
  var changedIn: Int
}

/// One row of `discrepancy_events`, but for the entry.
struct DiscrepancyChange: Equatable {
  let subject: KeyedHash
  let event: DiscrepancyEvent
  let rule: Int
  let severity: Severity
  let organisation: Int
  let waivedUntil: CalendarDay

  /// The life after this change; the one place that says so, for runs and for `verify`.
  func applied(to life: DiscrepancyLife?, entry: Int, asOf: CalendarDay) -> DiscrepancyLife {
    let state: DiscrepancyLife.State =
      switch event {
      case .new, .waiverEnded, .reopened: .open
      case .waived: .waived
      case .resolved: .resolved
      case .changed: life?.state ?? .open
      }
    return DiscrepancyLife(
      state: state, firstSeen: life?.firstSeen ?? asOf, waivedUntil: waivedUntil, rule: rule,
      severity: severity, organisation: organisation, changedIn: entry)
  }
}

/// A discrepancy that tonight's run has found.
package struct SeenDiscrepancy: Sendable {
  let subject: KeyedHash
  let rule: Int
  let severity: Severity
  let organisation: ODSCode
  let waivedUntil: CalendarDay?

  /// Makes one of its keyed hash and an index into the rules that are handed in with it.
  ///
  /// `organisation` is missing where the row has none. `waivedUntil` is nil without a waiver that
  /// counts tonight, and missing for a waiver without an end.
  package init(
    subject: KeyedHash, rule: Int, severity: Severity, organisation: ODSCode,
    waivedUntil: CalendarDay?
  ) {
    self.subject = subject
    self.rule = rule
    self.severity = severity
    self.organisation = organisation
    self.waivedUntil = waivedUntil
  }
}

/// A discrepancy that the last published run had and tonight's has not.
package struct ResolvedDiscrepancy: Sendable, Equatable {
  /// The keyed hash of its rule and subject.
  package let subject: KeyedHash
  /// Its rule's id.
  package let rule: String
  /// Its severity in the last run that had it.
  package let severity: Severity
  /// Its organisation's code; empty where it had none.
  package let organisation: String
  /// The as-of date of the run that saw it first.
  package let firstSeen: CalendarDay
}
