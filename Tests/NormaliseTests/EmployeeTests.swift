import Columns
import Records
import StageSupport
import Testing
import Vocabulary

/// Assignments to employees (contract section 4).
struct EmployeeTests {
  @Test(arguments: [
    ("", "", "", true), ("15/06/2026", "", "", true), ("16/06/2026", "", "", false),
    ("", "15/06/2026", "", true), ("", "14/06/2026", "", false),
    ("01/01/2020", "31/12/4712", "", true), ("01/01/2020", "31/12/2026", "Active", true),
    ("01/01/2020", "31/12/2026", "Left", false), ("soon", "later", "", true),
  ])
  func `an assignment is active from its start to its last day`(
    start: String, leaving: String, status: String, isActive: Bool
  ) throws {
    let night = try DrawnNight(
      staff: "ods code,emp no,forename,surname,hire date,end date,status\n"
        + "RA2,1,Ann,Lee,\(start),\(leaving),\(status)\n")
    #expect(night.workforce.employees.isActive == [isActive])
  }

  @Test(arguments: [
    "Ended", "left", "LEAVER", "Deceased", "Offer", "Applicant", "Withdrawn", "Terminated",
    "Terminate Process Assignment", "TERMINATION", "Inactive", "Inactive Assignment", "Inactives",
    "Ex-Employee", "ex employee", "Ex  Employee", "An ex-employee's", "Active - left",
    "Offer accepted", "(deceased)", "Left2024", "Retired/left", "Assignment ended.",
  ])
  func `a status with such a word ends an assignment`(status: String) throws {
    let night = try DrawnNight(
      staff: "ods code,emp no,forename,surname,status\nRA2,1,Ann,Lee,\(status)\n")
    #expect(night.workforce.employees.isActive == [false])
  }

  @Test(arguments: [
    "Active", "Active Assignment", "Suspend Assignment", "Maternity & Adoption", "Acting Up",
    "Leftover", "Offered", "Applicants", "Unended", "Exemployee", "Employee ex",
    "Internal Secondment",
    "Withdraw", "Leavers", "Determinate", "Reinactive", "Inactivated", "Career Break", "?",
  ])
  func `another status does not, be it near`(status: String) throws {
    let night = try DrawnNight(
      staff: "ods code,emp no,forename,surname,status\nRA2,1,Ann,Lee,\(status)\n")
    #expect(night.workforce.employees.isActive == [true])
  }

  @Test func `an employee is active when one assignment is`() throws {
    let night = try DrawnNight(
      staff: """
        | ods code | emp no | forename | surname | status |
        | RA2      | 1      | Ann      | Lee     | Left   |
        | RA2      | 1      | Ann      | Lee     | Active |
        | RA2      | 2      | Ben      | Lee     | Left   |
        | RA2      | 2      | Ben      | Lee     | Ended  |
        """)
    #expect(night.workforce.employees.isActive == [true, false])
  }

