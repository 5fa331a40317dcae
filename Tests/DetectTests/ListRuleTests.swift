import Testing

/// Rules on passports, memberships and the entries of both lists.
struct ListRuleTests {
  /// 1 works at RA2; 2 has left; 3 has left RA2 and works at RX1 as 4; 5 and 6 left two posts of
  /// RA2 and RX1; 7 has left one post of RA2 and works in the other, 8; 9 works at RX1 too, as 10.
  static let people = """
    | employee     | active | person |
    | RA2/10000001 | yes    |        |
    | RA2/10000002 | no     |        |
    | RA2/10000003 | no     | A      |
    | RX1/10000004 | yes    | A      |
    | RA2/10000005 | no     | B      |
    | RX1/10000006 | no     | B      |
    | RA2/10000007 | no     | C      |
    | RA2/10000008 | yes    | C      |
    | RA2/10000009 | yes    | D      |
    | RX1/10000010 | yes    | D      |
    """

  @Test func `a passport is overdue for review while its person works anywhere`() {
    let given = Given(
      employees: Self.people,
      passports: """
        | passport | employee     | state          | review     |
        | P1       | RA2/10000001 | review-overdue | 2026-03-01 |
        | P2       | RA2/10000001 | active         | 2027-03-01 |
        | P3       | RA2/10000002 | review-overdue | 2026-03-01 |
        | P4       | RA2/10000003 | review-overdue | 2026-04-01 |
        | P5       |              | review-overdue | 2026-03-01 |
        """)
    #expect(
      given.raised("passport-review-overdue") == [
        Raised(
          subject: "passport:P1", rows: "passports.csv:2;staff.csv:2",
          detail: "The review was due on 2026-03-01."),
        Raised(
          subject: "passport:P4", rows: "passports.csv:5;staff.csv:4",
          detail: "The review was due on 2026-04-01."),
      ])
  }

  @Test func `a foreign passport does not cite the rows of the employee it is linked to`() {
    let given = Given(
      employees: Self.people,
      passports: """
        | passport | employee     | state          | foreign | consent | review     |
        | P1       | RA2/10000001 | review-overdue | yes     | yes     | 2026-03-01 |
        """)
    #expect(given.raised("passport-review-overdue").map(\.rows) == ["passports.csv:2"])
  }

  @Test func `an active passport needs a review date`() {
    let given = Given(
      employees: Self.people,
      passports: """
        | passport | employee     | state          | review     |
        | P1       | RA2/10000001 | active         |            |
        | P2       | RA2/10000001 | active         | 2027-03-01 |
        | P3       | RA2/10000001 | draft          |            |
        | P4       | RA2/10000002 | active         |            |
        | P5       |              | active         |            |
        """)
    #expect(given.subjects("passport-review-missing") == ["passport:P1"])
  }

  @Test func `a review or an end before the agreement is inconsistent in any state`() {
    let given = Given(
      employees: Self.people,
      passports: """
        | passport | employee     | state | agreed     | review     | ended      |
        | P1       | RA2/10000001 |       | 2026-05-01 | 2026-04-30 |            |
        | P2       |              | ended | 2026-05-01 |            | 2026-04-30 |
        | P3       | RA2/10000001 |       | 2026-05-01 | 2026-05-01 | 2026-05-01 |
        | P4       | RA2/10000001 |       |            | 2026-04-30 | 2026-04-30 |
        | P5       | RA2/10000001 |       | 2026-05-01 |            |            |
        """)
    #expect(
      given.raised("passport-dates-inconsistent").map { "\($0.subject) \($0.detail)" } == [
        "passport:P1 Agreed on 2026-05-01, to be reviewed on 2026-04-30.",
        "passport:P2 Agreed on 2026-05-01, ended on 2026-04-30.",
      ])
  }

  @Test func `a live passport of a person who works nowhere any more is for a leaver`() {
    let given = Given(
      employees: Self.people,
      passports: """
        | passport | employee     | state          |
        | P1       | RA2/10000002 | active         |
        | P2       | RA2/10000005 | review-overdue |
        | P3       | RA2/10000002 | ended          |
        | P4       | RA2/10000002 | draft          |
        | P5       | RA2/10000003 | active         |
        | P6       | RA2/10000001 | active         |
        | P7       |              | active         |
        """)
    #expect(given.subjects("passport-for-leaver") == ["passport:P1", "passport:P2"])
  }

  @Test func `a live passport stays behind when its person moves to another employer`() {
    let given = Given(
      employees: Self.people,
      passports: """
        | passport | employee     | state  |
        | P1       | RA2/10000003 | active |
        | P2       | RA2/10000003 | ended  |
        | P3       | RX1/10000004 | active |
        | P4       | RA2/10000005 | active |
        | P5       | RA2/10000007 | active |
        | P6       | RA2/10000009 | active |
        """)
    #expect(given.subjects("passport-at-previous-organisation") == ["passport:P1"])
  }

  @Test func `a live foreign passport without consent is a finding`() {
    let given = Given(
      employees: Self.people,
      passports: """
        | passport | employee     | state  | foreign | consent | organisation |
        | P1       | RA2/10000001 | active | yes     | no      | RX1          |
        | P2       | RX1/10000004 | active | yes     |         |              |
        | P3       | RA2/10000001 | active | yes     | yes     | RX1          |
        | P4       | RA2/10000001 | ended  | yes     | no      | RX1          |
        | P5       | RA2/10000001 | active | no      | no      | RA2          |
        """)
    #expect(
      given.raised("passport-foreign").map { "\($0.subject) \($0.rows) \($0.detail)" } == [
        "passport:P1 passports.csv:2 The entry's organisation is not the employee's; "
          + "there is no consent to share.",
        "passport:P2 passports.csv:3 The entry gives no organisation; "
          + "there is no consent to share.",
      ])
  }

  @Test func `two live passports of one employee are a duplicate, of a leaver too`() {
    let given = Given(
      employees: Self.people,
      passports: """
        | passport | employee     | state          | foreign | consent |
        | P1       | RA2/10000002 | active         |         |         |
        | P2       | RA2/10000001 | active         |         |         |
        | P3       | RA2/10000001 | ended          |         |         |
        | P4       | RA2/10000001 | review-overdue |         |         |
        | P5       | RA2/10000002 | active         |         |         |
        | P6       | RA2/10000003 | active         |         |         |
        | P7       | RA2/10000003 | active         | yes     | yes     |
        | P8       | RX1/10000004 | active         |         |         |
        | P9       | RX1/10000004 | draft          |         |         |
        """)
    #expect(
      given.raised("duplicate-passport") == [
        Raised(
          subject: "RA2/10000001", rows: "staff.csv:2;passports.csv:3;passports.csv:5",
          detail: "2 live passports are held for the employee."),
        Raised(
          subject: "RA2/10000002", rows: "staff.csv:3;passports.csv:2;passports.csv:6",
          detail: "2 live passports are held for the employee."),
      ])
  }

  @Test func `an open membership of a person who works nowhere any more is for a leaver`() {
    let given = Given(
      employees: Self.people,
      memberships: """
        | membership | employee     | state        |
        | M1         | RA2/10000002 | carer-member |
        | M2         | RA2/10000005 | ally         |
        | M3         | RA2/10000002 | left         |
        | M4         | RA2/10000002 | future       |
        | M5         | RA2/10000003 | carer-member |
        | M6         |              | carer-member |
        """)
    #expect(given.subjects("membership-for-leaver") == ["network:M1", "network:M2"])
  }

  @Test func `an open membership stays behind when its person moves to another employer`() {
    let given = Given(
      employees: Self.people,
      memberships: """
        | membership | employee     | state        |
        | M1         | RA2/10000003 | carer-member |
        | M2         | RA2/10000003 | ally         |
        | M3         | RA2/10000003 | left         |
        | M4         | RX1/10000004 | carer-member |
        | M5         | RA2/10000007 | carer-member |
        | M6         | RA2/10000009 | carer-member |
        """)
    #expect(
      given.subjects("membership-at-previous-organisation") == ["network:M1", "network:M2"])
  }

  @Test func `two memberships that have not left are a duplicate`() {
    let given = Given(
      employees: Self.people,
      memberships: """
        | membership | employee     | state        |
        | M1         | RA2/10000001 | carer-member |
        | M2         | RA2/10000001 | future       |
        | M3         | RA2/10000001 | left         |
        | M4         | RA2/10000002 | ally         |
        | M5         | RA2/10000002 | ally         |
        | M6         | RX1/10000004 | carer-member |
        | M7         | RX1/10000004 | left         |
        """)
    #expect(
      given.raised("duplicate-membership").map { "\($0.subject) \($0.rows)" } == [
        "RA2/10000001 staff.csv:2;network.csv:2;network.csv:3",
        "RA2/10000002 staff.csv:3;network.csv:5;network.csv:6",
      ])
  }

  /// The same entries for the three rules on links.
  static let entries = Given(
    employees: people,
    passports: """
      | passport | employee     | state  | outcome          | conflict |
      | P1       |              | active | unmatched        | no       |
      | P2       |              | draft  | unmatched        | yes      |
      | P3       |              | ended  | unmatched        | yes      |
      | P4       |              | active | ambiguous        | no       |
      | P5       |              | ended  | ambiguous        | no       |
      | P6       | RA2/10000001 | active | linked           | yes      |
      | P7       | RA2/10000001 | active | linked           | no       |
      | P8       |              | active | review           | no       |
      | P9       | RA2/10000001 | active | ambiguous before | no       |
      """,
    memberships: """
      | membership | employee | state  | outcome   | conflict |
      | M1         |          | future | unmatched | no       |
      | M2         |          | left   | unmatched | yes      |
      | M3         |          | ally   | ambiguous | yes      |
      """)

  @Test func `an entry that is neither linked nor ambiguous is unmatched, unless it is over`() {
    #expect(
      Self.entries.subjects("list-entry-unmatched") == [
        "passport:P1", "passport:P2", "passport:P8", "network:M1",
      ])
  }

  @Test func `an entry that several persons fit is ambiguous, unless it is over`() {
    #expect(Self.entries.subjects("list-entry-ambiguous") == ["passport:P4", "network:M3"])
  }

  @Test func `an entry with a detail of someone who does not agree conflicts, linked or not`() {
    #expect(
      Self.entries.raised("identity-conflict").map { "\($0.subject) \($0.rows)" } == [
        "passport:P2 passports.csv:3", "passport:P6 passports.csv:7;staff.csv:2",
        "network:M3 network.csv:4",
      ])
  }
}
