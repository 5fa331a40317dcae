import Columns
import Records
import StageSupport
import Testing
import Vocabulary

/// Organisations and footprints at the as-of date (contract section 2).
struct ReferenceTests {
  private static let staff = "ods code,emp no,forename,surname\nRA2,1,Ann,Lee\n"

  /// `code: name, footprint, previous footprint, lead, email`, with `closed` in front.
  private func organisations(_ files: String...) throws -> [String] {
    let night = try DrawnNight(
      staff: Self.staff, more: files.map { DrawnFile(.organisations, $0) })
    let facts = night.reference.organisations.values.sorted { $0.code < $1.code }
    return facts.map { fact in
      #expect(fact.isKnown)
      let columns: [String] = [
        night.extracts.texts.string(fact.name), fact.footprint.text, fact.previousFootprint.text,
        night.extracts.texts.string(fact.hrLeadName),
        night.extracts.emails.string(fact.hrLeadEmail),
      ]
      return "\(fact.code.text)\(fact.isClosed ? " closed" : ""): "
        + columns.joined(separator: ", ") + " "
        + fact.rows.map { "\($0.file).\($0.line)" }.joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("", "", true), ("15/06/2026", "", true), ("16/06/2026", "", false), ("", "15/06/2026", true),
    ("", "14/06/2026", false), ("01/01/2020", "31/12/2026", true),
    ("01/01/2027", "31/12/2027", false), ("soon", "later", true),
  ])
  func `a row holds from its first day to its last`(from: String, to: String, holds: Bool) throws {
    let found = try organisations("org code,icb code,valid from,valid to\nRA2,QWE,\(from),\(to)\n")
    #expect(found == [holds ? "RA2: , QWE, , ,  1.2" : "RA2 closed: , , , ,  1.2"])
    let night = try DrawnNight(
      staff: Self.staff,
      footprints: "icb code,footprint name,valid from,valid to\nQWE,West,\(from),\(to)\n")
    #expect(night.reference.footprints[try #require(ODSCode("QWE"))]?.holds == holds)
  }

  @Test func `of each file the last row that holds counts`() throws {
    let found = try organisations(
      """
      | org code | organisation name | icb code | valid from | valid to   |
      | RA2      | First             | Q1       |            | 31/12/2025 |
      | RX1      | Other             | Q9       |            |            |
      | RA2      | Second            | Q2       | 01/01/2026 |            |
      | RA2      | Third             | Q3       | 01/04/2026 |            |
      | RA2      | Fourth            | Q4       | 01/01/2027 |            |
      """)
    #expect(found == ["RA2: Third, Q3, , ,  1.5", "RX1: Other, Q9, , ,  1.3"])
  }

  @Test func `of one file only one row counts, empty as its cells may be`() throws {
    let found = try organisations(
      """
      | org code | organisation name | icb code |
      | RA2      | First             | Q1       |
      | RA2      |                   | Q2       |
      """)
    #expect(found == ["RA2: , Q2, , ,  1.3"])
  }

