import Emit
import Files
import Ledger
import Threads

/// What `carer-reconcile verify` found.
package struct VerificationReport: Sendable {
  /// All that is not as it was published or entered, one line each; empty where all is well.
  package var faults: [String] = []
  /// Runs whose files are all as their manifests say.
  package var runs: [String] = []
  /// Runs whose person-level files `purge` removed, and whose other files are as published.
  package var purgedRuns: [String] = []
  /// How many files were hashed.
  package var fileCount = 0
  /// The three lines of the ledger's head; nil where it cannot be read.
  package var head: String?
}

/// Holds outputs against manifests, and manifests against the chained ledger.
///
/// Mends nothing.
package enum Verification {
  /// Verifies one run, or all of them where `run` is nil.
  ///
  /// `keptHead` is the text of a `ledger-head.txt` kept elsewhere: only with it are a ledger that
  /// was cut short or written anew as a whole told from the right one.
  package static func verify(
    output path: String, run: String?, keptHead: String?
  ) throws(RunFailure) -> VerificationReport {
    let kept = try keptHead.map { text throws(RunFailure) in
      guard let head = LedgerHead(text: text) else {
        throw RunFailure(
          .dataUnusable, what: "this is no head of a ledger", place: "--head",
          remedy: "name a copy of ledger-head.txt")
      }
      return head
    }
    var report = VerificationReport()
    let folder = try OutputFolder.existing(path)
    do {
      let ledger = try Ledger.verify(in: folder, against: kept)
      report.faults = ledger.faults.map(\.description)
      report.head = ledger.head?.text
      try verifyRuns(folder, run, &report)
    } catch let error as LedgerError {
      // A ledger with faults may not be readable any further: its faults are the answer.
      guard error.kind == .unusable, !report.faults.isEmpty else { throw RunFailure(error) }
      report.faults.append("\(error)")
    } catch {
      throw RunFailure(ofOutput: error)
    }
    return report
  }

  private static func verifyRuns(
    _ folder: Folder, _ run: String?, _ report: inout VerificationReport
  ) throws {
    let ledger = try Ledger.openForReading(in: folder)
    let history = try ledger.history()
    let purged = Set(history.filter { $0.kind == .purged }.map(\.run))
    let published = history.filter { $0.kind == .published }
    if let run, !published.contains(where: { $0.run == run }) { throw LedgerError.unknownRun(run) }
    for entry in published where run == nil || entry.run == run {
      let isPurged = purged.contains(entry.run)
      let faultCount = report.faults.count
      try verify(entry.run, manifest: entry.manifest, isPurged: isPurged, folder, &report)
      // A run with a fault is named by its faults, never called verified.
      guard report.faults.count == faultCount else { continue }
      if isPurged { report.purgedRuns.append(entry.run) } else { report.runs.append(entry.run) }
    }
    if run == nil { try verifyPlaces(folder, published.map(\.run), &report) }
  }

  /// Holds one run's folder against its manifest, and the manifest against the ledger.
  private static func verify(
    _ run: String, manifest: SHA256Digest?, isPurged: Bool, _ output: Folder,
    _ report: inout VerificationReport
  ) throws {
    let place = RunFolder.path(of: run)
    guard try output.kind(of: place) == .folder else {
      report.faults.append("\(place): missing, though the ledger has the run")
      return
    }
    let folder = try output.folder(place)
    let manifestPlace = "\(place)/\(OutputPaths.manifest)"
    guard try folder.kind(of: OutputPaths.manifest) == .file else {
      report.faults.append("\(manifestPlace): missing")
      return
    }
    let found = try PublishedManifest(in: folder)
    report.fileCount += 1
    if found.digest != manifest {
      report.faults.append("\(manifestPlace): changed since the ledger entered it")
    }
    guard let entries = found.entries else {
      report.faults.append("\(manifestPlace): is no manifest any more")
      return
    }
    let listed = try RunFiles.listing(below: folder)
    let paths = Set(listed.paths)
    let names = Dictionary(entries.map { ($0.sha256, $0.path) }) { first, _ in first }
    let digests = Self.digests(entries.filter { paths.contains($0.path) }, folder)
    for entry in entries {
      guard let result = digests[entry.path] else {
        if isPurged && RunFiles.isPersonLevel(entry.path) { continue }
        report.faults.append("\(place)/\(entry.path): missing")
        continue
      }
      report.fileCount += 1
      switch result {
      case .success(let digest) where digest.hexadecimal == entry.sha256: continue
      case .success(let digest):
        let other = names[digest.hexadecimal].map { "; it has the bytes of \($0)" } ?? ""
        report.faults.append("\(place)/\(entry.path): changed since it was published\(other)")
      case .failure(let error):
        report.faults.append("\(place)/\(entry.path): \(error.description(of: "it"))")
      }
    }
    let known = Set(entries.map(\.path)).union([OutputPaths.manifest])
    for path in paths.subtracting(known).sorted() + listed.unusable {
      report.faults.append(
        "\(place)/\(OneLine.printable(path)): added, the manifest has no such file")
    }
  }

  private static func digests(
    _ entries: [PublishedManifest.Entry], _ folder: Folder
  ) -> [String: Result<SHA256Digest, FileError>] {
    let workers = Workers(count: Workers.coreCount)
    let results = workers.map(0..<entries.count) { index -> Result<SHA256Digest, FileError> in
      do throws(FileError) {
        return .success(try folder.openFile(entries[index].path).digest())
      } catch {
        return .failure(error)
      }
    }
    return Dictionary(zip(entries.map(\.path), results)) { first, _ in first }
  }

  /// Holds `runs/` and `latest` against the ledger.
  private static func verifyPlaces(
    _ folder: Folder, _ runs: [String], _ report: inout VerificationReport
  ) throws {
    if try folder.kind(of: RunFolder.parent) == .folder {
      let (names, unusable) = try folder.folder(RunFolder.parent).listing()
      for name in names.filter({ !runs.contains($0) }) + unusable {
        report.faults.append(
          "\(RunFolder.path(of: OneLine.printable(name))): added, the ledger has no such run")
      }
    }
    guard let last = runs.last else { return }
    let (latest, wanted) = (RunFolder.latest, RunFolder.path(of: last))
    let isLink = try folder.kind(of: latest) == .link
    if try !isLink || folder.target(ofLink: latest) != wanted {
      report.faults.append("\(latest): does not lead to \(wanted), the run published last")
    }
  }
}
