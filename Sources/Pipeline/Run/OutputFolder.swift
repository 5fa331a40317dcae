import Emit
import Files
import Ledger
import Threads
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
///     meanwhile write the ledger's log into its main file
struct OutputFolder {
  let folder: Folder
  let ledger: Ledger
  private let lock: ProcessLock

  /// Opens the ledger of a locked folder, and completes or drops a half-made run.
  init(_ locked: LockedFolder, _ listener: any ProgressListener) throws(RunFailure) {
    folder = locked.folder
    lock = locked.lock
    let published = try Self.publishedIDs(in: folder)
    try Self.refuseLostLedger(published, in: folder)
    do {
      ledger = try Ledger.open(in: folder, now: RunClock.text(RunClock.seconds()))
    } catch {
      throw RunFailure(error)
    }
    try refuseUnknown(published)
    try recover(listener)
  }

  /// Locks and opens the output folder of runs there have been, for work other than a run.
  ///
  /// To lock a folder makes it where it is missing: a mistyped path is refused before that.
  init(existing path: String, _ listener: any ProgressListener) throws(RunFailure) {
    _ = try Self.existing(path)
    try self.init(LockedFolder(path), listener)
  }

  /// The output folder of runs there have been, opened for looking only.
  static func existing(_ path: String) throws(RunFailure) -> Folder {
    do {
      return try Folder(opening: path, followingLink: true)
    } catch {
      // There, but not to be opened: that is not for the caller of the command to mend.
      if case .system = error.reason, !error.isMissing { throw RunFailure(output: error) }
      throw RunFailure(
        .inputMissing, what: "the output folder cannot be opened", place: path,
        remedy: "name it with --output")
    }
  }

  // MARK: - A ledger that does not fit

  /// The folders in `runs/` that are called like runs; other things there are no business of a run.
  private static func publishedIDs(in folder: Folder) throws(RunFailure) -> [String] {
    do {
      guard try folder.kind(of: RunFolder.parent) == .folder else { return [] }
      return try folder.folder(RunFolder.parent).listing().names.filter(RunFolder.isID)
    } catch {
      throw RunFailure(output: error)
    }
  }

  /// Refuses to begin a new ledger beside runs that an older one knew.
  ///
  /// Without their ledger every discrepancy would be new, every code sent again, and the numbers of
  /// the runs would be given out twice.
  private static func refuseLostLedger(
    _ published: [String], in folder: Folder
  ) throws(RunFailure) {
    guard let last = published.last else { return }
    do {
      let isThere = try folder.kind(of: Ledger.fileName) == .file
      if isThere, try folder.openFile(Ledger.fileName).size > 0 { return }
      // A link or a folder of that name is refused by the ledger itself, and says what it is.
      if !isThere, try folder.kind(of: Ledger.fileName) != nil { return }
    } catch {
      throw RunFailure(output: error)
    }
    throw RunFailure(
      .dataUnusable, what: "the ledger is gone or empty, but there are runs up to \(last)",
      place: folder.path(of: Ledger.fileName),
      remedy: "restore ledger.sqlite and ledger.key from the backup, or name another folder with "
        + "--output to begin anew")
  }

  /// Refuses a ledger that does not know a published run, such as one restored from before it.
  private func refuseUnknown(_ published: [String]) throws(RunFailure) {
    do {
      for id in published.reversed() where try decided(id) == nil {
        throw RunFailure(
          .dataUnusable, what: "the ledger does not know run \(id)",
          place: folder.path(of: Ledger.fileName),
          remedy: "restore the ledger of that night or a later one, or move the run's folder away")
      }
    } catch {
      throw RunFailure(ofOutput: error)
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
      for id in try StagedFolder.leftOver(in: folder) {
        if let run = try decided(id) {
          try complete(run)
          listener.note("The run \(id) was cut off after it was entered; it is published now.")
        } else {
          try StagedFolder.removeLeftOver(id, in: folder)
        }
      }
      // A run may have been cut off between its rename and the swap of the link.
      if let last = try ledger.lastPublishedRun()?.id {
        try Self.pointLatest(at: last, in: folder)
      }
      try writeHead()
    } catch {
      throw RunFailure(ofOutput: error)
    }
  }

  /// The published run of an id; nil where the ledger has none.
  private func decided(_ id: String) throws(LedgerError) -> PublishedRun? {
    do {
      return try ledger.publishedRun(id)
    } catch {
      guard case .unknownRun = error else { throw error }
      return nil
    }
  }

