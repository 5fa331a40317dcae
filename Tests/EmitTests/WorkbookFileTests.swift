import Columns
import Emit
import Records
import TestSupport
import Testing
import Threads
import Vocabulary
import Workbooks

/// The workbooks hold what the CSV files hold, and tell an employer of its own people only.
@Suite struct WorkbookFileTests {
  /// Two employers of a footprint, with findings, and entries that may be their people's.
  private static func world() -> SmallWorld {
    var world = SmallWorld()
    world.settings.writesWorkbooks = true
    world.settings.disclosure = .none
    world.footprint("QF7", name: "South \"Yorkshire\", all")
    world.employer("RX1", footprint: "QF7", name: "=One", lead: "Lee", leadEmail: "lee@rx1.uk")
    world.accessCode("00123", .employersForCarers, of: "QF7")
    let ann = world.employee(
      "12345", last: "O'Neill", first: "=Ann", email: "ann@rx1.uk", group: "Nursing, all",
      flag: .carer, flagDate: "2026-01-31", passport: .active, review: "2027-02-28",
      status: .carer, evidence: [])
    world.employee("12346", last: "+Bee", first: "Line\nend", isActive: false, flag: .declined)
    world.employer("RX2", footprint: "QF7")
    let cat = world.employee("1", last: "Cat", passport: .ended)
    world.rule("manager-unknown", .low, action: "ask, then \"tell\"")
    world.finding(
      "manager-unknown", .employee(ann), detail: "-detail", rows: [SourceRow(file: 0, line: 7)])
    let row = SourceRow(file: 0, line: 2)
    for (subject, organisation) in [
      ("passport:own", "RX1"), ("passport:other", "RX2"), ("passport:none", ""),
    ] {
      let entry = world.entry(
        .passports, subject: subject, row: row, organisation: organisation, last: subject,
        outcome: .review)
      world.reviews.append(
        Review(
          kind: .passports, entry: entry, employee: ann, probability: 0.75, levels: ["a", "b"]))
      world.reviews.append(
        Review(kind: .passports, entry: entry, employee: cat, probability: 0.25, levels: []))
    }
    return world
  }

