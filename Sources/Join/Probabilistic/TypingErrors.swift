package import Vocabulary

/// The numbers that one typing error makes of a number, or of which it makes this one.
package enum EditedNumbers {
  /// Calls `body` with each employee number one digit, one swap or one lost digit away.
  package static func forEach(_ number: EmployeeNumber, _ body: (EmployeeNumber) -> Void) {
    if number.isMissing { return }
    let digits = number.digits
    // What a number is by one in its last digit.
    let unit: UInt64 = digits.count == 8 ? 400 : digits.count == 9 ? 40 : 4
    var weight = unit
    var behind = UInt64(0)
    for place in (0..<digits.count).reversed() {
      let digit = UInt64(digits[place] - 0x30)
      let rest = number.raw - digit * weight
      for other: UInt64 in 0...9 where other != digit {
        body(EmployeeNumber(raw: rest + other * weight))
      }
      if place + 1 < digits.count, digit != behind {
        let swapped = rest - behind * (weight / 10) + behind * weight + digit * (weight / 10)
        body(EmployeeNumber(raw: swapped))
      }
      behind = digit
      weight *= 10
    }
    forEachWithOneMore(number.raw / unit) { if $0 != number { body($0) } }
  }

  /// Calls `body` with each number of at most eight digits that is `value` and one digit more.
  private static func forEachWithOneMore(_ value: UInt64, _ body: (EmployeeNumber) -> Void) {
    if value >= 10_000_000 { return }
    var unit: UInt64 = 1
    while true {
      for digit: UInt64 in 0...9 {
        let longer = (value / unit * 10 + digit) * unit + value % unit
        body(EmployeeNumber(raw: longer * 400 + 1))
      }
      if unit > value { break }
      unit *= 10
    }
  }

  /// Calls `body` with each NI number one character or one swap away.
  package static func forEach(_ number: NINumber, _ body: (NINumber) -> Void) {
    for place in 0..<8 {
      let shift = UInt64(56 - 8 * place)
      let here = number.raw >> shift & 255
      for other: UInt64 in place < 2 ? 0x41...0x5A : 0x30...0x39 where other != here {
        body(NINumber(raw: number.raw & ~(255 << shift) | other << shift))
      }
      guard place > 0, place != 2 else { continue }
      let before = number.raw >> (shift + 8) & 255
      if before != here {
        let cleared = number.raw & ~(0xFFFF << shift)
        body(NINumber(raw: cleared | here << (shift + 8) | before << shift))
      }
    }
  }

  /// Whether two different employee numbers are one digit, one swap or one lost digit apart.
  package static func areNear(_ left: EmployeeNumber, _ right: EmployeeNumber) -> Bool {
    // Left-aligned numbers of one length that differ in leading digits and further back are far
    // apart.
    let (one, other) = ((left.raw - 1) >> 2, (right.raw - 1) >> 2)
    let hasLeadingZero = min(one, other) < 1_000_000_000
    if !hasLeadingZero, one / 100_000 != other / 100_000, one % 10_000 != other % 10_000 {
      return false
    }
    let leftDigits = left.bytes
    let rightDigits = right.bytes
    if leftDigits.count == rightDigits.count {
      var differing: [Int] = []
      for place in leftDigits.indices where leftDigits[place] != rightDigits[place] {
        differing.append(place)
        if differing.count > 2 { break }
      }
      if differing.count == 1 { return true }
      if differing.count == 2, differing[1] == differing[0] + 1,
        leftDigits[differing[0]] == rightDigits[differing[1]],
        leftDigits[differing[1]] == rightDigits[differing[0]]
      {
        return true
      }
    }
    let leftShort = leftDigits.drop { $0 == 0x30 }
    let rightShort = rightDigits.drop { $0 == 0x30 }
    guard abs(leftShort.count - rightShort.count) == 1 else { return false }
    let (longer, shorter) =
      leftShort.count > rightShort.count ? (leftShort, rightShort) : (rightShort, leftShort)
    var shared = 0
    for (one, other) in zip(longer, shorter) {
      if one != other { break }
      shared += 1
    }
    return longer.dropFirst(shared + 1).elementsEqual(shorter.dropFirst(shared))
  }

  /// Whether two different NI numbers are one character or one swap apart.
  package static func areNear(_ left: NINumber, _ right: NINumber) -> Bool {
    let difference = left.raw ^ right.raw
    let first = difference.trailingZeroBitCount / 8
    let last = 7 - difference.leadingZeroBitCount / 8
    if first == last { return true }
    guard last == first + 1 else { return false }
    let shift = UInt64(8 * first)
    return left.raw >> shift & 255 == right.raw >> (shift + 8) & 255
      && right.raw >> shift & 255 == left.raw >> (shift + 8) & 255
  }
}

/// How birth dates are mistyped.
package enum BirthDates {
  /// The date, and the one with day and month swapped where there is one.
  package static func asked(for day: CalendarDay) -> [CalendarDay] {
    guard !day.isMissing else { return [] }
    guard let other = swapped(day), other != day else { return [day] }
    return [day, other]
  }

  /// The date with day and month swapped; nil if there is none.
  package static func swapped(_ day: CalendarDay) -> CalendarDay? {
    let (year, month, date) = day.civil
    return CalendarDay(year: year, month: date, day: month)
  }

  /// How two birth dates agree.
  package static func level(_ left: CalendarDay, _ right: CalendarDay) -> BirthDateLevel {
    if left.isMissing || right.isMissing { return .missing }
    if left == right { return .exact }
    let one = left.civil
    let other = right.civil
    if one.year == other.year, one.month == other.day, one.day == other.month { return .swapped }
    let equal =
      (one.year == other.year ? 1 : 0) + (one.month == other.month ? 1 : 0)
      + (one.day == other.day ? 1 : 0)
    if equal < 2 { return .different }
    return differsInOneDigit(one, other) ? .digit : .part
  }

  private static func differsInOneDigit(
    _ one: (year: Int, month: Int, day: Int), _ other: (year: Int, month: Int, day: Int)
  ) -> Bool {
    let left = one.year * 10_000 + one.month * 100 + one.day
    let right = other.year * 10_000 + other.month * 100 + other.day
    var differing: [Int] = []
    var unit = 1
    while unit <= 10_000_000 {
      if left / unit % 10 != right / unit % 10 { differing.append(unit) }
      unit *= 10
    }
    if differing.count == 1 { return true }
    guard differing.count == 2, differing[1] == differing[0] * 10 else { return false }
    return left / differing[0] % 10 == right / differing[1] % 10
      && left / differing[1] % 10 == right / differing[0] % 10
  }
}
