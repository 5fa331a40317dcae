import Testing
import Vocabulary

struct DateTextTests {
  private func read(
    _ typed: String, _ century: DateText.Century = .otherDate, asOf: String = "2026-06-15"
  ) -> String {
    let day = cell(asOf) { DateText.read($0, century: .otherDate, asOf: CalendarDay(raw: 0)) }
    guard case .day(let asOfDay) = day else { return "wrong as-of date" }
    switch cell(typed, { DateText.read($0, century: century, asOf: asOfDay) }) {
    case .day(let day): return day.text
    case .missing: return "missing"
    case .unreadable: return "unreadable"
    }
  }

  @Test(arguments: [
    "2026-03-09", "20260309", "2026/03/09", "09/03/2026", "09-03-2026", "09.03.2026",
    "09-MAR-2026", "09-Mar-2026", "09-mar-2026", "09 MAR 2026", "09 March 2026", "9-MARCH-2026",
    // Day and month may lack their zero.
    "9/3/2026", "9-3-2026", "9.3.2026", "9 Mar 2026", "2026-3-9", "2026/3/9",
    // Two-digit years of the day-first forms.
    "09/03/26", "9-3-26", "09.03.26", "09-MAR-26", "9 Mar 26",
  ])
  func `every form of one day is that day`(typed: String) {
    #expect(read(typed) == "2026-03-09")
  }

  @Test(arguments: ["09/03/2026", "2026-03-09", "29.02.2024", "31-MAR-1999", "30-feb-2001"])
  func `a byte of a date reads as it does before a time of day, where nothing is read at once`(
    typed: String
  ) {
    for place in typed.utf8.indices {
      for byte in UInt8(0x20)...0x7E {
        var bytes = Array(typed.utf8)
        bytes[typed.utf8.distance(from: typed.startIndex, to: place)] = byte
        let other = text(bytes)
        #expect(read(other) == read(other + " 00:00"), "\(other)")
      }
    }
  }

  @Test(arguments: [
    "09/03/2026 14:30", "09/03/2026 14:30:59", "2026-03-09 00:00:00", "2026-03-09T14:30",
    "2026-03-09T14:30:00Z", "2026-03-09T14:30:00.123Z", "2026-03-09 14:30:00.123456",
    "2026-03-09T14:30:00+01:00", "2026-03-09T14:30:00-05:00", "2026-03-09T14:30:00+0100",
    "20260309 143000", "20260309T143000", "20260309T143000Z", "09-MAR-2026 02:30 PM",
    "09-MAR-2026 02:30:00 am", "09/03/26 14:30", "9 March 2026 14:30:00",
    // Midnight at the end of a day.
    "2026-03-09 24:00", "2026-03-09T24:00:00Z", "20260309 240000",
  ])
  func `a time behind a date is ignored`(typed: String) {
    #expect(read(typed) == "2026-03-09")
  }

  @Test(arguments: [
    "", "31-DEC-4712", "31-Dec-4712", "31/12/4712", "31.12.4712", "4712-12-31", "47121231",
    "4712/12/31", "31 December 4712", "31-DEC-4712 00:00:00", "4712-12-31T00:00:00",
    "No expiry", "NO EXPIRY", "no  expiry",
  ])
  func `an empty cell, the end of time and no expiry are missing`(typed: String) {
    #expect(read(typed) == "missing")
    #expect(read(typed, .birthDate) == "missing")
  }

  @Test(arguments: [
    ("30-DEC-4712", "4712-12-30"), ("31-DEC-4711", "4711-12-31"), ("01/01/4713", "4713-01-01"),
  ])
  func `only the very end of time is missing`(typed: String, day: String) {
    #expect(read(typed) == day)
  }

  @Test(
    arguments: zip(
      1...12,
      [
        "jan january", "FEB February", "mar MARCH", "Apr April", "may MAY", "jun June", "Jul july",
        "aug August", "sep SEPT September sept", "oct October", "nov November", "Dec december",
      ]))
  func `months go by three letters or their full name, September by four too`(
    month: Int, names: String
  ) {
    let day = CalendarDay(year: 2025, month: month, day: 7)?.text
    for name in names.split(separator: " ") {
      #expect(read("07-\(name)-2025") == day, "\(name)")
      #expect(read("7 \(name) 2025") == day, "\(name)")
    }
  }

