import Glibc
import Testing
import TestSupport

/// Runs that must be refused: one folder of `Cases/refused` each.
///
/// A case is a pipeline file, its input and `expected.txt`: the exit status, and below it the one
/// line on standard error. A case with the folder `first` has a night before, which is published.
struct RefusalTests {
  private static let cases = "Tests/EndToEndTests/Cases/refused"
  static let names = Repository.files(below: cases, suffixes: ["/expected.txt"])
    .map { $0.split(separator: "/").dropLast().last.map(String.init) ?? $0 }

  @Test(arguments: names)
  func `the run is refused with its status, one line, and nothing published`(
    _ name: String
  ) throws {
    let folder = Repository.path("\(Self.cases)/\(name)")
    let output = TemporaryFolder()
    let run = ["run", "pipeline.json5", "--output", output.path + "/out"]
    var more = ["--as-of", "2026-11-21"]
    var published: [String] = []
    if !FolderContents.files(below: folder + "/first").isEmpty {
      let first = try BuiltProgram.run(run + ["--as-of", "2026-11-20"], in: folder)
      #expect(first.status == 0)
      published = FolderContents.files(below: output.path("out/runs"))
      more += ["--input", "second"]
    }
    let result = try BuiltProgram.run(run + more, in: folder)
    let said = "exit \(result.status)\n\(result.errors)"
    let expected = try #require(FolderContents.text(of: folder + "/expected.txt"))
    #expect(said == expected.replacing("\n", with: "\ncarer-reconcile: ", maxReplacements: 1))
    #expect(FolderContents.files(below: output.path("out/runs")) == published)
  }

  @Test func `the folder of refusals has cases`() { #expect(Self.names.count >= 10) }

  @Test func `an output folder that cannot be made ends with 73`() throws {
    let folder = TemporaryFolder()
    folder.write("taken", "a file")
    let result = try BuiltProgram.run([
      "run", "Pipelines/nightly-reconciliation.json5", "--as-of", "2026-11-21", "--output",
      folder.path("taken"),
    ])
    #expect(result.status == 73)
    #expect(result.errors.contains("taken"))
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test func `a pipeline file that is not there ends with 66`() throws {
    let result = try BuiltProgram.run(["run", "no-such-file.json5", "--as-of", "2026-11-21"])
    #expect(result.status == 66)
    #expect(
      result.errors == """
        carer-reconcile: the pipeline file cannot be read: cannot open no-such-file.json5: No such \
        file or directory (error 2); name a pipeline file, such as \
        Pipelines/nightly-reconciliation.json5

        """)
  }

  @Test func `a second run at the same time ends with 75 and leaves the output alone`() throws {
    let output = TemporaryFolder()
    output.write("out/.lock", "4711\n2026-11-21 01:00:00 UTC\n")
    let descriptor = unsafe open(output.path("out/.lock"), O_RDWR)
    #expect(flock(descriptor, LOCK_EX) == 0)
    let result = try BuiltProgram.run([
      "run", "Pipelines/nightly-reconciliation.json5", "--as-of", "2026-11-21", "--output",
      output.path("out"),
    ])
    close(descriptor)
    #expect(result.status == 75)
    #expect(result.errors.contains("4711"))
    #expect(FolderContents.files(below: output.path("out")) == [".lock"])
  }
}
