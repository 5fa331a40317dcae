import Records
import Testing
import Vocabulary

import Join

@Suite
struct ProbabilisticLinkingTests {
  private static let staff = """
    RA2 11111111 Rebecca McAree - - 1984-03-12 rebecca.mcaree@nhs.example
    RA2 22222222 Anthony Beddard Tony - 1988-05-28 anthony.beddard@nhs.example
    RA2 33333333 Pamela Cavanagh - - 1984-05-20 pamela.james@nhs.example
    RA2 44444444 Sofia Vinton-Cabrera - - 1990-09-14 sofia.vinton-cabrera@nhs.example
    RB3 55555555 Jasmine Walley - - 1979-02-02 jasmine.walley@nhs.example
    RA2 66666666 Emma Walker - - 1980-06-01 emma.walker@nhs.example
    RA2 77777777 Emma Walker - - 1991-07-02 emma.walker1@nhs.example
    RB3 88888888 Katarzyna Nowak - - 1986-11-23 -
    """

  private static let exact: Set<MatchMethod> = [
    .employeeNumber, .niNumber, .workEmail, .nameAndBirthDate,
  ]
  private static let all = exact.union([.probabilistic])

  /// What an entry is and whom it means.
  struct Case: CustomTestStringConvertible, Sendable {
    let what: String
    let entry: String
    let employee: (String, String)

    var testDescription: String { what }
  }

  @Test(arguments: [
    Case(
      what: "a letter too many and day and month swapped",
      entry: "RA2 - Reebecca McAree 1984-12-03 -", employee: ("RA2", "11111111")),
    Case(
      what: "a number with two digits swapped", entry: "RA2 22222222 Antony Bedard - -",
      employee: ("RA2", "22222222")),
    Case(
      what: "a short form and a birth date", entry: "RB3 - Kasia Novak 1986-11-23 -",
      employee: ("RB3", "88888888")),
    Case(
      what: "a former name that lives on in the address",
      entry: "RA2 - Pamela James 1984-05-20 -", employee: ("RA2", "33333333")),
    Case(
      what: "half of a double-barrelled name and another spelling",
      entry: "RA2 - Sophie Cabrera 1990-09-14 sofia.vinton-cabrera@nhs.example",
      employee: ("RA2", "44444444")),
    Case(
      what: "first and last name swapped, one letter off",
      entry: "RB3 - Waley Jasmine - jasmine.walley@nhs.example", employee: ("RB3", "55555555")),
    Case(
      what: "a typing error in the address",
      entry: "RA2 - Becky McAree - rebeca.mcaree@nhs.example", employee: ("RA2", "11111111")),
  ])
  func `what exact methods miss is linked`(_ what: Case) throws {
    let small = SmallStaff(staff: Self.staff, passports: what.entry)
    let links = small.links(Self.all)
    let link = try #require(links.passports.links.first)
    let expected = try #require(small.employee(what.employee.0, what.employee.1))
    let best = link.employee ?? links.reviews.first?.employee
    #expect(best == expected)
    #expect(link.outcome == .linked || link.outcome == .review)
    #expect(try #require(link.probability) > 0.5 || link.method != .probabilistic)
  }

