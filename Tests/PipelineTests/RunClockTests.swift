import Pipeline
import Testing
import Vocabulary

/// The date in London, which a run is for where no `--as-of` says another.
@Suite struct RunClockTests {
  /// A moment in UTC, and the date that London has then.
  @Test(arguments: [
    ("2026-01-15", 0, 0, "2026-01-15"), ("2026-01-15", 23, 59, "2026-01-15"),
    ("2026-06-30", 22, 59, "2026-06-30"), ("2026-06-30", 23, 0, "2026-07-01"),
    ("2026-07-01", 0, 0, "2026-07-01"), ("2026-12-31", 23, 30, "2026-12-31"),
    // Summer time begins on the last Sunday of March, the 29th in 2026, the 31st in 2024.
    ("2026-03-28", 23, 30, "2026-03-28"), ("2026-03-29", 0, 30, "2026-03-29"),
    ("2026-03-29", 23, 30, "2026-03-30"), ("2024-03-30", 23, 30, "2024-03-30"),
    ("2024-03-31", 23, 30, "2024-04-01"), ("2027-03-27", 23, 30, "2027-03-27"),
    ("2027-03-28", 23, 30, "2027-03-29"),
    // It ends on the last Sunday of October, the 25th in 2026, the 31st in 2027.
    ("2026-10-24", 23, 30, "2026-10-25"), ("2026-10-25", 23, 30, "2026-10-25"),
    ("2027-10-30", 23, 30, "2027-10-31"), ("2027-10-31", 23, 30, "2027-10-31"),
  ])
  func `the date is that of London, in summer an hour ahead`(
    date: String, hour: Int, minute: Int, expected: String
  ) throws {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    let day = try #require(CalendarDay(year: parts[0], month: parts[1], day: parts[2]))
    let minutes = hour * 60 + minute
    let seconds = Int(day.raw) * 86_400 + minutes * 60
    #expect(RunClock.londonDay(seconds).text == expected)
  }

  @Test(arguments: [
    (0, "1970-01-01 00:00:00 UTC"), (86_399, "1970-01-01 23:59:59 UTC"),
    (90_061, "1970-01-02 01:01:01 UTC"), (-1, "1969-12-31 23:59:59 UTC"),
    (-86_400, "1969-12-31 00:00:00 UTC"),
  ])
  func `a moment is written to the second`(seconds: Int, text: String) {
    #expect(RunClock.text(seconds) == text)
  }
}
