import Glibc

/// Days and times as cells store them: as numbers (ISO/IEC 29500-1, 18.17.4), or as ISO 8601 texts.
enum StoredDate {
  /// 1 January 1970, counted as spreadsheets count days from 1 March 1900 on.
  static let epoch = 25_569
  /// 29 February 1900, a day that there never was but spreadsheets count.
  static let dayTooMany = 60
  /// 31 December 9999, the last day of spreadsheets, counted from 1 January 1970.
  static let lastDay = 2_932_896
  /// 1 January 1970, counted from 1 January 1904.
  private static let epochFrom1904 = 24_107

  /// `YYYY-MM-DD`, with ` HH:MM:SS` behind it where there is a time; nil where it is no day.
  ///
  /// The whole part counts days, 1 = 1 January 1900, or 0 = 1 January 1904; the rest is the part of
  /// the day, taken to the nearest second. The first system has a day too many, 60 = 29 February
  /// 1900, which is no day here. The last day is 31 December 9999.
  static func text(_ serial: Double, countsFrom1904: Bool) -> String? {
    guard serial >= 0, serial < 3_000_000 else { return nil }
    var day = Int(serial)
    var second = Int(((serial - Double(day)) * 86_400).rounded())
    if second == 86_400 {
      day += 1
      second = 0
    }
    let sinceEpoch: Int
    if countsFrom1904 {
      sinceEpoch = day - epochFrom1904
    } else {
      guard day >= 1, day != dayTooMany else { return nil }
      sinceEpoch = day - (day < dayTooMany ? epoch - 1 : epoch)
    }
    guard sinceEpoch <= lastDay else { return nil }
    return civil(sinceEpoch) + (second == 0 ? "" : " " + clock(second))
  }

  /// The day, and the time where it is not midnight, of an ISO 8601 text; nil where it is none.
  static func text(iso: ArraySlice<UInt8>) -> String? {
    let bytes = Array(iso)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte) - 0x30
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), (1...12).contains(month),
      (1...31).contains(day), year >= 1
    else { return nil }
    let date = String(decoding: bytes[..<10], as: UTF8.self)
    if bytes.count == 10 { return date }
    guard bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20, let hour = number(11..<13),
      let minute = number(14..<16), hour < 24, minute < 60, bytes[13] == UInt8(ascii: ":")
    else { return nil }
    var second = 0
    if bytes.count > 16, bytes[16] == UInt8(ascii: ":") {
      guard let given = number(17..<19), given < 60 else { return nil }
      second = given
    }
    let total = (hour * 60 + minute) * 60 + second
    return total == 0 ? date : "\(date) \(clock(total))"
  }

  /// The civil date of a day since 1970-01-01, counting years from March.
  private static func civil(_ sinceEpoch: Int) -> String {
    let shifted = sinceEpoch + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
  }

  private static func clock(_ second: Int) -> String {
    "\(twoDigits(second / 3_600)):\(twoDigits(second / 60 % 60)):\(twoDigits(second % 60))"
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
