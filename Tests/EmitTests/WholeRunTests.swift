import Columns
import Emit
import Records
import Testing
import Vocabulary

/// One small reconciliation, and every byte of what is written of it.
///
/// | organisation | footprint | employees |
/// | --- | --- | --- |
/// | RX1 | QT1 | two: a carer, and one of whom nothing is known |
/// | RX2 | none | none |
@Suite struct WholeRunTests {
  private let world: SmallWorld

  init() {
    var world = SmallWorld()
    var staff = InputAccount(source: .staff, path: "staff/a, b.csv")
    staff.byteCount = 120
    staff.sha256 = String(repeating: "b", count: 64)
    staff.encodings = ["utf-8", "windows-1252"]
    (staff.rowsRead, staff.accepted, staff.rejected, staff.blank) = (3, 2, 1, 4)
    var passports = InputAccount(source: .passports, path: "passports.csv")
    (passports.rowsRead, passports.accepted) = (2, 2)
    world.extracts.inputs = [staff, passports]
    world.footprint("QT1", name: "Nottingham and Nottinghamshire")
    world.employer(
      "RX1", footprint: "QT1", name: "Trust, The", lead: "Lee O'Dd", leadEmail: "lee@nhs.net")
    world.accessCode("DRC-1", .digitalResource, of: "QT1", until: "2026-12-01")
    world.employee(
      "123", last: "Ødegård", first: "=Ann", email: "ann@nhs.net", group: "Nursing",
      job: "Nurse \"A\", ward 3", flag: .carer, flagDate: "2025-02-28", hasESRPassport: true,
      passport: .reviewOverdue, review: "2026-01-31", network: .ally, status: .carer,
      evidence: [.esr, .passport])
    world.employee("9876543210", last: "Boss", first: "Bo", email: "bo@nhs.net")
    world.employer("RX2")
    world.entitlements.carers = [0]
    world.entitlements.managers = [1]
    world.entry(
      .passports, subject: "passport:RX1:R1", row: SourceRow(file: 1, line: 2), organisation: "RX1",
      employee: 0, method: .employeeNumber, state: .reviewOverdue)
    world.entry(
      .passports, subject: "passport:smith jo", row: SourceRow(file: 1, line: 3), last: "Smith",
      first: "Jo", outcome: .unmatched)
    world.extracts.rejects = [
      Reject(
        source: .staff, row: SourceRow(file: 0, line: 9), reason: .nameMissing,
        detail: "neither name", raw: Array("RX1,\"7\"".utf8))
    ]
    world.rule("list-entry-unmatched", .medium, action: "Look for the person.")
    world.rule("passport-review-overdue", .low, action: "Arrange a review.")
    world.rule("recipient-without-email", .high, action: "Ask for an address.")
    world.finding(
      "list-entry-unmatched", .entry(.passports, 1), detail: "No one fits.",
      rows: [SourceRow(file: 1, line: 3)])
    world.finding("passport-review-overdue", .entry(.passports, 0))
    world.finding(
      "recipient-without-email", .employee(0), detail: "No address, no code.",
      rows: [SourceRow(file: 0, line: 2), SourceRow(file: 1, line: 2)])
    world.waive(1, at: SourceRow(file: 1, line: 9), until: "2027-03-31")
    self.world = world
  }

  private static let reconciledHeading =
    "organisation_code,employee_number,last_name,first_name,work_email,staff_group,job_title,"
    + "active,esr_flag,esr_flag_date,esr_passport,passport_status,passport_review_date,"
    + "network_status,reconciled_status,evidence,person_key,rules\r\n"

  private static let traceHeading =
    "employee_number\trows\tcompetences\tpassports\tmemberships\trejected\twaivers\tactive\t"
    + "esr_flag\tesr_passport\tpassport_status\tnetwork_status\treconciled_status\tevidence\t"
    + "person_key\n"

  private static let discrepancyHeading =
    "discrepancy_id,rule,severity,footprint_code,organisation_code,subject,employee_number,"
    + "last_name,first_name,detail,action,sources,status,first_seen,age_days,decision\r\n"

  // The ids: printf %s "recipient-without-email|RX1/00000123" | sha256sum, and so on.
  private static let high =
    "afa7b079bb96a90d,recipient-without-email,high,QT1,RX1,RX1/00000123,00000123,Ødegård,'=Ann,"
    + "\"No address, no code.\",Ask for an address.,\"staff/a, b.csv:2;passports.csv:2\",new,"
    + "2026-11-21,0,\r\n"
  private static let medium =
    "77029bd8b183effa,list-entry-unmatched,medium,,,passport:smith jo,,Smith,Jo,No one fits.,"
    + "Look for the person.,passports.csv:3,new,2026-11-21,0,\r\n"
  private static let low =
    "26f75dc29ad9e4fa,passport-review-overdue,low,QT1,RX1,passport:RX1:R1,00000123,Ødegård,"
    + "'=Ann,,Arrange a review.,,waived,2026-11-21,0,\r\n"