  @Test(arguments: [
    // Impossible days.
    "31/02/2026", "29/02/2025", "29-FEB-2023", "2026-02-29", "31/04/2026", "00/01/2026",
    "32/01/2026", "15/00/2026", "15/13/2026", "20261301", "20260230", "2026-00-10", "0000-01-01",
    // More than one kind of separator.
    "09/03-2026", "09-03/2026", "09.03/2026", "09-MAR 2026", "09 MAR-2026", "2026-03/09",
    "2026/03-09",
    // Forms that are near, but none of the list.
    "2026.03.09", "2026 03 09", "09 03 2026", "09/MAR/2026", "09.MAR.2026", "09MAR2026",
    "MAR-09-2026", "March 9 2026", "2026-MAR-09", "090326", "9032026", "202603", "03/2026", "2026",
    "09/03/226", "09/03/20266", "009/03/2026", "09/003/2026", "2026-003-09", "2026-03-009",
    "26-03-9999x",
    // Names that are not English, or cut elsewhere.
    "09-Mrz-2026", "09-Marc-2026", "09-Septe-2026", "09-Ma-2026", "09-Marchs-2026", "09-Juin-2026",
    // Excel's serial numbers only come from workbooks.
    "46000", "46000.5",
    // Text.
    "tbc", "n/a", "-", "unknown", "no expiry date", "expiry", "09/03/2026 approx",
    "2026-03-09x", "2026-03-09T", "2026-03-09 14", "2026-03-09 14:3", "2026-03-09 1430",
    "2026-03-09T14:30 noon", "c. 09/03/2026", "09/03/2026 - 10/03/2026", "09/03/2026 14:30 Z5",
    "٠٩/٠٣/٢٠٢٦",
  ])
  func `an impossible date and any other text are unreadable`(typed: String) {
    #expect(read(typed) == "unreadable")
  }

  @Test(arguments: [
    ("29/02/2024", "2024-02-29"), ("29/02/2000", "2000-02-29"), ("29-FEB-24", "2024-02-29"),
    ("20240229", "2024-02-29"), ("31/12/2026", "2026-12-31"), ("30/11/2026", "2026-11-30"),
    ("24-06-15", "2015-06-24"),
  ])
  func `leap days, last days and days that could be years`(typed: String, day: String) {
    #expect(read(typed) == day)
  }

  @Test(arguments: [
    // As-of 15 June 2026: twenty years later is 15 June 2046.
    ("15/06/46", "2046-06-15"), ("16/06/46", "1946-06-16"), ("14/06/46", "2046-06-14"),
    ("01/01/47", "1947-01-01"), ("31/12/45", "2045-12-31"), ("01/01/99", "1999-01-01"),
    ("01/01/00", "2000-01-01"), ("29/02/48", "1948-02-29"),
  ])
  func `a two-digit year lies at most twenty years after the as-of date`(
    typed: String, day: String
  ) {
    #expect(read(typed) == day)
  }

  @Test(arguments: [
    ("15/06/26", "2026-06-15"), ("16/06/26", "1926-06-16"), ("14/06/26", "2026-06-14"),
    ("01/01/27", "1927-01-01"), ("31/12/25", "2025-12-31"), ("29/02/28", "1928-02-29"),
    ("01-JUL-61", "1961-07-01"), ("16/06/2030", "2030-06-16"),
  ])
  func `a birth date of a two-digit year does not lie after the as-of date`(
    typed: String, day: String
  ) {
    #expect(read(typed, .birthDate) == day)
  }

  @Test func `the year of an as-of date on a leap day has a boundary twenty years later too`() {
    #expect(read("29/02/44", asOf: "2024-02-29") == "2044-02-29")
    #expect(read("01/03/44", asOf: "2024-02-29") == "1944-03-01")
  }
}
