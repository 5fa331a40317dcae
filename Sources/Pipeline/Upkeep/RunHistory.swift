package import Ledger

/// The runs of an output folder, and how discrepancies came and went.
package struct RunHistory: Sendable {
  /// All entries of the ledger, in their order.
  package let entries: [HistoryEntry]
  /// By rule what happened in the run published last; rules without a change are left out.
  package let lastChanges: [RuleChanges]

  /// Reads the ledger of an output folder.
  package init(output path: String) throws(RunFailure) {
    let folder = try OutputFolder.existing(path)
    do {
      let ledger = try Ledger.openForReading(in: folder)
      entries = try ledger.history()
      lastChanges =
        try ledger.lastPublishedRun().map { run throws(LedgerError) in
          try ledger.ruleChanges(of: run)
        } ?? []
    } catch {
      throw RunFailure(error)
    }
  }
}
