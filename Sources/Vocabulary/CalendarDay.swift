/// A civil date: days since 1970-01-01 in the proleptic Gregorian calendar.
///
/// Valid from 0001-01-01 to 9999-12-31. `missing` is an empty cell, Oracle's end of time
/// (31 December 4712), or a cell that could not be read.
@usableFromInline
package struct CalendarDay: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01; `Int32.min` = missing.
  @usableFromInline package let raw: Int32

  /// No date.
  @inlinable package static var missing: CalendarDay { CalendarDay(raw: .min) }

  /// Oracle's end of time, 31 December 4712, which extracts write for "open".
  package static let endOfTime = CalendarDay(uncheckedYear: 4712, month: 12, day: 31)

  /// Makes a day of its stored form.
  @inlinable
  package init(raw: Int32) { self.raw = raw }

  /// Makes a day of a number that was stored; nil if it is none between the years 1 and 9999.
  package init?(stored raw: Int) {
    guard (-719_162...2_932_896).contains(raw) else { return nil }
    self.raw = Int32(raw)
  }

  /// Makes a day; nil if there is no such day between the years 1 and 9999.
  @inline(__always)
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= 28 || day <= Self.dayCount(year: year, month: month)
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  /// Days from civil, counting years from March so that the leap day comes last.
  @inline(__always)
  private init(uncheckedYear: Int, month: Int, day: Int) {
    // 32 bits, and no number below zero: divisions by constants are short then.
    let isEarly = month <= 2
    let year = UInt32(truncatingIfNeeded: isEarly ? uncheckedYear - 1 : uncheckedYear)
    let monthFromMarch = UInt32(truncatingIfNeeded: isEarly ? month + 9 : month - 3)
    let dayOfYear = (153 &* monthFromMarch &+ 2) / 5 &+ UInt32(truncatingIfNeeded: day)
    let days = year &* 365 &+ year / 4 &- year / 100 &+ year / 400 &+ dayOfYear
    self.raw = Int32(truncatingIfNeeded: days) - 719_469
  }

  /// Whether there is no date.
  @inlinable
  package var isMissing: Bool { raw == .min }

  /// Whether both are the same.
  @inlinable
  package static func == (left: CalendarDay, right: CalendarDay) -> Bool { left.raw == right.raw }

  /// Whether the day lies between two, which are included; a missing one is no bound.
  ///
  /// So assignments are active, competences open, and reference rows and access codes hold
  /// (contract sections 2, 3, 4 and 7).
  @inlinable
  package func isWithin(from first: CalendarDay, to last: CalendarDay) -> Bool {
    // A missing day is before every other one.
    first <= self && (last.isMissing || self <= last)
  }

  /// The day `count` days later (earlier where negative).
  package func adding(days count: Int) -> CalendarDay { CalendarDay(raw: raw + Int32(count)) }

  /// Year, month (1 to 12) and day (1 to 31).
  ///
  /// - Precondition: the day is not missing, nor before the year 1.
  package var civil: (year: Int, month: Int, day: Int) {
    // Quarters of days, so that centuries and years come out with their leap days. 32 bits, and no
    // number below zero: divisions by constants are short then.
    let (century, centuryRest) = (4 &* UInt32(raw + 719_468) &+ 3).quotientAndRemainder(
      dividingBy: 146_097)
    let (yearOfCentury, yearRest) = (centuryRest | 3).quotientAndRemainder(dividingBy: 1_461)
    // Years run from March.
    let dayOfYear = yearRest / 4
    let monthFromMarch = (5 &* dayOfYear &+ 2) / 153
    let day = dayOfYear &- (153 &* monthFromMarch &+ 2) / 5 &+ 1
    let isEarly = monthFromMarch >= 10
    let month = isEarly ? monthFromMarch &- 9 : monthFromMarch &+ 3
    return (Int(100 &* century &+ yearOfCentury) + (isEarly ? 1 : 0), Int(month), Int(day))
  }

  /// `YYYY-MM-DD` as ASCII bytes; empty when missing.
  package var bytes: [UInt8] { isMissing ? [] : characters.bytes }

  /// The ten characters of `YYYY-MM-DD`.
  ///
  /// - Precondition: the day is not missing.
  package var characters: ShortText {
    let (year, month, day) = civil
    let digits = DecimalDigits.eight(UInt32(year * 10_000 + month * 100 + day))
    let dashes = UInt64(0x2D) << 32 | UInt64(0x2D) << 56
    return ShortText(
      low: digits & 0xFFFF_FFFF | (digits >> 32 & 0xFFFF) << 40 | dashes, high: digits >> 48,
      count: 10)
  }

  /// Appends `YYYY-MM-DD` to a buffer; nothing when missing.
  package func append(to buffer: inout [UInt8]) {
    guard !isMissing else { return }
    buffer.append(contentsOf: characters.bytes)
  }

  /// `YYYY-MM-DD`; empty when missing.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Orders days; a missing one is before every other.
  @inlinable
  package static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.raw < right.raw }

  /// How many days a month has.
  static func dayCount(year: Int, month: Int) -> Int {
    if month != 2 { return 30 + (month ^ month >> 3) & 1 }
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
  }
}
