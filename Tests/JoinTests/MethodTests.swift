import Records
import StageSupport
import Testing
import Vocabulary

/// The four exact methods (contract section 5).
struct MethodTests {
  @Test func `by number: in the entry's organisation, or anywhere where it names none`() throws {
    let night = try DrawnNight(
      staff: """
        | ods code | emp no | forename | surname | dob        | nino      |
        | RA2      | 1      | Ann      | Lee     | 01/02/1980 | AB000001A |
        | RX1      | 1      | Ben      | Kay     |            |           |
        | RX1      | 2      | Ann      | Lee     | 01/02/1980 | AB000001A |
        | RX2      | 2      | Ann      | Lee     | 01/02/1980 | AB000001A |
        | RA2      | 3      | Cat      | Day     |            |           |
        | RX1      | 3      | Cat      | Day     |            |           |
        """,
      passports: """
        | id  | org code | emp no | forename | surname | dob        |
        | P01 | RA2      | 1      | Ann      | Lee     |            |
        | P02 | RX1      | 1      | Ann      | Lee     |            |
        | P03 | RX2      | 1      | Ann      | Lee     |            |
        | P04 | RX9      | 1      | Ann      | Lee     |            |
        | P05 |          | 1      | Ann      | Lee     |            |
        | P06 |          | 1      | Ben      | Kay     |            |
        | P07 |          | 1      | Ann      | Kay     |            |
        | P08 |          | 2      | Ann      | Lee     |            |
        | P09 |          | 3      | Cat      | Day     |            |
        | P10 |          | 4      | Ann      | Lee     |            |
        | P11 |          | 1      | Ann      | Lee     | 03/02/1980 |
        | P12 | RA2      | 1-2    | Ann      | Lee     | 03/02/1980 |
        """)
    #expect(
      night.drawnLinks() == [
        "RA2:P01 employee-number RA2/00000001", "RX1:P02 unmatched conflict", "RX2:P03 unmatched",
        "RX9:P04 unmatched", "P05 employee-number RA2/00000001",
        "P06 employee-number RX1/00000001", "P07 unmatched conflict",
        // Two employees, one person.
        "P08 employee-number RX1/00000002", "P09 ambiguous", "P10 unmatched",
        "P11 unmatched conflict", "RA2:P12 employee-number RA2/00000001",
      ])
  }

  @Test func `by NI number: all employees that have it`() throws {
    let night = try DrawnNight(
      staff: """
        | ods code | emp no | forename | surname | dob        | nino      | status |
        | RA2      | 1      | Ann      | Lee     | 01/02/1980 | AB000001A | Left   |
        | RA2      | 2      | Ben      | Kay     | 01/02/1980 | AB000002A |        |
        | RX1      | 2      | Ben      | Lee     | 02/02/1980 | AB000002A |        |
        """,
      passports: """
        | id  | org code | forename | surname | dob        | nino     |
        | P01 | RA2      | Ann      | Lee     |            | AB000001 |
        | P02 | RX9      | Ann      | Lee     | 02/02/1980 | AB000001 |
        | P03 |          | Ann      | Moss    | 01/02/1980 | AB000001 |
        | P04 |          | Zoe      | Moss    | 01/02/1980 | AB000001 |
        | P05 |          | Ann      | Lee     |            | AB000009 |
        | P06 |          | Ben      | Kay     |            | AB000002 |
        | P07 |          |          |         |            | AB000002 |
        | P08 |          | Ben      | Moss    | 02/02/1980 | AB000002 |
        """)
    #expect(
      night.drawnLinks() == [
        "RA2:P01 ni-number RA2/00000001", "RX9:P02 ni-number RA2/00000001",
        "P03 ni-number RA2/00000001", "P04 unmatched conflict", "P05 unmatched",
        "P06 ni-number RA2/00000002", "P07 ambiguous", "P08 ni-number RX1/00000002",
      ])
  }

  @Test func `by email: only where birth dates do not differ`() throws {
    let night = try DrawnNight(
      staff: """
        | ods code | emp no | forename | surname | dob        | email  |
        | RA2      | 1      | Ann      | Lee     | 01/02/1980 | a@b.uk |
        """,
      passports: """
        | id  | forename | surname | dob        | email  |
        | P01 | Ann      | Lee     |            | A@B.uk |
        | P02 | Ann      | Lee     | 01/02/1980 | a@b.uk |
        | P03 | Ann      | Lee     | 02/02/1980 | a@b.uk |
        | P04 |          |         | 02/02/1980 | a@b.uk |
        | P05 |          |         |            | a@b.uk |
        | P06 | Zoe      | Kay     |            | a@b.uk |
        | P07 | Ann      | Lee     |            | x@b.uk |
        """,
      network: """
        | forename | surname | email  |
        | Ann      | Lee     | a@b.uk |
        """)
    #expect(
      night.drawnLinks() == [
        "P01 work-email RA2/00000001", "P02 work-email RA2/00000001", "P03 unmatched conflict",
        "P04 unmatched conflict", "P05 work-email RA2/00000001", "P06 unmatched conflict",
        "P07 unmatched",
      ])
    #expect(night.drawnLinks(.network) == ["a@b.uk work-email RA2/00000001"])
  }

  @Test func `by email: an entry of another organisation needs birth date or number, too`() throws {
    let night = try DrawnNight(
      staff: """
        | ods code | emp no | forename | surname | dob        | nino      | email  |
        | RA2      | 1      | Ann      | Lee     | 01/02/1980 | AB000001A | a@b.uk |
        | RX2      | 8      | Ann      | Lee     | 01/02/1980 | AB000001A |        |
        | RX1      | 9      | Ben      | Kay     |            |           |        |
        """,
      passports: """
        | id  | org code | emp no | forename | surname | dob        | email  |
        | P01 | RA2      |        | Ann      | Lee     |            | a@b.uk |
        | P02 | RX1      |        | Ann      | Lee     |            | a@b.uk |
        | P03 | RX1      |        | Ann      | Lee     | 01/02/1980 | a@b.uk |
        | P04 | RX1      | 1      | Ann      | Lee     |            | a@b.uk |
        | P05 | RX1      | 2      | Ann      | Lee     |            | a@b.uk |
        | P06 | RX9      |        | Ann      | Lee     |            | a@b.uk |
        | P07 | RX2      |        | Ann      | Lee     |            | a@b.uk |
        | P08 |          |        | Ann      | Lee     |            | a@b.uk |
        | P09 | RX1      | 1      | Ann      | Lee     | 02/02/1980 | a@b.uk |
        """, methods: [.employeeNumber, .workEmail])
    #expect(
      night.drawnLinks() == [
        "RA2:P01 work-email RA2/00000001", "RX1:P02 unmatched conflict",
        "RX1:P03 work-email RA2/00000001", "RX1:P04 work-email RA2/00000001",
        "RX1:P05 unmatched conflict", "RX9:P06 work-email RA2/00000001",
        "RX2:P07 work-email RA2/00000001", "P08 work-email RA2/00000001",
        "RX1:P09 unmatched conflict",
      ])
  }

  @Test func `by name and birth date: all three, and the entry's organisation first`() throws {
    let night = try DrawnNight(
      staff: """
        | ods code | emp no | forename  | surname | known as | maiden name | dob        |
        | RA2      | 1      | Mary Jane | Lee     | MJ       | Moss        | 01/02/1980 |
        | RA2      | 2      | Ben       | Kay     |          |             | 01/02/1980 |
        | RX1      | 2      | Ben       | Kay     |          |             | 01/02/1980 |
        | RX2      | 3      | Cat       | Day     |          |             |            |
        """,
      passports: """
        | id  | org code | forename | surname | dob        |
        | P01 |          | Mary     | Lee     | 01/02/1980 |
        | P02 | RX1      | MJ       | Moss    | 01/02/1980 |
        | P03 |          | Mary Ann | LEE     | 01/02/1980 |
        | P04 |          | Jane     | Lee     | 01/02/1980 |
        | P05 |          | Mary     | Kay     | 01/02/1980 |
        | P06 |          | Mary     | Lee     | 02/02/1980 |
        | P07 |          | Mary     | Lee     |            |
        | P08 |          | Lee      | Mary    | 01/02/1980 |
        | P09 |          |          | Lee     | 01/02/1980 |
        | P10 | RA2      | Ben      | Kay     | 01/02/1980 |
        | P11 | RX1      | Ben      | Kay     | 01/02/1980 |
        | P12 | RX2      | Ben      | Kay     | 01/02/1980 |
        | P13 |          | Ben      | Kay     | 01/02/1980 |
        | P14 |          | Cat      | Day     |            |
        """)
    #expect(
      night.drawnLinks() == [
        "P01 name-and-birth-date RA2/00000001", "RX1:P02 name-and-birth-date RA2/00000001",
        "P03 name-and-birth-date RA2/00000001", "P04 unmatched", "P05 unmatched", "P06 unmatched",
        "P07 unmatched", "P08 unmatched", "P09 unmatched",
        "RA2:P10 name-and-birth-date RA2/00000002", "RX1:P11 name-and-birth-date RX1/00000002",
        "RX2:P12 ambiguous", "P13 ambiguous", "P14 unmatched",
      ])
  }

  @Test func `another employee of the first person does not make several persons one`() throws {
    let night = try DrawnNight(
      staff: """
        | ods code | emp no | forename | surname | dob        | nino      |
        | RA1      | 1      | Eve      | Fry     | 01/02/1980 | AB000001A |
        | RA1      | 2      | Eve      | Fry     | 01/02/1980 | AB000002A |
        | RA1      | 3      | Eve      | Fry     | 01/02/1980 | AB000001A |
        | RA2      | 1      | Eve      | Fry     | 01/02/1980 | AB000001A |
        """,
      passports: """
        | id  | org code | forename | surname | dob        |
        | P01 | RX9      | Eve      | Fry     | 01/02/1980 |
        | P02 | RA1      | Eve      | Fry     | 01/02/1980 |
        | P03 |          | Eve      | Fry     | 01/02/1980 |
        | P04 | RA2      | Eve      | Fry     | 01/02/1980 |
        """)
    #expect(
      night.drawnLinks() == [
        "RX9:P01 ambiguous", "RA1:P02 ambiguous", "P03 ambiguous",
        "RA2:P04 name-and-birth-date RA2/00000001",
      ])
  }

  @Test func `methods follow one another; conflict and ambiguity are remembered`() throws {
    let staff = """
      | ods code | emp no | forename | surname | dob        | nino      | email  |
      | RA2      | 1      | Ann      | Lee     | 01/02/1980 | AB000001A | a@b.uk |
      | RA2      | 2      | Ben      | Kay     | 02/02/1980 | AB000002A | b@b.uk |
      | RA2      | 3      | Cat      | Day     | 03/02/1980 | AB000003A | c@b.uk |
      | RX1      | 4      | Dan      | May     | 04/02/1980 |           |        |
      | RX2      | 4      | Dan      | May     | 05/02/1980 |           | d@b.uk |
      | RX1      | 5      | Eve      | Fry     | 06/02/1980 | AB000005A |        |
      | RX2      | 5      | Eve      | Fry     | 07/02/1980 | AB000005A | e@b.uk |
      """
    let passports = """
      | id  | org code | emp no | forename | surname | dob        | nino     | email  |
      | P01 | RA2      | 2      | Ann      | Lee     | 01/02/1980 | AB000001 | a@b.uk |
      | P02 | RA2      | 2      | Ann      | Lee     | 01/02/1980 | AB000003 | a@b.uk |
      | P03 | RA2      | 2      | Ann      | Lee     | 01/02/1980 | AB000003 | b@b.uk |
      | P04 | RA2      | 2      | Ann      | Lee     |            | AB000003 | b@b.uk |
      | P05 |          | 4      | Dan      | May     |            |          |        |
      | P06 |          | 4      | Dan      | May     |            |          | d@b.uk |
      | P07 |          | 4      | Dan      | May     |            |          | a@b.uk |
      | P08 |          | 4      | Dan      | May     | 04/02/1980 |          |        |
      | P09 | RA2      | 1      | Eve      | Fry     |            | AB000005 |        |
      | P10 | RA2      | 1      | Eve      | Fry     |            | AB000005 | e@b.uk |
      """
    let night = try DrawnNight(staff: staff, passports: passports)
    #expect(
      night.drawnLinks() == [
        "RA2:P01 ni-number RA2/00000001 conflict", "RA2:P02 work-email RA2/00000001 conflict",
        "RA2:P03 name-and-birth-date RA2/00000001 conflict", "RA2:P04 unmatched conflict",
        "P05 ambiguous", "P06 work-email RX2/00000004", "P07 ambiguous conflict",
        "P08 employee-number RX1/00000004", "RA2:P09 ambiguous conflict",
        "RA2:P10 ambiguous conflict",
      ])
    // Methods that the pipeline file leaves out are not tried.
    let some = try DrawnNight(
      staff: staff, passports: passports, methods: [.nameAndBirthDate, .workEmail])
    #expect(
      some.drawnLinks().prefix(4) == [
        "RA2:P01 work-email RA2/00000001", "RA2:P02 work-email RA2/00000001",
        "RA2:P03 name-and-birth-date RA2/00000001 conflict", "RA2:P04 unmatched conflict",
      ])
  }

  @Test func `of a person's employees: the entry's organisation, an active one, the smallest`()
    throws
  {
    let night = try DrawnNight(
      staff: """
        | ods code | emp no | forename | surname | dob        | nino      | status |
        | RA1      | 5      | Ann      | Lee     | 01/02/1980 | AB000001A | Left   |
        | RA2      | 4      | Ann      | Lee     | 01/02/1980 | AB000001A |        |
        | RA2      | 3      | Ann      | Lee     | 01/02/1980 | AB000001A |        |
        | RA3      | 1      | Ann      | Lee     | 01/02/1980 | AB000001A | Left   |
        | RA3      | 2      | Ann      | Lee     | 01/02/1980 | AB000001A | Left   |
        | RA4      | 1      | Zoe      | Kay     | 01/02/1980 | AB000001A |        |
        """,
      passports: """
        | id  | org code | forename | surname | nino     |
        | P01 |          | Ann      | Lee     | AB000001 |
        | P02 | RA1      | Ann      | Lee     | AB000001 |
        | P03 | RA3      | Ann      | Lee     | AB000001 |
        | P04 | RX9      | Ann      | Lee     | AB000001 |
        | P05 | RA4      | Ann      | Lee     | AB000001 |
        | P06 |          | Zoe      | Kay     | AB000001 |
        """)
    #expect(
      night.drawnLinks() == [
        "P01 ni-number RA2/00000003", "RA1:P02 ni-number RA1/00000005",
        "RA3:P03 ni-number RA3/00000001", "RX9:P04 ni-number RA2/00000003",
        // Of the candidates that agree only.
        "RA4:P05 ni-number RA2/00000003", "P06 ni-number RA4/00000001",
      ])
  }
}
