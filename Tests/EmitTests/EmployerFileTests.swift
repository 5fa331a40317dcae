import Emit
import Records
import Testing
import Vocabulary

/// What each employer's HR may read, and what not.
@Suite struct EmployerFileTests {
  private static func rows(_ lines: Int...) -> [SourceRow] {
    lines.map { SourceRow(file: 0, line: $0) }
  }

  /// | | number | person |
  /// | --- | --- | --- |
  /// | RX1 | 1 | A |
  /// | RX2 | 2, 3 | A |
  /// | RX2 | 4 | B |
  /// | RX3 | 5, 8 | C |
  /// | RX3 | 6, 7 | D |
  @Test func `a person's key is the smallest employee in the same organisation`() {
    var world = SmallWorld()
    world.settings.reconciledScope = .all
    world.employer("RX1")
    let first = world.employee("1")
    world.employer("RX2")
    world.employee("2", personKey: first)
    world.employee("3", personKey: first)
    world.employee("4")
    world.employer("RX3")
    let outer = world.employee("5")
    let inner = world.employee("6")
    world.employee("7", personKey: inner)
    world.employee("8", personKey: outer)
    #expect(world.column(16, of: "reconciled/no-footprint/RX1.csv") == ["RX1/00000001"])
    #expect(
      world.column(16, of: "reconciled/no-footprint/RX2.csv")
        == ["RX2/00000002", "RX2/00000002", "RX2/00000004"])
    #expect(
      world.column(16, of: "reconciled/no-footprint/RX3.csv")
        == ["RX3/00000005", "RX3/00000006", "RX3/00000006", "RX3/00000005"])
  }

  @Test func `who has no status is told with being active and the passport that ESR records`() {
    var world = SmallWorld()
    world.settings.reconciledScope = .all
    world.employer("RX1")
    for (place, isActive) in [true, false, true, false].enumerated() {
      world.employee("\(place + 1)", isActive: isActive, hasESRPassport: place >= 2)
    }
    let start = "RX1,0000000"
    #expect(
      world.rows("reconciled/no-footprint/RX1.csv") == [
        "\(start)1,,,,,,yes,not-recorded,,no,none,,none,not-recorded,,RX1/00000001,",
        "\(start)2,,,,,,no,not-recorded,,no,none,,none,not-recorded,,RX1/00000002,",
        "\(start)3,,,,,,yes,not-recorded,,yes,none,,none,not-recorded,,RX1/00000003,",
        "\(start)4,,,,,,no,not-recorded,,yes,none,,none,not-recorded,,RX1/00000004,",
      ])
  }

  @Test(arguments: 1...40)
  func `a name of any length is written whole, with quotes and guard where it needs them`(
    length: Int
  ) throws {
    let name = String("abcdefghijklmnopqrstuvwxyzabcdefghijklmn".prefix(length))
    var world = SmallWorld()
    world.settings.reconciledScope = .all
    world.employer("RX1")
    world.employee("1", last: name)
    world.employee("2", last: "\(name),")
    world.employee("3", last: "\(name)\"")
    world.employee("4", last: "=\(name)")
    world.employee("5", last: name)
    let written = [name, "\"\(name),\"", "\"\(name)\"\"\"", "'=\(name)", name]
    let starts = written.enumerated().map { "RX1,0000000\($0.offset + 1),\($0.element)," }
    let file = world.file("reconciled/no-footprint/RX1.csv")
    let rows = file.split(separator: "\r\n").dropFirst()
    #expect(rows.count == 5)
    #expect(zip(rows, starts).allSatisfy { $0.hasPrefix($1) })
  }

  /// Subjects that begin alike for more than sixteen bytes, of which one begins another, and those
  /// of employees between cells of theirs.
  @Test func `findings of a rule are sorted by the bytes of their subjects`() {
    let long = "network:carers-of-the-north-and-south"
    let subjects = [
      "\(long)#2", "\(long)", "network:a", "\(long)-b@x.example", "\(long)-a@x.example",
      "network:b", "\(long)-", "network:carers-of-the", "network:",
    ]
    var world = SmallWorld()
    world.rule("field-unreadable", .low)
    world.employer("RX1")
    world.employee("1")
    world.employee("2")
    for (index, subject) in subjects.enumerated() {
      world.entry(.network, subject: subject, row: SourceRow(file: 0, line: index + 2))
      world.finding("field-unreadable", .entry(.network, index))
    }
    func written() -> [String] {
      world.column(5, of: "discrepancies.csv")
    }
    #expect(written() == subjects.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    world.finding("field-unreadable", .employee(1))
    world.finding(
      "field-unreadable",
      .employeeCell(SmallWorld.code("RX1"), SmallWorld.number("1"), .dateOfBirth))
    world.finding("field-unreadable", .employee(0))
    #expect(
      written().prefix(3) == ["RX1/00000001", "RX1/00000001:date_of_birth", "RX1/00000002"])
    #expect(
      written().dropFirst(3)
        == subjects.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }[...])
  }

  @Test func `only employees with something to reconcile are listed unless all are wanted`() throws
  {
    var world = SmallWorld()
    world.employer("RX1")
    world.employee("1")
    world.employee("2", flag: .notCarer, status: .notCarer)
    world.employee("3", passport: .ended)
    world.employee("4", network: .left)
    world.employee("5")
    world.employee("6", flag: .unreadable)
    world.rule("manager-unknown", .low)
    world.finding("manager-unknown", .employee(4))
    func numbers() -> [String] {
      world.column(1, of: "reconciled/no-footprint/RX1.csv").map { String($0.suffix(1)) }
    }
    #expect(numbers() == ["2", "3", "4", "5", "6"])
    world.settings.reconciledScope = .all
    #expect(numbers() == ["1", "2", "3", "4", "5", "6"])
  }

  @Test func `an employee's rules are sorted, each once, and only its own`() {
    var world = SmallWorld()
    world.employer("RX1")
    world.employee("1")
    world.employee("2")
    world.rule("email-shared", .medium, restsOnOtherEmployers: true)
    world.rule("field-unreadable", .low)
    world.rule("flag-conflict-across-organisations", .medium, restsOnOtherEmployers: true)
    world.rule("manager-unknown", .low)
    world.finding("manager-unknown", .employee(1))
    world.finding("manager-unknown", .employee(0))
    world.finding("email-shared", .employee(1))
    world.finding("flag-conflict-across-organisations", .person(1))
    world.finding(
      "field-unreadable",
      .employeeCell(SmallWorld.code("RX1"), SmallWorld.number("2"), .dateOfBirth))
    let rules = world.column(17, of: "reconciled/no-footprint/RX1.csv")
    #expect(rules == ["manager-unknown", "email-shared;manager-unknown"])
  }

  @Test func `rules that rest on other employers stand only in the file of all`() {
    var world = SmallWorld()
    world.employer("RX1", footprint: "QT1")
    world.employee("1", last: "Lee")
    world.rule("email-shared", .high, restsOnOtherEmployers: true)
    world.rule("manager-unknown", .low)
    world.finding("email-shared", .employee(0))
    world.finding("manager-unknown", .employee(0))
    #expect(world.column(1, of: "discrepancies/QT1/RX1.csv") == ["manager-unknown"])
    #expect(world.column(1, of: "discrepancies.csv") == ["email-shared", "manager-unknown"])
  }

  /// A subject and its columns footprint, organisation, subject, number, last name, first name.
  static let places: [(FindingSubject, String)] = [
    (.employee(1), "QT1,RX2,RX2/00000002,00000002,Own,Name"),
    (.person(1), "QT1,RX2,RX2/00000002,00000002,Own,Name"),
    (.entry(.passports, 0), "QT1,RX2,passport:linked,00000002,Own,Name"),
    (.entry(.passports, 1), ",RX1,passport:foreign,00000009,Entry,As Is"),
    (.entry(.passports, 2), "QT1,RX2,passport:unlinked,,Entry,"),
    (.entry(.network, 0), ",,network:member,,,"),
    (
      .entryCell(.passports, 0, .reviewDate),
      "QT1,RX2,passport:linked:review_date,00000002,Own,Name"
    ),
    (.competence("Carer, other"), ",,\"competence:Carer, other\",,,"),
    (
      .unknownEmployee(SmallWorld.code("RX2"), SmallWorld.number("7")),
      "QT1,RX2,RX2/00000007,00000007,,"
    ),
    (.file(0), ",,staff.csv,,,"),
    (.organisation(SmallWorld.code("RX2")), "QT1,RX2,RX2,,,"),
    (.organisationPlatform(SmallWorld.code("RX2"), .employersForCarers), "QT1,RX2,RX2:efc,,,"),
    (.footprint(SmallWorld.code("QT1")), "QT1,,QT1,,,"),
    (.footprintPlatform(SmallWorld.code("QT1"), .digitalResource), "QT1,,QT1:digital-resource,,,"),
    (.accessCode("0123456789ab"), ",,0123456789ab,,,"),
    (.decision("=x"), ",,'=x,,,"),
    (
      .employeeCell(SmallWorld.code("RX2"), SmallWorld.number("2"), .workEmail),
      "QT1,RX2,RX2/00000002:work_email,00000002,Own,Name"
    ),
    (
      .employeeCell(SmallWorld.code("RX9"), SmallWorld.number("2"), .dateTo),
      ",RX9,RX9/00000002:date_to,00000002,,"
    ),
    (.rowCell(SourceRow(file: 0, line: 7), .validTo), ",,staff.csv:7:valid_to,,,"),
  ]

  @Test(arguments: places)
  func `a finding's columns follow from its subject`(
    subject: FindingSubject, columns: String
  ) throws {
    var world = SmallWorld()
    world.extracts.inputs = [InputAccount(source: .staff, path: "staff.csv")]
    world.employer("RX1")
    world.employee("1", last: "Other", first: "Employer")
    world.employer("RX2", footprint: "QT1")
    world.employee("2", last: "Own", first: "Name")
    world.entry(
      .passports, subject: "passport:linked", row: SourceRow(file: 0, line: 2), last: "Entry",
      employee: 1)
    world.entry(
      .passports, subject: "passport:foreign", row: SourceRow(file: 0, line: 3),
      organisation: "RX1", number: "9", last: "Entry", first: "As Is", employee: 1,
      isForeign: true)
    world.entry(
      .passports, subject: "passport:unlinked", row: SourceRow(file: 0, line: 4),
      organisation: "RX2", last: "Entry", outcome: .unmatched)
    world.entry(
      .network, subject: "network:member", row: SourceRow(file: 0, line: 5), outcome: .unmatched)
    world.rule("some-rule", .low)
    world.finding("some-rule", subject)
    let row = try #require(world.rows("discrepancies.csv").first)
    #expect(
      row.dropFirst("0123456789abcdef,".count) == "some-rule,low,\(columns),,,,new,2026-11-21,0,")
  }

  @Test func `findings are sorted by severity, rule and the bytes of the subject`() {
    var world = SmallWorld()
    world.extracts.inputs = [InputAccount(source: .staff, path: "Z.csv")]
    world.employer("RX1")
    world.employee("1")
    world.employee("2")
    world.rule("a-low", .low)
    world.rule("b-high", .high)
    world.rule("c-high", .high)
    world.finding("a-low", .employee(0))
    world.finding("c-high", .employee(1))
    world.finding("c-high", .competence("x"))
    world.finding("c-high", .employee(0))
    world.finding("c-high", .file(0))
    world.finding("c-high", .decision("Ä"))
    world.finding("c-high", .decision("z"))
    world.finding("b-high", .employee(1))
    let rules = world.column(1, of: "discrepancies.csv")
    let subjects = world.column(5, of: "discrepancies.csv")
    let found = zip(rules, subjects).map { "\($0) \($1)" }
    #expect(
      found == [
        "b-high RX1/00000002", "c-high RX1/00000001", "c-high RX1/00000002", "c-high Z.csv",
        "c-high competence:x", "c-high z", "c-high Ä", "a-low RX1/00000001",
      ])
  }
}