  @Test func `two equal namesakes go to a person, side by side`() throws {
    let small = SmallStaff(staff: Self.staff, passports: "RA2 - Emma Walker - -")
    let links = small.links(Self.all)
    let link = try #require(links.passports.links.first)
    #expect(link.outcome == .review)
    #expect(link.employee == nil)
    let one = try #require(small.employee("RA2", "66666666"))
    let other = try #require(small.employee("RA2", "77777777"))
    #expect(Set(links.reviews.map(\.employee)) == [one, other])
    for review in links.reviews { #expect(abs(review.probability - 0.5) < 0.05) }
  }

  @Test func `the same name with another number in one mail domain is someone else`() throws {
    let small = SmallStaff(
      staff: Self.staff,
      passports: "RA2 - Rebecca McAree - rebecca.mcaree7@nhs.example")
    let with = try #require(small.links(Self.all).passports.links.first?.probability)
    let plain = SmallStaff(staff: Self.staff, passports: "RA2 - Rebecca McAree - -")
    let without = try #require(plain.links(Self.all).passports.links.first?.probability)
    #expect(with < without)
  }

  @Test func `an address that is not made of the entry's names is nobody else's`() throws {
    // Pamela Cavanagh's own address, by a first name typed so badly that it says nothing.
    let entry = "RB3 - Pmla Cavanagh - pamela.james@nhs.example"
    let small = SmallStaff(staff: Self.staff, passports: entry)
    let link = try #require(small.links([.probabilistic]).passports.links.first)
    #expect(link.employee == small.employee("RA2", "33333333"))
    // Without the address there is nothing to go by.
    let without = SmallStaff(staff: Self.staff, passports: "RB3 - Pmla Cavanagh - -")
    #expect(without.links([.probabilistic]).passports.links.first?.employee == nil)
  }

  @Test func `who is likeliest is shown beside his rivals`() throws {
    let staff = """
      RA2 11111111 Mohammed Rafiq - - 1988-06-17 -
      RB3 22222222 Muhammad Rafiq Mohammed - 1988-06-17 -
      """
    let small = SmallStaff(staff: staff, passports: "- - Mohammed Rafiq 1988-06-17 -")
    let links = small.links(Self.all)
    #expect(links.passports.links.first?.employee == nil)
    #expect(links.reviews.count == 2)
    for review in links.reviews { #expect(review.probability > 0.2) }
  }

  @Test func `an employee without a last name is no better than one whose last name agrees`() throws
  {
    let staff = """
      RA2 11111111 Laura Hefford - - - -
      RA2 22222222 Laura - - - - -
      """
    let small = SmallStaff(staff: staff, passports: "RA2 - Laura Hefford - -")
    let links = small.links(Self.all)
    let best = links.passports.links.first?.employee ?? links.reviews.first?.employee
    #expect(best == small.employee("RA2", "11111111"))
    #expect(try #require(links.passports.links.first?.probability) > 0.8)
  }

  @Test func `nobody is linked who is not there`() throws {
    let small = SmallStaff(
      staff: Self.staff, passports: "RA2 - Zebedee Quorn 1970-01-31 z.quorn@elsewhere.example")
    let links = small.links(Self.all)
    #expect(links.passports.links.first?.outcome == .unmatched)
    #expect(links.reviews.isEmpty)
  }

  @Test func `an exact link stays as it is, and without the method there is no other`() {
    let entries = """
      RA2 11111111 Rebecca McAree - -
      RA2 - Reebecca McAree 1984-12-03 -
      """
    let small = SmallStaff(staff: Self.staff, passports: entries)
    let with = small.links(Self.all).passports.links
    let without = small.links(Self.exact).passports.links
    #expect(with[0].method == .employeeNumber)
    #expect(with[0].probability == nil)
    #expect(without[0].employee == with[0].employee)
    #expect(without[1].outcome == .unmatched)
    #expect(without[1].probability == nil)
    #expect(small.links(Self.exact).reviews.isEmpty)
  }

  @Test func `a rejected employee is no candidate`() throws {
    var small = SmallStaff(staff: Self.staff, passports: "RA2 - Rebeca McAree 1984-03-12 -")
    let found = try #require(small.links(Self.all).passports.links.first?.employee)
    #expect(found == small.employee("RA2", "11111111"))
    small.reject("passport:mcaree rebeca", "RA2", "11111111")
    #expect(small.links(Self.all).passports.links.first?.employee == nil)
  }

  @Test func `the number of workers changes nothing`() {
    let entries = (0..<40).map { "RA2 - Rebec\($0 % 7 == 0 ? "" : "c")a McAre 1984-03-12 -" }
    let small = SmallStaff(staff: Self.staff, passports: entries.joined(separator: "\n"))
    let one = small.links(Self.all, workers: 1).passports.links
    let three = small.links(Self.all, workers: 3).passports.links
    #expect(one.map(\.probability) == three.map(\.probability))
    #expect(one.map(\.employee) == three.map(\.employee))
  }

  @Test func `a link says what speaks for and against it`() throws {
    let small = SmallStaff(staff: Self.staff, passports: "RA2 - Reebecca McAree 1984-12-03 -")
    let link = try #require(small.links(Self.all).passports.links.first)
    let levels = Dictionary(uniqueKeysWithValues: link.evidence.map { ($0.field, $0) })
    #expect(levels["first name"]?.level == "one letter off")
    #expect(levels["last name"]?.level.hasPrefix("exact") == true)
    #expect(levels["birth date"]?.level == "day and month swapped")
    #expect(levels["organisation"]?.level == "same")
    #expect(levels["email"] == nil)
    #expect(try #require(levels["birth date"]).weight > 0)
  }
}
