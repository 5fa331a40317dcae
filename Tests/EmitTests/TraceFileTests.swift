import Emit
import Records
import Testing
import Vocabulary

/// What a trace keeps of each employee, and what it must not.
@Suite struct TraceFileTests {
  private static func row(_ file: Int, _ line: Int) -> SourceRow {
    SourceRow(file: file, line: line)
  }

  /// The cells of an employee's line, by column; empty ones left out.
  private static func cells(
    _ world: SmallWorld, _ organisation: String, _ number: String
  ) throws -> [String: String] {
    let text = world.file("trace/no-footprint/\(organisation).tsv")
    let columns = TraceFormat.Column.allCases.map(\.rawValue)
    for line in text.split(separator: "\n") where line.hasPrefix(number) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(uniqueKeysWithValues: zip(columns, cells)).filter { !$0.value.isEmpty }
    }
    return [:]
  }

  private func world() -> SmallWorld {
    var world = SmallWorld()
    world.extracts.inputs = [
      InputAccount(source: .staff, path: "staff.csv"),
      InputAccount(source: .competences, path: "competences.csv"),
      InputAccount(source: .passports, path: "passports.csv"),
      InputAccount(source: .network, path: "network.csv"),
      InputAccount(source: .decisions, path: "decisions.csv"),
    ]
    return world
  }

  @Test func `the head names only the files that a line cites`() {
    var world = world()
    world.employer("RX1")
    world.employee("1")
    world.entry(
      .network, subject: "network:a", row: Self.row(3, 7), employee: 0, method: .workEmail)
    let text = world.file("trace/no-footprint/RX1.tsv")
    #expect(
      text.split(separator: "\n").prefix(4) == [
        "# carer-reconcile trace 1", "# as_of\t2026-11-21", "# file\t1\tstaff.csv",
        "# file\t4\tnetwork.csv",
      ])
  }

  /// | line | primary | active | flag | date |
  /// | --- | --- | --- | --- | --- |
  /// | 2 | yes | yes | carer | 2025-02-28 |
  /// | 3 | no | no | unreadable | |
  /// | 4 | yes | no | not recorded | |
  @Test func `each row says where it stands, what it is and what it says`() throws {
    var world = world()
    world.employer("RX1")
    world.employee("1", flag: .carer, flagDate: "2025-02-28", status: .carer, evidence: .esr)
    world.workforce.employees.firstAssignment[1] = 3
    world.workforce.assignments.row += [Self.row(0, 3), Self.row(0, 4)]
    world.workforce.assignments.isPrimary += [false, true]
    world.workforce.assignments.isActive += [false, false]
    world.workforce.assignments.flag += [.unreadable, .notRecorded]
    world.workforce.assignments.flagDate += [.missing, SmallWorld.day("2020-01-01")]
    #expect(
      try Self.cells(world, "RX1", "00000001") == [
        "employee_number": "00000001",
        "rows": "1:2+ carer 2025-02-28;1:3! unreadable -;1:4+!", "esr_flag": "carer",
        "reconciled_status": "carer", "evidence": "esr",
      ])
  }

  @Test func `who has left says so where nothing else is said`() throws {
    var world = world()
    world.employer("RX1")
    world.employee("1", isActive: false)
    world.employee("2")
    #expect(
      try Self.cells(world, "RX1", "00000001")
        == ["employee_number": "00000001", "rows": "1:2+!", "active": "no"])
    #expect(
      try Self.cells(world, "RX1", "00000002") == ["employee_number": "00000002", "rows": "1:3+"])
  }

  @Test func `a competence says its kind, whether it is open, and its flag where it counts`() throws
  {
    var world = world()
    world.employer("RX1")
    world.employee("1")
    world.employee("2", hasESRPassport: true)
    world.workforce.competences = [
      CarerCompetence(
        employee: 1, row: Self.row(1, 5), isPassport: false, isOpen: true, flag: .notCarer,
        date: SmallWorld.day("2024-05-06")),
      CarerCompetence(
        employee: 1, row: Self.row(1, 6), isPassport: false, isOpen: false, flag: .carer,
        date: .missing),
      CarerCompetence(
        employee: 1, row: Self.row(1, 7), isPassport: true, isOpen: true, flag: .carer,
        date: SmallWorld.day("2024-05-07")),
    ]
    #expect(try Self.cells(world, "RX1", "00000001").keys.sorted() == ["employee_number", "rows"])
    let cells = try Self.cells(world, "RX1", "00000002")
    #expect(
      cells["competences"]
        == "2:5 carer open not-carer 2024-05-06;2:6 carer closed - -;2:7 passport open - 2024-05-07"
    )
    #expect(cells["esr_passport"] == "yes")
  }

  /// One person: RX1/1, RX1/2 and RX2/3; consent in the log of each but the last but one.
  ///
  /// | line | names | linked to | consent | told to RX1/1 | to RX1/2 | to RX2/3 |
  /// | --- | --- | --- | --- | --- | --- | --- |
  /// | 2 | RX1 | RX1/1 | yes | with place | with place, shared | without place, shared |
  /// | 3 | RX2 | RX2/3 | no | not | not | with place |
  /// | 4 | RX2 | RX1/1 | no | not | not | not |
  /// | 5 | RX2 | RX1/1 | yes | without place, shared | same | same |
  @Test func `another employer's passport is told only with consent, and never where it stands`()
    throws
  {
    var world = world()
    world.employer("RX1")
    let key = world.employee("1")
    world.employee("2", personKey: key)
    world.employer("RX2")
    world.employee("3", personKey: key)
    world.entry(
      .passports, subject: "passport:a", row: Self.row(2, 2), organisation: "RX1", employee: 0,
      method: .employeeNumber, start: "2026-01-02", review: "2027-01-02", hasConsent: true)
    world.entry(
      .passports, subject: "passport:b", row: Self.row(2, 3), organisation: "RX2", employee: 2,
      method: .workEmail, state: .draft)
    world.entry(
      .passports, subject: "passport:c", row: Self.row(2, 4), organisation: "RX2", employee: 0,
      method: .niNumber, isForeign: true)
    world.entry(
      .passports, subject: "passport:d", row: Self.row(2, 5), organisation: "RX2", employee: 0,
      method: .nameAndBirthDate, state: .reviewOverdue, isForeign: true, hasConsent: true)
    let first = "active 2026-01-02 2027-01-02 employee-number"
    let last = "* review-overdue - - name-and-birth-date shared"
    #expect(try Self.cells(world, "RX1", "00000001")["passports"] == "3:2 \(first);\(last)")
    #expect(try Self.cells(world, "RX1", "00000002")["passports"] == "3:2 \(first) shared;\(last)")
    #expect(
      try Self.cells(world, "RX2", "00000003")["passports"]
        == "* \(first) shared;3:3 draft - - work-email;\(last)")
    #expect(try Self.cells(world, "RX1", "00000002")["person_key"] == "00000001")
    #expect(try Self.cells(world, "RX2", "00000003")["person_key"] == nil)
  }

  @Test func `a link says its method, with the probability or the decision behind it`() throws {
    var world = world()
    world.employer("RX1")
    world.employee("1", network: .carerMember)
    world.entry(
      .network, subject: "network:RX1/00000001", row: Self.row(3, 2), organisation: "RX1",
      employee: 0, method: .probabilistic, probability: 0.98765449, start: "2024-01-02",
      hasConsent: true)
    world.entry(
      .network, subject: "network:smith jo", row: Self.row(3, 3), organisation: "RX9", employee: 0,
      method: .decision)
    world.extracts.decisions = [
      decision(&world, "network:smith jo", .accept, line: 2, until: "2026-11-20"),
      decision(&world, "network:smith jo", .accept, line: 3, until: ""),
    ]
    #expect(
      try Self.cells(world, "RX1", "00000001")["memberships"]
        == "4:2 carer-member 2024-01-02 probabilistic=0.987654 contact;"
        + "* carer-member - decision=5:3")
  }

  @Test func `a likely link says how each field agrees, but of another employer's row nothing`()
    throws
  {
    var world = world()
    world.employer("RX1")
    world.employee("1", network: .carerMember)
    for (line, organisation) in [(2, "RX1"), (3, "RX9")] {
      world.entry(
        .network, subject: "network:\(line)", row: Self.row(3, line), organisation: organisation,
        employee: 0, method: .probabilistic, probability: 0.98, start: "2024-01-02")
    }
    for place in 0..<2 {
      world.memberships.links[place].evidence = [
        FieldEvidence(field: "last name", level: "exact and rare", weight: 9.24),
        FieldEvidence(field: "organisation", level: "other", weight: -4.9),
      ]
    }
    #expect(
      try Self.cells(world, "RX1", "00000001")["memberships"]
        == "4:2 carer-member 2024-01-02 probabilistic=0.980000="
        + "last_name:_exact_and_rare_(+9.2)|organisation:_other_(-4.9);"
        + "* carer-member 2024-01-02 probabilistic=0.980000")
  }

  /// RX1/1, to whom two passports are linked, and RX1/2 are one person.
  ///
  /// The first passport is the employer's own, the second another employer's.
  @Test func `a passport's likely link says how fields agree only to whom it is linked`() throws {
    var world = world()
    world.employer("RX1")
    let key = world.employee("1", passport: .active)
    world.employee("2", passport: .active, personKey: key)
    for (line, organisation) in [(2, "RX1"), (3, "RX9")] {
      world.entry(
        .passports, subject: "passport:\(line)", row: Self.row(2, line),
        organisation: organisation, employee: key, method: .probabilistic, probability: 0.98,
        isForeign: organisation == "RX9", hasConsent: true)
      world.passports.links[line - 2].evidence = [
        FieldEvidence(field: "last name", level: "exact", weight: 9.24)
      ]
    }
    let own = "active - - probabilistic=0.980000"
    let other = "* active - - probabilistic=0.980000 shared"
    #expect(
      try Self.cells(world, "RX1", "00000001")["passports"]
        == "3:2 \(own)=last_name:_exact_(+9.2);\(other)")
    #expect(
      try Self.cells(world, "RX1", "00000002")["passports"] == "3:2 \(own) shared;\(other)")
  }

  /// The organisation that the entry names, and what the employee's trace says of it.
  @Test(arguments: [("RX1", "3:9"), ("", "3:9"), ("RX9", "*")])
  func `a rejected link stands with its employee, another employer's entry without its place`(
    organisation: String, place: String
  ) throws {
    var world = world()
    world.employer("RX1")
    world.employee("1")
    world.entry(
      .passports, subject: "passport:R1", row: Self.row(2, 9), organisation: organisation,
      outcome: .unmatched)
    world.extracts.decisions = [decision(&world, "passport:R1", .reject, line: 4, until: "")]
    #expect(try Self.cells(world, "RX1", "00000001")["rejected"] == "passport \(place) 5:4")
  }

  private func decision(
    _ world: inout SmallWorld, _ subject: String, _ verdict: DecisionRow.Verdict, line: Int,
    until: String
  ) -> DecisionRow {
    DecisionRow(
      row: Self.row(4, line), isLink: true, subject: world.text(subject),
      organisation: SmallWorld.code("RX1"), number: SmallWorld.number("1"), verdict: verdict,
      until: SmallWorld.day(until))
  }

  @Test func `no name, address, subject or code of another employer is in a trace`() {
    var world = world()
    world.employer("RX1")
    world.employee("1", last: "Surnamed", first: "Forenamed", email: "private@nhs.net", job: "Post")
    world.accessCode("SECRET-CODE", .digitalResource, of: "RX1", isOrganisations: true)
    world.entitlements.carers = [0]
    world.entry(
      .passports, subject: "passport:private@nhs.net", row: Self.row(2, 2), organisation: "RX9",
      last: "Surnamed", email: "private@nhs.net", employee: 0, method: .workEmail, isForeign: true,
      hasConsent: true)
    let text = world.file("trace/no-footprint/RX1.tsv")
    for secret in ["Surnamed", "Forenamed", "private", "Post", "SECRET", "RX9"] {
      #expect(!text.contains(secret), "\(secret)")
    }
  }

  @Test func `the bytes are the same whatever the number of threads`() {
    var world = world()
    for code in 1...9 {
      world.employer("RX\(code)")
      world.employees(30, carers: 3)
    }
    let paths = (1...9).map { "trace/no-footprint/RX\($0).tsv" }
    let one = world.files(workers: 1).filter { paths.contains($0.path) }
    let four = world.files(workers: 4).filter { paths.contains($0.path) }
    #expect(one.map(\.text) == four.map(\.text))
    #expect(one.count == 9)
  }
}
