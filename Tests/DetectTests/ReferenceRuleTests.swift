import Testing

/// Rules on organisations, footprints, access codes and files.
struct ReferenceRuleTests {
  /// RA2 and RX1 are open, RX2 is closed, RX3 has no footprint, RX4 is closed and has no one left.
  static let staff = """
    | employee     | active |
    | RA2/10000001 | yes    |
    | RX1/10000001 | yes    |
    | RX2/10000001 | yes    |
    | RX2/10000002 | yes    |
    | RX3/10000001 | yes    |
    | RX4/10000001 | no     |
    """

  static let organisations = """
    | organisation | closed | footprint | previous |
    | RA2          | no     | S9B9J     | QXU      |
    | RX1          | no     | QWO       | QYG      |
    | RX2          | yes    |           | QXU      |
    | RX3          | no     |           |          |
    | RX4          | yes    |           |          |
    | RX5          | no     | QT1       |          |
    """

  @Test func `an organisation of the staff extract without a reference row is unknown`() {
    let given = Given(
      employees: """
        | employee     | active |
        | RA2/10000001 | yes    |
        | RZZ/10000001 | no     |
        """,
      organisations: Self.organisations)
    #expect(
      given.raised("organisation-unknown") == [
        Raised(
          subject: "RZZ", rows: "", detail: "No row of the organisations source has this code.")
      ])
  }

  @Test func `a closed organisation with an active employee is a finding`() {
    let given = Given(employees: Self.staff, organisations: Self.organisations)
    #expect(
      given.raised("organisation-closed") == [
        Raised(
          subject: "RX2", rows: "organisations.csv:4",
          detail: "The organisation is closed and has 2 active employees.")
      ])
    let one = Given(
      employees: """
        | employee     | active |
        | RX2/10000001 | yes    |
        | RX2/10000002 | no     |
        """,
      organisations: Self.organisations)
    #expect(
      one.raised("organisation-closed").map(\.detail)
        == ["The organisation is closed and has one active employee."])
  }

  @Test func `a known and open organisation needs a footprint`() {
    let given = Given(
      employees: Self.staff + "\n| RZZ/10000001 | yes    |", organisations: Self.organisations)
    #expect(given.subjects("organisation-without-footprint") == ["RX3"])
  }

  @Test func `a footprint in use that no longer holds is a finding`() {
    let given = Given(
      employees: Self.staff, organisations: Self.organisations,
      footprints: """
        | footprint | holds |
        | QXU       | no    |
        | S9B9J     | no    |
        | QT1       | no    |
        """)
    #expect(
      given.raised("footprint-closed").map { "\($0.subject) \($0.rows)" } == [
        "S9B9J footprints.csv:3;organisations.csv:2"
      ])
    let open = Given(
      employees: Self.staff, organisations: Self.organisations,
      footprints: """
        | footprint | holds |
        | S9B9J     | yes   |
        """)
    #expect(open.subjects("footprint-closed").isEmpty)
  }

  @Test func `recipients without a code are a finding for their organisation and platform`() {
    let given = Given(
      employees: """
        | employee     | recipient |
        | RA2/10000001 | carer     |
        | RA2/10000002 | manager   |
        | RX1/10000001 | manager   |
        | RX3/10000001 |           |
        """,
      organisations: Self.organisations,
      codes: """
        | owner | kind      | platform         | code  | used by |
        | S9B9J | footprint | efc              | code1 | RA2     |
        | QWO   | footprint | digital-resource | code2 | RX1     |
        """)
    #expect(
      given.raised("access-code-missing").map { "\($0.subject) \($0.rows)" } == [
        "RA2:digital-resource organisations.csv:2", "RX1:efc organisations.csv:3",
      ])
  }

  @Test func `a code in use that ends within 30 days and is not followed is a finding`() {
    let given = Given(
      asOf: "2026-11-21", employees: Self.staff, organisations: Self.organisations,
      codes: """
        | owner | kind         | platform         | code  | from       | to         | used by |
        | S9B9J | footprint    | efc              | code1 |            | 2026-12-21 | RA2     |
        | QWO   | footprint    | efc              | code2 |            | 2026-12-22 | RX1     |
        | S9B9J | footprint    | digital-resource | code3 |            | 2026-11-21 | RA2     |
        | S9B9J | footprint    | digital-resource | code4 | 2026-11-22 |            |         |
        | RX1   | organisation | digital-resource | code5 |            | 2026-11-30 | RX1     |
        | RX1   | organisation | digital-resource | code6 | 2026-12-02 |            |         |
        | RX2   | organisation | efc              | code7 |            | 2026-11-30 |         |
        | RX3   | organisation | efc              | code8 |            |            | RX3     |
        | RX3   | organisation | digital-resource | code9 |            | 2026-11-21 | RX3     |
        """)
    #expect(
      given.raised("access-code-expiring") == [
        Raised(
          subject: "S9B9J:efc", rows: "access-codes.csv:2",
          detail: "The code for Employers for Carers ends on 2026-12-21."),
        Raised(
          subject: "RX1:digital-resource", rows: "access-codes.csv:6",
          detail: "The code for Digital Resource for Carers ends on 2026-11-30."),
        Raised(
          subject: "RX3:digital-resource", rows: "access-codes.csv:10",
          detail: "The code for Digital Resource for Carers ends on 2026-11-21."),
      ])
  }

  @Test func `different codes that hold at once for an owner within reach overlap`() {
    let given = Given(
      employees: Self.staff, organisations: Self.organisations,
      codes: """
        | owner | kind         | platform         | code  | from       | to         |
        | QXU   | footprint    | efc              | code1 |            |            |
        | QXU   | footprint    | efc              | code1 |            |            |
        | QXU   | footprint    | efc              | code2 |            |            |
        | QWO   | footprint    | efc              | code3 |            | 2026-11-20 |
        | QWO   | footprint    | efc              | code4 |            |            |
        | S9B9J | footprint    | efc              | code5 |            |            |
        | S9B9J | footprint    | efc              | code5 |            |            |
        | S9B9J | footprint    | digital-resource | code6 |            |            |
        | QT1   | footprint    | efc              | code7 |            |            |
        | QT1   | footprint    | efc              | code8 |            |            |
        | RX1   | organisation | efc              | code9 |            |            |
        | RX1   | organisation | efc              | codeA | 2026-11-21 |            |
        """)
    #expect(
      given.raised("access-code-overlap") == [
        Raised(
          subject: "QXU:efc", rows: "access-codes.csv:2;access-codes.csv:3;access-codes.csv:4",
          detail: "2 different codes for Employers for Carers hold at once."),
        Raised(
          subject: "RX1:efc", rows: "access-codes.csv:12;access-codes.csv:13",
          detail: "2 different codes for Employers for Carers hold at once."),
      ])
  }

  @Test func `one code for two footprints or both platforms is shared`() {
    let given = Given(
      employees: Self.staff, organisations: Self.organisations,
      codes: """
        | owner | kind         | platform         | code      | to         | line |
        | S9B9J | footprint    | efc              | CODE-BOTH |            | 2    |
        | S9B9J | footprint    | digital-resource | CODE-BOTH |            | 2    |
        | S9B9J | footprint    | efc              | CODE-TWO  |            | 3    |
        | RX1   | organisation | efc              | CODE-TWO  |            | 4    |
        | S9B9J | footprint    | efc              | CODE-HEIR |            | 5    |
        | QXU   | footprint    | efc              | CODE-HEIR |            | 6    |
        | S9B9J | footprint    | efc              | CODE-OVER |            | 7    |
        | QWO   | footprint    | efc              | CODE-OVER | 2026-11-20 | 8    |
        | S9B9J | footprint    | efc              | CODE-FAR  |            | 9    |
        | QT1   | footprint    | efc              | CODE-FAR  |            | 10   |
        | QWO   | footprint    | efc              | CODE-OWN  |            | 11   |
        | RX1   | organisation | efc              | CODE-OWN  |            | 12   |
        | QWO   | footprint    | efc              | CODE-ELSE |            | 15   |
        | QYG   | footprint    | efc              | CODE-ELSE |            | 16   |
        | RX2   | organisation | efc              | CODE-NONE |            | 13   |
        | QWO   | footprint    | efc              | CODE-NONE |            | 14   |
        """)
    // printf %s CODE-BOTH | sha256sum | cut -c1-12, and the same of CODE-TWO
    #expect(
      given.raised("access-code-shared") == [
        Raised(
          subject: "604f0984b9d8", rows: "access-codes.csv:2",
          detail: "The code is given for both platforms."),
        Raised(
          subject: "293ed40c7b3d", rows: "access-codes.csv:3;access-codes.csv:4",
          detail: "The code is given to more than one footprint."),
      ])
  }

  @Test func `a cell that cannot be read is reported once for each subject and column`() {
    let given = Given(
      employees: """
        | employee     |
        | RA2/10000001 |
        """,
      passports: """
        | passport | employee     |
        | P1       | RA2/10000001 |
        | P1#2     |              |
        """,
      memberships: """
        | membership |
        | M1         |
        """,
      faults: """
        | source        | line | column        | employee     |
        | staff         | 2    | date_of_birth | RA2/10000001 |
        | staff         | 2    | work_email    | RA2/10000001 |
        | staff         | 3    | date_of_birth | RA2/10000001 |
        | competences   | 2    | date_from     | RA2/10000009 |
        | passports     | 3    | review_date   |              |
        | network       | 2    | member_type   |              |
        | organisations | 5    | valid_from    |              |
        """)
    #expect(
      given.raised("field-unreadable").map { "\($0.subject) \($0.rows)" } == [
        "RA2/10000001:date_of_birth staff.csv:2;staff.csv:3",
        "RA2/10000001:work_email staff.csv:2", "RA2/10000009:date_from competences.csv:2",
        "passport:P1#2:review_date passports.csv:3", "network:M1:member_type network.csv:2",
        "organisations.csv:5:valid_from organisations.csv:5",
      ])
    #expect(Given(employees: Self.staff).subjects("field-unreadable").isEmpty)
  }

  @Test func `a file that is a copy is reported by its name`() {
    let given = Given(employees: Self.staff, copies: ["staff/copy.csv"])
    #expect(
      given.raised("input-duplicated").map { "\($0.subject) \($0.rows)" } == [
        "staff/copy.csv staff/copy.csv:1"
      ])
    #expect(Given(employees: Self.staff).subjects("input-duplicated").isEmpty)
  }
}
