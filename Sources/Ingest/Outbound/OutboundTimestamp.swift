package import Vocabulary

/// A moment in an ESR header: `YYYYMMDD HHMMSS`, without a time zone.
package struct OutboundTimestamp: Hashable, Sendable, Comparable {
  /// The day; missing where the cell is blank or says 1900-01-01.
  package let day: CalendarDay
  /// Seconds since midnight.
  package let second: Int

  /// No moment.
  package static let missing = OutboundTimestamp(day: .missing, second: 0)

  private init(day: CalendarDay, second: Int) {
    self.day = day
    self.second = second
  }

  /// Reads a trimmed cell, blank ones too; the time may be left out.
  ///
  /// Gives nil for any other text.
  package init?(_ text: Span<UInt8>) {
    if text.isEmpty {
      self = .missing
      return
    }
    guard text.count == 8 || text.count == 15, let date = Self.number(text, 0..<8),
      let day = CalendarDay(year: date / 10_000, month: date / 100 % 100, day: date % 100)
    else { return nil }
    var second = 0
    if text.count == 15 {
      guard text[8] == 0x20, let time = Self.number(text, 9..<15), time / 10_000 < 24,
        time / 100 % 100 < 60, time % 100 < 60
      else { return nil }
      second = time / 10_000 * 3_600 + time / 100 % 100 * 60 + time % 100
    }
    self = day == OutboundDate.blank ? .missing : OutboundTimestamp(day: day, second: second)
  }

  /// Whether there is no moment.
  package var isMissing: Bool { day.isMissing }

  /// `YYYY-MM-DD HH:MM:SS`; empty when missing.
  package var text: String {
    guard !isMissing else { return "" }
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let time = [second / 3_600, second / 60 % 60, second % 60].map(two).joined(separator: ":")
    return "\(day.text) \(time)"
  }

  /// Orders moments; a missing one is before every other.
  package static func < (left: OutboundTimestamp, right: OutboundTimestamp) -> Bool {
    (left.day, left.second) < (right.day, right.second)
  }

  private static func number(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      guard (0x30...0x39).contains(text[index]) else { return nil }
      value = value * 10 + Int(text[index] - 0x30)
    }
    return value
  }
}

/// Dates of interface records.
enum OutboundDate {
  /// 1 January 1900, which loaders make of a blank: it counts as missing everywhere.
  static let blank = CalendarDay(year: 1900, month: 1, day: 1) ?? .missing

  /// The day of a trimmed cell; missing where it is blank, open, or not a date.
  static func day(_ cell: Span<UInt8>, asOf: CalendarDay) -> CalendarDay {
    guard case .day(let day) = DateText.read(cell, century: .otherDate, asOf: asOf) else {
      return .missing
    }
    return day == blank ? .missing : day
  }

  /// Whether a trimmed cell is 1 January 1900.
  static func isBlank(_ cell: Span<UInt8>, asOf: CalendarDay) -> Bool {
    guard cell.count >= 8, cell[0] == 0x31, cell[1] == 0x39, cell[2] == 0x30, cell[3] == 0x30,
      case .day(let day) = DateText.read(cell, century: .otherDate, asOf: asOf)
    else { return false }
    return day == blank
  }
}
