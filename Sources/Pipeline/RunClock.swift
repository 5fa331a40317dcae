import Glibc
package import Vocabulary

/// The one place that asks the machine for the time.
///
/// Stages never do: they are handed the as-of date, so the same inputs give the same bytes.
package enum RunClock {
  /// Seconds since 1970-01-01 00:00 UTC.
  package static func seconds() -> Int { time(nil) }

  /// Seconds from some fixed moment, for measuring how long something took.
  static func monotonicSeconds() -> Double {
    var now = timespec()
    // Safe: `now` lives for the call, and the monotonic clock is always there.
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  /// The moment as `YYYY-MM-DD HH:MM:SS UTC`, for the ledger and the lock.
  package static func text(_ seconds: Int) -> String {
    let day = CalendarDay(raw: Int32(clamping: floorDivide(seconds, 86_400)))
    let second = seconds - floorDivide(seconds, 86_400) * 86_400
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(day.text) \(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60)) UTC"
  }

  /// The civil date in Europe/London, whatever the machine's time zone is.
  ///
  /// British Summer Time is one hour ahead of UTC, from 01:00 UTC on the last Sunday of March to
  /// 01:00 UTC on the last Sunday of October (the Summer Time Order 2002).
  package static func londonDay(_ seconds: Int) -> CalendarDay {
    let day = CalendarDay(raw: Int32(clamping: floorDivide(seconds, 86_400)))
    let year = day.civil.year
    let start = lastSunday(year: year, month: 3) * 86_400 + 3600
    let end = lastSunday(year: year, month: 10) * 86_400 + 3600
    let isSummer = seconds >= start && seconds < end
    return CalendarDay(
      raw: Int32(clamping: floorDivide(seconds + (isSummer ? 3600 : 0), 86_400)))
  }

  /// Days since 1970-01-01 of the last Sunday of a month of 31 days.
  private static func lastSunday(year: Int, month: Int) -> Int {
    guard let last = CalendarDay(year: year, month: month, day: 31) else { return 0 }
    // 1970-01-01 was a Thursday, so Sundays are the days with (day + 4) mod 7 = 0.
    return Int(last.raw) - (Int(last.raw) + 4) % 7
  }

  private static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
    value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
  }
}
