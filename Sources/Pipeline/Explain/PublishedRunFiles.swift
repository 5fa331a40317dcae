import Columns
import Emit
import Files
import Vocabulary

/// The files of one published run, read back and held against its manifest.
struct PublishedRunFiles {
  /// The run's id, `<as-of>-<nn>`.
  let id: String
  /// The input files by name: the source each was read for.
  let sources: [String: Source]
  private let folder: Folder
  /// By path: the SHA-256 that the manifest says.
  private let digests: [String: String]
  private let version: String
  /// Paths that were read and are not as the run wrote them.
  private(set) var changedPaths: [String] = []

  /// Opens a run of an output folder: the one named, else the latest.
  init(output path: String, run: String?) throws(RunFailure) {
    let output = try OutputFolder.existing(path)
    do {
      if let run { id = run } else { id = try Self.latest(in: output) }
      guard RunFolder.isID(id) else {
        throw RunFailure(
          .usage, what: "\(Display.quoted(id)) is no run's id", place: "--run",
          remedy: "give one such as 2026-11-21-01; carer-reconcile history lists them")
      }
      guard try output.kind(of: RunFolder.path(of: id)) == .folder else {
        throw RunFailure(
          .inputMissing, what: "there is no run \(id)", place: path,
          remedy: "carer-reconcile history lists the runs")
      }
      folder = try output.folder(RunFolder.path(of: id))
      let manifest = try PublishedManifest(in: folder)
      guard let entries = manifest.entries else {
        throw RunFailure(
          .dataUnusable, what: "the manifest of run \(id) cannot be read",
          place: OutputPaths.manifest,
          remedy: "carer-reconcile verify \(id) says what was changed")
      }
      digests = Dictionary(entries.map { ($0.path, $0.sha256) }) { first, _ in first }
      sources = manifest.sources
      version = manifest.programVersion ?? "unknown"
    } catch {
      throw RunFailure(ofReading: error)
    }
  }

  /// The paths of the run's files that the manifest lists, sorted.
  var paths: [String] { digests.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// Whether the run wrote this file.
  func lists(_ path: String) -> Bool { digests[path] != nil }

  /// The bytes of a file that the manifest lists, with room for `room` more.
  mutating func read(_ path: String, room: Int = 0) throws(RunFailure) -> [UInt8] {
    let bytes: [UInt8]
    do {
      guard try folder.kind(of: path) != nil else {
        throw RunFailure(
          .inputMissing, what: "\(path) of run \(id) is gone: purged, or taken away", place: "",
          remedy: "carer-reconcile verify \(id) says which; name a later run with --run")
      }
      bytes = try folder.openFile(path).readAll(room: room)
    } catch {
      throw RunFailure(ofReading: error)
    }
    if SHA256.digest(of: bytes).hexadecimal != digests[path] { changedPaths.append(path) }
    return bytes
  }

  /// A CSV file of the run, or nil where the run did not write it.
  mutating func table(_ path: String) throws(RunFailure) -> CSVTable? {
    guard lists(path) else { return nil }
    return CSVTable(try read(path, room: PaddedBytes.padding))
  }

  /// The failure of a run that has no trace at all.
  func missingTrace() -> RunFailure {
    if paths.contains(where: { $0.hasPrefix(OutputPaths.reconciled) }) {
      return RunFailure(
        .inputMissing,
        what: "run \(id) was made by version \(version), which kept no trace to explain from",
        place: "", remedy: "run again with --again, or name a later run with --run")
    }
    return RunFailure(
      .inputMissing,
      what: "run \(id) has nothing to explain: its pipeline leaves out the product reconciled",
      place: "", remedy: "add reconciled to emit.products and run again")
  }

  /// The id of the run published last.
  private static func latest(in output: Folder) throws -> String {
    let isThere = try output.kind(of: RunFolder.latest) == .link
    let target = isThere ? try output.target(ofLink: RunFolder.latest) : nil
    guard let id = target.flatMap(RunFolder.id) else {
      throw RunFailure(
        .inputMissing, what: "no run is published there", place: output.path,
        remedy: "run carer-reconcile run PIPELINE first, or name another folder with --output")
    }
    return id
  }
}

extension RunFailure {
  /// The failure that an error of reading a published run is.
  fileprivate init(ofReading error: any Error) {
    guard let error = error as? FileError else {
      self.init(ofOutput: error)
      return
    }
    self.init(
      error.isMissing ? .inputMissing : .ioError, what: "\(error)", place: "",
      remedy: "carer-reconcile verify says what was changed")
  }
}
