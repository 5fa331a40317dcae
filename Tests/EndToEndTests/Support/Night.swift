import Testing
import TestSupport

/// A published run, as a test reads it.
struct Night {
  /// What the program said.
  let result: ProgramResult
  /// The absolute path of the run's folder.
  let folder: String
  /// The output folder, which must last as long as someone reads from it.
  private let output: TemporaryFolder

  /// Runs a pipeline of the repository into an output folder, and expects that it is published.
  init(
    _ pipeline: String, asOf: String, input: String? = nil, output: TemporaryFolder,
    more: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var arguments = ["run", pipeline, "--as-of", asOf, "--output", output.path]
    if let input { arguments += ["--input", input] }
    result = try BuiltProgram.run(arguments + more)
    folder = output.path("latest")
    self.output = output
    #expect(result.status == 0, "\(result.errors)", sourceLocation: sourceLocation)
  }

  /// Night 1 of the sample.
  static func first(
    _ pipeline: String = "nightly-reconciliation", output: TemporaryFolder, more: [String] = []
  ) throws -> Night {
    try Night("Pipelines/\(pipeline).json5", asOf: "2026-11-21", output: output, more: more)
  }

  /// Night 2 of the sample.
  static func second(
    _ pipeline: String = "nightly-reconciliation", output: TemporaryFolder, more: [String] = []
  ) throws -> Night {
    try Night(
      "Pipelines/\(pipeline).json5", asOf: "2026-11-22", input: "SampleData/night-2",
      output: output, more: more)
  }

  /// A CSV file of the run.
  func table(_ file: String) -> CSVTable { CSVTable(file: folder + "/" + file) }

  /// The relative paths of the run's files.
  var files: [String] { FolderContents.files(below: folder + "/.") }

  /// How many of `discrepancies.csv` have a status.
  func count(status: String) -> Int {
    table("discrepancies.csv").column("status").count { $0 == status }
  }
}

/// What two lists of lines differ in, as a test shows it: `- expected`, `+ found`.
func difference(expected: [String], found: [String]) -> [String] {
  var missing = expected
  var surplus: [String] = []
  for line in found {
    if let place = missing.firstIndex(of: line) {
      missing.remove(at: place)
    } else {
      surplus.append(line)
    }
  }
  return missing.map { "- " + $0 } + surplus.map { "+ " + $0 }
}
