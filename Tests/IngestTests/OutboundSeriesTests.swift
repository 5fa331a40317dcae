import Ingest
import Records
import StageSupport
import TestSupport
import Testing
import Vocabulary

/// Which files of a series are read, and in which order.
struct OutboundSeriesTests {
  typealias File = DrawnOutbound

  private static let employer = File.organisation("900", "RA2")

  /// Names of the staff, and the accounts of the files.
  private func read(_ files: [DrawnOutbound]) throws -> (names: [String], accounts: [String]) {
    let extracts = try Extracts(reading: files)
    return (extracts.drawnNames, extracts.drawnAccounts)
  }

  private static func named(_ id: String, _ name: String) -> String {
    File.person(id, ["first name": name])
  }

  @Test func `changes apply on the full file in the order of their sequence`() throws {
    let (names, accounts) = try read([
      .full(
        7, run: "20260601 000000", Self.employer, Self.named("1", "Ann"),
        Self.named("2", "Bea"), File.assignment("1", of: "1"), File.assignment("2", of: "2")),
      .changes(9, run: "20260603 000000", after: "20260602 000000", Self.named("1", "Anna")),
      .changes(
        8, run: "20260602 000000", after: "20260601 000000", Self.named("1", "Anne"),
        "ASD~2", "PRD~2"),
    ])
    #expect(names == ["Anna Lee"])
    #expect(accounts == ["GOF_ 07: 5, 5, 0", "GOC_ 09: 1, 1, 0", "GOC_ 08: 3, 3, 0"])
  }

