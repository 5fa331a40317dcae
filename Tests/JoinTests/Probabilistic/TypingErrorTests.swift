import Testing
import Vocabulary

import Join

@Suite
struct TypingErrorTests {
  @Test(arguments: [
    ("12345678", "12345679", true), ("12345678", "12354678", true),
    // A digit lost: seven are left, and a zero in front makes up for it.
    ("12345678", "1245678", true), ("00012345", "00112345", true),
    ("12345678", "87654321", false), ("12345678", "12345687", true),
    ("12345678", "12435687", false), ("00000001", "00000002", true),
  ])
  func `numbers one slip apart are near`(left: String, right: String, isNear: Bool) throws {
    let one = try #require(EmployeeNumber(left))
    let other = try #require(EmployeeNumber(right))
    #expect(EditedNumbers.areNear(one, other) == isNear)
    #expect(EditedNumbers.areNear(other, one) == isNear)
  }

  @Test(arguments: [
    // Nine other digits in each place, a swap of each two different neighbours.
    ("12345678", 72 + 7), ("1234567890", 90 + 9),
    // Ten digits more in seven places, but for a zero in front of all.
    ("00412345", 72 + 6 + 69), ("00000000", 72 + 9),
  ])
  func `every edited number is near the number it is made of`(text: String, edits: Int) throws {
    let number = try #require(EmployeeNumber(text))
    var count = 0
    EditedNumbers.forEach(number) { edited in
      count += 1
      #expect(EditedNumbers.areNear(number, edited))
    }
    #expect(count == edits)
  }

  @Test(arguments: [
    ("QQ123456", "QQ123457", true), ("QQ123456", "QA123456", true),
    ("QQ123456", "QQ132456", true), ("QQ123456", "QQ123465", true),
    ("QQ123456", "QQ123567", false), ("QA123456", "QB123457", false),
  ])
  func `NI numbers one slip apart are near`(left: String, right: String, isNear: Bool) throws {
    let one = try #require(Self.niNumber(left))
    let other = try #require(Self.niNumber(right))
    #expect(EditedNumbers.areNear(one, other) == isNear)
  }

  @Test func `every edited NI number is near the number it is made of`() throws {
    let number = try #require(Self.niNumber("QA123456"))
    var count = 0
    EditedNumbers.forEach(number) { edited in
      count += 1
      #expect(EditedNumbers.areNear(number, edited))
    }
    // 2 × 25 letters, 6 × 9 digits, 1 swap of the letters, 5 of digits.
    #expect(count == 50 + 54 + 1 + 5)
  }

  @Test(arguments: [
    ((1984, 3, 12), (1984, 3, 12), BirthDateLevel.exact),
    ((1984, 3, 12), (1984, 12, 3), .swapped),
    ((1984, 3, 12), (1985, 3, 12), .digit),
    ((1984, 3, 12), (1948, 3, 12), .digit),
    ((1984, 3, 12), (1984, 3, 21), .digit),
    ((1984, 3, 12), (1984, 3, 29), .part),
    ((1984, 3, 12), (1971, 3, 12), .part),
    ((1984, 3, 12), (1985, 4, 12), .different),
    ((1984, 3, 12), (1971, 8, 30), .different),
  ])
  func `birth dates agree by level`(
    left: (Int, Int, Int), right: (Int, Int, Int), level: BirthDateLevel
  ) throws {
    let one = try #require(CalendarDay(year: left.0, month: left.1, day: left.2))
    let other = try #require(CalendarDay(year: right.0, month: right.1, day: right.2))
    #expect(BirthDates.level(one, other) == level)
    #expect(BirthDates.level(other, one) == level)
    #expect(BirthDates.level(one, .missing) == .missing)
  }

  @Test func `a birth date is asked for with day and month swapped where that is a date`() throws {
    let both = try #require(CalendarDay(year: 1984, month: 3, day: 12))
    #expect(BirthDates.asked(for: both).map(\.text) == ["1984-03-12", "1984-12-03"])
    let one = try #require(CalendarDay(year: 1984, month: 3, day: 13))
    #expect(BirthDates.asked(for: one).map(\.text) == ["1984-03-13"])
    let same = try #require(CalendarDay(year: 1984, month: 3, day: 3))
    #expect(BirthDates.asked(for: same).count == 1)
    #expect(BirthDates.asked(for: .missing).isEmpty)
  }

  private static func niNumber(_ text: String) -> NINumber? {
    NINumber(text.utf8.span, allowsSynthetic: true)
  }
}
