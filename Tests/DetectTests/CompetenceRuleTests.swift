import Testing

/// Rules on competences, and on ESR against the passport log.
struct CompetenceRuleTests {
  @Test func `a competence name that fits no pattern is reported once with all its rows`() {
    let given = Given(
      employees: """
        | employee     |
        | RA2/10000001 |
        """,
      competences: """
        | employee     | kind  |
        | RA2/10000001 | carer |
        """,
      unmapped: """
        | name               | times |
        | Carer Champion     | 1     |
        | Carer Support Plan | 2     |
        """)
    #expect(
      given.raised("competence-unmapped") == [
        Raised(
          subject: "competence:Carer Champion", rows: "competences.csv:3",
          detail: "One row has this competence name; it was not used."),
        Raised(
          subject: "competence:Carer Support Plan", rows: "competences.csv:4;competences.csv:5",
          detail: "2 rows have this competence name; they were not used."),
      ])
  }

  @Test func `a competence of nobody in the staff extract is reported once for each holder`() {
    let given = Given(
      employees: """
        | employee     |
        | RA2/10000001 |
        """,
      competences: """
        | employee     | kind     | open |
        | RA2/10000009 | carer    | yes  |
        | RA2/10000001 | carer    | yes  |
        | RX9/10000001 | passport | no   |
        | RA2/10000009 | passport | yes  |
        """)
    #expect(
      given.raised("competence-without-employee").map { "\($0.subject) \($0.rows)" } == [
        "RA2/10000009 competences.csv:2;competences.csv:5", "RX9/10000001 competences.csv:4",
      ])
  }

  @Test func `ESR shows a passport that the log does not have`() {
    let given = Given(
      employees: """
        | employee     | active | esr passport | passport |
        | RA2/10000001 | yes    | yes          |          |
        | RA2/10000002 | yes    | yes          | draft    |
        | RA2/10000003 | yes    | yes          | ended    |
        | RA2/10000004 | yes    | yes          | active   |
        | RA2/10000005 | yes    | no           |          |
        | RA2/10000006 | no     | yes          |          |
        | RX1/10000007 | yes    | yes          |          |
        """,
      logs: ["RA2"])
    #expect(
      given.raised("esr-passport-without-log-entry").map { "\($0.subject) \($0.detail)" } == [
        "RA2/10000001 ESR shows a passport; the log has none.",
        "RA2/10000002 ESR shows a passport; the one in the log is not yet agreed.",
        "RA2/10000003 ESR shows a passport; the one in the log has ended.",
      ])
  }

  @Test func `a live passport that ESR does not show, where the employer's ESR shows passports`() {
    let given = Given(
      employees: """
        | employee     | active | esr passport | passport       |
        | RA2/10000001 | yes    | no           | active         |
        | RA2/10000002 | yes    | no           | review-overdue |
        | RA2/10000003 | yes    | yes          | active         |
        | RA2/10000004 | yes    | no           | draft          |
        | RA2/10000005 | no     | no           | active         |
        | RX1/10000006 | yes    | no           | active         |
        """,
      competences: """
        | employee     | kind     |
        | RA2/10000003 | passport |
        | RX1/10000006 | carer    |
        """,
      passports: """
        | passport | employee     |
        | P1       | RA2/10000001 |
        """)
    let raised = given.raised("passport-not-on-esr")
    #expect(raised.map(\.subject) == ["RA2/10000001", "RA2/10000002"])
    #expect(raised.first?.rows == "staff.csv:2;passports.csv:2")
  }
}