  private static func files(of world: SmallWorld) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: world.written().map { ($0.path, $0.bytes) })
  }

  /// The rows of a sheet, by heading.
  private static func sheet(_ name: String, of bytes: [UInt8]?) throws -> [[String: String]] {
    let workbook = try Workbook(bytes ?? [])
    let sheet = try #require(workbook.sheets.first { $0.name == name })
    #expect(!sheet.isHidden)
    let table = try workbook.read(sheet)
    var fields: [Field] = []
    var rows: [[String]] = []
    for row in 0..<table.rowCount {
      table.fill(&fields, row: row)
      rows.append(
        fields.map { field in
          String(decoding: (field.start..<field.end).map { table.text.span[$0] }, as: UTF8.self)
        })
    }
    let headings = rows.first ?? []
    return rows.dropFirst().map { row in
      Dictionary(uniqueKeysWithValues: zip(headings, row + [String](repeating: "", count: 40)))
    }
  }

  /// A CSV file's rows as a sheet has them: without the apostrophe, which a text cell does not
  /// need.
  private static func table(_ bytes: [UInt8]?) -> [[String: String]] {
    CSVTable(String(decoding: bytes ?? [], as: UTF8.self)).rows.map { row in
      row.mapValues { cell in
        let isGuarded =
          cell.hasPrefix("'") && cell.dropFirst().first.map { "=+-@".contains($0) } == true
        return isGuarded ? String(cell.dropFirst()) : cell
      }
    }
  }

  /// A row without the columns that are there to be filled in.
  private static func withoutSurplus(_ rows: [[String: String]]) -> [[String: String]] {
    rows.map { row in
      row.filter { !["until", "decided_by", "decided_on", "note"].contains($0.key) }
    }
  }

  /// RX2 has one employee of whom something is known and two of whom nothing is; one has left.
  @Test(arguments: [(EmitSettings.ReconciledScope.evidence, 1), (.all, 3)])
  func `a sheet has the rows and columns of its CSV file`(
    scope: EmitSettings.ReconciledScope, ofRX2: Int
  ) throws {
    var world = Self.world()
    world.settings.reconciledScope = scope
    world.employee("2", last: "Dee")
    world.employee("3", last: "Eve", isActive: false)
    let files = Self.files(of: world)
    for employer in ["RX1", "RX2"] {
      let workbook = files["reconciled/QF7/reconciliation-\(employer).xlsx"]
      let reconciled = try Self.sheet("reconciled", of: workbook)
      #expect(reconciled == Self.table(files["reconciled/QF7/\(employer).csv"]))
      #expect(reconciled.count == (employer == "RX1" ? 2 : ofRX2))
      let discrepancies = try Self.sheet("discrepancies", of: workbook)
      #expect(
        Self.withoutSurplus(discrepancies) == Self.table(files["discrepancies/QF7/\(employer).csv"])
      )
      #expect(discrepancies.count == (employer == "RX1" ? 1 : 0))
    }
    let codes = files["distribution/QF7/access-codes-QF7.xlsx"]
    #expect(
      try Self.sheet("access codes", of: codes)
        == Self.table(files["distribution/QF7/organisations.csv"]))
    #expect(try Self.sheet("access codes", of: codes).map { $0["efc_code"] } == ["00123", ""])
  }

  @Test func `what looks like a formula or a number is text as it stands`() throws {
    let files = Self.files(of: Self.world())
    let rows = try Self.sheet("reconciled", of: files["reconciled/QF7/reconciliation-RX1.xlsx"])
    #expect(rows.map { $0["first_name"] } == ["=Ann", "Line\nend"])
    #expect(rows.map { $0["last_name"] } == ["O'Neill", "+Bee"])
    #expect(rows.map { $0["employee_number"] } == ["00012345", "00012346"])
    #expect(rows.map { $0["esr_flag_date"] } == ["2026-01-31", ""])
  }

  /// | entry says | candidate of | shown to |
  /// | --- | --- | --- |
  /// | RX1 | RX1 | RX1 |
  /// | RX1 | RX2 | nobody |
  /// | RX2 | RX1 | nobody |
  /// | RX2 | RX2 | RX2 |
  /// | nothing | RX1, RX2 | each its own |
  @Test func `an employer reviews its own people only`() throws {
    let files = Self.files(of: Self.world())
    func shown(_ employer: String) throws -> [String] {
      let bytes = files["reconciled/QF7/reconciliation-\(employer).xlsx"]
      return try Self.sheet("review", of: bytes).map {
        "\($0["subject"] ?? "") \($0["employee"] ?? "") \($0["kind"] ?? "")\($0["decision"] ?? "")"
      }
    }
    #expect(
      try shown("RX1") == [
        "passport:none RX1/00012345 link", "passport:own RX1/00012345 link",
      ])
    #expect(
      try shown("RX2") == ["passport:none RX2/00000001 link", "passport:other RX2/00000001 link"])
    #expect(Self.table(files["review.csv"]).count == 6)
  }

  @Test func `the sheets to decide in have the columns of decisions`() throws {
    let files = Self.files(of: Self.world())
    let workbook = files["reconciled/QF7/reconciliation-RX1.xlsx"]
    let review = try #require(try Self.sheet("review", of: workbook).first)
    let waiver = try #require(try Self.sheet("discrepancies", of: workbook).first)
    for column in ["decision", "until", "decided_by", "decided_on", "note"] {
      #expect(review[column] == "" && waiver[column] == "")
    }
    #expect(review["kind"] == "link" && waiver["discrepancy_id"]?.count == 16)
  }

  @Test func `workbooks are written only where they are wanted, of the products wanted`() throws {
    var world = Self.world()
    func workbooks() -> [String] {
      Self.files(of: world).keys.filter { $0.hasSuffix(".xlsx") }.sorted()
    }
    #expect(
      workbooks() == [
        "distribution/QF7/access-codes-QF7.xlsx", "reconciled/QF7/reconciliation-RX1.xlsx",
        "reconciled/QF7/reconciliation-RX2.xlsx",
      ])
    world.settings.products = [.discrepancies]
    func sheets() throws -> [String] {
      let bytes = Self.files(of: world)["reconciled/QF7/reconciliation-RX1.xlsx"]
      return try Workbook(bytes ?? []).sheets.map(\.name)
    }
    #expect(try sheets() == ["discrepancies", "review"])
    world.settings.products = [.reconciled]
    #expect(try sheets() == ["reconciled", "review"])
    world.settings.products = [.evidence]
    #expect(workbooks() == [])
    world.settings.products = [.distribution]
    #expect(workbooks() == ["distribution/QF7/access-codes-QF7.xlsx"])
    world.settings.writesWorkbooks = false
    #expect(workbooks() == [])
  }

  /// RX1 has one active employee, RX2 too, and neither a carer that is recorded but one.
  @Test func `a hidden count stands in its cell as an asterisk`() throws {
    var world = Self.world()
    world.settings.disclosure = .nhsEngland
    let files = Self.files(of: world)
    let rows = try Self.sheet("access codes", of: files["distribution/QF7/access-codes-QF7.xlsx"])
    #expect(rows.map { $0["staff"] } == ["*", "*"])
    #expect(rows.map { $0["carers"] } == ["*", "0"])
    #expect(rows.map { $0["manager_recipients"] } == ["0", "0"])
  }

  @Test func `no person stands among the access codes`() throws {
    let files = Self.files(of: Self.world())
    let rows = try Self.sheet("access codes", of: files["distribution/QF7/access-codes-QF7.xlsx"])
    let text = rows.flatMap(\.values).joined(separator: " ")
    for word in ["O'Neill", "Ann", "Bee", "Cat", "00012345"] { #expect(!text.contains(word)) }
  }
}
