import Columns
import Records
import StageSupport
import Testing
import Vocabulary

/// Which organisation has which code, and who is to be given it (contract section 7).
struct EntitlementTests {
  // MARK: - Codes

  private static let organisations = """
    | org code | icb code | previous footprint code |
    | RA1      | Q1       | Q0                      |
    | RA2      | Q1       | Q0                      |
    | RA3      |          | Q0                      |
    | RA4      | Q9       |                         |
    """

  /// Codes of the four organisations and of one that is unknown, as `ORG efc digital-resource`.
  private func codes(_ codes: String) throws -> [String] {
    let night = try DrawnNight(
      staff: """
        | ods code | emp no | forename | surname |
        | RA1      | 1      | Ann      | Lee     |
        | RA2      | 1      | Ann      | Lee     |
        | RA3      | 1      | Ann      | Lee     |
        | RA4      | 1      | Ann      | Lee     |
        | RA9      | 1      | Ann      | Lee     |
        """, organisations: Self.organisations, codes: codes)
    return zip(night.workforce.organisations, night.links.entitlements.codeRow).map { code, rows in
      let texts = [Platform.employersForCarers, .digitalResource].map { platform in
        rows[platform].map { row in
          night.extracts.texts.string(night.extracts.accessCodes[row].code)
        } ?? "-"
      }
      return "\(code.text) \(texts.joined(separator: " "))"
    }
  }

