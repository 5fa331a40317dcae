/// What happened to a recipient; raw values are those of `delivery_events.event`.
enum DeliveryEvent: Int {
  /// Stands in a list for the first time, again, or with another code.
  case listed = 1
  /// Stood in the lists of the last published run and does not now.
  case unlisted = 2
  /// The list with this code was said to have been sent.
  case confirmed = 3
  /// Found to be the same person as one who was confirmed with this code.
  case joined = 4
}

/// A recipient from night to night, as the events made it; codes are terms.
struct DeliveryLife: Equatable {
  var footprint: Int
  var platform: Int
  /// The entry of the run that listed it first.
  var firstListedIn: Int
  /// The code in the lists of the last published run, or nil where it is in none.
  var listed: Int?
  /// The code of the latest confirmation.
  var confirmed: Int?
  /// The entry of the latest confirmation that changed the code.
  var confirmedIn: Int?
}

/// One row of `delivery_events`, but for the entry.
struct DeliveryChange: Equatable {
  let recipient: KeyedHash
  let event: DeliveryEvent
  let footprint: Int
  let platform: Int
  let fingerprint: Int

  /// The life after this change; the one place that says so, for runs and for `verify`.
  func applied(to life: DeliveryLife?, entry: Int) -> DeliveryLife {
    var life =
      life
      ?? DeliveryLife(
        footprint: footprint, platform: platform, firstListedIn: entry, listed: nil,
        confirmed: nil, confirmedIn: nil)
    switch event {
    case .listed:
      life.listed = fingerprint
    case .unlisted:
      life.listed = nil
    case .confirmed, .joined:
      life.confirmed = fingerprint
      life.confirmedIn = entry
    }
    return life
  }
}
