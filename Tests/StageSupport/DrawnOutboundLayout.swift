package import Ingest

extension OutboundLayout {
  /// The layout as tests draw it: what `Pipelines/layouts/esr-generic-outbound.json5` must say.
  package static let drawn = OutboundLayout(
    records: [
      RecordType(subject: .person, update: "PRA", delete: "PRD", versions: [person44, person40]),
      RecordType(
        subject: .assignment, update: "ASA", delete: "ASD",
        versions: [assignment50, assignment52]),
      RecordType(
        subject: .competency, update: "CMA", delete: "CMD",
        versions: [competency23, competency28]),
      RecordType(
        subject: .organisation, update: "ORA", delete: "ORD", versions: [organisation15]),
    ],
    skipped: [
      "POA", "POD", "LCA", "LCD", "ABA", "ABD", "STA", "STD", "ETA", "ETD", "QLA", "QLD", "DTA",
      "DTD", "PIA", "PID", "COA", "COD", "ELA", "ELD", "TRA", "TRD",
    ])

  private static let personFront = [
    "record type", "person id", "effective start date", "effective end date", "employee number",
    "title", "last name", "first name", "middle names", "maiden name", "preferred name",
    "previous last name", "gender", "date of birth", "ni number", "nhs unique id", "hire date",
    "actual termination date", "termination reason", "employee status flag", "wtr opt out",
    "wtr opt out date", "ethnic origin", "marital status", "country of birth",
    "previous employer", "previous employer type", "csd 3 months", "csd 12 months",
    "nhs crs uuid",
  ]

  private static let personBack = [
    "system person type", "user person type", "office email address", "nhs start date", "spare",
    "last update date", "disability flag", "legacy payroll number", "nationality",
  ]

  private static let person44 =
    personFront + ["spare", "spare", "spare"] + personBack + ["spare", "spare"]

  /// Five of the six spares of 44 fields gone and a deletion flag behind: 30 + 9 + 1.
  ///
  /// Its order is not published. The spare in the midst of the last fields stays: without it there
  /// would be 39.
  private static let person40 = personFront + personBack + ["deletion flag"]

  private static let assignment49 = [
    "record type", "person id", "assignment id", "effective start date", "effective end date",
    "earliest assignment date", "assignment type", "assignment number",
    "system assignment status", "user assignment status", "employee status flag",
    "payroll name", "payroll period type", "assignment location id", "supervisor flag",
    "supervisor person id", "supervisor assignment id", "supervisor assignment number",
    "department manager person id", "employee category", "assignment category",
    "primary assignment", "normal hours", "frequency", "grade contract hours", "fte",
    "flexible working pattern", "organisation id", "position id", "position name", "grade",
    "grade step", "start date in grade", "annual salary value", "job name", "people group",
    "t and a flag", "night worker opt out", "projected hire date", "vacancy id",
    "contract end date", "increment date", "maximum part time flag", "afc flag",
    "last update date", "last working day", "eksf spinal point", "manager flag",
    "assignment end date",
  ]

  private static let assignment50 = assignment49 + ["spare"]

  private static let assignment52 =
    assignment49 + ["column 50", "contract reason", "deletion flag"]

  private static let competency23 = [
    "record type", "person id", "competency element id", "competency type", "competency status",
    "competency name", "date from", "date to", "proficiency level", "vpd code",
    "certification date", "certification method", "next certification date", "competence id",
    "business group id", "job id", "organisation id", "position id", "proficiency level id",
    "proficiency high level id", "essential flag", "records type", "last update date",
  ]

  private static let competency28 =
    competency23 + [
      "date last awarded", "awarded by", "title", "last updated by", "deletion flag",
    ]

  private static let organisation15 = [
    "record type", "organisation id", "organisation name", "organisation type",
    "effective from date", "effective to date", "hierarchy version id",
    "hierarchy version date from", "hierarchy version date to", "default cost centre",
    "parent organisation id", "nacs code", "location id", "last update date",
    "cost centre description",
  ]
}
