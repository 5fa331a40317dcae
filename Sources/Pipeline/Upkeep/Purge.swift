import Files
import Ledger
package import Vocabulary

/// Removes the person-level files of old runs; nothing is ever removed unless it is asked for.
package enum Purge {
  /// What was removed.
  package struct Outcome: Sendable {
    /// The runs that were purged, in their order.
    package var runs: [String] = []
    /// How many files were removed.
    package var fileCount = 0
  }

  /// Purges the published runs whose as-of date is more than `days` before `today`.
  ///
  /// The run published last is never purged: tomorrow's is held against its files. Manifests,
  /// evidence, distribution lists and the ledger's chain stay, so that `verify` says purged, not
  /// missing. Entered before anything is removed: whatever is cut off is completed by the next
  /// purge.
  package static func purge(
    output path: String, olderThan days: Int, today: CalendarDay, _ listener: any ProgressListener
  ) throws(RunFailure) -> Outcome {
    let output = try OutputFolder(existing: path, listener)
    var outcome = Outcome()
    do {
      let history = try output.ledger.history()
      let published = history.filter { $0.kind == .published }
      let entered = Set(history.filter { $0.kind == .purged }.map(\.run))
      for entry in published.dropLast() where Int(today.raw) - Int(entry.asOf.raw) > days {
        let path = RunFolder.path(of: entry.run)
        guard try output.folder.kind(of: path) == .folder else { continue }
        let folder = try output.folder.folder(path)
        let paths = try RunFiles.paths(below: folder).filter(RunFiles.isPersonLevel)
        if paths.isEmpty { continue }
        if !entered.contains(entry.run) {
          try output.ledger.recordPurged(
            run: entry.run, at: RunClock.text(RunClock.seconds()))
        }
        for path in paths { try folder.removeFile(path) }
        try folder.synchroniseFolders()
        outcome.runs.append(entry.run)
        outcome.fileCount += paths.count
      }
      try output.settle()
    } catch {
      throw RunFailure(ofOutput: error)
    }
    return outcome
  }
}
