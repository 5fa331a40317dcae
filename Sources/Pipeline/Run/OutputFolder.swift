import Files
import Ledger
import Vocabulary

/// The output folder of one run: locked, its ledger open, what earlier runs left cleaned up.
///
/// The order of steps makes any crash leave either last night or tonight, whole:
///
///     write all files into .staging-ID      a crash here: the next start drops it
///     flush every file and folder
///     ledger: published (the decision)      a crash behind here: the next start completes it
///     rename .staging-ID to runs/ID
///     swap latest, write ledger-head.txt
struct OutputFolder {
  let folder: Folder
  let ledger: Ledger
  private let lock: ProcessLock

  /// Makes and locks the folder, opens the ledger, and completes or drops a half-made run.
  init(_ path: String, _ listener: any ProgressListener) throws(RunFailure) {
    let now = RunClock.text(RunClock.seconds())
    do {
      folder = try Folder(makingAll: path, followingLink: true)
    } catch {
      throw RunFailure(
        .cannotCreate, what: "\(error)", place: "", remedy: "name another folder with --output")
    }
    do {
      lock = try ProcessLock(in: folder, since: now)
    } catch {
      throw RunFailure(error, path: path)
    }
    do {
      ledger = try Ledger.open(in: folder, now: now)
    } catch {
      throw RunFailure(error)
    }
    try recover(listener)
  }

  /// The output folder of runs there have been, opened for looking only.
  static func existing(_ path: String) throws(RunFailure) -> Folder {
    do {
      return try Folder(opening: path, followingLink: true)
    } catch {
      throw RunFailure(
        .inputMissing, what: "the output folder cannot be opened", place: path,
        remedy: "name it with --output")
    }
  }

  // MARK: - What a run before left

  private func recover(_ listener: any ProgressListener) throws(RunFailure) {
    do {
      if let run = try ledger.unfinishedRun() {
        try ledger.recordDropped(run, at: RunClock.text(RunClock.seconds()))
        listener.note(
          "The run \(run.id), started \(run.startedAt), was cut off; "
            + "what it had written is dropped.")
      }
    } catch {
      throw RunFailure(error)
    }
    do {
      for id in try StagedFolder.leftOver(in: folder) {
        if try isDecided(id) {
          try complete(id)
          listener.note("The run \(id) was cut off after it was entered; it is published now.")
        } else {
          try StagedFolder.removeLeftOver(id, in: folder)
        }
      }
      // A run may have been cut off between its rename and the swap of the link.
      if let last = try lastRun() { try pointLatest(at: last) }
    } catch let error as FileError {
      throw RunFailure(output: error)
    } catch let error as LedgerError {
      throw RunFailure(error)
    } catch {
      throw RunFailure(.ioError, what: "\(error)", place: "", remedy: "")
    }
  }

  private func isDecided(_ id: String) throws(LedgerError) -> Bool {
    do {
      _ = try ledger.publishedRun(id)
      return true
    } catch {
      guard case .unknownRun = error else { throw error }
      return false
    }
  }

  private func complete(_ id: String) throws(FileError) {
    if try folder.kind(of: "runs/\(id)") == nil {
      try StagedFolder.publishLeftOver(id, as: "runs/\(id)", in: folder)
    } else {
      try StagedFolder.removeLeftOver(id, in: folder)
    }
  }

  private func lastRun() throws(LedgerError) -> String? { try ledger.lastPublishedRun()?.id }

  // MARK: - Publishing

  /// Gives a staged and decided run its place, and points `latest` to it.
  func publish(_ staged: StagedFolder, _ id: String) throws(FileError) {
    try staged.publish(as: "runs/\(id)")
    try pointLatest(at: id)
  }

  private func pointLatest(at id: String) throws(FileError) {
    let target = "runs/\(id)"
    guard try folder.kind(of: target) != nil else { return }
    if try folder.kind(of: "latest") == .link, try folder.target(ofLink: "latest") == target {
      return
    }
    try folder.replaceLink("latest", target: target)
  }
}

extension RunFailure {
  /// The failure to get the lock of an output folder.
  init(_ failure: ProcessLock.Failure, path: String) {
    switch failure {
    case .held(let process, let since):
      let holder = process.map { "process \($0)" } ?? "another process"
      let time = since.map { ", started \($0)" } ?? ""
      self.init(
        .locked, what: "another run is at work there (\(holder)\(time))", place: path,
        remedy: "wait until it is done and run again")
    case .file(let error): self.init(output: error)
    }
  }
}
