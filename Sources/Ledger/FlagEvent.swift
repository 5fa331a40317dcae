/// What happened to an employee's flag; raw values are those of `flag_events.event`.
enum FlagEvent: Int {
  /// It has become carer.
  case set = 1
  /// It is carer no more.
  case cleared = 2
}
