import Normalise
import Records
import StageSupport
import Testing
import Vocabulary

/// What competences say (contract section 3).
struct CompetenceTests {
  private static let staff = """
    | ods code | emp no | forename | surname |
    | RA2      | 1      | Ann      | Lee     |
    | RA2      | 2      | Ben      | Lee     |
    | RX1      | 1      | Cat      | Lee     |
    """

  /// What one competence name says: carer, passport, unmapped or nothing.
  private func meaning(_ name: String, ignored: [String] = []) throws -> String {
    var settings = NormaliseSettings()
    settings.ignoredCompetences = ignored
    let night = try DrawnNight(
      staff: Self.staff,
      competences: "ods code,emp no,competence\nRA2,1,\"\(name)\"\nRA2,1,\"Fire safety\"\n",
      normalise: settings)
    let workforce = night.workforce
    var said: [String] = []
    if workforce.employees.flag[0] == .carer { said.append("carer") }
    if workforce.employees.hasESRPassport[0] { said.append("passport") }
    if !workforce.unmappedCompetences.isEmpty { said.append("unmapped") }
    #expect(workforce.competences.count == said.count { $0 != "unmapped" })
    return said.isEmpty ? "nothing" : said.joined(separator: "+")
  }

  @Test(arguments: [
    "Carer", "CARER", "Working Carer", "working carers", "Working  Carer - Level 1", "Unpaid Carer",
    "Unpaid carer (parent)", "NHS|Working Carer|", "Local|Unpaid Carers", "Local|Carer|Yes",
    "Local|Carer", "|carer", "A|B|Working carer",
  ])
  func `names of working carers fit a carer pattern`(name: String) throws {
    #expect(try meaning(name) == "carer")
  }

  @Test(arguments: [
    "Carer Passport", "Carer's passport", "Local|CARERS|Passport|", "Passport for carers",
    "Passport: Carer", "Working Carer Passport", "Carerpassport", "My carer and my passport held",
  ])
  func `names of passports fit a passport pattern, which goes before carer patterns`(
    name: String
  ) throws {
    #expect(try meaning(name) == "passport")
  }

  @Test(arguments: [
    "Carers", "Local|Carers", "Local|Carer x", "Local| Carer", "A working carer", "Young Carer",
    "Carer|Local", "Scarer", "carer.", "Is a carer", "Local|My working carer",
  ])
  func `other names with the word carer are unmapped`(name: String) throws {
    #expect(try meaning(name) == "unmapped")
  }

  @Test(arguments: [
    "Fire safety", "Career planning", "Passport", "Care", "Caring", "Working parent",
    "Care passport",
    "Ca rer",
  ])
  func `names without the word carer say nothing`(name: String) throws {
    #expect(try meaning(name) == "nothing")
  }

  @Test(arguments: [
    "training", "awareness", "course", "e-learning", "elearning", "module", "champion", "manager",
    "Trainings", "MANAGERS",
  ])
  func `a word about learning or roles keeps a name from saying anything`(word: String) throws {
    // It would have fitted a pattern.
    #expect(try meaning("Working Carer \(word)") == "unmapped")
    #expect(try meaning("Carer Passport (\(word))") == "unmapped")
    #expect(try meaning("Local|Carer|\(word)") == "unmapped")
    // It would not, either.
    #expect(try meaning("Carers \(word)") == "nothing")
    #expect(try meaning("\(word): young carers") == "nothing")
  }

  @Test(arguments: [
    ("Working Carer", "working carer", "nothing"), ("Working Carers", "working carer", "carer"),
    ("Working Carers", "Working  CARER*", "nothing"), ("Young carer", "young*", "nothing"),
    ("Carer Passport", "*passport", "nothing"), ("Young carer", "carer", "unmapped"),
    ("Working carer training", "*training*", "nothing"), ("Carer", "*", "nothing"),
    ("Carer", "c*r*r", "nothing"), ("Carer", "c*r*x", "carer"), ("Carer", "**carer**", "nothing"),
    ("Working carer carer x", "*carer x", "nothing"),
  ])
  func `names that fit a pattern to be ignored say and raise nothing`(
    name: String, pattern: String, said: String
  ) throws {
    #expect(try meaning(name, ignored: ["nobody", pattern]) == said)
  }