  private static let expected: [String: String] = [
    "reconciled/QT1/RX1.csv": reconciledHeading
      + "RX1,00000123,Ødegård,'=Ann,ann@nhs.net,Nursing,\"Nurse \"\"A\"\", ward 3\",yes,carer,"
      + "2025-02-28,yes,review-overdue,2026-01-31,ally,carer,esr+passport,RX1/00000123,"
      + "recipient-without-email\r\n",
    "reconciled/no-footprint/RX2.csv": reconciledHeading,
    "trace/QT1/RX1.tsv":
      "# carer-reconcile trace 1\n# as_of\t2026-11-21\n# file\t1\tstaff/a, b.csv\n"
      + "# file\t2\tpassports.csv\n" + traceHeading
      + "00000123\t1:2+ carer 2025-02-28\t\t2:2 review-overdue - - employee-number\t\t\t"
      + "26f75dc29ad9e4fa 2:9 2027-03-31\t\tcarer\tyes\treview-overdue\tally\tcarer\t"
      + "esr+passport\n" + "9876543210\t1:3+\n",
    "trace/no-footprint/RX2.tsv":
      "# carer-reconcile trace 1\n# as_of\t2026-11-21\n" + traceHeading,
    "discrepancies.csv": discrepancyHeading + high + medium + low,
    "discrepancies/QT1/RX1.csv": discrepancyHeading + high + low,
    "discrepancies/no-footprint/RX2.csv": discrepancyHeading,
    "recipients/QT1/RX1/carers.csv":
      "organisation_code,employee_number,first_name,last_name,work_email,platform,access_code,"
      + "code_source,code_valid_to,basis,delivery\r\n"
      + "RX1,00000123,'=Ann,Ødegård,ann@nhs.net,digital-resource,DRC-1,QT1,2026-12-01,"
      + "esr+passport,new\r\n",
    "recipients/QT1/RX1/managers.csv":
      "organisation_code,employee_number,first_name,last_name,work_email,platform,access_code,"
      + "code_source,code_valid_to,delivery\r\n"
      + "RX1,9876543210,Bo,Boss,bo@nhs.net,efc,,,,no-code\r\n",
    "recipients/no-footprint/RX2/carers.csv":
      "organisation_code,employee_number,first_name,last_name,work_email,platform,access_code,"
      + "code_source,code_valid_to,basis,delivery\r\n",
    "recipients/no-footprint/RX2/managers.csv":
      "organisation_code,employee_number,first_name,last_name,work_email,platform,access_code,"
      + "code_source,code_valid_to,delivery\r\n",
    "distribution/QT1/organisations.csv":
      "footprint_code,footprint_name,organisation_code,organisation_name,hr_lead_name,"
      + "hr_lead_email,efc_code,efc_code_source,digital_resource_code,"
      + "digital_resource_code_source,staff,carers,carer_recipients,manager_recipients\r\n"
      + "QT1,Nottingham and Nottinghamshire,RX1,\"Trust, The\",Lee O'Dd,lee@nhs.net,,,DRC-1,QT1,"
      + "*,*,*,*\r\n",
    "distribution/no-footprint/organisations.csv":
      "footprint_code,footprint_name,organisation_code,organisation_name,hr_lead_name,"
      + "hr_lead_email,efc_code,efc_code_source,digital_resource_code,"
      + "digital_resource_code_source,staff,carers,carer_recipients,manager_recipients\r\n"
      + ",,RX2,,,,,,,,0,0,0,0\r\n",
    "links.csv":
      "source,file,line,subject,organisation_code,employee_number,person_key,method,probability,"
      + "outcome\r\n"
      + "passports,passports.csv,2,passport:RX1:R1,RX1,00000123,RX1/00000123,employee-number,,"
      + "linked\r\n"
      + "passports,passports.csv,3,passport:smith jo,,,,,,unmatched\r\n",
    "review.csv":
      "kind,subject,employee,decision,probability,entry_last_name,entry_first_name,"
      + "entry_organisation,entry_work_email,candidate_last_name,candidate_first_name,"
      + "candidate_organisation,candidate_work_email,ni_number_agreement,birth_date_agreement,"
      + "agreement_levels\r\n",
    "rejects.csv":
      "source,file,line,reason,detail,raw\r\n"
      + "staff,\"staff/a, b.csv\",9,name-missing,neither name,\"RX1,\"\"7\"\"\"\r\n",
  ]

  @Test(arguments: expected.keys.sorted())
  func `every file of a small run has the bytes written out here`(path: String) {
    #expect(world.file(path) == Self.expected[path])
  }

  @Test func `the files of a run are these, the manifest last`() {
    let paths = world.files().map(\.path)
    #expect(
      Set(paths)
        == Set(Self.expected.keys).union([
          "evidence.csv", "evidence.html", "summary.json", "report.html", "manifest.json",
          "distribution/QT1/access-codes.html", "distribution/QT1/RX1.eml",
          "distribution/no-footprint/access-codes.html",
        ]))
    #expect(paths.count == Set(paths).count)
    #expect(paths.last == "manifest.json")
  }
}
