import Ingest
import Records
import StageSupport
import TestSupport
import Testing
import Vocabulary

/// No file may bring the program down, and no row may be lost.
struct HostileFileTests {
  private static let headers: [Source: String] = [
    .staff: "ods code,emp no,forename,surname,dob,nino,email,carer",
    .competences: "ods code,emp no,competence,date from",
    .passports: "id,org code,emp no,name,dob,email,status",
    .network: "org code,emp no,name,email,type",
    .organisations: "org code,organisation name,icb code,open date",
    .footprints: "icb code,footprint name,valid from",
    .accessCodes: "icb code,org code,platform,access code,valid to",
    .decisions: "kind,subject,employee,decision,until",
  ]

  /// Pieces that files are made of, and pieces that they should not have.
  private static let pieces: [[UInt8]] =
    [
      ",", ",", ",", ",", ",", "\n", "\n", "\r\n", "\r", "\"", "\"\"", "RA2", "1", "12345678-1",
      "Ann", "Lee", "01/02/1980", "AB123456C", "a@b.uk", "=\"1\"", "'=", "'", "=", "yes", "Carer",
      "link", "discrepancy", "accept", "waive", "efc", "RA2/1", "É", "\u{FEFF}", "\u{A0}", " ",
      "\t",
      "1.2345678E+07", "E", "-", "<", ">", "@", "mailto:",
    ].map { Array($0.utf8) } + [[0], [0x81], [0xEB], [0xC2], [0xED, 0xA0, 0x80], [0xFF], [0xFE]]

  private static func randomBytes(_ random: inout SplitMix64, count: Int) -> [UInt8] {
    (0..<count).flatMap { _ in
      Int.random(in: 0..<8, using: &random) == 0
        ? [UInt8.random(in: 0...255, using: &random)]
        : pieces.randomElement(using: &random) ?? []
    }
  }

  @Test(arguments: 0..<UInt64(150))
  func `random rows balance, or the file is refused`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for source in Source.allCases {
      let header = Int.random(in: 0..<20, using: &random) == 0 ? "" : Self.headers[source] ?? ""
      var bytes = Array(header.utf8) + [0x0A]
      bytes += Self.randomBytes(&random, count: Int.random(in: 0...120, using: &random))
      switch Int.random(in: 0..<10, using: &random) {
      case 0: bytes = [0xFF, 0xFE] + bytes.flatMap { [$0, 0] }.dropLast(seed % 2 == 0 ? 1 : 0)
      case 1: bytes = [0xFE, 0xFF] + bytes.flatMap { [0, $0] }
      case 2: bytes = [0xEF, 0xBB, 0xBF] + bytes
      default: break
      }
      try check(DrawnFile(source, bytes: bytes))
    }
  }

  @Test(arguments: 0..<UInt64(50))
  func `random bytes are refused or balance`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 0...400, using: &random)
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    for source in Source.allCases {
      try check(DrawnFile(source, bytes: bytes, organisation: seed % 2 == 0 ? "RA2" : nil))
    }
  }

  private func check(_ file: DrawnFile) throws {
    let extracts: Extracts
    do {
      extracts = try Extracts(reading: [file])
    } catch is IngestFailure {
      return
    }
    let account = extracts.inputs[0]
    #expect(account.rowsRead == account.accepted + account.rejected)
    #expect(account.rejected == extracts.rejects.count)
    let rows =
      extracts.assignments.reduce(0) { $0 + $1.count }
      + extracts.competences.reduce(0) { $0 + $1.count + $1.passedOver } + extracts.passports.count
      + extracts.memberships.count + extracts.organisations.count + extracts.footprints.count
      + Set(extracts.accessCodes.map(\.row)).count + extracts.decisions.count
    #expect(account.accepted == rows)
  }

  @Test(arguments: [3000, 5000, 65_000])
  func `a row with very many columns is read by those that are known`(count: Int) throws {
    let empty = String(repeating: ",", count: count)
    let extracts = try Extracts(reading: [
      DrawnFile(.staff, "ods code,emp no,forename\(empty)x,surname\nRA2,1,Ann\(empty)x,Lee\n")
    ])
    #expect(extracts.drawnNames == ["Ann Lee"])
  }

  @Test func `a header with more columns than are read is refused`() {
    let many = String(repeating: ",x", count: 65_532)
    let failures = [many, many + ",y"].map { columns -> String in
      do {
        let file = DrawnFile(
          .staff, "ods code,emp no,forename,surname\(columns)\nRA2,1,A,Lee\(columns)\n")
        return "\(try Extracts(reading: [file]).inputs[0].accepted) rows"
      } catch {
        guard let failure = error as? IngestFailure else { return "another error" }
        return "\(failure.place): \(failure.problem); \(failure.remedy)"
      }
    }
    #expect(
      failures == [
        "1 rows",
        "staff.csv: its header has 65537 columns, and no more than 65536 are read; leave out "
          + "columns that are not needed",
      ])
  }

  @Test func `of very many headings that are no header a message shows the first`() {
    let headings = (0..<300).map { "h\($0)" }.joined(separator: ",")
    #expect {
      try Extracts(reading: [DrawnFile(.staff, "ods code,emp no,\(headings)\n")])
    } throws: { error in
      guard let failure = error as? IngestFailure else { return false }
      return failure.problem.hasSuffix(", h196, h197 and 102 more")
        && failure.problem.contains(" has ods code, emp no, h0, ")
    }
  }

  @Test(arguments: [0x00, 0x78, 0xE9])
  func `a heading without an end, such as zeros, is none, and no one looks at all of it`(
    byte: UInt8
  ) {
    let line = Array("ods code,".utf8) + [UInt8](repeating: byte, count: 65_537)
    let file = DrawnFile(.staff, bytes: line + Array("\nRA2,1\n".utf8))
    #expect {
      try Extracts(reading: [file])
    } throws: { error in
      (error as? IngestFailure)?.problem.hasSuffix("its fullest line has ods code, \u{FFFD}")
        ?? false
    }
  }

  @Test func `a very long rejected row is cut in the table of rejects`() throws {
    let name = String(repeating: "x", count: 200_000)
    let extracts = try Extracts(reading: [
      DrawnFile(.staff, "ods code,emp no,forename,surname,email\nRA2,,\(name),\(name),\(name)\n")
    ])
    #expect(extracts.drawnRejects == ["2 employee-number-missing"])
    #expect(extracts.rejects[0].raw.count < 300_000)
  }

  /// The worker that meets the bad file has read good ones before, whose texts are still asked for.
  @Test(arguments: 0..<24)
  func `a file that cannot be used is told whatever its worker has read before`(place: Int) {
    let files = (0..<24).map { number in
      let name = number == place ? "\"Lee" : "Lee\(number)"
      return DrawnFile(
        .staff, "ods code,emp no,forename,surname\nRA2,\(number + 1),Ann\(number),\(name)\n",
        path: "staff-\(number).csv")
    }
    #expect {
      try Extracts(reading: files, workers: 3)
    } throws: { error in
      (error as? IngestFailure)?.place == "staff-\(place).csv, line 2"
    }
  }
}
