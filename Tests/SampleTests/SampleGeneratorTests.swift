import Files
import Records
import Sample
import TestSupport
import Testing
import Vocabulary

@Suite struct SampleGeneratorTests {
  @Test func `one seed gives the same bytes with one and with three workers`() throws {
    let alone = try GeneratedFolder(employees: 3_000, workers: 1).contents()
    let together = try GeneratedFolder(employees: 3_000, workers: 3).contents()
    #expect(alone.count > 200)
    #expect(alone == together)
  }

  /// The SHA-256 over all files of 500 employees, seed 1, in the order of their paths.
  ///
  /// Seen once and kept: no table could give it. It changes only where the generator is changed on
  /// purpose, and figures measured before are then old.
  private static let pinned = "3362810715693ec4ddae9d34091658011830937f61ec3722e53b3b588468f244"

  @Test func `the bytes are those of every machine`() throws {
    let folder = try GeneratedFolder(employees: 500, seed: 1)
    var digest = SHA256()
    let contents = try folder.contents()
    for path in contents.keys.sorted() { digest.update(contents[path] ?? []) }
    #expect(digest.finish().hexadecimal == Self.pinned)
  }

  @Test func `another seed gives other people and other lists`() throws {
    let one = try GeneratedFolder(employees: 1_000, seed: 1).contents()
    let other = try GeneratedFolder(employees: 1_000, seed: 2).contents()
    for path in ["input/staff/R0A.csv", "input/passports/log.csv", "input/network/members.csv"] {
      #expect(one[path] != other[path], "\(path)")
    }
  }

  @Test(arguments: [1, 7, 198, 1_000])
  func `there are as many employees as asked for`(employees: Int) throws {
    let folder = try GeneratedFolder(employees: employees)
    #expect(folder.summary.employees == employees)
    var seen: Set<String> = []
    let extracts = try folder.extracts()
    for batch in extracts.assignments {
      for row in 0..<batch.count {
        seen.insert("\(batch.organisation[row].text)/\(batch.number[row].text)")
      }
    }
    #expect(seen.count == employees)
  }

  @Test func `truth is written only where asked for, and files are private`() throws {
    let folder = try GeneratedFolder(employees: 100, truth: false)
    #expect(!folder.temporary.exists("truth"))
    #expect(folder.temporary.mode("input") == 0o700)
    #expect(folder.temporary.mode("input/staff") == 0o700)
    for path in try folder.paths() { #expect(folder.temporary.mode(path) == 0o600, "\(path)") }
  }

  @Test func `nothing that is there is overwritten`() throws {
    let temporary = TemporaryFolder()
    temporary.write("pipeline.json5", "{}")
    let folder = try Folder(opening: temporary.path)
    #expect(throws: FileError.self) {
      try SampleGenerator(employees: 10, seed: 1, workers: 1).write(into: folder)
    }
    #expect(temporary.read("pipeline.json5") == Array("{}".utf8))
  }

  @Test func `the pipeline file reads every folder that is written`() throws {
    let folder = try GeneratedFolder(employees: 300)
    let text = String(decoding: folder.temporary.read("pipeline.json5") ?? [], as: UTF8.self)
    for path in try folder.paths() where path.hasPrefix("input/") {
      let relative = path.dropFirst("input/".count)
      let parts = relative.split(separator: "/")
      #expect(text.contains("\"\(relative)\"") || text.contains("\"\(parts[0])/*.csv\""), "\(path)")
    }
  }
}