  @Test func `an organisation's own code, else its footprint's, else its previous footprint's`()
    throws
  {
    #expect(
      try codes(
        """
        | icb code | org code | efc_code | digital_resource_code |
        | Q0       |          | E-Q0     | D-Q0                  |
        | Q1       |          | E-Q1     |                       |
        |          | RA2      |          | D-RA2                 |
        | Q1       | RA9      | E-RA9    |                       |
        |          | Q9       | E-Q9     | D-Q9                  |
        | RA1      |          | E-RA1    | D-RA1                 |
        """) == [
          "RA1 E-Q1 D-Q0", "RA2 E-Q1 D-RA2", "RA3 E-Q0 D-Q0", "RA4 - -", "RA9 E-RA9 -",
        ])
  }

  @Test func `a row counts from its first day to its last, before other owners are asked`() throws {
    #expect(
      try codes(
        """
        | icb code | org code | efc_code | digital_resource_code | valid from | valid to   |
        |          | RA1      | E-RA1    | D-RA1                 |            | 14/06/2026 |
        |          | RA2      | E-RA2    | D-RA2                 | 16/06/2026 |            |
        | Q1       |          | E-Q1     |                       | 15/06/2026 | 15/06/2026 |
        | Q0       |          | E-Q0     | D-Q0                  | 01/01/2020 | 31/12/2030 |
        """) == ["RA1 E-Q1 D-Q0", "RA2 E-Q1 D-Q0", "RA3 E-Q0 D-Q0", "RA4 - -", "RA9 - -"])
  }

  @Test func `of several rows that hold the latest valid-from counts, then the last read`() throws {
    #expect(
      try codes(
        """
        | icb code | org code | platform | access code | valid from | valid to   |
        |          | RA1      | efc      | A1          | 01/01/2026 |            |
        |          | RA1      | efc      | A2          | 02/01/2026 |            |
        |          | RA1      | efc      | A3          |            |            |
        |          | RA1      | efc      | A4          | 01/01/2027 |            |
        |          | RA2      | efc      | B1          | 01/01/2026 |            |
        |          | RA2      | efc      | B2          | 01/01/2026 | 01/01/2027 |
        |          | RA3      | efc      | C1          |            |            |
        |          | RA3      | efc      | C2          |            |            |
        |          | RA4      | drc      | D1          | 01/02/2026 | 01/03/2026 |
        |          | RA4      | drc      | D2          | 01/01/2026 |            |
        |          | RA4      | drc      | D3          |            |            |
        """) == ["RA1 A2 -", "RA2 B2 -", "RA3 C2 -", "RA4 - D2", "RA9 - -"])
  }

  @Test func `a closed organisation has no footprint, but may have a previous one`() throws {
    let night = try DrawnNight(
      staff: "ods code,emp no,forename,surname\nRA1,1,Ann,Lee\n",
      codes: "icb code,platform,access code\nQ1,efc,E-Q1\nQ0,drc,D-Q0\n",
      more: [
        DrawnFile(.organisations, "org code,icb code,valid to\nRA1,Q1,01/01/2026\n"),
        DrawnFile(.organisations, "org code,previous footprint code\nRA1,Q0\n"),
      ])
    #expect(night.links.entitlements.codeRow == [[.digitalResource: 1]])
  }

  // MARK: - Recipients

  private func recipients(_ night: DrawnNight, _ platform: Platform) -> String {
    night.links.entitlements.recipients(platform).map { employee in
      "\(night.workforce.organisationCode(of: employee).text)/"
        + night.workforce.employees.number[employee].text.drop { $0 == "0" }
    }.joined(separator: " ")
  }

  @Test func `carers get the code by flag, by passport, or by a membership with consent`() throws {
    let night = try DrawnNight(
      staff: """
        | ods code | emp no | forename | surname | email   | carer | status |
        | RA1      | 11     | Ann      | Lee     | 11@b.uk | yes   |        |
        | RA1      | 12     | Ann      | Lee     | 12@b.uk |       |        |
        | RA1      | 13     | Ann      | Lee     | 13@b.uk |       |        |
        | RA1      | 14     | Ann      | Lee     | 14@b.uk | no    |        |
        | RA1      | 15     | Ann      | Lee     | 15@b.uk |       |        |
        | RA1      | 16     | Ann      | Lee     | 16@b.uk | pnts  |        |
        | RA1      | 17     | Ann      | Lee     | 17@b.uk | yes   | Left   |
        | RA1      | 18     | Ann      | Lee     | none    | yes   |        |
        | RA1      | 19     | Ann      | Lee     |         |       |        |
        | RA1      | 20     | Ann      | Lee     | 20@b.uk |       |        |
        | RA1      | 21     | Ann      | Lee     | 21@b.uk |       |        |
        | RA1      | 22     | Ann      | Lee     |         | no    |        |
        | RA1      | 23     | Ann      | Lee     | 23@b.uk | yes   |        |
        """,
      passports: """
        | org code | emp no | status | review date |
        | RA1      | 12     |        |             |
        | RA1      | 13     |        | 01/01/2026  |
        | RA1      | 16     |        |             |
        | RA1      | 19     |        |             |
        | RA1      | 20     | draft  |             |
        | RA1      | 21     |        |             |
        """,
      network: """
        | org code | emp no | type  | consent |
        | RA1      | 14     | carer | yes     |
        | RA1      | 15     | carer | no      |
        | RA1      | 15     | ally  | yes     |
        | RA1      | 20     | carer |         |
        | RA1      | 21     | carer | no      |
        | RA1      | 23     | carer | no      |
        """)
    #expect(
      recipients(night, .digitalResource) == "RA1/11 RA1/12 RA1/13 RA1/14 RA1/21 RA1/23")
    // Whoever would be one but for the email is told apart.
    #expect(
      night.links.entitlements.carersWithoutEmail.map { night.workforce.text(of: $0) } == [
        "RA1/00000018", "RA1/00000019",
      ])
  }

  @Test func `a person is listed once in each footprint, by the smallest who is eligible`() throws {
    let night = try DrawnNight(
      staff: """
        | ods code | emp no | forename | surname | dob        | nino     | email   | carer |
        | RA1      | 1      | Ann      | Lee     | 01/02/1980 | AB000001 |         | yes   |
        | RA1      | 2      | Ann      | Lee     | 01/02/1980 | AB000001 | 2@b.uk  | yes   |
        | RA2      | 1      | Ann      | Lee     | 01/02/1980 | AB000001 | 3@b.uk  | yes   |
        | RA4      | 2      | Ann      | Lee     | 01/02/1980 | AB000001 | 4@b.uk  | yes   |
        | RA4      | 1      | Ann      | Lee     | 01/02/1980 | AB000001 | 5@b.uk  | no    |
        | RA3      | 1      | Ann      | Lee     | 01/02/1980 | AB000001 | 6@b.uk  | yes   |
        | RA9      | 1      | Ann      | Lee     | 01/02/1980 | AB000001 | 7@b.uk  | yes   |
        | RA1      | 5      | Ben      | Kay     |            |          | 8@b.uk  | yes   |
        | RA2      | 5      | Ben      | Kay     |            |          | 9@b.uk  | yes   |
        """, organisations: Self.organisations)
    // RA1 and RA2 are of one footprint; RA3 and RA9 have none.
    #expect(recipients(night, .digitalResource) == "RA1/2 RA1/5 RA2/5 RA3/1 RA4/2")
    #expect(
      night.links.entitlements.carersWithoutEmail.map { night.workforce.text(of: $0) } == [
        "RA1/00000001"
      ])
  }

  @Test func `managers of at least one active employee of their organisation get theirs`() throws {
    let night = try DrawnNight(
      staff: """
        | ods code | emp no | forename | surname | email   | supervisor | status | primary | carer |
        | RA1      | 11     | Ann      | Lee     | 11@b.uk |            |        |         |       |
        | RA1      | 12     | Ben      | Kay     | 12@b.uk | 11         |        |         | no    |
        | RA1      | 13     | Cat      | Day     | 13@b.uk | 12         | Left   |         | yes   |
        | RA1      | 14     | Dan      | May     | 14@b.uk |            | Left   |         |       |
        | RA1      | 15     | Eve      | Fry     | 15@b.uk | 14         |        |         | yes   |
        | RA1      | 16     | Fay      | Guy     |         |            |        |         |       |
        | RA1      | 17     | Gus      | Hay     | 17@b.uk | 16         |        |         |       |
        | RA1      | 18     | Hal      | Ivy     | 18@b.uk | 18         |        |         |       |
        | RX1      | 19     | Ian      | Joy     | 19@b.uk |            |        |         |       |
        | RA1      | 20     | Jan      | Key     | 20@b.uk | 19         |        |         |       |
        | RA1      | 21     | Kim      | Low     | 21@b.uk |            |        |         |       |
        | RA1      | 22     | Lea      | Mix     | 22@b.uk | 21         |        | no      |       |
        | RA1      | 22     | Lea      | Mix     | 22@b.uk | 23         |        | yes     |       |
        | RA1      | 23     | Max      | Nye     | 23@b.uk |            |        |         |       |
        | RA1      | 24     | Ned      | Orr     | 24@b.uk | 11         |        |         | yes   |
        """)
    // Whether or not the one managed is a carer; oneself is enough.
    #expect(recipients(night, .employersForCarers) == "RA1/11 RA1/18 RA1/23")
  }

  @Test func `managers are listed once a person and footprint, too`() throws {
    let night = try DrawnNight(
      staff: """
        | ods code | emp no | forename | surname | dob        | nino     | email  | supervisor |
        | RA1      | 3      | Ann      | Lee     | 01/02/1980 | AB000001 | 1@b.uk | 3          |
        | RA2      | 2      | Ann      | Lee     | 01/02/1980 | AB000001 | 2@b.uk | 2          |
        | RA4      | 1      | Ann      | Lee     | 01/02/1980 | AB000001 | 3@b.uk | 1          |
        """, organisations: Self.organisations)
    #expect(recipients(night, .employersForCarers) == "RA1/3 RA4/1")
  }
}
