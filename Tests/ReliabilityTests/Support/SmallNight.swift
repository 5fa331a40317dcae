import Foundation
import TestSupport

/// Two small nights of two made-up employers, and the pipeline that runs them.
///
/// Small, so that a run makes a few hundred system calls and all of them can be made to fail.
struct SmallNight {
  static let firstRun = "2026-11-21-01"
  static let secondRun = "2026-11-22-01"

  /// What must never stand on standard error or output: names, numbers, mail, codes.
  static let secrets = [
    "Quillfeather", "Mossgrave", "Ferrant", "Thornbury", "Ashwick", "Gorsedd", "Aurelia",
    "QQ1234", "QQ2234", "10000001", "20000001", "ra2.example", "EFC-ELDERFLOWER", "DRC-ELDERFLOWER",
  ]

  let temporary = TemporaryFolder()

  init() {
    temporary.write("pipeline.json5", Self.pipeline)
    for night in ["1", "2"] {
      temporary.write("night-\(night)/reference/organisations.csv", Self.organisations)
      temporary.write("night-\(night)/reference/access-codes.csv", Self.accessCodes)
      temporary.write("night-\(night)/passports/log.csv", Self.passports)
      temporary.write("night-\(night)/network/list.csv", Self.network)
    }
    temporary.write("night-1/staff/staff.csv", Self.staff(["yes", "", "no", "", "yes", ""]))
    temporary.write("night-2/staff/staff.csv", Self.staff(["", "yes", "no", "", "yes", ""]))
  }

  /// The arguments of night 1 or 2 into an output folder.
  func arguments(_ night: Int, output: String) -> [String] {
    [
      "run", temporary.path("pipeline.json5"), "--input", temporary.path("night-\(night)"),
      "--output", output, "--as-of", "2026-11-2\(night)", "--workers", "1",
    ]
  }

  /// Runs a night to its end.
  func run(
    _ night: Int, output: String, environment: [String: String] = [:]
  ) throws -> ProgramResult {
    try BuiltProgram.run(
      arguments(night, output: output), in: temporary.path, environment: environment)
  }

  private static func staff(_ flags: [String]) -> String {
    let rows = [
      "RA2,10000001,Quillfeather,Aurelia,QQ123456A,aurelia@ra2.example,10000003",
      "RA2,10000002,Mossgrave,Clover,QQ123457A,clover@ra2.example,10000003",
      "RA2,10000003,Ferrant,Edwina,QQ123458A,edwina@ra2.example,",
      "RXX,20000001,Thornbury,Basil,QQ223456A,basil@rxx.example,20000003",
      "RXX,20000002,Ashwick,Dorian,QQ223457A,dorian@rxx.example,20000003",
      "RXX,20000003,Gorsedd,Fenella,QQ223458A,fenella@rxx.example,",
    ]
    let heading =
      "organisation_code,employee_number,last_name,first_name,ni_number,work_email,"
      + "manager_employee_number,carer_flag\n"
    return heading + zip(rows, flags).map { "\($0),\($1)\n" }.joined()
  }

  private static let organisations = """
    organisation_code,organisation_name,footprint_code,hr_lead_name,hr_lead_email
    RA2,First Example,QXU,Imelda Farncombe,imelda@ra2.example
    RXX,Second Example,QXU,Ravi Cobham,ravi@rxx.example

    """

  private static let accessCodes = """
    footprint_code,organisation_code,platform,access_code
    QXU,,efc,EFC-ELDERFLOWER
    QXU,,digital-resource,DRC-ELDERFLOWER

    """

  private static let passports = """
    reference,organisation_code,employee_number,last_name,first_name,agreed_date,review_date
    P1,RA2,10000001,Quillfeather,Aurelia,2026-01-01,2027-01-01
    P2,RXX,20000001,Thornbury,Basil,2026-01-01,2026-06-01

    """

  private static let network = """
    organisation_code,employee_number,full_name,member_type,joined_date,consent_to_contact
    RA2,10000002,Clover Mossgrave,carer,2026-01-01,yes
    RXX,20000002,Dorian Ashwick,ally,2026-01-01,yes

    """

  private static let pipeline = """
    {
      pipeline: "small-night", stages: ["ingest", "normalise", "join", "detect", "emit"],
      sources: {
        staff: [{ files: ["staff/*.csv"] }],
        passports: { files: ["passports/*.csv"] },
        network: { files: ["network/*.csv"] },
        organisations: { files: ["reference/organisations.csv"] },
        "access-codes": { files: ["reference/access-codes.csv"] },
      },
      normalise: { syntheticNINumbers: true },
    }
    """
}
