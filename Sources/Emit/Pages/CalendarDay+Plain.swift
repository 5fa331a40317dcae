import Vocabulary

extension CalendarDay {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]

  /// `21 November 2026`; empty where it is missing.
  var plain: String {
    guard !isMissing else { return "" }
    let (year, month, day) = civil
    return "\(day) \(Self.months[month - 1]) \(year)"
  }

  /// `21 Nov`, for the axis of a chart.
  var short: String {
    guard !isMissing else { return "" }
    let (_, month, day) = civil
    return "\(day) \(Self.months[month - 1].prefix(3))"
  }

  /// `Sat, 21 Nov 2026 00:00:00 +0000`, midnight of the day as mails write it (RFC 5322).
  var mailDate: String {
    guard !isMissing else { return "" }
    let (year, month, day) = civil
    let weekday = Self.weekdays[((Int(raw) % 7) + 7) % 7]
    return "\(weekday), \(day) \(Self.months[month - 1].prefix(3)) \(year) 00:00:00 +0000"
  }
}
