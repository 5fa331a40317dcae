import Files
import Ingest
import Records
import Sample
import TestSupport
import Threads
import Vocabulary

/// A folder written by the generator, and ways to look into it.
struct GeneratedFolder {
  /// A folder of 20,000 employees, written once for all tests that only look.
  static let twentyThousand = Result { try GeneratedFolder(employees: 20_000) }

  let temporary = TemporaryFolder()
  let summary: SampleGenerator.Summary

  init(
    employees: Int, seed: UInt64 = 11, lists: SampleGenerator.Lists = .normal, truth: Bool = true,
    workers: Int = 2
  ) throws {
    let folder = try Folder(opening: temporary.path)
    summary = try SampleGenerator(
      employees: employees, seed: seed, lists: lists, includesTruth: truth, workers: workers
    ).write(into: folder)
  }

  /// The paths of all files, in byte order.
  func paths() throws -> [String] {
    let folder = try Folder(opening: temporary.path)
    return try ["*", "truth/*", "input/*/*"].flatMap { pattern in
      try FolderListing.files(matching: pattern, below: folder).filter {
        try folder.kind(of: $0) == .file
      }
    }
  }

  /// The bytes of all files by path.
  func contents() throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for path in try paths() { contents[path] = temporary.read(path) }
    return contents
  }

  /// The lines of a file behind its header.
  func lines(_ path: String) -> [Substring] {
    let text = String(decoding: temporary.read(path) ?? [], as: UTF8.self)
    return Array(text.split(whereSeparator: \.isNewline).dropFirst())
  }

  /// The rows of a list cell by cell; cells that are quoted stand behind those looked at.
  func rows(_ path: String) -> [[Substring]] {
    lines(path).map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  /// What the product's own first stage makes of the inputs.
  func extracts() throws -> Extracts {
    var settings = IngestSettings()
    settings.syntheticNINumbers = true
    settings.sources = [
      .staff: [SourceBlock(files: ["staff/*.csv"])],
      .competences: [SourceBlock(files: ["competences/*.csv"], isOptional: true)],
      .passports: [SourceBlock(files: ["passports/*.csv"])],
      .network: [SourceBlock(files: ["network/*.csv"])],
      .organisations: [
        SourceBlock(files: ["reference/etr.csv", "reference/organisations.csv"])
      ],
      .footprints: [SourceBlock(files: ["reference/footprints.csv"])],
      .accessCodes: [SourceBlock(files: ["reference/access-codes.csv"])],
    ]
    let plan = try InputPlan(settings, below: Folder(opening: temporary.path("input")))
    return try Ingest(plan, settings, asOf: SampleGenerator.asOf).run(Workers(count: 2))
  }
}