  /// Gives a run that was entered its place, if what it left is what was entered.
  private func complete(_ run: PublishedRun) throws {
    // The commit may have reported an error and be in the log all the same; from here on the
    // ledger's main file has it too.
    try ledger.checkpoint()
    guard try folder.kind(of: RunFolder.path(of: run.id)) == nil else {
      return try StagedFolder.removeLeftOver(run.id, in: folder)
    }
    let staged = StagedFolder.prefix + run.id
    let manifest = "\(staged)/\(OutputPaths.manifest)"
    guard try folder.kind(of: staged) == .folder, try folder.kind(of: manifest) == .file,
      try folder.openFile(manifest).digest() == run.manifest
    else {
      throw RunFailure(
        .ioError, what: "run \(run.id) was entered, but its manifest is not the one entered",
        place: folder.path(of: staged),
        remedy: "move that folder away and run again; verify then names the run as missing")
    }
    try StagedFolder.publishLeftOver(run.id, as: RunFolder.path(of: run.id), in: folder)
  }

  // MARK: - Publishing

  /// Gives a staged and decided run its place, points `latest` to it and writes the head; meanwhile
  /// the ledger's log goes into its main file.
  ///
  /// What fails here is completed by the next start.
  func publish(
    _ staged: StagedFolder, _ id: String, _ head: LedgerHead
  ) throws(RunFailure) {
    let placing = Guarded<RunFailure?>(nil)
    let settling: RunFailure?
    do throws(LedgerError) {
      try WaitingCalls.meanwhile({ [folder] in
        let failure = Self.place(staged, id, head, in: folder)
        placing.withLock { $0 = failure }
      }) { () throws(LedgerError) in try ledger.checkpoint() }
      settling = nil
    } catch {
      settling = Self.isPublished(id, but: RunFailure(error))
    }
    if let failure = placing.withLock({ $0 }) ?? settling { throw failure }
  }

  /// Gives a run its place, its link and its head, in this order.
  private static func place(
    _ staged: StagedFolder, _ id: String, _ head: LedgerHead, in folder: Folder
  ) -> RunFailure? {
    do throws(FileError) {
      // The entry in a new ledger, which has no log, is sure once the folder is on the disk.
      try folder.synchronise()
      try staged.publish(as: RunFolder.path(of: id))
      try pointLatest(at: id, in: folder)
    } catch {
      var failure = RunFailure(output: error)
      failure.what = "run \(id) is entered but not in its place yet: \(error)"
      failure.remedy = "run again: the next start completes it"
      return failure
    }
    do throws(FileError) {
      try head.write(in: folder)
      return nil
    } catch {
      return isPublished(id, but: RunFailure(output: error))
    }
  }

  /// The failure to settle the folder of a run that is in its place.
  private static func isPublished(_ id: String, but failure: RunFailure) -> RunFailure {
    var told = failure
    told.what = "run \(id) is published, but its folder is not settled: \(failure.what)"
    told.remedy = "see to the disk and run again: the next start completes it"
    return told
  }

  /// Removes the staging folder of a run that will not be published.
  func removeStaging(_ id: String) throws(FileError) {
    try StagedFolder.removeLeftOver(id, in: folder)
  }

  /// Writes `ledger-head.txt` anew where it is not the head of the ledger.
  func writeHead() throws {
    let head = try ledger.head()
    let text = Array(head.text.utf8)
    if try folder.kind(of: LedgerHead.fileName) == .file,
      try folder.openFile(LedgerHead.fileName).readAll() == text
    {
      return
    }
    try head.write(in: folder)
  }

  /// Ends other work on the folder: head written, ledger's log written back, errors told.
  ///
  /// SQLite would write its log back when the ledger is closed, and keep a failure to itself.
  func settle() throws(RunFailure) {
    do {
      try writeHead()
      try ledger.checkpoint()
    } catch {
      throw RunFailure(ofOutput: error)
    }
  }

  private static func pointLatest(at id: String, in folder: Folder) throws(FileError) {
    let target = RunFolder.path(of: id)
    guard try folder.kind(of: target) != nil else { return }
    if try folder.kind(of: RunFolder.latest) == .link,
      try folder.target(ofLink: RunFolder.latest) == target
    {
      return
    }
    try folder.replaceLink(RunFolder.latest, target: target)
  }
}
