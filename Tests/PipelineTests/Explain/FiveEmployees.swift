import TestSupport

/// Two trusts of one footprint, small enough to work out every line by hand; as of 2026-11-21.
///
/// | employee | staff rows | passports | network |
/// | --- | --- | --- | --- |
/// | RX1/1 | carer 2025-02-28; not-carer 2024-01-01 | overdue since 2025-05-01; ended | |
/// | RX1/2 | says nothing | | |
/// | RX2/9, the same person by NI number | says nothing | active, consent to share | |
/// | RX1/3 | declined | | a member as a carer, by email |
/// | RX1/4 | left on 2026-06-30, `perhaps` | | |
/// | RX1/5, the others' manager | says nothing | one, rejected by decision | an ally, by email |
enum FiveEmployees {
  /// Makes the inputs and the pipeline file below a folder.
  static func write(to folder: TemporaryFolder) {
    for (path, text) in files { folder.write(path, text + "\n") }
  }

  private static let staffColumns =
    "organisation_code,employee_number,assignment_number,primary_assignment,first_name,last_name,"
    + "date_of_birth,ni_number,work_email,start_date,leaving_date,manager_employee_number,"
    + "carer_flag,carer_flag_date"

  private static let passportColumns =
    "passport_reference,organisation_code,employee_number,first_name,last_name,agreed_date,"
    + "review_date,ended_date,consent_to_share"

  private static let files: [String: String] = [
    "decisions/answers.csv": """
    kind,subject,employee,decision,until
    discrepancy,declined-but-listed|RX1/00000003,,waive,2027-03-31
    link,passport:RX1:P5,RX1/5,reject,
    """,
    "network/members.csv": """
    work_email,full_name,member_type,joined_date,consent_to_contact
    cy@rx1.example,Cy Cedar,Carer,2024-06-01,no
    eve@rx1.example,Eve Elm,Ally,2024-07-01,yes
    """,
    "pipeline.json5": """
    {
      pipeline: "five", stages: ["ingest", "normalise", "join", "detect", "emit"],
      sources: {
        staff: { files: ["staff/*.csv"] }, passports: { files: ["passports/*.csv"] },
        network: { files: ["network/*.csv"] },
        organisations: { files: ["reference/organisations.csv"] },
        "access-codes": { files: ["reference/codes.csv"] },
        decisions: { files: ["decisions/*.csv"] },
      },
      join: { methods: ["employee-number", "ni-number", "work-email", "name-and-birth-date"] },
      normalise: { syntheticNINumbers: true },
    }
    """,
    "passports/rx1.csv": """
    \(passportColumns)
    P1,RX1,1,Ada,Alder,2024-05-01,2025-05-01,,
    P2,RX1,1,Ada,Alder,2023-05-01,2024-05-01,2024-04-30,
    P5,RX1,,Evie,Elm,2026-05-01,2027-05-01,,
    """,
    "passports/rx2.csv": """
    \(passportColumns)
    B1,RX2,9,Bea,Birch,2026-01-10,2027-01-10,,yes
    """,
    "reference/codes.csv": """
    footprint_code,organisation_code,platform,access_code,valid_from,valid_to
    QT1,,efc,SECRET-EFC,2026-01-01,2027-12-31
    QT1,,digital-resource,SECRET-DRC,2026-01-01,2027-12-31
    """,
    "reference/organisations.csv": """
    organisation_code,organisation_name,footprint_code
    RX1,First Trust,QT1
    RX2,Second Trust,QT1
    """,
    "staff/rx1.csv": """
    \(staffColumns)
    RX1,1,1,Y,Ada,Alder,1980-01-01,,ada@rx1.example,2020-01-01,,5,Yes,2025-02-28
    RX1,1,1-2,N,Ada,Alder,1980-01-01,,ada@rx1.example,2021-01-01,,5,No,2024-01-01
    RX1,2,2,Y,Bea,Birch,1981-02-02,QQ123456A,bea@rx1.example,2020-01-01,,5,,
    RX1,3,3,Y,Cy,Cedar,1982-03-03,,cy@rx1.example,2020-01-01,,5,Prefer not to say,
    RX1,4,4,Y,Dee,Dogwood,1983-04-04,,dee@rx1.example,2020-01-01,2026-06-30,5,perhaps,
    RX1,5,5,Y,Eve,Elm,1984-05-05,,eve@rx1.example,2020-01-01,,,,
    """,
    "staff/rx2.csv": """
    \(staffColumns)
    RX2,9,9,Y,Bea,Birch,1981-02-02,QQ123456A,bea@rx2.example,2022-01-01,,,,
    """,
  ]
}
