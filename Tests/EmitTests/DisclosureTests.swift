import Emit
import Testing

@Suite struct DisclosureTests {
  @Test(arguments: [
    (0, "0"), (1, "*"), (7, "*"), (8, "10"), (12, "10"), (13, "15"), (17, "15"), (18, "20"),
    (100, "100"), (1_000_002, "1000000"), (1_000_003, "1000005"),
  ])
  func `a count is shown to the nearest five and small ones not at all`(count: Int, text: String) {
    #expect(ControlledCount(count, .nhsEngland).text == text)
    #expect(ControlledCount(count, .none).text == "\(count)")
  }

  /// Figures of employers that have only these numbers of staff.
  private static func staff(_ groups: [[Int]]) -> Figures {
    var counts: [[Int]] = []
    var members: [[Int]] = []
    for group in groups {
      members.append(Array(counts.count..<counts.count + group.count))
      for staff in group {
        var row = [Int](repeating: 0, count: Count.allCases.count)
        row[Count.staff.rawValue] = staff
        counts.append(row)
      }
    }
    return Figures(
      counts, covered: counts.map { _ in 0 }, groups: members, disclosure: .nhsEngland)
  }

  /// What is shown of the staff of some employers, by footprint, worked out by hand.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let staff: [[Int]]
    let employers: [String]
    let footprints: [String]
    let all: String
  }

  static let cases = [
    Case(
      testDescription: "one hidden employer hides the smallest other one",
      staff: [[20, 3, 12, 30]], employers: ["20", "*", "*", "30"], footprints: ["65"], all: "65"),
    Case(
      testDescription: "of equal ones the smaller code is hidden",
      staff: [[3, 12, 12]], employers: ["*", "*", "10"], footprints: ["25"], all: "25"),
    Case(
      testDescription: "an employer without staff hides nothing",
      staff: [[3, 0, 12]], employers: ["*", "0", "*"], footprints: ["15"], all: "15"),
    Case(
      testDescription: "two hidden employers hide each other",
      staff: [[3, 4, 12]], employers: ["*", "*", "10"], footprints: ["20"], all: "20"),
    Case(
      testDescription:
        "a hidden employer by itself has nothing to hide behind: its total is hidden",
      staff: [[3, 0]], employers: ["*", "0"], footprints: ["*"], all: "*"),
    // Footprint 1 is `*` by itself, so the smallest other footprint (40) is, and in that one the
    // employer with 10.
    Case(
      testDescription: "one hidden footprint hides the next and its smallest employer",
      staff: [[5, 0], [30, 10], [100, 50]],
      employers: ["*", "0", "30", "*", "100", "50"], footprints: ["*", "*", "150"], all: "195"),
    // In footprint 2 the employer with 2 and, for it, the one with 15 are `*` already when the
    // footprint becomes so (47 < 150): the next one, 30, is hidden too.
    Case(
      testDescription: "a footprint hidden so hides the smallest employer not hidden yet",
      staff: [[5], [30, 15, 2], [100, 50]],
      employers: ["*", "*", "*", "*", "100", "50"], footprints: ["*", "*", "150"], all: "200"),
    Case(
      testDescription: "nothing small, nothing hidden",
      staff: [[8, 9], [10]], employers: ["10", "10", "10"], footprints: ["15", "10"], all: "25"),
    Case(testDescription: "nobody", staff: [], employers: [], footprints: [], all: "0"),
  ]

  @Test(arguments: cases)
  func `what could be worked out by subtraction is hidden too`(expected: Case) {
    let figures = Self.staff(expected.staff)
    #expect(figures.employers.map { $0[.staff].text } == expected.employers)
    #expect(figures.footprints.map { $0[.staff].text } == expected.footprints)
    #expect(figures.all[.staff].text == expected.all)
  }

  /// | employer | carers recorded | carers identified | carer recipients |
  /// | --- | --- | --- | --- |
  /// | first | 3 → * | 9 → * with it | 0 → * with it |
  /// | second | 20 → * behind the first | 20 → * with it | 20 → * with it |
  /// | third | 30 | 30 | 9 → 10 |
  @Test func `what rests on a hidden number of carers is hidden with it`() {
    let counts = [(3, 9, 0), (20, 20, 20), (30, 30, 9)].map { recorded, identified, recipients in
      var row = [Int](repeating: 0, count: Count.allCases.count)
      row[Count.carersRecorded.rawValue] = recorded
      row[Count.carersIdentified.rawValue] = identified
      row[Count.carerRecipients.rawValue] = recipients
      return row
    }
    let figures = Figures(
      counts, covered: [0, 0, 0], groups: [[0, 1, 2]], disclosure: .nhsEngland)
    let shown = figures.employers.map { figures in
      [Count.carersRecorded, .carersIdentified, .carerRecipients].map { figures[$0].text }
    }
    #expect(shown == [["*", "*", "*"], ["*", "*", "*"], ["30", "30", "10"]])
    #expect(figures.all[.carersIdentified].text == "60")
  }

  @Test func `recipients have no second part hidden`() {
    let counts = [3, 20, 30].map { recipients in
      var row = [Int](repeating: 0, count: Count.allCases.count)
      row[Count.managerRecipients.rawValue] = recipients
      return row
    }
    let figures = Figures(
      counts, covered: [0, 0, 0], groups: [[0, 1, 2]], disclosure: .nhsEngland)
    #expect(figures.employers.map { $0[.managerRecipients].text } == ["*", "20", "30"])
  }

  @Test func `with disclosure control off all counts are true`() {
    let counts = [3, 20].map { staff in
      var row = [Int](repeating: 0, count: Count.allCases.count)
      row[Count.staff.rawValue] = staff
      return row
    }
    let figures = Figures(counts, covered: [0, 0], groups: [[0, 1]], disclosure: .none)
    #expect(figures.employers.map { $0[.staff].text } == ["3", "20"])
    #expect(figures.all[.staff].text == "23")
  }
}
