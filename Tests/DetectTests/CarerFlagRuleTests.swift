import Testing

/// Rules on what an employee's own rows say.
struct CarerFlagRuleTests {
  @Test func `a live passport is a question to an employee whose record does not say carer`() {
    let given = Given(
      employees: """
        | employee     | active | flag         | passport       |
        | RA2/10000001 | yes    | not-recorded | active         |
        | RA2/10000002 | yes    | not-carer    | review-overdue |
        | RA2/10000003 | yes    | unreadable   | active         |
        | RA2/10000004 | yes    | carer        | active         |
        | RA2/10000005 | yes    | declined     | active         |
        | RA2/10000006 | yes    | not-recorded | draft          |
        | RA2/10000007 | yes    | not-recorded | ended          |
        | RA2/10000008 | no     | not-recorded | active         |
        """)
    #expect(
      given.subjects("passport-without-flag") == ["RA2/10000001", "RA2/10000002", "RA2/10000003"])
  }

  @Test
  func `a flag that was carer in the last run and is not now is raised while a passport lives`() {
    let given = Given(
      employees: """
        | employee     | active | last flag | flag         | passport       |
        | RA2/10000001 | yes    | carer     | not-recorded | active         |
        | RA2/10000002 | yes    | carer     | declined     | review-overdue |
        | RA2/10000003 | yes    | carer     | carer        | active         |
        | RA2/10000004 | yes    | carer     | not-recorded | ended          |
        | RA2/10000005 | yes    |           | not-recorded | active         |
        | RA2/10000006 | no     | carer     | not-carer    | active         |
        """)
    #expect(
      given.subjects("flag-withdrawn-while-passport-active") == ["RA2/10000001", "RA2/10000002"])
  }

  @Test func `a passport question cites staff rows, competences, then passports that can count`() {
    let given = Given(
      employees: """
        | employee     | passport | person |
        | RA2/10000001 | active   | A      |
        | RX1/10000002 |          | A      |
        """,
      assignments: """
        | employee     | primary |
        | RA2/10000001 | yes     |
        | RX1/10000002 | yes     |
        | RA2/10000001 |         |
        """,
      competences: """
        | employee     | kind     | open |
        | RA2/10000001 | carer    | no   |
        | RX1/10000002 | carer    | no   |
        | RA2/10000001 | passport | no   |
        """,
      passports: """
        | passport | employee     | state  | foreign | consent |
        | P1       | RX1/10000002 | active |         | yes     |
        | P2       | RX1/10000002 | active |         | no      |
        | P3       | RA2/10000001 | ended  |         |         |
        | P4       | RA2/10000001 | active | yes     | no      |
        | P5       | RA2/10000001 | active | yes     | yes     |
        """)
    #expect(
      given.raised("passport-without-flag").map(\.rows) == [
        "staff.csv:2;staff.csv:4;competences.csv:2;competences.csv:4;"
          + "passports.csv:2;passports.csv:4;passports.csv:6"
      ])
  }

  @Test func `a carer's membership is a question to an employee whose record does not say carer`() {
    let given = Given(
      employees: """
        | employee     | active | flag         | network      |
        | RA2/10000001 | yes    | not-recorded | carer-member |
        | RA2/10000002 | yes    | not-carer    | carer-member |
        | RA2/10000003 | yes    | unreadable   | carer-member |
        | RA2/10000004 | yes    | carer        | carer-member |
        | RA2/10000005 | yes    | not-recorded | ally         |
        | RA2/10000006 | yes    | not-recorded | future       |
        | RA2/10000007 | no     | not-recorded | carer-member |
        """,
      memberships: """
        | membership | employee     | state |
        | M1         | RA2/10000001 |       |
        | M2         | RA2/10000001 | left  |
        | M3         | RA2/10000002 |       |
        """)
    let raised = given.raised("membership-without-flag")
    #expect(raised.map(\.subject) == ["RA2/10000001", "RA2/10000002", "RA2/10000003"])
    #expect(raised.first?.rows == "staff.csv:2;network.csv:2;network.csv:3")
    #expect(
      raised.map(\.detail) == [
        "The record says nothing about caring; a network lists a carer.",
        "The record says not a carer; a network lists a carer.",
        "The record says something about caring that cannot be read; a network lists a carer.",
      ])
  }

  @Test func `a carer without a live passport is found where the rule is turned on`() {
    let given = Given(
      employees: """
        | employee     | active | flag         | passport |
        | RA2/10000001 | yes    | carer        |          |
        | RA2/10000002 | yes    | carer        | draft    |
        | RA2/10000003 | yes    | carer        | ended    |
        | RA2/10000004 | yes    | carer        | active   |
        | RA2/10000005 | yes    | not-recorded |          |
        | RA2/10000006 | no     | carer        |          |
        """)
    #expect(
      given.subjects("flag-without-passport") == ["RA2/10000001", "RA2/10000002", "RA2/10000003"])
  }

  @Test func `who prefers not to say must not stand on a list as a carer`() {
    let given = Given(
      employees: """
        | employee     | active | flag     | passport       | network      |
        | RA2/10000001 | yes    | declined | active         |              |
        | RA2/10000002 | yes    | declined |                | carer-member |
        | RA2/10000003 | yes    | declined | review-overdue | carer-member |
        | RA2/10000004 | yes    | declined | draft          | ally         |
        | RA2/10000005 | yes    | carer    | active         | carer-member |
        | RA2/10000006 | no     | declined | active         |              |
        """,
      passports: """
        | passport | employee     |
        | P1       | RA2/10000003 |
        """,
      memberships: """
        | membership | employee     |
        | M1         | RA2/10000003 |
        """)
    let raised = given.raised("declined-but-listed")
    #expect(raised.map(\.subject) == ["RA2/10000001", "RA2/10000002", "RA2/10000003"])
    #expect(raised.last?.rows == "staff.csv:4;passports.csv:2;network.csv:2")
  }

  @Test func `a conflict that the dates do not settle is a finding`() {
    let given = Given(
      employees: """
        | employee     | active | flag      |
        | RA2/10000001 | yes    | carer     |
        | RA2/10000002 | yes    | carer     |
        | RA2/10000003 | yes    | not-carer |
        | RA2/10000004 | yes    | carer     |
        | RA2/10000005 | yes    | carer     |
        | RA2/10000006 | yes    | carer     |
        | RA2/10000007 | yes    | not-carer |
        | RA2/10000008 | no     | carer     |
        | RA2/10000009 | yes    | carer     |
        """,
      assignments: """
        | employee     | active | flag      | dated      |
        | RA2/10000001 |        | carer     | 2026-01-05 |
        | RA2/10000001 |        | not-carer | 2026-01-05 |
        | RA2/10000002 |        | carer     |            |
        | RA2/10000002 |        | not-carer | 2026-01-05 |
        | RA2/10000003 |        | not-carer |            |
        | RA2/10000004 |        | carer     | 2026-02-05 |
        | RA2/10000004 |        | not-carer | 2026-01-05 |
        | RA2/10000004 |        | not-carer |            |
        | RA2/10000005 |        | carer     |            |
        | RA2/10000005 | no     | not-carer |            |
        | RA2/10000006 |        | carer     |            |
        | RA2/10000006 |        | declined  |            |
        | RA2/10000007 |        | not-carer | 2026-01-05 |
        | RA2/10000008 |        | carer     |            |
        | RA2/10000008 |        | not-carer |            |
        | RA2/10000009 |        | carer     |            |
        | RA2/10000009 |        | not-carer |            |
        """,
      competences: """
        | employee     | kind     | open | says  | dated      |
        | RA2/10000003 | carer    | yes  | carer | 2026-01-05 |
        | RA2/10000007 | carer    | no   | carer | 2026-01-05 |
        | RA2/10000007 | passport | yes  | carer | 2026-01-05 |
        """)
    let raised = given.raised("flag-conflict")
    #expect(
      raised == [
        Raised(
          subject: "RA2/10000001", rows: "staff.csv:2;staff.csv:3",
          detail: "Records say carer and not a carer; both are dated 2026-01-05."),
        Raised(
          subject: "RA2/10000002", rows: "staff.csv:4;staff.csv:5",
          detail: "Records say carer, undated, and not a carer, dated 2026-01-05."),
        Raised(
          subject: "RA2/10000003", rows: "staff.csv:6;competences.csv:2",
          detail: "Records say carer, dated 2026-01-05, and not a carer, undated."),
        Raised(
          subject: "RA2/10000009", rows: "staff.csv:17;staff.csv:18",
          detail: "Records say carer and not a carer; neither is dated."),
      ])
  }

  @Test func `a flag that only a secondary assignment has is a finding`() {
    let given = Given(
      employees: """
        | employee     | active | flag  |
        | RA2/10000001 | yes    | carer |
        | RA2/10000002 | yes    | carer |
        | RA2/10000003 | yes    | carer |
        | RA2/10000004 | yes    | carer |
        | RA2/10000005 | yes    | carer |
        | RA2/10000006 | no     | carer |
        """,
      assignments: """
        | employee     | active | primary | flag  |
        | RA2/10000001 | yes    | yes     |       |
        | RA2/10000001 | yes    | no      | carer |
        | RA2/10000002 | yes    | yes     | carer |
        | RA2/10000002 | yes    | no      | carer |
        | RA2/10000003 | no     | yes     |       |
        | RA2/10000003 | yes    | no      | carer |
        | RA2/10000004 | yes    | yes     |       |
        | RA2/10000004 | yes    | no      | carer |
        | RA2/10000005 | yes    | yes     |       |
        | RA2/10000005 | no     | yes     | carer |
        | RA2/10000006 | yes    | yes     |       |
        | RA2/10000006 | yes    | no      | carer |
        """,
      competences: """
        | employee     | kind  | open |
        | RA2/10000001 | carer | no   |
        | RA2/10000004 | carer | yes  |
        """)
    #expect(given.subjects("flag-on-secondary-assignment-only") == ["RA2/10000001"])
  }

  @Test func `a flag that cannot be read is a finding, whatever the others say`() {
    let given = Given(
      employees: """
        | employee     | active | flag         |
        | RA2/10000001 | yes    | carer        |
        | RA2/10000002 | yes    | unreadable   |
        | RA2/10000003 | yes    | not-recorded |
        | RA2/10000004 | no     | unreadable   |
        """,
      assignments: """
        | employee     | active | flag         |
        | RA2/10000001 | yes    | carer        |
        | RA2/10000001 | no     | unreadable   |
        | RA2/10000002 | yes    | unreadable   |
        | RA2/10000002 | yes    | unreadable   |
        | RA2/10000003 | yes    | not-recorded |
        | RA2/10000004 | yes    | unreadable   |
        """)
    let raised = given.raised("flag-unreadable")
    #expect(raised.map(\.subject) == ["RA2/10000001", "RA2/10000002"])
    #expect(
      raised.map(\.detail) == [
        "The carer flag of one assignment cannot be read.",
        "The carer flags of 2 assignments cannot be read.",
      ])
  }

  @Test func `a flag dated in the future or before birth is a finding`() {
    let given = Given(
      asOf: "2026-11-21",
      employees: """
        | employee     | active | flag         | born       |
        | RA2/10000001 | yes    | carer        |            |
        | RA2/10000002 | yes    | not-carer    | 1980-06-01 |
        | RA2/10000003 | yes    | declined     | 1980-06-01 |
        | RA2/10000004 | yes    | carer        |            |
        | RA2/10000005 | yes    | unreadable   |            |
        | RA2/10000006 | no     | carer        |            |
        | RA2/10000007 | yes    | carer        |            |
        """,
      assignments: """
        | employee     | flag         | dated      |
        | RA2/10000001 | carer        | 2026-11-22 |
        | RA2/10000002 | not-carer    | 1980-05-31 |
        | RA2/10000002 | not-carer    |            |
        | RA2/10000003 | declined     | 1980-06-01 |
        | RA2/10000004 | carer        | 2026-11-21 |
        | RA2/10000005 | unreadable   | 2027-01-01 |
        | RA2/10000006 | carer        | 2027-01-01 |
        | RA2/10000007 | carer        | 2026-01-01 |
        | RA2/10000007 | not-recorded | 2027-01-01 |
        """)
    #expect(
      given.raised("flag-date-invalid") == [
        Raised(
          subject: "RA2/10000001", rows: "staff.csv:2",
          detail: "A carer flag is dated 2026-11-22, which is in the future."),
        Raised(
          subject: "RA2/10000002", rows: "staff.csv:3;staff.csv:4",
          detail: "A carer flag is dated 1980-05-31, before the date of birth."),
      ])
  }

  @Test func `an open competence counts for the date of a flag, a closed one does not`() {
    let given = Given(
      employees: """
        | employee     | flag  | born       |
        | RA2/10000001 | carer | 1980-06-01 |
        | RA2/10000002 | carer | 1980-06-01 |
        """,
      competences: """
        | employee     | kind  | open | dated      |
        | RA2/10000001 | carer | yes  | 1970-01-01 |
        | RA2/10000002 | carer | no   | 1970-01-01 |
        """)
    #expect(given.subjects("flag-date-invalid") == ["RA2/10000001"])
  }
}
