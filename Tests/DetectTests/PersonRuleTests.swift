import Testing

/// Rules on persons, recipients and managers.
struct PersonRuleTests {
  @Test func `carer here and not a carer there is a question to the person`() {
    let given = Given(
      employees: """
        | employee     | active | flag         | person |
        | RX1/10000001 | yes    | not-carer    | A      |
        | RA2/10000001 | yes    | carer        | A      |
        | RA2/10000002 | yes    | carer        | B      |
        | RX1/10000002 | no     | not-carer    | B      |
        | RA2/10000003 | yes    | carer        | C      |
        | RX1/10000003 | yes    | not-recorded | C      |
        | RA2/10000004 | yes    | carer        | D      |
        | RA2/10000005 | yes    | not-carer    | D      |
        | RA2/10000006 | yes    | carer        |        |
        | RX1/10000006 | yes    | not-carer    |        |
        | RA2/10000007 | no     |              | E      |
        | RX1/10000007 | yes    | carer        | E      |
        | RX2/10000007 | yes    | not-carer    | E      |
        | RA2/10000008 | yes    | carer        | F      |
        | RA2/10000009 | yes    | not-carer    | F      |
        | RX1/10000008 | yes    | carer        | F      |
        | RA2/20000001 | yes    | not-carer    | G      |
        | RA2/20000002 | yes    | carer        | G      |
        | RX1/20000001 | yes    | not-recorded | G      |
        """)
    #expect(
      given.raised("flag-conflict-across-organisations").map { "\($0.subject) \($0.detail)" } == [
        "RA2/10000001 Of the person's 2 active employments, some say carer and others do not.",
        "RA2/10000007 Of the person's 2 active employments, some say carer and others do not.",
        "RA2/10000008 Of the person's 3 active employments, some say carer and others do not.",
      ])
  }

  @Test func `each employee whose NI number joins nobody is a finding, active or not`() {
    let given = Given(
      employees: """
        | employee     | active | shares |
        | RX1/10000001 | no     | ni     |
        | RA2/10000001 | yes    | ni     |
        | RA2/10000002 | yes    | email  |
        | RA2/10000003 | yes    |        |
        """)
    #expect(given.subjects("ni-number-shared") == ["RA2/10000001", "RX1/10000001"])
  }

  @Test func `each employee whose email joins nobody is a finding, active or not`() {
    let given = Given(
      employees: """
        | employee     | active | shares |
        | RX1/10000001 | no     | email  |
        | RA2/10000001 | yes    | ni     |
        | RA2/10000002 | yes    | email  |
        | RA2/10000003 | yes    |        |
        """)
    #expect(given.subjects("email-shared") == ["RA2/10000002", "RX1/10000001"])
  }

  @Test func `two active numbers of one person in one organisation are a duplicate`() {
    let given = Given(
      employees: """
        | employee     | active | person |
        | RA2/10000001 | no     | A      |
        | RA2/10000002 | yes    | A      |
        | RA2/10000003 | yes    | A      |
        | RX1/10000001 | yes    | A      |
        | RX1/10000002 | yes    | B      |
        | RA2/10000005 | yes    | B      |
        | RA2/10000006 | yes    | C      |
        | RA2/10000007 | no     | C      |
        | RX2/10000001 | yes    | D      |
        | RX2/10000002 | yes    | D      |
        | RX3/10000001 | yes    | D      |
        | RX3/10000002 | yes    | D      |
        """,
      assignments: """
        | employee     |
        | RA2/10000003 |
        | RA2/10000002 |
        """)
    let raised = given.raised("duplicate-employee")
    #expect(raised.map(\.subject) == ["RA2/10000002", "RX2/10000001", "RX3/10000001"])
    #expect(raised.first?.rows == "staff.csv:3;staff.csv:2")
    #expect(
      raised.first?.detail
        == "2 active employee numbers of the organisation belong to one person.")
  }

  @Test func `a carer who would get a code but has no email is a finding`() {
    let given = Given(
      employees: """
        | employee     | recipient |
        | RA2/10000001 | no email  |
        | RA2/10000002 | carer     |
        | RA2/10000003 |           |
        """)
    #expect(given.subjects("recipient-without-email") == ["RA2/10000001"])
  }

  @Test func `a manager must be an active employee of the same organisation`() {
    let given = Given(
      employees: """
        | employee     | active | manager  |
        | RA2/10000001 | yes    | 10000002 |
        | RA2/10000002 | yes    | 10000002 |
        | RA2/10000003 | yes    | 10000009 |
        | RA2/10000004 | yes    | 10000005 |
        | RA2/10000005 | no     | 10000009 |
        | RA2/10000006 | yes    |          |
        | RX1/10000001 | yes    | 10000002 |
        """)
    #expect(
      given.subjects("manager-unknown") == ["RA2/10000003", "RA2/10000004", "RX1/10000001"])
  }
}
