import Detect
import Files
import Ingest
import Threads
import Vocabulary

/// A run that is checked whole before a byte of data is read.
struct RunPlan: Sendable {
  /// What the pipeline file says.
  let file: PipelineFile
  /// SHA-256 of the pipeline file.
  let fileDigest: SHA256Digest
  /// That of the pipeline file and of the layouts beside it.
  let settingsDigest: SHA256Digest
  /// The civil date the run is for.
  let asOf: CalendarDay
  /// The input files in reading order.
  let inputs: InputPlan
  /// Path of the output folder, which may not be there yet.
  let outputPath: String
  /// The threads to work with.
  let workers: Workers

  /// Reads and checks the pipeline file, finds the folders and lists the input files.
  init(_ request: RunRequest) throws(RunFailure) {
    let bytes = try Self.bytes(of: request.pipeline)
    var file: PipelineFile
    do {
      file = try PipelineFile.read(
        path: request.pipeline, bytes: bytes, knownRules: RuleCatalogue.all.map(\.id))
    } catch {
      throw RunFailure(error)
    }
    fileDigest = SHA256.digest(of: bytes)
    let layouts = try LayoutSet(patterns: file.layoutPatterns, pipeline: request.pipeline)
    let faults = layouts.faults(of: file)
    if !faults.isEmpty {
      throw RunFailure(PipelineFileFaults(file: request.pipeline, faults: faults))
    }
    file.ingest.layouts = layouts.tables
    file.ingest.outbound = layouts.outbound
    self.file = file
    settingsDigest = layouts.digest(with: fileDigest)
    asOf = request.asOf ?? RunClock.londonDay(RunClock.seconds())
    workers = Workers(count: request.workers ?? Workers.coreCount)
    let inputPath = Self.path(request.input, file.input, request.pipeline) ?? "."
    outputPath = Self.path(request.output, file.output, request.pipeline) ?? "output"
    let folder: Folder
    do {
      folder = try Folder(opening: inputPath, followingLink: true)
    } catch {
      throw RunFailure(
        .inputMissing, what: "the input folder cannot be opened", place: inputPath,
        remedy: "name it with --input, or mend input in the pipeline file")
    }
    do {
      inputs = try InputPlan(file.ingest, below: folder)
    } catch {
      throw RunFailure(error)
    }
  }

  /// The option's folder, else the pipeline file's, which is relative to that file.
  private static func path(_ option: String?, _ key: String?, _ pipeline: String) -> String? {
    if let option { return option }
    guard let key else { return nil }
    if key.hasPrefix("/") { return key }
    return PathParts(pipeline).prefix + key
  }

  private static func bytes(of path: String) throws(RunFailure) -> [UInt8] {
    do {
      return try InputFile(opening: path).readAll(limit: JSON5Limits.maximumByteCount)
    } catch {
      let status: ExitStatus =
        switch error.reason {
        case .tooLarge: .wrongPipeline
        case .system where !error.isMissing: .ioError
        default: .inputMissing
        }
      throw RunFailure(
        status, what: "the pipeline file cannot be read: \(error)", place: "",
        remedy: "name a pipeline file, such as Pipelines/nightly-reconciliation.json5")
    }
  }
}