  @Test(arguments: [
    ("", CarerFlag.carer), ("Achieved", .carer), ("Yes", .carer), ("Unknown", .carer),
    ("n/a", .carer), ("Level 3", .carer), ("3", .carer), ("Current", .carer), ("Nothing", .carer),
    ("Previously", .carer), ("Level: ended", .carer), ("Carer - no", .carer),
    ("No", .notCarer), ("0", .notCarer), ("Not a carer.", .notCarer), ("False", .notCarer),
    ("Not now", .notCarer), ("No longer", .notCarer), ("Former carer", .notCarer),
    ("Previous", .notCarer), ("Ended 2024", .notCarer), ("3 - ENDED", .notCarer),
    ("(former)", .notCarer), ("No/Yes", .notCarer),
    ("Prefer not to say", .declined), ("Withheld", .declined), ("Not disclosed", .declined),
  ])
  func `the level of an open carer competence says what it is`(
    level: String, flag: CarerFlag
  ) throws {
    let night = try DrawnNight(
      staff: Self.staff, competences: "ods code,emp no,competence,level\nRA2,1,Carer,\(level)\n")
    #expect(night.workforce.employees.flag[0] == flag)
  }

  @Test func `levels are held against the pipeline file's own spellings, too`() throws {
    var settings = NormaliseSettings()
    settings.carerFlagKeys = [
      .notCarer: ["lapsed"], .carer: ["former"], .declined: ["Level 9"], .notRecorded: ["ended"],
    ]
    let night = try DrawnNight(
      staff: Self.staff,
      competences: """
        | ods code | emp no | competence | level   |
        | RA2      | 1      | Carer      | Lapsed  |
        | RA2      | 2      | Carer      | Former  |
        | RX1      | 1      | Carer      | level 9 |
        """, normalise: settings)
    #expect(night.workforce.employees.flag == [.notCarer, .carer, .declined])
  }

  /// Dates of one competence, and whether it is open on 15 June 2026.
  @Test(arguments: [
    (",", true), ("15/06/2026,", true), ("16/06/2026,", false), (",15/06/2026", true),
    (",14/06/2026", false), ("01/01/2020,31/12/4712", true), ("01/01/2020,No expiry", true),
    ("01/01/2027,31/12/2027", false), ("soon,later", true),
  ])
  func `a competence is open from its first day to its last`(dates: String, isOpen: Bool) throws {
    let night = try DrawnNight(
      staff: Self.staff,
      competences: "ods code,emp no,competence,date from,date to\nRA2,1,Carer,\(dates)\n"
        + "RA2,2,Carer passport,\(dates)\n")
    #expect(night.workforce.employees.flag[0] == (isOpen ? .carer : .notRecorded))
    #expect(night.workforce.employees.hasESRPassport == [false, isOpen, false])
    #expect(night.workforce.competences.map(\.isOpen) == [isOpen, isOpen])
    // A log of competences is there, whether or not one is open.
    #expect(night.workforce.organisationsWithPassportCompetence == [ODSCode("RA2")])
  }

  @Test func `competences of the unknown are kept apart, all names are counted`() throws {
    let night = try DrawnNight(
      staff: Self.staff,
      competences: """
        | ods code | emp no | competence      |
        | RX1      | 2      | Carer           |
        | RX1      | 1      | Carer           |
        | RX9      | 1      | Carer passport  |
        | RX9      | 1      | Carer passport  |
        | RA2      | 1      | Young  Carers   |
        | RX9      | 1      | young carers    |
        | RX9      | 1      | Carers          |
        | RX9      | 1      | Fire safety     |
        | RA2      | 1      | Carer           |
        | RA2      | 1      | Carer           |
        """)
    let workforce = night.workforce
    #expect(
      workforce.unknownHolders.map {
        "\($0.organisation.text)/\($0.number.text) \($0.row.line)"
      } == ["RX1/00000002 2", "RX9/00000001 4", "RX9/00000001 5"])
    #expect(
      workforce.unmappedCompetences.map { "\($0.name) \($0.rows.map(\.line))" } == [
        "Young Carers [6, 7]", "Carers [8]",
      ])
    #expect(
      workforce.competences.map { "\(workforce.text(of: $0.employee)) \($0.row.line)" } == [
        "RA2/00000001 10", "RA2/00000001 11", "RX1/00000001 3",
      ])
    #expect(workforce.organisationsWithPassportCompetence == [ODSCode("RX9")])
    #expect(workforce.employees.flag == [.carer, .notRecorded, .carer])
  }
}
