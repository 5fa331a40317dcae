import Records
import StageSupport
import Testing
import Vocabulary

/// Employees to persons (contract section 4); groups are told apart by their tens.
struct PersonTests {
  /// The persons with several employees as `1+2`, and the employees that share NI number or email
  /// with others without being them.
  private struct Grouping: Equatable, CustomStringConvertible {
    var persons: [String]
    var sharedNINumber: [String] = []
    var sharedEmail: [String] = []

    var description: String { "\(persons) NI \(sharedNINumber) email \(sharedEmail)" }
  }

  private func group(_ staff: String) throws -> Grouping {
    let workforce = try DrawnNight(staff: staff).workforce
    func short(_ employee: Int) -> String {
      String(workforce.employees.number[employee].text.drop { $0 == "0" })
    }
    let persons = workforce.persons
    var members: [String] = []
    for employee in 0..<workforce.employees.count {
      let all = persons.employees(ofPersonOf: employee)
      #expect(all.contains(employee))
      #expect(all.allSatisfy { Int(persons.key[$0]) == all[0] })
      if all.count > 1, all[0] == employee { members.append(all.map(short).joined(separator: "+")) }
    }
    return Grouping(
      persons: members, sharedNINumber: persons.withSharedNINumber.map { short(Int($0)) },
      sharedEmail: persons.withSharedEmail.map { short(Int($0)) })
  }

