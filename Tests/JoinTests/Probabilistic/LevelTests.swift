import Records
import Testing
import Vocabulary

import Join

/// Every agreement level of every field, and beside each a near miss.
@Suite
struct LevelTests {
  private static let staff = """
    RA2 10000001 Margaret Ackroyd Peggy Dunnett 1984-03-12 margaret.dunnett@ra2.example QQ123456A
    RA2 10000002 Ayesha Thwaite-Mistry - - 1990-09-14 ayesha.thwaite@ra2.example QQ223344B
    RA2 10000003 Nicola Robinson - - 1971-02-28 - QQ345678C
    RA2 10000004 Nicky Vane - - 1966-06-06 nicky.vane@ra2.example -
    RB3 10000005 Jonathan_Paul Harcastle - - 1979-12-30 jonathan.harcastle4@nhs.example -
    RB3 10000007 Bartholomewchristian Wolstenholmebridgewater - - 1980-08-08 b.w@rb3.example -
    RB3 10000006 Rupinder Bhattal - - 1988-01-17 rupinder.bhattal@rb3.example -
    """

  /// What two rows say, and what is to come of it.
  struct Case: CustomTestStringConvertible, Sendable {
    let employee: String
    let entry: String
    let field: String
    /// nil: the field is not compared.
    let level: String?

    init(_ employee: String, _ entry: String, _ field: String, _ level: String?) {
      self.employee = employee
      self.entry = entry
      self.field = field
      self.level = level
    }

    var testDescription: String { "\(entry): \(field) \(level ?? "not compared")" }
  }

  private func check(_ what: Case) throws {
    let small = SmallStaff(staff: Self.staff, passports: what.entry)
    let organisation = what.employee < "10000005" ? "RA2" : "RB3"
    let employee = try #require(small.employee(organisation, what.employee))
    let levels = small.levels(of: employee)
    #expect(!levels.isEmpty)
    #expect(levels[what.field]?.replacing(" and rare", with: "") == what.level)
  }

  @Test(arguments: [
    Case("10000001", "RA2 - Margaret Ackroyd - -", "first name", "exact and common"),
    Case("10000001", "RA2 - Peggy Ackroyd - -", "first name", "the known-as name"),
    Case("10000001", "RA2 - Maggie Ackroyd - -", "first name", "a short or other form"),
    Case("10000001", "RA2 - M Ackroyd - -", "first name", "the initial"),
    Case("10000001", "RA2 - N Ackroyd 1984-03-12 -", "first name", "different"),
    Case("10000005", "RB3 - Paul Harcastle - -", "first name", "a middle name or one of several"),
    Case("10000001", "RA2 - Margret Ackroyd - -", "first name", "one letter off"),
    Case("10000001", "RA2 - Mragaert Ackroyd - -", "first name", "similar"),
    Case("10000001", "RA2 - Hildegard Ackroyd 1984-03-12 -", "first name", "different"),
    Case(
      "10000003", "RA2 - Nucky Robinson - -", "first name", "one letter off a short or other form"),
    Case("10000003", "RA2 - Lucky Robinson 1971-02-28 -", "first name", "different"),
    Case("10000006", "RB3 - Rupi Bhattal - -", "first name", "a short or other form"),
    Case("10000006", "RB3 - Rupa Bhattal 1988-01-17 -", "first name", "different"),
  ])
  func `first names agree so`(what: Case) throws { try check(what) }

  @Test(arguments: [
    Case(
      "10000001", "RA2 - Margaret Ackroyd - -", "other names",
      "known-as and previous last name that the entry does not use"),
    Case(
      "10000001", "RA2 - Peggy Ackroyd - -", "other names",
      "a previous last name that the entry does not use"),
    Case(
      "10000001", "RA2 - Margaret Dunnett - -", "other names",
      "a known-as name that the entry does not use"),
    Case("10000001", "RA2 - Peggy Dunnett - -", "other names", nil),
    Case("10000003", "RA2 - Nicola Robinson - -", "other names", nil),
  ])
  func `names that the entry does not use are noted`(what: Case) throws { try check(what) }

