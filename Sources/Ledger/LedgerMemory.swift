package import Vocabulary

/// The discrepancies that the ledger knows, sorted by subject, resolved ones too.
struct KnownDiscrepancies: Sendable {
  var subjects: [KeyedHash] = []
  var lives: [DiscrepancyLife] = []
}

/// The recipients that the ledger knows.
struct KnownDeliveries: Sendable {
  let recipients: SortedHashes
  /// In the order of the recipients.
  let lives: [DeliveryLife]

  func life(of recipient: KeyedHash) -> DeliveryLife? {
    recipients.index(of: recipient).map { lives[$0] }
  }
}

/// What the nights before have left, read once at the start of a run and shared by its tasks.
///
/// *The night before* is the run published last, whatever its as-of date: a run for an earlier date
/// goes on from there like any other; what it sees first is dated by its own as-of date, and no age
/// is below 0.
package struct LedgerMemory: Sendable {
  /// The run published last; nil before the first.
  package let lastRun: PublishedRun?
  /// The last entry that changed what is remembered, to see whether another came meanwhile.
  let changedIn: Int
  /// Whether something was confirmed since the run published last, so that lists would read anew.
  package var hasChangedSinceLastRun: Bool { changedIn != lastRun?.entry ?? 0 }
  let terms: Terms
  let discrepancies: KnownDiscrepancies
  let deliveries: KnownDeliveries
  let carers: SortedHashes

  /// Holds tonight's discrepancies against what is remembered.
  ///
  /// `rules` are the ids that `SeenDiscrepancy.rule` counts into from 0.
  package func night(
    seen: [SeenDiscrepancy], rules: [String], asOf: CalendarDay
  ) -> DiscrepancyNight {
    DiscrepancyNight(
      seen: seen, rules: rules, asOf: asOf, known: discrepancies, terms: terms)
  }

  /// What is known of sending a code to a person, by the hashes of all the person's employees.
  ///
  /// Of several employees that were confirmed the latest confirmation counts. Whoever was only ever
  /// listed without a code counts as never listed: nothing can have been sent.
  package func delivery(
    to recipients: ArraySlice<KeyedHash>, fingerprint: String?
  ) -> DeliveryStatus {
    guard let fingerprint else { return .noCode }
    var isKnown = false
    var latest = 0  // entries count from 1
    var isSent = false
    for recipient in recipients {
      guard let life = deliveries.life(of: recipient) else { continue }
      isKnown = true
      guard let confirmedIn = life.confirmedIn, confirmedIn >= latest else { continue }
      let isThisCode = life.confirmed == terms.id(fingerprint)
      isSent = isThisCode || isSent && confirmedIn == latest
      latest = confirmedIn
    }
    if latest == 0 { return isKnown ? .listed : .new }
    return isSent ? .sent : .codeChanged
  }

  /// Whether there was any carer in the run published last.
  package var knowsCarers: Bool { !carers.all.isEmpty }

  /// Whether the employee's flag was carer in the run published last.
  package func wasCarer(_ employee: KeyedHash) -> Bool {
    carers.index(of: employee) != nil
  }
}
