import Columns
import Ingest
import Records
import StageSupport
import TestSupport
import Testing
import Threads
import Vocabulary

/// A large file that all workers read in parts is read as if one read it in one go.
struct PartsTests {
  private static let header = "ods code,emp no,forename,surname,email"

  private static func rows(_ count: Int) -> [String] {
    (1...count).map { "RA\($0 % 3),\($0),N\($0 % 5),Lee,n\($0 % 11)@x.uk" }
  }

  private func text(_ lines: [String], lineEnd: String = "\n", ending: String = "\n") -> [UInt8] {
    Array((lines.joined(separator: lineEnd) + ending).utf8)
  }

  /// Reads in one go and in parts of several sizes, and holds one against the other.
  private func holdAgainstOneGo(_ bytes: [UInt8], _ source: Source = .staff) throws -> Extracts {
    let file = DrawnFile(source, bytes: bytes)
    let whole = try Extracts(reading: [file])
    for (partBytes, workers) in [(40, 2), (64, 3), (97, 2), (200, 7)] {
      let parts = try Extracts(reading: [file], workers: workers, partBytes: partBytes)
      #expect(parts.drawnRows == whole.drawnRows)
      #expect(parts.assignments.flatMap(\.row) == whole.assignments.flatMap(\.row))
      #expect(parts.passports.map(\.row) == whole.passports.map(\.row))
      #expect(parts.inputs.map(Self.told) == whole.inputs.map(Self.told))
      #expect(parts.rejects.map(told(parts)) == whole.rejects.map(told(whole)))
      #expect(parts.faults.map(told(parts)) == whole.faults.map(told(whole)))
    }
    return whole
  }

  private static func told(_ account: InputAccount) -> String {
    """
    \(account.sha256) \(account.byteCount) \(account.encodings) \(account.rowsRead) \
    \(account.accepted) \(account.rejected) \(account.rejectedLines) \(account.blank) \
    \(account.warnings)
    """
  }

  private func told(_ extracts: Extracts) -> (Reject) -> String {
    { "\(extracts.citation($0.row)) \($0.reason) \($0.detail)" }
  }

  private func told(_ extracts: Extracts) -> (CellFault) -> String {
    { "\(extracts.citation($0.row)) \($0.column)" }
  }

  @Test(arguments: ["\n", "\r\n"], ["\n", "", "\r", "\n\n\n"])
  func `rows of parts stand where they stand in the file`(lineEnd: String, ending: String) throws {
    let lines = [Self.header] + Self.rows(60)
    let read = try holdAgainstOneGo(text(lines, lineEnd: lineEnd, ending: ending))
    #expect(read.assignments.flatMap(\.row).map(\.line) == Array(2...61))
  }

  @Test func `a line end of its own counts as one`() throws {
    let lines = [Self.header] + Self.rows(40)
    let read = try holdAgainstOneGo(
      text(Array(lines[..<20]), lineEnd: "\r", ending: "\r")
        + text(Array(lines[20...]), lineEnd: "\r\n"))
    #expect(read.assignments.flatMap(\.row).map(\.line) == Array(2...41))
  }

  @Test func `line ends inside of quotes part no record`() throws {
    let rows = (1...30).map { "RA2,\($0),\"Ann\n\n\nMary\",\"Lee\",n\($0)@x.uk" }
    let read = try holdAgainstOneGo(text([Self.header] + rows))
    #expect(read.assignments.flatMap(\.row).map(\.line) == (0..<30).map { 2 + 4 * $0 })
  }

  @Test func `quotes inside of cells mislead no one about where a record ends`() throws {
    // An odd number of quotes that mean nothing, between records with line ends that mean nothing.
    let rows = (1...30).map { number in
      number % 7 == 0
        ? "RA2,\(number),Ann \"the,Lee,n@x.uk" : "RA2,\(number),\"Ann\nMary\",Lee,n@x.uk"
    }
    let read = try holdAgainstOneGo(text([Self.header] + rows))
    // Each record takes two lines but those of 7, 14, 21 and 28, which take one.
    let lines = (1...30).map { 2 * $0 - ($0 - 1) / 7 }
    #expect(read.assignments.flatMap(\.row).map(\.line) == lines)
    #expect(read.rejects.isEmpty)
  }

