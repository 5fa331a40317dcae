import Records
import StageSupport
import Testing
import Vocabulary

/// How an entry and an employee agree (contract section 5).
struct AgreementTests {
  /// The employee that all entries are held against.
  private static let staff = """
    ods code,emp no,forename,surname,known as,maiden name,dob,nino,email
    RA2,1,Mary Jane,Lee,Dr MJ,Moss,01/02/1980,AB123456C,m@b.uk
    """

  /// Whether an entry with these cells links by a number that is the employee's.
  private func agrees(
    _ cells: String, organisation: String, staff: String = staff
  ) throws -> Bool {
    let night = try DrawnNight(
      staff: staff,
      passports: "org code,emp no,forename,surname,dob,nino,email\n\(organisation),1,\(cells)\n",
      methods: [.employeeNumber])
    let link = try #require(night.links.passports.links.first)
    // A candidate there is; where it does not agree that is a conflict.
    #expect(link.hadConflict == (link.outcome == .unmatched))
    return link.outcome == .linked
  }

  @Test(arguments: [
    "Mary Jane,Lee", "Mary,Lee", "mary-jane,LEE", "MJ,Lee", "Mary Ann,Lee", "Dr Mary,Lee",
    "Mary,Moss", "MJ,Moss",
    // Swapped.
    "Lee,Mary", "Lee,MJ", "Moss,Mary Jane", "Lee Ann,Mary",
  ])
  func `first and last name hold, or hold swapped: strongly`(names: String) throws {
    for dates in ["", "01/02/1980", "02/01/1980"] {
      #expect(try agrees("\(names),\(dates),,", organisation: "RA2"))
    }
    // Without an organisation only strong agreement counts, and birth dates may not differ.
    #expect(try agrees("\(names),,,", organisation: ""))
    #expect(try agrees("\(names),01/02/1980,,", organisation: ""))
    #expect(try !agrees("\(names),02/01/1980,,", organisation: ""))
  }

  @Test(arguments: [
    // The last name, where birth dates do not differ.
    ("Jane,Lee,,,", true), ("Jane,Moss,01/02/1980,,", true), (",Lee,,,", true),
    ("Jane,Lee,02/01/1980,,", false), (",Lee,02/01/1980,,", false),
    // The first name, where birth dates are equal.
    ("Mary,Kay,01/02/1980,,", true), ("Mary,,01/02/1980,,", true), ("MJ,Kay,01/02/1980,,", true),
    ("Mary,Kay,02/01/1980,,", false), ("Mary,Kay,,,", false), ("Mary,,,,", false),
    ("Jane,Kay,01/02/1980,,", false),
    // The first name and NI number or email, in the same organisation.
    ("Mary,Kay,,AB123456D,", true), ("Mary,Kay,,,M@b.uk", true), ("MJ,,,AB123456,", true),
    ("Mary,Kay,02/01/1980,AB123456C,", false), ("Mary,Kay,02/01/1980,,m@b.uk", false),
    ("Mary,Kay,,AB123457C,x@b.uk", false), ("Jane,Kay,,AB123456C,m@b.uk", false),
    // Half of a swap is none.
    ("Lee,Kay,,,", false), ("Kay,Mary,,,", false),
  ])
  func `one name holds: weakly, under conditions`(cells: String, holds: Bool) throws {
    #expect(try agrees(cells, organisation: "RA2") == holds)
    #expect(try !agrees(cells, organisation: ""))
  }

  @Test(arguments: [",,,,", ",,02/01/1980,,", "...,-,,,", ",,,AB123457C,x@b.uk"])
  func `an entry without any name agrees, but not strongly`(cells: String) throws {
    #expect(try agrees(cells, organisation: "RA2"))
    #expect(try !agrees(cells, organisation: ""))
  }

  @Test func `a missing birth date differs from none and equals none`() throws {
    let staff = "ods code,emp no,forename,surname\nRA2,1,Mary,Lee\n"
    #expect(try agrees("Jane,Lee,01/02/1980,,", organisation: "RA2", staff: staff))
    #expect(try !agrees("Mary,Kay,01/02/1980,,", organisation: "RA2", staff: staff))
    #expect(try !agrees("Mary,Kay,,,", organisation: "RA2", staff: staff))
  }

  @Test func `an email or NI number that both lack is not in common`() throws {
    let staff = "ods code,emp no,forename,surname,nino,email\nRA2,1,Mary,Lee,,\n"
    #expect(try !agrees("Mary,Kay,,,", organisation: "RA2", staff: staff))
    #expect(try !agrees("Mary,Kay,,none,none", organisation: "RA2", staff: staff))
  }

  @Test func `first name and NI number in another organisation are not enough`() throws {
    let night = try DrawnNight(
      staff: Self.staff,
      passports: """
        | id  | org code | forename | surname | nino      |
        | P-1 | RA2      | Mary     | Kay     | AB123456C |
        | P-2 | RX1      | Mary     | Kay     | AB123456C |
        | P-3 |          | Mary     | Kay     | AB123456C |
        """)
    #expect(
      night.drawnLinks() == [
        "RA2:P-1 ni-number RA2/00000001", "RX1:P-2 unmatched conflict", "P-3 unmatched conflict",
      ])
  }
}
