import Records
import StageSupport
import Testing
import Vocabulary

/// The states of passports and memberships on 15 June 2026 (contract section 5).
struct StateTests {
  private static let staff = "ods code,emp no,forename,surname\nRA2,1,Ann,Lee\n"

  /// Status, agreed, review and ended date of a passport, and its state.
  @Test(arguments: [
    (",,,", PassportState.active), (",15/06/2026,,", .active), (",,15/06/2026,", .active),
    (",,,16/06/2026", .active), ("Active,01/01/2020,01/01/2030,", .active),
    ("Agreed,,,", .active), ("?,,,", .active), ("in review,,,", .active),
    (",,14/06/2026,", .reviewOverdue), ("Active,01/01/2020,14/06/2026,16/06/2026", .reviewOverdue),
    (",16/06/2026,,", .draft), ("Active,16/06/2026,14/06/2026,", .draft),
    ("Draft,01/01/2020,14/06/2026,", .draft), ("draft,,,16/06/2026", .draft),
    (",,,15/06/2026", .ended), ("Active,,,14/06/2026", .ended), ("Draft,,,15/06/2026", .ended),
    ("Ended,16/06/2026,,", .ended), ("Closed,01/01/2020,01/01/2030,01/01/2030", .ended),
    (",16/06/2026,,15/06/2026", .ended), (",tbc,tbc,tbc", .active),
    (",,31/12/4712,31/12/4712", .active),
  ])
  func `a passport's state follows its dates and its status`(
    cells: String, state: PassportState
  ) throws {
    let night = try DrawnNight(
      staff: Self.staff,
      passports: "surname,status,agreed_date,review_date,ended_date\nLee,\(cells)\n")
    #expect(night.links.passportStates == [state])
  }

  @Test(arguments: [
    (PassportState.ended, "ended, closed, withdrawn, cancelled, expired, inactive, left"),
    (.draft, "draft, requested, pending, in progress, under discussion, not agreed, declined"),
    (.active, "end, endeds, close, leaver, in  -progress, progress, agreed, notagreed, live, open"),
  ])
  func `words of a passport's status`(state: PassportState, words: String) throws {
    let cells = words.split(separator: ",").map { String($0.dropFirst($0.first == " " ? 1 : 0)) }
    for dressed in [
      cells, cells.map { $0.uppercased() },
      cells.map { $0.split(separator: " ").joined(separator: "  ") },
    ] {
      let night = try DrawnNight(
        staff: Self.staff, passports: "surname,status\n" + dressed.map { "Lee,\($0)\n" }.joined())
      #expect(
        night.links.passportStates == [PassportState](repeating: state, count: cells.count))
    }
  }

  /// Type, joined and left date of a membership, and its state.
  @Test(arguments: [
    (",,", MembershipState.carerMember), ("Carer,15/06/2026,16/06/2026", .carerMember),
    ("Member,,", .carerMember), ("ally,,", .ally), ("Former  Carer,,", .ally), ("friend,,", .ally),
    ("Carer,16/06/2026,", .future), ("ally,16/06/2026,", .future),
    ("Carer,,15/06/2026", .left), ("Carer,16/06/2026,15/06/2026", .left),
    ("ally,,14/06/2026", .left),
  ])
  func `a membership's state follows its dates and its type`(
    cells: String, state: MembershipState
  ) throws {
    let night = try DrawnNight(
      staff: Self.staff, network: "surname,member_type,joined_date,left_date\nLee,\(cells)\n")
    #expect(night.links.membershipStates == [state])
  }

  @Test func `where a list has no type every member is a carer`() throws {
    let night = try DrawnNight(staff: Self.staff, network: "surname\nLee\n")
    #expect(night.links.membershipStates == [.carerMember])
  }
}