  @Test func `files that a newer full file replaces are listed and not read`() throws {
    let (names, accounts) = try read([
      .full(
        1, run: "20260601 000000", Self.employer, Self.named("1", "Old"),
        File.assignment("1", of: "1")),
      .changes(2, run: "20260602 000000", after: "20260601 000000", Self.named("1", "Older")),
      .full(
        3, run: "20260603 000000", Self.employer, Self.named("2", "New"),
        File.assignment("2", of: "2")),
      .changes(4, run: "20260604 000000", after: "20260603 000000", Self.named("2", "Newer")),
    ])
    #expect(names == ["Newer Lee"])
    #expect(
      accounts == [
        "GOF_ 01: 0, 0, 0, superseded", "GOC_ 02: 0, 0, 0, superseded", "GOF_ 03: 3, 3, 0",
        "GOC_ 04: 1, 1, 0",
      ])
  }

  @Test func `a gap among superseded files does not matter`() throws {
    let (names, _) = try read([
      .changes(2, run: "20260502 000000", after: "20260501 000000"),
      .changes(5, run: "20260505 000000", after: "20260504 000000"),
      .full(
        6, run: "20260506 000000", Self.employer, Self.named("1", "Ann"),
        File.assignment("1", of: "1")),
    ])
    #expect(names == ["Ann Lee"])
  }

  @Test func `a copy of a file is a duplicate`() throws {
    let full = File.full(
      1, run: "20260601 000000", Self.employer, Self.named("1", "Ann"),
      File.assignment("1", of: "1"))
    var copy = full
    copy.folder = "copies/"
    let (names, accounts) = try read([full, copy])
    #expect(names == ["Ann Lee"])
    #expect(accounts == ["GOF_ 01: 3, 3, 0", "GOF_ 01: 0, 0, 0, duplicate"])
  }

  /// The sequences of full file and changes, the previous run of the first changes.
  @Test(arguments: [
    (40, [41, 42], "20260601 000000"),  // one numbering
    (12, [3, 4], "20260601 000000"),  // numbered apart: the changes' numbers are lower
    (1, [1, 2], "20260601 000000"),  // numbered apart: the same number is not the same file
  ])
  func `full files and changes may be numbered apart`(
    full: Int, changes: [Int], previous: String
  ) throws {
    let (names, _) = try read([
      .full(
        full, run: "20260601 000000", Self.employer, Self.named("1", "Ann"),
        File.assignment("1", of: "1")),
      .changes(changes[0], run: "20260602 000000", after: previous, Self.named("1", "Anne")),
      .changes(changes[1], run: "20260603 000000", after: "20260602 000000"),
    ])
    #expect(names == ["Anne Lee"])
  }

  /// The previous run of the changes behind the full file: that of the changes before it, or its
  /// own.
  @Test(arguments: ["20260531 000000", "20260601 000000"])
  func `changes numbered apart may follow on the changes before the full file`(
    previous: String
  ) throws {
    let (names, accounts) = try read([
      .changes(80, run: "20260531 000000", after: "20260530 000000", Self.named("1", "Before")),
      .full(
        3, run: "20260601 000000", Self.employer, Self.named("1", "Ann"),
        File.assignment("1", of: "1")),
      .changes(81, run: "20260602 000000", after: previous, Self.named("1", "After")),
    ])
    #expect(names == ["After Lee"])
    #expect(accounts[0] == "GOC_ 80: 0, 0, 0, superseded")
  }

  @Test func `the moment of a run may be without its time`() throws {
    let (names, _) = try read([
      .full(
        1, run: "20260601", Self.employer, Self.named("1", "Ann"), File.assignment("1", of: "1")),
      .changes(2, run: "20260602 000000", after: "20260601", Self.named("1", "Anne")),
    ])
    #expect(names == ["Anne Lee"])
  }

  @Test func `employers are series of their own`() throws {
    var other = File.full(
      9, run: "20260520 000000", File.organisation("1", "RBD"), Self.named("1", "Una"),
      File.assignment("1", of: "1"))
    other.vpd = "432"
    let extracts = try Extracts(
      reading: [
        .full(
          1, run: "20260601 000000", Self.employer, Self.named("1", "Ann"),
          File.assignment("1", of: "1")), other,
      ], workers: 2)
    #expect(
      extracts.drawnStaff.map { String($0.prefix(3)) } == ["RA2", "RBD"])
    #expect(extracts.drawnNames == ["Ann Lee", "Una Lee"])
  }

  @Test(arguments: [("20260706 000000", [String]()), ("20260707 000000", ["36"])])
  func `a full file older than 35 days under its changes is worth a warning`(
    run: String, days: [String]
  ) throws {
    let extracts = try Extracts(reading: [
      .full(
        1, run: "20260601 000000", Self.employer, Self.named("1", "Ann"),
        File.assignment("1", of: "1")),
      .changes(2, run: run, after: "20260601 000000"),
    ])
    #expect(
      extracts.inputs[0].warnings
        == days.map {
          "the full file is \($0) days older than the newest changes on it; ask for a new one"
        })
  }

  /// The trailer's number for two records, and what it is said to count.
  @Test(arguments: [
    ("2", "records"), ("4", "records, header and trailer"), ("00000002", "records"),
  ])
  func `a trailer counts header and trailer or does not`(number: String, counts: String) throws {
    var file = File.full(1, run: "20260601 000000", Self.employer, Self.named("1", "Ann"))
    file.trailer = "TRL~\(number)"
    let extracts = try Extracts(reading: [file])
    #expect(extracts.inputs[0].trailerCounts == counts)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `line ends are any, and blank lines are no records`(lineEnd: String) throws {
    var file = File.full(
      1, run: "20260601 000000", Self.employer, "", Self.named("1", "Ann"),
      File.assignment("1", of: "1"))
    file.trailer = "TRL~3\(lineEnd)"
    file.lineEnd = lineEnd
    let extracts = try Extracts(reading: [file])
    #expect(extracts.drawnNames == ["Ann Lee"])
    #expect(extracts.inputs[0].blank == 2)
    #expect(extracts.assignments[0].row[0].line == 5)
  }

  @Test func `a byte order mark and a name in small letters are no obstacle`() throws {
    let file = File.full(
      1, run: "20260601 000000", Self.employer, Self.named("1", "Ann"),
      File.assignment("1", of: "1"))
    let text = "\u{FEFF}" + file.lines.joined(separator: "\n")
    let extracts = try Extracts(reading: [
      DrawnFile(.staff, text, path: "esr/\(file.name.lowercased())")
    ])
    #expect(extracts.drawnNames == ["Ann Lee"])
  }

  @Test func `records of other types are counted and skipped, unknown ones with a warning`() throws
  {
    let extracts = try Extracts(reading: [
      .full(
        1, run: "20260601 000000", Self.employer, Self.named("1", "Ann"),
        File.assignment("1", of: "1"), "POA~1~2", "XYZ~1", "xyz~2", "TRA~3~4~5", "CMA~odd",
        "\(File.person("5").prefix(3))X~5",
        "AS~6")
    ])
    let input = extracts.inputs[0]
    #expect((input.rowsRead, input.accepted, input.skipped) == (3, 3, 7))
    #expect(input.warnings == ["4 records of types that are not known (XYZ) were skipped"])
  }

  @Test(arguments: [
    ("GOF_20260601_00000009", "GOC_20260602_00000001", true),
    ("GOC_20260602_00000001", "GOF_20260601_00000009", false),
    // Of one day the number tells, but full files and changes may be numbered apart.
    ("GOC_20260601_00000041", "GOC_20260601_00000042", true),
    ("GOC_20260601_00000042", "GOC_20260601_00000042", false),
    ("GOC_20260601_00000042", "GOC_20260601_00000041", false),
    ("GOF_20260601_00000041", "GOC_20260601_00000042", false),
    ("GOC_20260601_00000041", "GOF_20260601_00000042", false),
  ])
  func `a file is older by its day, of one day and kind by its number`(
    name: String, other: String, isOlder: Bool
  ) throws {
    let first = try #require(OutboundFileName(path: "esr/GO_431_EXP_\(name).DAT"))
    let second = try #require(OutboundFileName(path: "esr/GO_431_EXP_\(other).DAT"))
    #expect(first.isOlder(than: second) == isOlder)
  }
}
