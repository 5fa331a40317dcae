/// Staff groups of the Electronic Staff Record with titles of posts found in them.
enum JobFacts {
  struct Group: Sendable {
    /// In ``texts``.
    let name: UInt32
    /// The same.
    let titles: Range<UInt32>
  }

  /// The names of the groups and the titles.
  static let texts = all.texts
  /// The groups; `shares` says how many of a thousand posts are in each.
  static let groups = all.groups

  private static let all: (texts: TextTable, groups: [Group]) = {
    var texts = TextTable()
    let groups = table.split(separator: "\n").map { line in
      let name = UInt32(texts.count)
      for text in line.split(separator: "|") { texts.add(text.utf8) }
      return Group(name: name, titles: name + 1..<UInt32(texts.count))
    }
    return (texts, groups)
  }()

  /// How many of a thousand posts are in each group.
  static let shares = [265, 200, 215, 105, 70, 40, 60, 35, 10]

  private static let table = """
    Nursing and Midwifery Registered|Staff Nurse|Staff Nurse, Band 5|Sister/Charge Nurse|Midwife\
    |Midwife, Community|Health Visitor|Community Nurse|Specialist Nurse Practitioner|Ward Manager\
    |Matron|Staff Nurse - Theatres|Community Psychiatric Nurse|Clinical Nurse Specialist
    Additional Clinical Services|Healthcare Assistant|Health Care Support Worker|Nursing Associate\
    |Assistant Practitioner|Phlebotomist|Emergency Care Assistant|Therapy Assistant\
    |Healthcare Assistant, Nights|Medical Laboratory Assistant|Maternity Support Worker
    Administrative and Clerical|Medical Secretary|Clerical Worker|Officer|Manager|Senior Manager\
    |Analyst|HR Adviser|Receptionist|Receptionist, Outpatients|Booking Clerk|Board Level Director\
    |Ward Clerk|Finance Officer|Project Support Officer
    Medical and Dental|Consultant|Specialty Doctor|Specialty Registrar|Foundation Year 1\
    |Foundation Year 2|Consultant Anaesthetist|Consultant, Clinical Lead|Salaried Dentist
    Allied Health Professionals|Physiotherapist|Occupational Therapist|Dietitian|Paramedic\
    |Speech and Language Therapist|Radiographer - Diagnostic|Radiographer - Therapeutic|Podiatrist
    Add Prof Scientific and Technic|Pharmacist|Pharmacy Technician|Clinical Psychologist\
    |Operating Department Practitioner|Counsellor|Social Worker
    Estates and Ancillary|Porter|Housekeeper|Cook|Maintenance Craftsperson|Support Worker|Driver\
    |Driver, Patient Transport|Domestic Assistant|Catering Assistant
    Healthcare Scientists|Biomedical Scientist|Clinical Physiologist|Clinical Scientist, Genetics\
    |Audiologist|Medical Physicist
    Students|Student Practitioner|Trainee Nursing Associate|Student Nurse
    """
}
