import Columns
import Emit
import Files
import Records
import Testing
import Threads
import Vocabulary

/// The files for whoever runs it for all.
@Suite struct RunFileTests {
  /// Two employers of two footprints with a little of everything.
  private func world() -> SmallWorld {
    var world = SmallWorld()
    world.extracts.inputs = [InputAccount(source: .staff, path: "staff.csv")]
    world.rule("manager-unknown", .low)
    for (place, organisation) in ["RX1", "RX2", "RX3", "RX4"].enumerated() {
      world.employer(organisation, footprint: place % 2 == 0 ? "QT1" : "")
      for number in 1...40 {
        let index = world.employee("\(number)", last: "N\(number)", flag: .carer, status: .carer)
        if number % 3 == 0 { world.finding("manager-unknown", .employee(index)) }
        if number % 5 == 0 { world.entitlements.carers.append(index) }
      }
    }
    return world
  }

  @Test func `any number of workers writes the same bytes in the same order`() {
    let world = world()
    let one = world.files(workers: 1)
    #expect(one.count == 5 * 4 + 2 * 2 + 9)
    for workers in [2, 7] {
      let other = world.files(workers: workers)
      #expect(one.map(\.path) == other.map(\.path))
      #expect(one.map(\.text) == other.map(\.text))
    }
  }

  static let always: Set = [
    "links.csv", "review.csv", "rejects.csv", "summary.json", "manifest.json",
  ]

  @Test(arguments: [
    (EmitSettings.Product.reconciled, ["reconciled/QT1/RX1.csv", "trace/QT1/RX1.tsv"]),
    (.discrepancies, ["discrepancies.csv", "discrepancies/QT1/RX1.csv"]),
    (
      .distribution,
      [
        "distribution/QT1/organisations.csv", "distribution/QT1/access-codes.html",
        "distribution/QT1/RX1.eml", "recipients/QT1/RX1/carers.csv",
        "recipients/QT1/RX1/managers.csv",
      ]
    ),
    (.evidence, ["evidence.csv", "evidence.html"]), (.report, ["report.html", "evidence.html"]),
  ])
  func `a product is its own files besides those always written`(
    product: EmitSettings.Product, files: [String]
  ) throws {
    var world = SmallWorld()
    world.employer("RX1", footprint: "QT1", leadEmail: "lee@nhs.example")
    world.settings.products = [product]
    #expect(Set(world.files().map(\.path)) == Self.always.union(files))
    world.settings.products = []
    #expect(Set(world.files().map(\.path)) == Self.always)
  }

