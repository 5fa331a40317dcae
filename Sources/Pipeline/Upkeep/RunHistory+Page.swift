import Emit
import Files
package import Ledger
import Vocabulary

extension RunHistory {
  /// The file's name where none is given; it lies in the output folder.
  private static let pageName = "history.html"

  /// Writes the nights as one page, in place of a page that was there.
  ///
  /// - Returns: The path of the file.
  package func writePage(to file: String?, output: String) throws(RunFailure) -> String {
    let path = file ?? "\(output)/\(Self.pageName)"
    let parts = PathParts(path)
    do {
      let folder = try Folder(opening: parts.folder, followingLink: true)
      try folder.replaceFile(parts.name, with: page)
      return path
    } catch {
      throw RunFailure(
        .cannotCreate, what: "\(error)", place: "",
        remedy: "name a file in a folder that is there: history --html FILE")
    }
  }

  /// The nights as one page.
  private var page: [UInt8] {
    var page = HistoryPage()
    page.programVersion = ProgramVersion.text
    page.nights = entries.filter { $0.kind == .published }.map { entry in
      HistoryPage.Night(
        run: entry.run, asOf: entry.asOf, recordedAt: entry.recordedAt,
        staffRows: entry.staffRows ?? 0, counts: entry.counts)
    }
    page.events = entries.compactMap(\.event)
    page.changes = lastChanges.map { rule in
      [rule.rule]
        + [
          rule.new, rule.reopened, rule.waiverEnded, rule.waived, rule.changed, rule.resolved,
        ].map(String.init)
    }
    return page.bytes()
  }
}

extension HistoryEntry {
  /// What happened besides publishing, in one sentence; nil where there is nothing to tell.
  ///
  /// Failures, confirmations, purges, guards that were let pass.
  package var event: String? {
    switch kind {
    case .created, .started: nil
    case .published:
      acceptedGuards.isEmpty
        ? nil
        : "run \(run): passed "
          + acceptedGuards.map { "\($0.name) (\($0.reason))" }.joined(separator: ", ")
    case .failed: "\(recordedAt): run refused or failed, exit \(exitStatus ?? 0)"
    case .dropped: "\(recordedAt): run \(run) was cut off and dropped"
    case .confirmed:
      "\(recordedAt): lists of run \(run) confirmed as sent"
        + (footprint.map { ", footprint \($0.isEmpty ? OutputPaths.noFootprint : $0)" } ?? "")
    case .purged: "\(recordedAt): run \(run) purged"
    }
  }
}