  @Test(arguments: 0..<40)
  func `whatever bytes a file has, it is read or refused as in one go`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let pieces: [[UInt8]] = [
      [0x22], [0x22, 0x22], [0x0A], [0x0D, 0x0A], [0x0D], [0x2C], [0x2C, 0x22], [0x22, 0x2C],
      [0xE9], [0xC3, 0xA9], [0], [0x20],
    ]
    var bytes = Array(Self.header.utf8) + [0x0A]
    for row in Self.rows(60) {
      var row = Array(row.utf8)
      // Few enough pieces that many files are read to their end.
      for _ in 0..<Int.random(in: 0...1, using: &random) * Int.random(in: 0...2, using: &random) {
        let place = Int.random(in: 0...row.count, using: &random)
        row.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
      }
      bytes += row + [0x0A]
    }
    let file = DrawnFile(.staff, bytes: bytes)
    do {
      _ = try Extracts(reading: [file])
      _ = try holdAgainstOneGo(bytes)
    } catch let refused as IngestFailure {
      for (partBytes, workers) in [(40, 2), (150, 3)] {
        let failure = #expect(throws: IngestFailure.self) {
          _ = try Extracts(reading: [file], workers: workers, partBytes: partBytes)
        }
        #expect(failure?.place == refused.place)
      }
    }
  }

  @Test(arguments: [false, true])
  func `progress is told the bytes of the file once, also where it is read again`(
    isQuoteOpen: Bool
  ) throws {
    let last = "RA2,61,Ann,Lee,\(isQuoteOpen ? "\"" : "")n@x.uk"
    let bytes = text([Self.header] + Self.rows(60) + [last])
    let told = Guarded(0)
    for (partBytes, workers) in [(1 << 20, 1), (40, 2), (200, 7)] {
      told.withLock { $0 = 0 }
      do {
        _ = try Extracts(
          reading: [DrawnFile(.staff, bytes: bytes)], workers: workers, partBytes: partBytes
        ) { count in told.withLock { $0 += count } }
        #expect(!isQuoteOpen)
      } catch is IngestFailure {
        // Refused, but read to its end.
        #expect(isQuoteOpen)
      }
      #expect(told.withLock { $0 } == bytes.count)
    }
  }

  @Test func `rejected rows and unreadable cells are cited by their own lines`() throws {
    var lines = [Self.header] + Self.rows(50)
    lines[7] = "RA2,1,too,few"
    lines[30] = "RA2,abc,Ann,Lee,n@x.uk"
    lines[40] = "RA2,41,Ann,Lee,no address"
    lines[48] = "RA2,2,\"mis\"placed,Lee,n@x.uk"
    let read = try holdAgainstOneGo(text(lines))
    #expect(read.rejects.map(\.row.line) == [8, 31, 49])
    #expect(read.faults.map(\.row.line) == [41])
  }

  @Test func `encodings are those of all parts`() throws {
    var bytes = text([Self.header] + Self.rows(30))
    bytes += Array("RA2,99,Ren".utf8) + [0xE9] + Array(",Lee,r@x.uk\n".utf8)
    let read = try holdAgainstOneGo(bytes)
    #expect(read.inputs[0].encodings == ["UTF-8", "Windows-1252"])
    let utf16: [UInt8] = text([Self.header] + Self.rows(30)).flatMap { [$0, 0] }
    #expect(try holdAgainstOneGo([0xFF, 0xFE] + utf16).inputs[0].encodings == ["UTF-16LE"])
    #expect(
      try holdAgainstOneGo([0xEF, 0xBB, 0xBF] + text([Self.header] + Self.rows(30)))
        .inputs[0].encodings == ["UTF-8"])
  }

  @Test func `a large list is read in parts, too`() throws {
    let rows = (1...40).map { "RA2,\($0),Lee,Ann" }
    let read = try holdAgainstOneGo(text(["ods code,emp no,surname,forename"] + rows), .passports)
    #expect(read.passports.map(\.row.line) == Array(2...41))
  }

  @Test func `a quote that is never closed is told as in one go`() throws {
    var lines = [Self.header] + Self.rows(50)
    lines[25] = "RA2,25,\"Ann,Lee,n@x.uk"
    let file = DrawnFile(.staff, bytes: text(lines))
    for partBytes in [40, 1 << 20] {
      do {
        _ = try Extracts(reading: [file], workers: 2, partBytes: partBytes)
        Issue.record("an unusable file was read")
      } catch let failure as IngestFailure {
        #expect(failure.place == "staff.csv, line 26")
      }
    }
  }

  @Test func `line ends of any part and bytes of one kind are counted as one by one`() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<200 {
      let count = Int.random(in: 1...700, using: &random)
      let bytes = (0..<count).map { _ in [0x0A, 0x0D, 0x61, 0x62].randomElement(using: &random) }
        .compactMap { $0 as UInt8? }
      let text = PaddedBytes(bytes)
      let start = Int.random(in: 0..<count, using: &random)
      var end = Int.random(in: start...count, using: &random)
      if end < count, end > 0, bytes[end - 1] == 0x0D, bytes[end] == 0x0A { end += 1 }
      var expected = 0
      for index in start..<end {
        let isPair = index + 1 < end && bytes[index] == 0x0D && bytes[index + 1] == 0x0A
        if bytes[index] == 0x0A || (bytes[index] == 0x0D && !isPair) { expected += 1 }
      }
      #expect(text.lineEndCount(start..<end) == expected)
      #expect(text.count(of: 0x61) == bytes.count { $0 == 0x61 })
    }
  }
}