  @Test(arguments: [
    Case("10000001", "RA2 - Margaret Dunnett - -", "last name", "the previous last name"),
    Case("10000002", "RA2 - Ayesha Mistry - -", "last name", "half of a double-barrelled name"),
    Case("10000002", "RA2 - Ayesha Thwaite_Mistry - -", "last name", "exact and common"),
    Case("10000001", "RA2 - Margaret Akroyd - -", "last name", "one letter off"),
    Case("10000005", "RB3 - Jonathan Hardcastel - -", "last name", "similar"),
    Case("10000007", "RB3 - Bart Wolstenholmebridgwater - -", "last name", "one letter off"),
    Case(
      "10000007", "RB3 - Bartholomewchristian Wolstenholme 1980-08-08 -", "last name", "similar"),
    Case("10000001", "RA2 - Margaret A - -", "last name", "the initial"),
    Case("10000001", "RA2 - Margaret B 1984-03-12 -", "last name", "different"),
    Case("10000001", "RA2 - Margaret Oakeshott 1984-03-12 -", "last name", "different"),
    Case("10000001", "RA2 - Ackroyd Margaret - -", "name order", "first and last name swapped"),
    Case("10000003", "RA2 - Robinson Nikki - -", "name order", "first and last name swapped"),
    Case("10000001", "RA2 - Margaret Ackroyd - -", "name order", nil),
  ])
  func `last names agree so`(what: Case) throws { try check(what) }

  @Test func `a former name that only the work address has is found there`() throws {
    let staff = "RA2 10000001 Pamela Cavanagh - - 1984-05-20 pamela.jessop@ra2.example"
    for (name, level) in [("Jessop", "the name in the work email"), ("Jessup", "different")] {
      let small = SmallStaff(staff: staff, passports: "RA2 - Pamela \(name) 1984-05-20 -")
      let employee = try #require(small.employee("RA2", "10000001"))
      #expect(small.levels(of: employee)["last name"] == level)
    }
  }

  @Test(arguments: [
    Case("10000001", "RA2 - Margaret Ackroyd 1984-03-12 -", "birth date", "exact"),
    Case("10000001", "RA2 - Margaret Ackroyd 1984-12-03 -", "birth date", "day and month swapped"),
    Case("10000001", "RA2 - Margaret Ackroyd 1984-03-17 -", "birth date", "one digit off"),
    Case("10000001", "RA2 - Margaret Ackroyd 1984-07-12 -", "birth date", "one digit off"),
    Case("10000001", "RA2 - Margaret Ackroyd 1984-11-12 -", "birth date", "one part off"),
    Case("10000001", "RA2 - Margaret Ackroyd 1985-07-30 -", "birth date", "different"),
    Case("10000001", "RA2 - Margaret Ackroyd - -", "birth date", nil),
  ])
  func `birth dates agree so`(what: Case) throws { try check(what) }

  @Test(arguments: [
    Case("10000001", "RA2 10000001 Margaret Ackroyd - -", "employee number", "exact"),
    Case("10000001", "RA2 10000010 Margaret Ackroyd - -", "employee number", "one digit off"),
    Case("10000001", "RA2 10077001 Margaret Ackroyd - -", "employee number", "nobody's"),
    Case("10000003", "RA2 10000004 Nicola Robinson - -", "employee number", "one digit off"),
    Case(
      "10000001", "RZ0 91000000 Margaret Ackroyd - -", "employee number",
      "somebody else's, at another organisation"),
    Case(
      "10000001", "RB3 10000001 Margaret Ackroyd - -", "employee number",
      "exact, at another organisation"),
    Case(
      "10000001", "RB3 20020001 Margaret Ackroyd - -", "employee number",
      "different, at another organisation"),
    Case("10000001", "- 91000000 Margaret Ackroyd - -", "employee number", "somebody else's"),
    Case("10000001", "RA2 10000001 Margaret Ackroyd - - QQ123456A", "NI number", "exact"),
    Case("10000001", "RA2 - Margaret Ackroyd - - QQ123465A", "NI number", "one character off"),
    Case("10000001", "RA2 - Margaret Ackroyd - - QQ555555A", "NI number", "nobody's"),
    Case("10000001", "RA2 - Margaret Ackroyd - - QQ345678C", "NI number", "somebody else's"),
    Case("10000004", "RA2 - Nicky Vane - - QQ555555A", "NI number", nil),
  ])
  func `numbers agree so`(what: Case) throws { try check(what) }