  @Test func `the manifest names every other file with its hash`() throws {
    let world = world()
    let files = world.files()
    let manifest = try #require(files.last)
    for file in files.dropLast() {
      let hash = SHA256.digest(of: file.text).hexadecimal
      #expect(
        manifest.text.contains(
          """
              {
                "bytes": \(file.text.utf8.count),
                "path": "\(file.path)",
                "sha256": "\(hash)"
              }
          """))
    }
    #expect(!manifest.text.contains("\"path\": \"manifest.json\""))
  }

  @Test func `the manifest accounts for every input`() {
    var world = SmallWorld()
    var input = InputAccount(source: .accessCodes, path: "codes \"new\".csv")
    (input.rowsRead, input.accepted, input.rejected, input.blank) = (5, 3, 2, 1)
    input.byteCount = 77
    input.sha256 = "c0ffee"
    input.encodings = ["utf-8", "windows-1252"]
    world.extracts.inputs = [input]
    #expect(
      world.file("manifest.json").contains(
        """
          "inputs": [
            {
              "accepted": 3,
              "blank": 1,
              "bytes": 77,
              "duplicate": false,
              "encodings": [
                "utf-8",
                "windows-1252"
              ],
              "name": "codes \\"new\\".csv",
              "rejected": 2,
              "rows_read": 5,
              "sha256": "c0ffee",
              "source": "access-codes"
            }
          ],
        """))
  }

  @Test func `the summary counts by severity and status, the absent with 0`() {
    var world = SmallWorld()
    world.employer("RX1")
    world.employee("1")
    world.employee("2")
    world.rule("a", .high)
    world.rule("b", .low)
    world.finding("b", .employee(0))
    world.finding("b", .employee(1))
    world.waive(1)
    #expect(
      world.file("summary.json").contains(
        """
          "discrepancies": {
            "by_rule": {
              "a": 0,
              "b": 2
            },
            "by_severity": {
              "high": 0,
              "low": 2,
              "medium": 0
            },
            "by_status": {
              "new": 1,
              "open": 0,
              "reopened": 0,
              "resolved": 0,
              "waived": 1
            },
            "changes": {
              "changed": 0,
              "new": 0,
              "reopened": 0,
              "resolved": 0,
              "waived": 0,
              "waiver-ended": 0
            },
            "total": 2
          },
        """))
  }

  @Test func `a run without anything writes its headings`() {
    let files = SmallWorld().files()
    #expect(files.count == 9)
    #expect(SmallWorld().rows("links.csv").isEmpty)
    #expect(SmallWorld().rows("evidence.csv").count == 10)
  }

  @Test func `a review has both sides and only says how NI number and birth date agree`() {
    var world = SmallWorld()
    world.extracts.inputs = [InputAccount(source: .network, path: "n.csv")]
    world.employer("RX1")
    world.employee("1", last: "Smith", first: "Ann", email: "ann@nhs.net")
    world.employee("2", last: "Smyth", first: "Anne")
    world.workforce.employees.birthDate = [
      SmallWorld.day("1980-01-02"), SmallWorld.day("1980-02-01"),
    ]
    world.entry(
      .passports, subject: "passport:smith a", row: SourceRow(file: 0, line: 2),
      organisation: "RX9", last: "Smith, -", first: "A", email: "a@x.uk", outcome: .review)
    world.passports.entries[0].birthDate = SmallWorld.day("1980-01-02")
    world.reviews = [
      Review(
        kind: .passports, entry: 0, employee: 1, probability: 0.25, levels: ["last name: near"]),
      Review(
        kind: .passports, entry: 0, employee: 0, probability: 0.7451235,
        levels: ["last name: exact", "first name: initial"]),
    ]
    #expect(
      world.rows("review.csv") == [
        "link,passport:smith a,RX1/00000001,,0.745124,\"Smith, -\",A,RX9,a@x.uk,Smith,Ann,RX1,"
          + "ann@nhs.net,missing,same,last name: exact; first name: initial",
        "link,passport:smith a,RX1/00000002,,0.250000,\"Smith, -\",A,RX9,a@x.uk,Smyth,Anne,RX1,"
          + ",missing,different,last name: near",
      ])
    #expect(!world.file("review.csv").contains("1980"))
  }

  @Test func `reviews stand by subject, then probability, then candidate, with how they agree`() {
    func number(_ text: String) -> NINumber {
      NINumber(text.utf8.span, allowsSynthetic: true) ?? .missing
    }
    var world = SmallWorld()
    world.extracts.inputs = [InputAccount(source: .passports, path: "p.csv")]
    world.employer("RX1")
    for place in 1...4 { world.employee("\(place)") }
    world.workforce.employees.niNumber = [
      number("QQ123456A"), .missing, number("QQ123456B"), number("QQ654321A"),
    ]
    for (line, subject) in ["b", "a", "c"].enumerated() {
      world.entry(
        .passports, subject: "passport:\(subject)", row: SourceRow(file: 0, line: line + 2),
        outcome: .review)
    }
    world.passports.entries[0].niNumber = number("QQ123456C")
    world.reviews = [
      (0, 3, 0.75), (0, 2, 0.5), (2, 0, 0.9), (1, 1, 0.6), (0, 1, 0.5), (1, 0, 0.7), (0, 0, 0.5),
    ].map { Review(kind: .passports, entry: $0, employee: $1, probability: $2, levels: []) }
    // Cells 1, 2, 4 and 13: subject, candidate, probability and the agreement of NI numbers.
    let rows = world.rows("review.csv").map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      return [1, 2, 4, 13].map { cells[$0] }.joined(separator: " ")
    }
    #expect(
      rows == [
        "passport:a RX1/00000001 0.700000 missing", "passport:a RX1/00000002 0.600000 missing",
        "passport:b RX1/00000004 0.750000 different", "passport:b RX1/00000001 0.500000 same",
        "passport:b RX1/00000002 0.500000 missing", "passport:b RX1/00000003 0.500000 same",
        "passport:c RX1/00000001 0.900000 missing",
      ])
  }

  /// The employee's birth date, the entry's, and what the review says of the two.
  @Test(arguments: [
    ("1980-01-02", "1980-01-02", "same"), ("1980-02-01", "1980-01-02", "different"),
    ("", "1980-01-02", "missing"), ("1980-01-02", "", "missing"), ("", "", "missing"),
  ])
  func `birth dates agree or differ only where both sides have one`(
    employee: String, entry: String, expected: String
  ) {
    var world = SmallWorld()
    world.employer("RX1")
    world.employee("1")
    world.workforce.employees.birthDate = [SmallWorld.day(employee)]
    world.entry(
      .network, subject: "network:a@b.uk", row: SourceRow(file: 0, line: 2), outcome: .review)
    world.memberships.entries[0].birthDate = SmallWorld.day(entry)
    world.reviews = [
      Review(kind: .network, entry: 0, employee: 0, probability: 0.75, levels: [])
    ]
    #expect(world.column(14, of: "review.csv") == [expected])
  }

  /// | | employees | persons who are first met there |
  /// | --- | --- | --- |
  /// | RX1 | A, A, B (has left) | A, B |
  /// | RX2 | A, C | C |
  @Test func `the summary counts each person once, whoever employs them`() throws {
    var world = SmallWorld()
    world.employer("RX1")
    let first = world.employee("1")
    world.employee("2", personKey: first)
    world.employee("3", isActive: false)
    world.employer("RX2")
    world.employee("1", personKey: first)
    world.employee("2")
    #expect(world.file("summary.json").contains("\"persons\": 3,"))
  }

  /// | employees | code for carers | carer recipients | manager recipients |
  /// | --- | --- | --- | --- |
  /// | RX1: 1, 2 | yes | 2 | 1 |
  /// | RX2: 1 | no | | |
  /// | RX3: 1, 2 | no | 1, 2 | 1 |
  @Test func `each employer's lists hold its own, and the summary counts who has no code`() {
    var world = SmallWorld()
    world.employer("RX1")
    world.accessCode("DRC-1", .digitalResource, of: "RX1", isOrganisations: true)
    for number in ["1", "2"] { world.employee(number) }
    world.employer("RX2")
    world.employee("1")
    world.employer("RX3")
    for number in ["1", "2"] { world.employee(number) }
    world.entitlements.carers = [1, 3, 4]
    world.entitlements.managers = [0, 3]
    func numbers(_ list: String) -> [String] {
      world.column(1, of: "recipients/no-footprint/\(list).csv")
    }
    #expect(numbers("RX1/carers") == ["00000002"])
    #expect(numbers("RX2/carers") == [])
    #expect(numbers("RX3/carers") == ["00000001", "00000002"])
    #expect(numbers("RX1/managers") == ["00000001"])
    #expect(numbers("RX2/managers") == [])
    #expect(numbers("RX3/managers") == ["00000001"])
    let summary = world.file("summary.json").filter { !$0.isWhitespace }
    let counts = #""by_delivery":{"code-changed":0,"listed":0,"#
    #expect(
      summary.contains(
        #""recipients":{"digital-resource":{\#(counts)"new":1,"no-code":2,"sent":0},"total":3},"#
          + #""efc":{\#(counts)"new":0,"no-code":2,"sent":0},"total":2}}"#))
  }

  @Test func `a link by the model tells its probability`() {
    var world = SmallWorld()
    world.extracts.inputs = [InputAccount(source: .network, path: "n.csv")]
    world.employer("RX1")
    world.employee("1")
    world.entry(
      .network, subject: "network:a@b.uk", row: SourceRow(file: 0, line: 2), employee: 0,
      method: .probabilistic, probability: 0.9999996)
    #expect(
      world.rows("links.csv") == [
        "network,n.csv,2,network:a@b.uk,RX1,00000001,RX1/00000001,probabilistic,1.000000,linked"
      ])
  }
}
