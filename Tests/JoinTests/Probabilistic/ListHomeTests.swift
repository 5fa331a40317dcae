import Records
import Testing
import Vocabulary

import Join

/// What tells an entry's organisation where it names none: reference, mail domain, neighbours.
@Suite
struct ListHomeTests {
  /// Six who have addresses in one mail domain, two namesakes, and two of other employers.
  private static let staff =
    (1...6).map { "RA2 1000000\($0) Worker\($0) Hill\($0) - - 1970-01-0\($0) w\($0)@ra2.example" }
    .joined(separator: "\n") + """

      RA2 20000001 Emma Walker - - 1980-06-01 -
      RB3 20000002 Emma Walker - - 1991-07-02 -
      RB3 20000003 Doris Quaye - - 1968-01-30 -
      RC4 20000004 Olive Byrne - - 1975-05-05 -
      """

  private func levels(_ entries: [String], entry: Int = 0) -> [String?] {
    let small = SmallStaff(
      staff: Self.staff, passports: entries.joined(separator: "\n"))
    return [("RA2", "20000001"), ("RB3", "20000002")].map { organisation, number in
      small.employee(organisation, number).flatMap {
        small.levels(of: $0, entry: entry)["the list's organisation"]
      }
    }
  }

  @Test func `an address in an employer's own mail domain tells the employer`() {
    #expect(
      levels(["- - Emma Walker - e.walker9@ra2.example"]) == ["the employee's", "another"])
    #expect(levels(["- - Emma Walker - e.walker9@home.example"]) == [nil, nil])
  }

  @Test func `a mail domain of many employers tells none`() {
    #expect(levels(["- - Emma Walker - e.walker9@fill.example"]) == [nil, nil])
  }

  @Test func `where an entry stands does not choose between two whom it fits exactly`() {
    // Both have the number and the name; the list is RA2's by its other entries.
    let staff = """
      RA2 415263 Fatima Bibi - - 1994-01-30 -
      RB3 415263 Fatima Bibi - - 1972-11-08 -
      """
    let others = (0..<6).map { _ in "RA2 - Olive Byrne - -" }
    let entries = (others + ["- 415263 Fatima Bibi - -"]).joined(separator: "\n")
    let links = SmallStaff(staff: staff, passports: entries).links(Set(MatchMethod.selectable))
    #expect(links.passports.links.last?.outcome == .review)
    let reviews = links.reviews.filter { $0.entry == 6 }
    #expect(reviews.count == 2)
    for review in reviews { #expect(abs(review.probability - 0.5) < 0.02) }
  }

  @Test func `entries before and behind that name one employer tell it`() {
    let before = "RB3 - Doris Quaye - -"
    let entry = "- - Emma Walker - -"
    #expect(
      levels([before, entry, before], entry: 1)
        == ["another, by its neighbours", "the employee's, by its neighbours"])
    #expect(levels([before, entry, "RC4 - Olive Byrne - -"], entry: 1) == [nil, nil])
    #expect(levels([before, entry], entry: 1) == [nil, nil])
  }
}
