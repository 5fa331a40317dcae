import Foundation
import Testing
import TestSupport

/// A sample night, searched for what must not leave it: free text, NI numbers, codes, names.
struct PrivacyTests {
  @Test func `free text, NI numbers and access codes stay where they belong`() throws {
    let output = TemporaryFolder()
    let said = try Self.runNight(output)
    let files = FolderContents.bytes(below: output.path)
    #expect(files.count > 50)
    let codes = Self.accessCodes()
    #expect(codes.count >= 10)
    #expect(Self.leaks(in: files, codes: codes) == [])
    #expect(Self.leaks(in: ["terminal": Data(said.utf8)], codes: codes) == [])
  }

  @Test func `the terminal names nobody`() throws {
    let said = try Self.runNight(TemporaryFolder())
    let words = Set(said.split { !$0.isLetter }.map(String.init))
    let names = try Self.people().lastNames
    #expect(names.count > 250)
    #expect(words.intersection(names) == [])
  }

  @Test func `the ledger knows nobody by name, number or code`() throws {
    let output = TemporaryFolder()
    _ = try Self.runNight(output)
    let people = try Self.people()
    let known = Array(people.lastNames) + Array(people.numbers) + Self.accessCodes()
    for name in ["ledger.sqlite", "ledger-head.txt", "ledger.key", ".lock"] {
      let bytes = Data(output.read(name) ?? [])
      #expect(!bytes.isEmpty, "\(name)")
      #expect(Self.known(known, in: bytes) == [], "\(name)")
    }
  }

  @Test func `files are for their owner only, folders too`() throws {
    let output = TemporaryFolder()
    _ = try Self.runNight(output)
    let paths = FolderContents.paths(below: output.path)
    #expect(paths.count > 60)
    for path in paths where path != "latest" {
      let isFolder = !FolderContents.paths(below: output.path(path)).isEmpty
      #expect(output.mode(path) == (isFolder ? 0o700 : 0o600), "\(path)")
    }
  }

  // MARK: - Each check fails where it must

  @Test(arguments: [
    "a note: CONFIDENTIAL-ADJUSTMENT", "QQ123456C", "qq 12 34 56 c", "ab-12-34-56-d", "ZZ123456",
    "the code EXAMPLE-1 is",
  ])
  func `a leak is found`(_ text: String) {
    let files = ["report.html": Data(text.utf8)]
    #expect(Self.leaks(in: files, codes: ["EXAMPLE-1"]).count == 1)
  }

  @Test func `what may stand there is no leak`() {
    let files = [
      "runs/a/recipients/x.csv": Data("EXAMPLE-1".utf8),
      "runs/a/distribution/x.csv": Data("EXAMPLE-1".utf8),
      "runs/a/discrepancies.csv": Data("ab12345678901234,RA2/12345678,NH/123456,CP-119".utf8),
    ]
    #expect(Self.leaks(in: files, codes: ["EXAMPLE-1"]) == [])
  }

  @Test func `the sample holds what is searched for`() throws {
    let inputs = FolderContents.bytes(below: Repository.path("SampleData/night-1"))
    let found = Self.leaks(in: inputs, codes: Self.accessCodes())
    #expect(found.contains { $0.contains("CONFIDENTIAL-ADJUSTMENT") })
    #expect(found.contains { $0.contains("an NI number") })
    #expect(found.contains { $0.contains("an access code") })
    let people = try Self.people()
    let name = try #require(people.lastNames.first)
    let number = try #require(people.numbers.first)
    let bytes = Data("\u{1}RA2\(number)\(name)x".utf8)
    #expect(Self.known([name, number, "nobody"], in: bytes) == [name, number])
  }

  // MARK: - The checks

  private static func leaks(in files: [String: Data], codes: [String]) -> [String] {
    files.sorted { $0.key < $1.key }.flatMap { path, bytes -> [String] in
      let text = String(decoding: bytes, as: UTF8.self)
      var leaks: [String] = []
      if text.contains("CONFIDENTIAL-ADJUSTMENT") { leaks.append("CONFIDENTIAL-ADJUSTMENT") }
      // Letters and digits on neither side: a piece of a hash is no NI number.
      let number =
        /(?i)(^|[^a-z0-9])[a-z]{2}(\d{6}|( \d\d){3} ?|(-\d\d){3}-?)[a-d]?($|[^a-z0-9])/
      if text.contains(number) { leaks.append("an NI number") }
      let mayHoldCodes = path.contains("recipients/") || path.contains("distribution/")
      if !mayHoldCodes, codes.contains(where: text.contains) { leaks.append("an access code") }
      return leaks.map { "\(path): \($0)" }
    }
  }

  /// The texts that stand in a file that is not text; columns of a database follow without a gap.
  private static func known(_ texts: [String], in bytes: Data) -> [String] {
    texts.filter { bytes.range(of: Data($0.utf8)) != nil }
  }

  // MARK: - The sample

  private static func runNight(_ output: TemporaryFolder) throws -> String {
    let result = try BuiltProgram.run([
      "run", "Pipelines/nightly-reconciliation.json5", "--as-of", "2026-11-21", "--output",
      output.path,
    ])
    #expect(result.status == 0, "\(result.errors)")
    return result.output + result.errors
  }

  private static func accessCodes() -> [String] {
    let text = Repository.text("SampleData/night-1/reference/access-codes.csv") ?? ""
    let cells = text.split { $0 == "," || $0.isNewline }.map(String.init)
    return cells.filter { $0.contains("EXAMPLE") }
  }

  /// Last names and employee numbers of everyone in a run over the sample that lists all.
  private static func people() throws -> (lastNames: Set<String>, numbers: Set<String>) {
    let folder = TemporaryFolder()
    let pipeline = try #require(Repository.text("Pipelines/nightly-reconciliation.json5"))
    folder.write(
      "all.json5",
      pipeline.replacing(
        #"reconciledScope: "evidence""#, with: #"reconciledScope: "all""#))
    let result = try BuiltProgram.run([
      "run", folder.path("all.json5"), "--as-of", "2026-11-21", "--input", "SampleData/night-1",
      "--output", folder.path("out"),
    ])
    #expect(result.status == 0, "\(result.errors)")
    let lists = FolderContents.files(below: folder.path("out/latest") + "/.")
      .filter { $0.hasPrefix("reconciled/") }
      .map { CSVTable(file: folder.path("out/latest/" + $0)) }
    return (
      Set(lists.flatMap { $0.column("last_name") }.filter { $0.count > 3 }),
      Set(lists.flatMap { $0.column("employee_number") })
    )
  }
}
