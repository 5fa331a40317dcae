import Testing
import Vocabulary

struct CalendarDayTests {
  /// Counts the days one by one, as a child would.
  private struct SlowCalendar {
    var year = 1
    var month = 1
    var day = 1
    /// 0001-01-01 lies 719162 days before 1970-01-01.
    var raw = -719_162

    var monthLength: Int {
      if month == 2 {
        if year % 400 == 0 { return 29 }
        if year % 100 == 0 { return 28 }
        return year % 4 == 0 ? 29 : 28
      }
      return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    mutating func step() {
      raw += 1
      day += 1
      if day > monthLength { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }

    var text: String {
      func padded(_ number: Int, _ width: Int) -> String {
        String(repeating: "0", count: width - "\(number)".count) + "\(number)"
      }
      return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
  }

  @Test func `days of years 1 to 9999 round trip as a calendar counted day by day says`() {
    var calendar = SlowCalendar()
    var wrong: [String] = []
    while calendar.year <= 9999 {
      // Both ends of every month, and every day of each eleventh year.
      let isLooked = calendar.day == 1 || calendar.day >= 28 || calendar.year % 101 == 0
      if isLooked {
        let day = CalendarDay(year: calendar.year, month: calendar.month, day: calendar.day)
        let civil = CalendarDay(raw: Int32(calendar.raw)).civil
        if day?.raw != Int32(calendar.raw)
          || civil != (calendar.year, calendar.month, calendar.day)
        {
          wrong.append(calendar.text)
        }
        if calendar.year % 101 == 0, day?.text != calendar.text { wrong.append(calendar.text) }
      }
      calendar.step()
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    (-719_163, nil), (-719_162, "0001-01-01"), (0, "1970-01-01"), (2_932_896, "9999-12-31"),
    (2_932_897, nil), (Int(Int32.min), nil), (Int.min, nil), (Int.max, nil),
  ])
  func `a stored number is a day of the years 1 to 9999 or none`(_ raw: Int, _ text: String?) {
    #expect(CalendarDay(stored: raw)?.text == text)
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("1970-01-02", 1), ("2000-02-29", 11_016),
    ("2000-03-01", 11_017), ("2024-02-29", 19_782),
  ])
  func `days are counted from 1970`(text: String, raw: Int32) {
    #expect(CalendarDay(raw: raw).text == text)
  }

  @Test(arguments: [
    (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0),
    (2026, 1, 32), (2026, 4, 31), (2026, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 2, 30),
  ])
  func `there is no such day`(year: Int, month: Int, day: Int) {
    #expect(CalendarDay(year: year, month: month, day: day) == nil)
  }

  @Test func `a missing day has no text and is before every other`() throws {
    let first = try #require(CalendarDay(year: 1, month: 1, day: 1))
    #expect(CalendarDay.missing.isMissing)
    #expect(CalendarDay.missing.text == "")
    #expect(CalendarDay.missing.bytes == [])
    #expect(CalendarDay.missing < first)
    #expect(text(first.characters.bytes) == "0001-01-01")
  }

  @Test func `days are added over the ends of months and years`() throws {
    let day = try #require(CalendarDay(year: 2026, month: 12, day: 15))
    #expect(day.adding(days: 30).text == "2027-01-14")
    #expect(day.adding(days: -15).text == "2026-11-30")
    #expect(day.adding(days: 0) == day)
    #expect(day < day.adding(days: 1))
  }

  @Test(arguments: [
    // From, to, and whether the 21st of November is within; both days are.
    ("", "", true), ("2026-11-21", "", true), ("2026-11-22", "", false), ("", "2026-11-21", true),
    ("", "2026-11-20", false), ("2026-11-21", "2026-11-21", true),
    ("2026-11-22", "2026-11-20", false),
  ])
  func `a day is within a time that may be open at either end`(
    from: String, to: String, isWithin: Bool
  ) throws {
    func day(_ text: String) -> CalendarDay {
      let parts = text.split(separator: "-").compactMap { Int($0) }
      return parts.isEmpty
        ? .missing : CalendarDay(year: parts[0], month: parts[1], day: parts[2]) ?? .missing
    }
    #expect(day("2026-11-21").isWithin(from: day(from), to: day(to)) == isWithin)
  }

  @Test func `the end of time is Oracle's`() {
    #expect(CalendarDay.endOfTime.text == "4712-12-31")
  }
}