  @Test func `one NI number and one birth date is one person, whatever the names`() throws {
    let grouping = try group(
      """
      | emp no | ods code | forename | surname | dob        | nino      |
      | 11     | RA2      | Ann      | Lee     | 01/02/1980 | AB000001A |
      | 12     | RX1      | Zoe      | Kay     | 01/02/1980 | AB000001B |
      | 21     | RA2      | Ann      | Lee     | 01/02/1980 | AB000002A |
      | 22     | RX1      | Ann      | Lee     | 02/02/1980 | AB000002A |
      | 31     | RA2      | Ann      | Lee     | 01/02/1980 | AB000003A |
      | 32     | RX1      | Zoe      | Kay     | 01/02/1980 | AB000003A |
      | 33     | RX2      | Ann      | Lee     | 02/02/1980 | AB000003A |
      | 41     | RA2      | Ann      | Lee     | 01/02/1980 | AB000004A |
      | 42     | RX1      | Ann      | Lee     | 01/02/1980 | AB000005A |
      """)
    #expect(
      grouping
        == Grouping(persons: ["11+12"], sharedNINumber: ["21", "31", "22", "32", "33"]))
  }

  @Test func `where a birth date is missing every two must have a first or last key in common`()
    throws
  {
    let grouping = try group(
      """
      | emp no | ods code | forename  | surname | known as | maiden name | dob        | nino      |
      | 11     | RA2      | Ann       | Lee     |          |             |            | AB000001A |
      | 12     | RA2      | Ann       | Kay     |          |             |            | AB000001A |
      | 21     | RA2      | Ann       | Lee     |          |             |            | AB000002A |
      | 22     | RA2      | Zoe       | Lee     |          |             | 01/02/1980 | AB000002A |
      | 31     | RA2      | Ann       | Lee     |          |             |            | AB000003A |
      | 32     | RA2      | Zoe       | Kay     |          |             |            | AB000003A |
      | 41     | RA2      | Ann       | Lee     |          |             | 01/02/1980 | AB000004A |
      | 42     | RA2      | Zoe       | Kay     |          |             |            | AB000004A |
      | 51     | RA2      | Ann       | Lee     |          |             |            | AB000005A |
      | 52     | RA2      | Zoe       | Kay     |          | Lee         |            | AB000005A |
      | 61     | RA2      | Ann Marie | Lee     |          |             |            | AB000006A |
      | 62     | RA2      | Ann       | Kay     |          |             |            | AB000006A |
      | 71     | RA2      | Susan     | Lee     | Sue      |             |            | AB000007A |
      | 72     | RA2      | Sue       | Kay     |          |             |            | AB000007A |
      | 81     | RA2      | Lee       | Ann     |          |             |            | AB000008A |
      | 82     | RA2      | Ann       | Lee     |          |             |            | AB000008A |
      | 91     | RA2      | Dr Ann    | Lee     |          |             |            | AB000009A |
      | 92     | RA2      | Ann       | Kay     |          |             |            | AB000009A |
      """)
    #expect(
      grouping
        == Grouping(
          persons: ["11+12", "21+22", "51+52", "61+62", "71+72", "91+92"],
          sharedNINumber: ["31", "32", "41", "42", "81", "82"]))
  }

  @Test func `one pair that does not fit keeps the whole group apart`() throws {
    let grouping = try group(
      """
      | emp no | ods code | forename | surname | dob        | nino      |
      | 11     | RA2      | Ann      | Lee     | 01/02/1980 | AB000001A |
      | 12     | RA2      | Zoe      | Kay     | 01/02/1980 | AB000001A |
      | 13     | RA2      | Ann      | Kay     |            | AB000001A |
      | 21     | RA2      | Ann      | Lee     | 01/02/1980 | AB000002A |
      | 22     | RA2      | Zoe      | Kay     | 01/02/1980 | AB000002A |
      | 23     | RA2      | Ann      | Day     |            | AB000002A |
      | 31     | RA2      | Ann      | Lee     |            | AB000003A |
      | 32     | RA2      | Ann      | Kay     |            | AB000003A |
      | 33     | RA2      | Zoe      | Kay     |            | AB000003A |
      """)
    #expect(
      grouping
        == Grouping(
          persons: ["11+12+13"], sharedNINumber: ["21", "22", "23", "31", "32", "33"]))
  }

  @Test func `an empty name is no key in common`() throws {
    let grouping = try group(
      """
      | emp no | ods code | forename | surname | nino      |
      | 11     | RA2      | Ann      |         | AB000001A |
      | 12     | RA2      | Zoe      |         | AB000001A |
      | 21     | RA2      |          | Lee     | AB000002A |
      | 22     | RA2      | Zoe      | Lee     | AB000002A |
      """)
    #expect(grouping == Grouping(persons: ["21+22"], sharedNINumber: ["11", "12"]))
  }

  @Test func `one email and the same names, or the same birth date, is one person`() throws {
    let grouping = try group(
      """
      | emp no | ods code | forename | surname | known as | dob        | email   |
      | 11     | RA2      | Ann      | O'Neill |          |            | 1@b.uk  |
      | 12     | RX1      | Dr ANN   | ONeill  | Nan      |            | 1@B.uk  |
      | 21     | RA2      | Ann      | Lee     |          | 01/02/1980 | 2@b.uk  |
      | 22     | RX1      | Ann      | Lee     |          |            | 2@b.uk  |
      | 31     | RA2      | Ann      | Lee     |          | 01/02/1980 | 3@b.uk  |
      | 32     | RX1      | Ann      | Lee     |          | 02/02/1980 | 3@b.uk  |
      | 41     | RA2      | Ann      | Lee     |          | 01/02/1980 | 4@b.uk  |
      | 42     | RX1      | Zoe      | Kay     |          | 01/02/1980 | 4@b.uk  |
      | 51     | RA2      | Ann      | Lee     |          | 01/02/1980 | 5@b.uk  |
      | 52     | RX1      | Ann      | Kay     |          |            | 5@b.uk  |
      | 61     | RA2      | Ann      | Lee     |          |            | 6@b.uk  |
      | 62     | RX1      | Zoe      | Lee     |          |            | 6@b.uk  |
      | 71     | RA2      | Sue      | Lee     |          |            | 7@b.uk  |
      | 72     | RX1      | Susan    | Lee     | Sue      |            | 7@b.uk  |
      | 81     | RA2      | Ann      | Lee     |          | 01/02/1980 | 8@b.uk  |
      | 82     | RX1      | Ann      | Lee     |          | 01/02/1980 | 8@b.uk  |
      | 83     | RX2      | Zoe      | Lee     |          |            | 8@b.uk  |
      """)
    #expect(
      grouping
        == Grouping(
          persons: ["11+12", "21+22", "41+42"],
          sharedEmail: ["31", "51", "61", "71", "81", "32", "52", "62", "72", "82", "83"]))
  }

  @Test func `joins are transitive over NI numbers and emails`() throws {
    let grouping = try group(
      """
      | emp no | ods code | forename | surname | dob        | nino      | email  |
      | 14     | RA2      | Ann      | Lee     | 01/02/1980 | AB000001A |        |
      | 13     | RB2      | Ann      | Lee     | 01/02/1980 | AB000001A | 1@b.uk |
      | 12     | RC2      | Ann      | Lee     | 01/02/1980 | AB000002A | 1@b.uk |
      | 11     | RD2      | Ann      | Lee     |            | AB000002A | 2@b.uk |
      | 22     | RA2      | Ann      | Lee     | 01/02/1980 |           | 3@b.uk |
      | 21     | RB2      | Ann      | Lee     | 02/02/1980 | AB000003A | 3@b.uk |
      | 23     | RC2      | Ann      | Lee     | 02/02/1980 | AB000003A |        |
      """)
    #expect(
      grouping == Grouping(persons: ["14+13+12+11", "21+23"], sharedEmail: ["22", "21"]))
  }

  @Test func `a group refused by NI number may be one person by email`() throws {
    let grouping = try group(
      """
      | emp no | ods code | forename | surname | dob        | nino      | email  |
      | 11     | RA2      | Ann      | Lee     | 01/02/1980 | AB000001A | 1@b.uk |
      | 12     | RB2      | Ann      | Lee     | 01/02/1980 | AB000001A | 1@b.uk |
      | 13     | RC2      | Zoe      | Kay     | 02/02/1980 | AB000001A |        |
      """)
    #expect(grouping == Grouping(persons: ["11+12"], sharedNINumber: ["11", "12", "13"]))
  }

  @Test func `the key of a person is its smallest employee, be it not active`() throws {
    let night = try DrawnNight(
      staff: """
        | emp no | ods code | forename | surname | dob        | nino      | status |
        | 2      | RA2      | Ann      | Lee     | 01/02/1980 | AB000001A | Active |
        | 9      | RA1      | Ann      | Lee     | 01/02/1980 | AB000001A | Left   |
        | 1      | RA2      | Zoe      | Kay     | 01/02/1980 |           | Active |
        """)
    let workforce = night.workforce
    #expect(
      night.perEmployee { workforce.text(of: Int(workforce.persons.key[$0])) } == [
        "RA1/00000009 RA1/00000009", "RA2/00000001 RA2/00000001", "RA2/00000002 RA1/00000009",
      ])
  }
}