  @Test func `employees are sorted by organisation and number, whatever the files' order`() throws {
    let night = try DrawnNight(
      staff: """
        | ods code | emp no     | forename | surname |
        | RX1      | 1          | Ann      | Lee     |
        | RA2      | 9          | Ben      | Lee     |
        | RA2      | 1234567890 | Cat      | Lee     |
        | RA2      | 12345678   | Dan      | Lee     |
        """,
      more: [
        DrawnFile(
          .staff, "ods code,emp no,forename,surname\nR9,1,Eve,Lee\nRA2,9-2,Fay,Lee\n")
      ])
    #expect(
      night.perEmployee { night.extracts.texts.string(night.workforce.employees.firstName[$0]) }
        == [
          "R9/00000001 Eve", "RA2/00000009 Ben", "RA2/12345678 Dan", "RA2/1234567890 Cat",
          "RX1/00000001 Ann",
        ])
    #expect(night.workforce.organisations.map(\.text) == ["R9", "RA2", "RX1"])
    let workforce = night.workforce
    let code = try #require(ODSCode("RA2"))
    let number = try #require(EmployeeNumber("12345678"))
    #expect(workforce.employee(code, number) == 2)
    #expect(workforce.employee(code, try #require(EmployeeNumber("1"))) == nil)
    #expect(workforce.employee(try #require(ODSCode("RX9")), number) == nil)
    #expect(workforce.employee(code, .missing) == nil)
    #expect((0..<3).map { workforce.employees(ofOrganisation: $0) } == [0..<1, 1..<4, 4..<5])
  }

  @Test func `rows are in order: active, primary, assignment number, then as read`() throws {
    let night = try DrawnNight(
      staff: """
        | ods code | emp no | forename | surname | assignment no | primary | status |
        | RA2      | 1      | Ann      | Lee     | A1            | yes     | Left   |
        | RA2      | 1      | Ann      | Lee     | A2            | no      | Active |
        | RA2      | 2      | Ann      | Lee     | A1            | no      | Active |
        | RA2      | 2      | Ann      | Lee     | A2            | yes     | Active |
        | RA2      | 3      | Ann      | Lee     |               | yes     | Active |
        | RA2      | 3      | Ann      | Lee     | 9             | yes     | Active |
        | RA2      | 3      | Ann      | Lee     | 10            | yes     | Active |
        | RA2      | 3      | Ann      | Lee     | a             | yes     | Active |
        | RA2      | 3      | Ann      | Lee     | B             | yes     | Active |
        | RA2      | 4      | Ann      | Lee     | 1             |         | Active |
        | RA2      | 4      | Ann      | Lee     | 1             |         | Active |
        | RA2      | 4      | Ann      | Lee     | 1             |         | Ended  |
        | RA2      | 4      | Ann      | Lee     | 1             | yes     | Ended  |
        """,
      more: [
        DrawnFile(
          .staff,
          "ods code,emp no,forename,surname,assignment no\nRA2,4,Ann,Lee,1\nRA2,4,Ann,Lee,0\n")
      ])
    let workforce = night.workforce
    #expect(
      night.perEmployee { employee in
        workforce.employees.assignments(of: employee)
          .map { night.extracts.citation(workforce.assignments.row[$0]) }
          .joined(separator: " ")
      } == [
        "RA2/00000001 staff.csv:3 staff.csv:2", "RA2/00000002 staff.csv:5 staff.csv:4",
        "RA2/00000003 staff.csv:8 staff.csv:7 staff.csv:10 staff.csv:9 staff.csv:6",
        "RA2/00000004 staff-2.csv:3 staff.csv:11 staff.csv:12 staff-2.csv:2 staff.csv:14 "
          + "staff.csv:13",
      ])
  }

  @Test func `the main row gives names and post, the first row that has one the rest`() throws {
    let night = try DrawnNight(
      staff: """
        emp no,ods code,primary,forename,surname,staff group,role,supervisor,dob,nino,email,\
        known as,maiden name
        1,RA2,,Anne,Kay,Nursing,Matron,21,01/02/1980,AB123456C,a@b.uk,Nan,Moss
        1,RA2,yes,Ann,,,,,,,,,
        1,RA2,,Anna,Day,Admin,Clerk,22,02/02/1980,AB123457C,b@b.uk,Nanny,Ross
        2,RA2,,Ben,Lee,Nursing,Nurse,23,tbc,,c@b.uk,,
        2,RA2,,Benn,Leigh,Admin,,,03/02/1980,AB123458C,x,,Poss
        """)
    let employees = night.workforce.employees
    let texts = night.extracts.texts
    let facts = night.perEmployee { employee in
      let names: [String] = [
        texts.string(employees.firstName[employee]), texts.string(employees.lastName[employee]),
        texts.string(employees.staffGroup[employee]), texts.string(employees.jobTitle[employee]),
        employees.manager[employee].text, employees.birthDate[employee].text,
        employees.niNumber[employee].isMissing ? "" : "NI",
        night.extracts.emails.string(employees.email[employee]),
        texts.string(employees.knownAs[employee]),
        texts.string(employees.previousLastName[employee]),
      ]
      return names.joined(separator: ";")
    }
    #expect(
      facts == [
        "RA2/00000001 Ann;;;;;1980-02-01;NI;a@b.uk;Nan;Moss",
        "RA2/00000002 Ben;Lee;Nursing;Nurse;00000023;1980-02-03;NI;c@b.uk;;Poss",
      ])
  }
}