  @Test func `later files go over earlier ones, empty fields never over filled ones`() throws {
    let found = try organisations(
      """
      | org code | organisation name | icb code | hr lead email |
      | RA2      | TRUST A           | Q1       | one@b.uk      |
      | RX1      | TRUST X           | Q1       |               |
      """,
      """
      | org code | organisation name | previous footprint code | hr lead name | hr lead email |
      | RA2      |                   | Q0                      | Jo           | none          |
      | RX2      | Trust Y           |                         |              |               |
      """,
      """
      | org code | organisation name | icb code | previous footprint code | hr lead name |
      | RA2      | Trust A           | Q2       |                         | Di           |
      """,
      """
      | org code | organisation name | icb code | previous footprint code | hr_lead_name |
      | RA2      |                   |          |                         |              |
      """)
    #expect(
      found == [
        "RA2: Trust A, Q2, Q0, Di, one@b.uk 1.2 2.2 3.2 4.2", "RX1: TRUST X, Q1, , ,  1.3",
        "RX2: Trust Y, , , ,  2.3",
      ])
  }

  @Test func `an organisation is closed where a file has only rows that do not hold`() throws {
    let found = try organisations(
      """
      | org code | organisation name | icb code | hr lead name | hr lead email | valid to   |
      | RA1      | Open              | Q1       |              |               | 31/12/2025 |
      | RA1      | Open again        | Q2       |              |               |            |
      | RA2      | Closed            | Q1       | Jo           | jo@b.uk       | 31/12/2024 |
      | RA2      | Closed once more  | Q2       | Di           |               | 31/12/2025 |
      | RA3      | Not yet           | Q1       |              |               | 14/06/2026 |
      """)
    #expect(
      found == [
        "RA1: Open again, Q2, , ,  1.3", "RA2 closed: Closed once more, , , Di,  1.5",
        "RA3 closed: Not yet, , , ,  1.6",
      ])
  }

  @Test
  func `a row with dates in another file reopens a closed organisation, one without does not`()
    throws
  {
    let closing = """
      | org code | organisation name | icb code | valid from | valid to   |
      | RA1      | One               | Q1       |            | 31/12/2025 |
      | RA2      | Two               | Q1       |            | 31/12/2025 |
      | RA3      | Three             | Q1       |            | 31/12/2025 |
      | RA4      | Four              | Q1       |            | 31/12/2025 |
      | RA5      | Five              | Q1       |            | 31/12/2025 |
      """
    let local = """
      | org code | icb code | previous footprint code | hr lead name | valid from | valid to   |
      | RA1      | Q2       | Q0                      | Jo           |            |            |
      | RA2      | Q2       | Q0                      | Jo           | 01/01/2026 |            |
      | RA3      | Q2       | Q0                      | Jo           |            | 31/12/2026 |
      | RA4      | Q2       |                         | Jo           | 01/01/2027 |            |
      | RA5      | Q2       |                         | Jo           | 01/01/2026 |            |
      | RA5      | Q3       |                         | Di           |            |            |
      """
    #expect(
      try organisations(closing, local) == [
        "RA1 closed: One, , Q0, Jo,  1.2 2.2", "RA2: , Q2, Q0, Jo,  2.3",
        "RA3: , Q2, Q0, Jo,  2.4", "RA4 closed: Four, , , Jo,  1.5 2.5", "RA5: , Q3, , Di,  2.7",
      ])
    // The order of the files does not matter.
    #expect(
      try organisations(local, closing).map { $0.prefix { $0 != ":" } } == [
        "RA1 closed", "RA2", "RA3", "RA4 closed", "RA5",
      ])
  }

  @Test func `name and lead of a closed organisation come from its last rows, holding or not`()
    throws
  {
    let found = try organisations(
      """
      | org code | organisation name | hr lead name | hr lead email | valid to   |
      | RA2      | Old name          | Jo           | jo@b.uk       | 31/12/2024 |
      | RA2      | Last name         |              | di@b.uk       | 31/12/2025 |
      """,
      """
      | org code | organisation name | hr lead name |
      | RA2      | Local name        | Al           |
      | RA2      |                   | Bo           |
      """)
    #expect(found == ["RA2 closed: Last name, , , Bo, di@b.uk 1.3 2.3"])
  }

  @Test func `a footprint holds if one of its rows does, and is named by such a row`() throws {
    let night = try DrawnNight(
      staff: Self.staff,
      footprints: """
        | icb code | footprint name | valid from | valid to   |
        | Q1       | Old West       |            | 31/03/2026 |
        | Q1       | West           | 01/04/2026 |            |
        | Q1       | Future West    | 01/04/2027 |            |
        | Q2       | Old North      |            | 31/03/2025 |
        | Q2       | North          |            | 31/03/2026 |
        """)
    let footprints = night.reference.footprints.sorted { $0.key < $1.key }.map { code, facts in
      "\(code.text) \(night.extracts.texts.string(facts.name)) \(facts.holds) "
        + facts.rows.map { "\($0.line)" }.joined(separator: " ")
    }
    #expect(footprints == ["Q1 West true 2 3 4", "Q2 North false 5 6"])
  }

  @Test func `an organisation without a row is unknown`() throws {
    let night = try DrawnNight(staff: Self.staff)
    let facts = night.reference.facts(try #require(ODSCode("RA2")))
    #expect(!facts.isKnown)
    #expect(!facts.isClosed)
    #expect(facts.footprint.isMissing)
    #expect(facts.rows.isEmpty)
  }
}
