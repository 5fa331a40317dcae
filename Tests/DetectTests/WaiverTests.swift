import Detect
import Records
import Testing
import Vocabulary

/// Discrepancy decisions, and the rule on decisions without effect.
struct WaiverTests {
  /// Two employees with an unreadable flag, and a decisions file, where `!` stands for `|`.
  static func given(_ decisions: String) -> Given {
    Given(
      asOf: "2026-11-21",
      employees: """
        | employee     | flag       |
        | RA2/10000001 | unreadable |
        | RA2/10000002 | unreadable |
        """,
      assignments: """
        | employee     | flag       |
        | RA2/10000001 | unreadable |
        | RA2/10000002 | unreadable |
        """,
      decisions: decisions)
  }

  /// What is waived, as `rule|subject line`: the line of the decision in its file.
  static func waived(_ given: Given, _ settings: DetectSettings = DetectSettings()) -> [String] {
    let all = given.reconciliation()
    let findings = Detect.run(all, settings: settings)
    return findings.waivers.sorted { $0.key < $1.key }.map { finding, decision in
      let found = findings.all[finding]
      let line = all.extracts.decisions[decision].row.line
      return "\(findings.rules[found.rule].id)|\(all.text(of: found.subject)) \(line)"
    }
  }

  @Test func `a decision names a discrepancy by rule and subject`() {
    let given = Self.given(
      """
      | subject                      | decision |
      | flag-unreadable!RA2/10000001 | waive    |
      """)
    #expect(Self.waived(given) == ["flag-unreadable|RA2/10000001 2"])
    #expect(given.subjects("decision-without-effect").isEmpty)
  }

  @Test func `a decision names a discrepancy by its id`() {
    // printf %s 'flag-unreadable|RA2/10000001' | sha256sum | cut -c1-16
    let given = Self.given(
      """
      | subject          | decision |
      | b8cd9bb02b233d83 | waive    |
      """)
    #expect(Self.waived(given) == ["flag-unreadable|RA2/10000001 2"])
    #expect(given.subjects("decision-without-effect").isEmpty)
  }

  @Test func `the last decision that counts wins, in either form`() {
    let given = Self.given(
      """
      | subject                      | decision | until      |
      | b8cd9bb02b233d83             | waive    |            |
      | flag-unreadable!RA2/10000001 | waive    | 2026-11-21 |
      | flag-unreadable!RA2/10000001 | waive    | 2026-11-20 |
      | flag-unreadable!RA2/10000001 |          |            |
      | flag-unreadable!RA2/10000002 | waive    | 2026-11-20 |
      """)
    #expect(Self.waived(given) == ["flag-unreadable|RA2/10000001 3"])
    #expect(given.subjects("decision-without-effect").isEmpty)
  }

  @Test func `a decision on what the run does not have is without effect`() {
    let given = Self.given(
      """
      | kind        | subject                      | decision | until      | idle |
      | discrepancy | flag-unreadable!RA2/10000009 | waive    |            |      |
      | discrepancy | 0123456789abcdef             | waive    | 2026-11-21 |      |
      | discrepancy | 0123456789abcde0             | waive    | 2026-11-20 |      |
      | discrepancy | 0123456789abcde1             |          |            |      |
      | link        | passport:NOBODY              | accept   |            | yes  |
      | link        | passport:SOMEBODY            | accept   |            |      |
      | discrepancy | 0123456789abcdef             | waive    |            |      |
      """)
    #expect(Self.waived(given).isEmpty)
    #expect(
      given.raised("decision-without-effect") == [
        Raised(
          subject: "flag-unreadable|RA2/10000009", rows: "decisions.csv:2",
          detail: "The run has no such discrepancy."),
        Raised(
          subject: "0123456789abcdef", rows: "decisions.csv:3;decisions.csv:8",
          detail: "The run has no such discrepancy."),
        Raised(
          subject: "passport:NOBODY", rows: "decisions.csv:6",
          detail: "The run has no such entry or employee, or the two do not agree."),
      ])
  }

  @Test func `a decision on a rule that is off is without effect`() {
    var settings = DetectSettings()
    settings.ruleOverrides["flag-unreadable"] = .off
    let all = Self.given(
      """
      | subject                      | decision |
      | flag-unreadable!RA2/10000001 | waive    |
      """
    ).reconciliation()
    let findings = Detect.run(all, settings: settings)
    #expect(findings.waivers.isEmpty)
    #expect(
      findings.all.map { all.text(of: $0.subject) }
        == [
          "RA2", "flag-unreadable|RA2/10000001",
        ].reversed())
  }

  @Test func `a decision can waive that another one is without effect, and so on`() {
    // 6e084387601e7c18 is the id of decision-without-effect|gone|RA2/10000009.
    let given = Self.given(
      """
      | kind        | subject                                                | decision | idle |
      | discrepancy | gone!RA2/10000009                                      | waive    |      |
      | discrepancy | 6e084387601e7c18                                       | waive    |      |
      | discrepancy | decision-without-effect!6e084387601e7c18               | waive    |      |
      | link        | passport:NOBODY                                        | accept   | yes  |
      | discrepancy | decision-without-effect!passport:NOBODY                | waive    |      |
      """)
    #expect(
      given.subjects("decision-without-effect") == [
        "gone|RA2/10000009", "decision-without-effect|6e084387601e7c18", "passport:NOBODY",
      ])
    #expect(
      Self.waived(given) == [
        "decision-without-effect|gone|RA2/10000009 3", "decision-without-effect|passport:NOBODY 6",
      ])
  }
}
