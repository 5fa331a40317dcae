import Ingest
import Records
import StageSupport
import TestSupport
import Testing
import Vocabulary

/// Which record of a person or assignment counts at the as-of date, 15 June 2026.
struct OutboundHistoryTests {
  typealias File = DrawnOutbound

  /// Records of a full file, of the changes on it, and the name that counts; empty = no row.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let full: [(String, String, String)]
    let changes: [(String, String, String)]
    let expected: String
    let isDeletedFirst: Bool

    init(
      _ name: String, _ full: [(String, String, String)],
      changes: [(String, String, String)] = [], deletedFirst: Bool = false, _ expected: String
    ) {
      testDescription = name
      self.full = full
      self.changes = changes
      isDeletedFirst = deletedFirst
      self.expected = expected
    }
  }

  static let cases: [Case] = [
    Case("one open row", [("A", "20200101", "47121231")], "A"),
    Case("an open end that is blank", [("A", "20200101", "")], "A"),
    Case("1900-01-01 at either end is open", [("A", "19000101", "19000101")], "A"),
    Case("a row that ends today", [("A", "20200101", "20260615")], "A"),
    Case("a row that begins today", [("A", "20260615", "47121231")], "A"),
    Case("a row that begins tomorrow is not there", [("A", "20260616", "47121231")], ""),
    Case(
      "a row that ended yesterday counts if no other has begun", [("A", "20200101", "20260614")],
      "A"),
    Case(
      "the row that holds today goes before one that began later and ended",
      [("A", "20200101", "47121231"), ("B", "20260101", "20260131")], "A"),
    Case(
      "of rows that are over, the one that began last",
      [("B", "20210101", "20211231"), ("A", "20200101", "20201231")], "B"),
    Case(
      "past, present and future",
      [
        ("A", "20200101", "20251231"), ("B", "20260101", "20260731"),
        ("C", "20260801", "47121231"),
      ], "B"),
    Case(
      "a change with the same start replaces", [("A", "20200101", "47121231")],
      changes: [("B", "20200101", "47121231")], "B"),
    Case(
      "a row that is re-dated and followed by another",
      [("A", "20200101", "47121231")],
      changes: [("A", "20200101", "20260430"), ("B", "20260501", "47121231")], "B"),
    Case(
      "a row that is re-dated to end, and nothing behind it",
      [("B", "20190101", "20191231"), ("A", "20200101", "47121231")],
      changes: [("A2", "20200101", "20260430")], "A2"),
    Case(
      "of rows that overlap the later one applied",
      [("A", "20200101", "47121231")], changes: [("B", "20190101", "47121231")], "B"),
    Case(
      "a change that lies in the future changes nothing yet",
      [("A", "20200101", "47121231")], changes: [("B", "20260701", "47121231")], "A"),
    Case(
      "a delete removes all rows of the key",
      [("A", "20200101", "20251231"), ("B", "20260101", "47121231")], deletedFirst: true, ""),
    Case(
      "rows behind a delete are there", [("A", "20200101", "47121231")],
      changes: [("B", "20190101", "20251231")], deletedFirst: true, "B"),
  ]

  @Test(arguments: cases)
  func `the record that counts is the one of the day`(_ test: Case) throws {
    func person(_ row: (String, String, String)) -> String {
      File.person("1", from: row.1, to: row.2, ["first name": row.0])
    }
    func assignment(_ row: (String, String, String)) -> String {
      File.assignment("1", of: "2", from: row.1, to: row.2, ["user assignment status": row.0])
    }
    let extracts = try Extracts(
      reading: [
        DrawnOutbound(
          records: test.full.map(person) + test.full.map(assignment)
            + [File.person("2"), File.assignment("9", of: "1")]),
        .init(
          content: "C", day: "20260602", sequence: 2, run: "20260602 000000",
          previousRun: "20260601 000000",
          records: (test.isDeletedFirst ? ["PRD~1", "ASD~1"] : []) + test.changes.map(person)
            + test.changes.map(assignment)),
      ], organisation: "RA2")
    let statuses = extracts.drawnStaff.filter {
      $0.contains("; 00010002; ") || $0.contains("10002-1")
    }
    #expect(
      extracts.drawnNames.filter { $0 != "Ann Lee" }
        == (test.expected.isEmpty ? [] : ["\(test.expected) Lee"]))
    #expect(statuses.count == (test.expected.isEmpty ? 0 : 1))
    #expect(statuses.allSatisfy { $0.contains("; \(test.expected); ") })
  }

  // MARK: - A slow and obvious twin

  /// One record as the twin knows it.
  private struct Row {
    let key: Int
    let start: Int
    let end: Int
    let name: String
  }

  /// What a random series says, record by record.
  private enum Step {
    case row(Row)
    case remove(Row)
    case removeAll(Int)
  }

  private static let asOf = 20_260_615
  private static let days = [
    20_200_101, 20_230_701, 20_260_101, 20_260_614, 20_260_615, 20_260_616, 20_270_101,
  ]

  private static func steps(_ random: inout SplitMix64) -> [Step] {
    (0..<Int.random(in: 1...40, using: &random)).map { number in
      let key = Int.random(in: 1...4, using: &random)
      let start = days.randomElement(using: &random) ?? 0
      let end = Bool.random(using: &random) ? 0 : days.randomElement(using: &random) ?? 0
      let row = Row(key: key, start: start, end: end, name: "N\(number)")
      switch Int.random(in: 0..<10, using: &random) {
      case 0: return .removeAll(key)
      case 1: return .remove(row)
      default: return .row(row)
      }
    }
  }

  /// The names that count, found one step after the other.
  private static func names(_ steps: [Step]) -> [Int: String] {
    var rows: [Row] = []
    for step in steps {
      switch step {
      case .row(let row):
        rows.removeAll { $0.key == row.key && $0.start == row.start }
        rows.append(row)
      case .remove(let row): rows.removeAll { $0.key == row.key && $0.start == row.start }
      case .removeAll(let key): rows.removeAll { $0.key == key }
      }
    }
    var names: [Int: String] = [:]
    for key in Set(rows.map(\.key)) {
      let begun = rows.filter { $0.key == key && $0.start <= asOf }
      let now = begun.last { $0.end == 0 || $0.end >= asOf }
      names[key] = (now ?? begun.max { $0.start < $1.start })?.name
    }
    return names
  }

  private static func record(_ step: Step) -> String {
    switch step {
    case .row(let row), .remove(let row):
      var isRemoval = false
      if case .remove = step { isRemoval = true }
      return File.person(
        "\(row.key)", from: "\(row.start)", to: row.end == 0 ? "47121231" : "\(row.end)",
        width: 40, ["first name": row.name, "deletion flag": isRemoval ? "Y" : "N"])
    case .removeAll(let key): return "PRD~\(key)"
    }
  }

  @Test(arguments: 0..<UInt64(120))
  func `any series gives what its records say one after the other`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let steps = Self.steps(&random)
    var files: [DrawnOutbound] = []
    var rest = steps[...]
    while !rest.isEmpty || files.isEmpty {
      let part = rest.prefix(Int.random(in: 1...20, using: &random))
      rest = rest.dropFirst(part.count)
      let number = files.count + 1
      files.append(
        DrawnOutbound(
          content: number == 1 ? "F" : "C", day: "202606\(10 + number)", sequence: number,
          run: "202606\(10 + number) 000000",
          previousRun: number == 1 ? "" : "202606\(9 + number) 000000",
          records: part.map(Self.record)))
    }
    // One assignment for each person, in front of all records.
    files[0].records = (1...4).map { File.assignment("\($0)", of: "\($0)") } + files[0].records
    let extracts = try Extracts(reading: files.shuffled(using: &random), organisation: "RA2")
    let expected = Self.names(steps)
    #expect(extracts.drawnNames == expected.keys.sorted().map { "\(expected[$0] ?? "") Lee" })
    #expect(extracts.rejects.count == 4 - expected.count)
    let balances = extracts.inputs.allSatisfy(\.balances)
    #expect(balances)
  }

  // MARK: - Broken files

  /// Files of a series with a few bytes changed, taken away or put in are read or refused.
  @Test(arguments: 0..<UInt64(200))
  func `no changed byte brings the program down or loses a row`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let files: [DrawnOutbound] = [
      DrawnOutbound(records: [
        File.organisation("900", "RA2"), File.person("1"), File.assignment("1", of: "1"),
        File.competency("1", of: "1", "NHS|LOCAL|Working Carer|"), File.person("2"),
        File.assignment("2", of: "2"), "POA~1",
      ]),
      .changes(
        2, run: "20260602 000000", after: "20260601 000000", File.person("1"), "ASD~2", "CMD~1"),
    ]
    let pieces: [[UInt8]] = [
      [0x7E], [0x0A], [0x0D], [0], [0x81], [0xE9], [0x22], [0xFF], Array("TRL~1\n".utf8),
      Array("HDR~".utf8), Array("PRA~".utf8), Array("PRD~1\n".utf8),
    ]
    for source in [Source.staff, .competences] {
      let drawn = files.map { file -> DrawnFile in
        var bytes = file.file(source).bytes
        for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<4, using: &random) {
          case 0: bytes.remove(at: place)
          case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
          case 2: bytes.removeSubrange(place..<min(place + 40, bytes.count))
          default:
            bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
          }
        }
        return DrawnFile(source, bytes: bytes, path: "esr/\(file.name)")
      }
      do {
        let extracts = try Extracts(reading: drawn)
        let balances = extracts.inputs.allSatisfy(\.balances)
        #expect(balances)
        #expect(extracts.inputs.reduce(0) { $0 + $1.rejected } == extracts.rejects.count)
      } catch let failure as IngestFailure {
        #expect(!failure.problem.contains("\n") && !failure.place.contains("\n"))
      }
    }
  }
}