  @Test(arguments: [
    Case("10000001", "RA2 - Margaret Ackroyd - -", "organisation", "same"),
    Case("10000001", "RB3 - Margaret Ackroyd - -", "organisation", "other"),
    Case("10000001", "XX9 - Margaret Ackroyd - -", "organisation", "not in the staff extract"),
    Case("10000001", "- - Margaret Ackroyd - -", "organisation", nil),
    Case(
      "10000001", "- - Margaret Ackroyd - - - WCP-RA2-7", "the list's organisation",
      "the employee's"),
    Case("10000001", "- - Margaret Ackroyd - - - WCP-RB3-7", "the list's organisation", "another"),
    Case("10000001", "- - Margaret Ackroyd - - - 7", "the list's organisation", nil),
  ])
  func `organisations agree so`(what: Case) throws { try check(what) }

  @Test(arguments: [
    Case("10000001", "RA2 - Margaret Ackroyd - margaret.dunnett@ra2.example", "email", "same"),
    Case(
      "10000001", "RA2 - Margaret Ackroyd - margaret.dunett@ra2.example", "email",
      "a typing error off"),
    Case(
      "10000005", "RB3 - Jonathan Harcastle - jonathan.harcastle@nhs.example", "email",
      "same name with another number"),
    Case(
      "10000006", "RB3 - Rupinder Bhattal - rupinder.bhattal@ra2.example", "email",
      "same name at another domain"),
    Case("10000006", "RB3 - Rupinder Bhattal - nicky.vane@ra2.example", "email", "somebody else's"),
    Case(
      "10000001", "RA2 - Margaret Ackroyd - m.ackroyd@ra2.example", "email",
      "another one, made of the names"),
    Case(
      "10000001", "RA2 - Margaret Dunnett - m.ackroyd@ra2.example", "email",
      "another one, made of the employee's names"),
    Case(
      "10000001", "RA2 - Margaret Ackroyd - rose7@home.example", "email",
      "a private one, of neither's names"),
    Case(
      "10000001", "RA2 - Margaret Oakeshott 1984-03-12 m.ackroyd@home.example", "email",
      "a private one, made of the employee's names"),
    Case(
      "10000001", "RA2 - Margaret Oakeshott 1984-03-12 m.oakeshott@home.example", "email",
      "a private one, made of the entry's own names"),
    Case(
      "10000003", "RA2 - Nicola Robinson - nicola.robinson@home.example", "email",
      "none in the staff extract, the entry's is made of the names"),
  ])
  func `addresses agree so`(what: Case) throws { try check(what) }

  @Test(arguments: [
    Case(
      "10000001", "RA2 - Margaret Ackroyd - mackroyd84@home.example", "number in the address",
      "the birth year"),
    Case(
      "10000001", "RA2 - Margaret Ackroyd - mackroyd83@home.example", "number in the address",
      "not the birth year"),
    Case(
      "10000001", "RA2 - Margaret Ackroyd - mackroyd1984@home.example", "number in the address",
      "the birth year"),
    Case(
      "10000001", "RA2 - Margaret Ackroyd - mackroyd1884@home.example", "number in the address",
      nil),
    Case(
      "10000001", "RA2 - Margaret Ackroyd - m.ackroyd84@ra2.example", "number in the address",
      nil),
  ])
  func `a number in a private address may be a birth year`(what: Case) throws { try check(what) }
}
