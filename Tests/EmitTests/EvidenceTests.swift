import Emit
import Records
import Testing
import Vocabulary

@Suite struct EvidenceTests {
  @Test(arguments: [
    (0, 5, "0.000"), (5, 5, "1.000"), (1, 3, "0.333"), (2, 3, "0.667"), (1, 16, "0.063"),
    (1, 2_000, "0.001"), (1, 2_001, "0.000"), (45, 0, ""),
  ])
  func `rates have three decimals, halves up`(part: Int, whole: Int, text: String) {
    #expect(Fraction.text(part, of: whole) == text)
  }

  /// 0.145 × 100 is 14.499999999999998 in binary arithmetic, and must be 14.5, so 15.
  @Test(arguments: [
    (0.32, 50, 16, "0.32"), (0.32, 0, 0, "0.32"), (0.145, 100, 15, "0.145"), (0.5, 5, 3, "0.5"),
    (1.0, 35, 35, "1"), (0.0, 35, 0, "0"), (0.29, 50, 15, "0.29"),
    (0.1, 34_000_000, 3_400_000, "0.1"),
  ])
  func `expected carers are the survey's share, halves up`(
    rate: Double, staff: Int, expected: Int, text: String
  ) {
    #expect(SurveyRate(rate).share(of: staff) == expected)
    #expect(SurveyRate(rate).text == text)
  }

  /// | employer | staff | carers | unflagged | passports (overdue) | platforms with a code |
  /// | --- | --- | --- | --- | --- | --- |
  /// | RX1 (QT1) | 52 → 50 | 8 → 10 | 10, so 18 identified → 20 | 10 (2) → on time 8 → 10 | 1 |
  /// | RX2 (none) | 0 | 0 | 0 | 0 | 0 |
  private func world() -> SmallWorld {
    var world = SmallWorld()
    world.extracts.inputs = [InputAccount(source: .passports, path: "p.csv")]
    world.footprint("QT1", name: "Notts")
    world.employer("RX1", footprint: "QT1", name: "Trust")
    world.accessCode("EFC", .employersForCarers, of: "QT1")
    world.employees(52, carers: 8, unflagged: 10)
    for place in 0..<10 {
      world.entry(
        .passports, subject: "passport:\(place)", row: SourceRow(file: 0, line: place + 2),
        employee: place, method: .employeeNumber, state: place < 2 ? .reviewOverdue : .active)
    }
    // None of these count: foreign, ended, of a leaver, not linked.
    world.entry(
      .passports, subject: "passport:a", row: SourceRow(file: 0, line: 20), employee: 0,
      isForeign: true)
    world.entry(
      .passports, subject: "passport:b", row: SourceRow(file: 0, line: 21), employee: 0,
      state: .ended)
    let leaver = world.employee("99999999", isActive: false, status: .carer)
    world.entry(
      .passports, subject: "passport:c", row: SourceRow(file: 0, line: 22), employee: leaver)
    world.entry(
      .passports, subject: "passport:d", row: SourceRow(file: 0, line: 23), outcome: .unmatched)
    world.employer("RX2")
    return world
  }

  @Test func `organisations, footprints and the whole have these figures`() {
    let rx1 = [
      "staff,50,", "carers-recorded,10,", "carers-identified,20,", "identification-rate,0.400,50",
      "expected-carers,16,0.32 NHS Staff Survey 2023", "gap,-4,16", "passports,10,",
      "passport-reviews-on-time-rate,1.000,10", "network-carer-members,0,",
    ]
    let rx2 = [
      "staff,0,", "carers-recorded,0,", "carers-identified,0,", "identification-rate,,0",
      "expected-carers,0,0.32 NHS Staff Survey 2023", "gap,0,0", "passports,0,",
      "passport-reviews-on-time-rate,,0", "network-carer-members,0,", "code-coverage,0.000,2",
    ]
    #expect(
      world().rows("evidence.csv")
        == (rx1 + ["code-coverage,0.500,2"]).map { "organisation,RX1,Trust,\($0)" }
        + rx2.map { "organisation,RX2,,\($0)" }
        + (rx1 + ["code-coverage,0.500,2"]).map { "footprint,QT1,Notts,\($0)" }
        + rx2.map { "footprint,no-footprint,,\($0)" }
        + (rx1 + ["code-coverage,0.250,4"]).map { "all,all,,\($0)" })
  }

  @Test func `within a level rows stand by code, employers without a footprint last`() {
    var world = SmallWorld()
    for (place, footprint) in ["S9B9J", "", "QT1", "S9", "QWO", "S9B9A"].enumerated() {
      world.employer("RX\(place)", footprint: footprint)
    }
    let codes = world.rows("evidence.csv").map { $0.split(separator: ",") }
      .filter { $0[2] == "staff" }.map { $0[1] }
    #expect(
      codes == [
        "RX0", "RX1", "RX2", "RX3", "RX4", "RX5", "QT1", "QWO", "S9", "S9B9A", "S9B9J",
        "no-footprint", "all",
      ])
  }

  @Test func `organisations have the same cells`() {
    #expect(
      world().rows("distribution/QT1/organisations.csv")
        == ["QT1,Notts,RX1,Trust,,,EFC,QT1,,,50,10,0,0"])
  }

  @Test func `a hidden part hides what is worked out from it`() {
    var world = SmallWorld()
    world.settings.surveyName = "=cmd, our survey"
    world.settings.surveyRate = 0.25
    world.employer("RX1")
    world.employees(20, carers: 3)
    #expect(
      world.rows("evidence.csv").prefix(6).map { $0 } == [
        "organisation,RX1,,staff,20,", "organisation,RX1,,carers-recorded,*,",
        "organisation,RX1,,carers-identified,*,", "organisation,RX1,,identification-rate,*,20",
        "organisation,RX1,,expected-carers,5,\"0.25 =cmd, our survey\"",
        "organisation,RX1,,gap,*,5",
      ])
  }

  @Test func `without disclosure control the counts are true`() {
    var world = world()
    world.settings.disclosure = .none
    #expect(
      world.rows("evidence.csv").prefix(8).map { $0 } == [
        "organisation,RX1,Trust,staff,52,", "organisation,RX1,Trust,carers-recorded,8,",
        "organisation,RX1,Trust,carers-identified,18,",
        "organisation,RX1,Trust,identification-rate,0.346,52",
        "organisation,RX1,Trust,expected-carers,17,0.32 NHS Staff Survey 2023",
        "organisation,RX1,Trust,gap,-1,17", "organisation,RX1,Trust,passports,10,",
        "organisation,RX1,Trust,passport-reviews-on-time-rate,0.800,10",
      ])
  }
}
