/// Dates as people and systems write them (contract section 1), read from bytes.
package enum DateText {
  /// What a date cell says.
  package enum Reading: Equatable, Sendable {
    case day(CalendarDay)
    /// An empty cell, `No expiry`, or the end of time.
    case missing
    /// An impossible date or any other text.
    case unreadable
  }

  /// How two-digit years are completed.
  package enum Century: Sendable {
    /// A birth date: 19YY where 20YY would lie after the as-of date.
    case birthDate
    /// Any other date: 19YY where 20YY would lie more than 20 years after the as-of date.
    case otherDate
  }

  /// Reads a trimmed cell.
  package static func read(_ text: Span<UInt8>, century: Century, asOf: CalendarDay) -> Reading {
    if let day = plainDate(text) { return reading(day) }
    return readOther(text, century, asOf)
  }

  /// Reads a cell that is no plain date: by itself, so that those of plain dates are read quickly.
  @inline(never)
  private static func readOther(
    _ text: Span<UInt8>, _ century: Century, _ asOf: CalendarDay
  ) -> Reading {
    if text.isEmpty { return .missing }
    if let day = namedMonthDate(text) { return reading(day) }
    var index = 0
    if let day = date(text, &index, century, asOf), isIgnorableTime(text, from: index) {
      return reading(day)
    }
    return FixedWord.key(text).elementsEqual("no expiry".utf8) ? .missing : .unreadable
  }

  private static func reading(_ day: CalendarDay) -> Reading {
    day == .endOfTime ? .missing : .day(day)
  }

  // MARK: - The date

  /// The day of a cell that is `YYYY-MM-DD` or `DD/MM/YYYY` and nothing else, with any separator
  /// that these have; nil for all others, and for impossible dates.
  @inline(__always)
  private static func plainDate(_ text: Span<UInt8>) -> CalendarDay? {
    guard text.count == 10 else { return nil }
    let front = DigitWord(text, at: 0).raw
    let back = DigitWord(text, at: 2).raw
    let late = UInt8(truncatingIfNeeded: front >> 32)
    if late == UInt8(truncatingIfNeeded: front >> 56), late == .dash || late == .slash {
      // YYYYMMDD
      let digits = DigitWord(
        raw: front & 0xFFFF_FFFF | front >> 8 & 0xFFFF << 32 | back & 0xFFFF << 48)
      guard digits.areDigits else { return nil }
      return CalendarDay(year: digits.four(at: 0), month: digits.two(at: 4), day: digits.two(at: 6))
    }
    let early = UInt8(truncatingIfNeeded: front >> 16)
    if early == UInt8(truncatingIfNeeded: front >> 40),
      early == .slash || early == .dash || early == .stop
    {
      // DDMMYYYY
      let digits = DigitWord(
        raw: front & 0xFFFF | front >> 8 & 0xFFFF << 16 | back & 0xFFFF_FFFF << 32)
      guard digits.areDigits else { return nil }
      return CalendarDay(year: digits.four(at: 4), month: digits.two(at: 2), day: digits.two(at: 0))
    }
    return nil
  }

  /// The day of a cell that is `DD-MON-YYYY` and nothing else, as ESR writes dates; nil for all
  /// others, and for impossible dates.
  private static func namedMonthDate(_ text: Span<UInt8>) -> CalendarDay? {
    guard text.count == 11, text[2] == .dash, text[6] == .dash else { return nil }
    let front = DigitWord(text, at: 0).raw
    let back = DigitWord(text, at: 3).raw
    // DD00YYYY
    let digits = DigitWord(raw: front & 0xFFFF | 0x3030 << 16 | back & 0xFFFF_FFFF << 32)
    // The letters in lower case; other bytes become no month.
    let letters = UInt32(truncatingIfNeeded: front >> 24) & 0xFF_FFFF | 0x20_2020
    guard digits.areDigits, let month = month(ofLetters: letters) else { return nil }
    return CalendarDay(year: digits.four(at: 4), month: month, day: digits.two(at: 0))
  }

  /// The month that three letters in lower case mean, the first one lowest.
  private static func month(ofLetters letters: UInt32) -> Int? {
    // All are looked at: a search would keep the processor guessing.
    var month = 0
    for index in 0..<12 { month = monthLetters[index] == letters ? index + 1 : month }
    return month == 0 ? nil : month
  }

  private static let monthLetters: InlineArray<12, UInt32> = [
    0x6E_616A, 0x62_6566, 0x72_616D, 0x72_7061, 0x79_616D, 0x6E_756A,  // jan feb mar apr may jun
    0x6C_756A, 0x67_7561, 0x70_6573, 0x74_636F, 0x76_6F6E, 0x63_6564,  // jul aug sep oct nov dec
  ]

  private static func date(
    _ text: Span<UInt8>, _ index: inout Int, _ century: Century, _ asOf: CalendarDay
  ) -> CalendarDay? {
    guard let first = digits(text, &index) else { return nil }
    switch first.count {
    case 8:
      return CalendarDay(
        year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100)
    case 4: return yearFirst(text, &index, year: first.value)
    case 1, 2: return dayFirst(text, &index, day: first.value, century, asOf)
    default: return nil
    }
  }

  /// `YYYY-MM-DD` or `YYYY/MM/DD`, behind the year.
  private static func yearFirst(_ text: Span<UInt8>, _ index: inout Int, year: Int) -> CalendarDay?
  {
    guard let separator = byte(text, index), separator == .dash || separator == .slash else {
      return nil
    }
    index += 1
    guard let month = digits(text, &index), month.count <= 2, byte(text, index) == separator else {
      return nil
    }
    index += 1
    guard let day = digits(text, &index), day.count <= 2 else { return nil }
    return CalendarDay(year: year, month: month.value, day: day.value)
  }

  /// `DD/MM/YYYY`, `DD-MM-YYYY`, `DD.MM.YYYY`, `DD-MON-YYYY` or `DD MON YYYY`, behind the day.
  private static func dayFirst(
    _ text: Span<UInt8>, _ index: inout Int, day: Int, _ century: Century, _ asOf: CalendarDay
  ) -> CalendarDay? {
    guard let separator = separator(text, &index) else { return nil }
    let month: Int
    if let number = digits(text, &index) {
      guard number.count <= 2, separator != .space else { return nil }
      month = number.value
    } else {
      guard separator == .dash || separator == .space, let named = monthName(text, &index) else {
        return nil
      }
      month = named
    }
    guard self.separator(text, &index) == separator, let year = digits(text, &index) else {
      return nil
    }
    if year.count == 4 { return CalendarDay(year: year.value, month: month, day: day) }
    guard year.count == 2 else { return nil }
    return completed(year: year.value, month: month, day: day, century, asOf)
  }

  /// A day of a two-digit year; 29 February is tried in both centuries.
  private static func completed(
    year: Int, month: Int, day: Int, _ century: Century, _ asOf: CalendarDay
  ) -> CalendarDay? {
    if let recent = CalendarDay(year: 2000 + year, month: month, day: day) {
      let isTooLate =
        switch century {
        case .birthDate: recent > asOf
        case .otherDate: recent > twentyYears(after: asOf)
        }
      if !isTooLate { return recent }
    }
    return CalendarDay(year: 1900 + year, month: month, day: day)
  }

  private static func twentyYears(after day: CalendarDay) -> CalendarDay {
    let (year, month, dayOfMonth) = day.civil
    let length = CalendarDay.dayCount(year: year + 20, month: month)
    return CalendarDay(year: year + 20, month: month, day: min(dayOfMonth, length)) ?? day
  }

  // MARK: - The time behind it

  /// Whether nothing, or a time of day and nothing else, stands behind the date.
  private static func isIgnorableTime(_ text: Span<UInt8>, from start: Int) -> Bool {
    var index = start
    if index == text.count { return true }
    if let letter = byte(text, index), letter.lowercased == UInt8(ascii: "t") {
      index += 1
    } else {
      guard skipWhiteSpace(text, &index) else { return false }
    }
    guard clock(text, &index) else { return false }
    _ = skipWhiteSpace(text, &index)
    skipHalfOfDay(text, &index)
    _ = skipWhiteSpace(text, &index)
    guard skipZone(text, &index) else { return false }
    return index == text.count
  }

  /// `HH:MM[:SS[.f]]` or `HHMMSS`.
  private static func clock(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
    guard let first = digits(text, &index) else { return false }
    if first.count == 6 {
      return isClock(first.value / 10_000, first.value / 100 % 100, first.value % 100)
    }
    guard first.count <= 2, byte(text, index) == .colon else { return false }
    index += 1
    guard let minute = digits(text, &index), minute.count == 2 else { return false }
    guard byte(text, index) == .colon else { return isClock(first.value, minute.value, 0) }
    index += 1
    guard let second = digits(text, &index), second.count == 2 else { return false }
    if byte(text, index) == .stop {
      index += 1
      guard digits(text, &index) != nil else { return false }
    }
    return isClock(first.value, minute.value, second.value)
  }

  private static func isClock(_ hour: Int, _ minute: Int, _ second: Int) -> Bool {
    hour <= 24 && minute <= 59 && second <= 60
  }

  private static func skipHalfOfDay(_ text: Span<UInt8>, _ index: inout Int) {
    guard let first = byte(text, index), let second = byte(text, index + 1) else { return }
    let isHalf = first | 0x20 == UInt8(ascii: "a") || first | 0x20 == UInt8(ascii: "p")
    if isHalf, second | 0x20 == UInt8(ascii: "m") { index += 2 }
  }

  /// `Z`, `+HH:MM`, `+HHMM`, `+HH`, with either sign, or nothing.
  private static func skipZone(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
    guard let sign = byte(text, index) else { return true }
    index += 1
    if sign | 0x20 == UInt8(ascii: "z") { return true }
    guard sign == .plus || sign == .dash, let hours = digits(text, &index) else { return false }
    if hours.count == 4 { return true }
    guard hours.count == 2 else { return false }
    guard byte(text, index) == .colon else { return true }
    index += 1
    guard let minutes = digits(text, &index) else { return false }
    return minutes.count == 2
  }

  // MARK: - Pieces

  private static func byte(_ text: Span<UInt8>, _ index: Int) -> UInt8? {
    index < text.count ? text[index] : nil
  }

  /// A run of digits; nil where none stands.
  ///
  /// More than nine digits are read as nine nines.
  private static func digits(_ text: Span<UInt8>, _ index: inout Int) -> (value: Int, count: Int)? {
    let start = index
    var value = 0
    while index < text.count, text[index].isDigit {
      value = min(value * 10 + Int(text[index] &- UInt8(ascii: "0")), 999_999_999)
      index += 1
    }
    return index > start ? (value, index - start) : nil
  }

  /// `/`, `-`, `.`, or white space (given as a space).
  private static func separator(_ text: Span<UInt8>, _ index: inout Int) -> UInt8? {
    guard let byte = byte(text, index) else { return nil }
    if byte == .slash || byte == .dash || byte == .stop {
      index += 1
      return byte
    }
    return skipWhiteSpace(text, &index) ? .space : nil
  }

  private static func skipWhiteSpace(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
    let start = index
    while index < text.count {
      let length = WhiteSpace.length(in: text, at: index)
      if length == 0 { break }
      index += length
    }
    return index > start
  }

  /// Three letters, `Sept`, or the full English name, in any case.
  private static func monthName(_ text: Span<UInt8>, _ index: inout Int) -> Int? {
    let start = index
    while index < text.count, (0x61...0x7A).contains(text[index] | 0x20) { index += 1 }
    let length = index - start
    guard length >= 3 else { return nil }
    for (offset, name) in monthNames.enumerated() where length <= name.utf8CodeUnitCount {
      guard length == 3 || length == name.utf8CodeUnitCount || (offset == 8 && length == 4) else {
        continue
      }
      let matches = name.withUTF8Buffer { letters in
        // Safe: length is at most the name's, and start + length at most the text's.
        (0..<length).allSatisfy { unsafe text[start + $0] | 0x20 == letters[$0] }
      }
      if matches { return offset + 1 }
    }
    return nil
  }

  private static let monthNames: [StaticString] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
