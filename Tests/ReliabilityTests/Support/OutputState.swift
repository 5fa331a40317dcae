import Files
import Foundation
import Ledger
import TestSupport

/// What an output folder holds, as the tests compare it.
enum OutputState {
  /// The bytes of every file of a published run, by path.
  static func run(_ id: String, in output: String) -> [String: Data] {
    FolderContents.bytes(below: "\(output)/runs/\(id)")
  }

  /// The run that `latest` leads to; nil where it is no link.
  static func latest(in output: String) -> String? {
    do {
      return try FileManager.default.destinationOfSymbolicLink(atPath: output + "/latest")
    } catch {
      return nil
    }
  }

  /// The names in a folder, sorted; empty where there is none.
  static func names(in folder: String) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      return []
    }
  }

  /// Copies a folder with links and modes as they are; the target must not be there.
  static func copy(_ source: String, to target: String) throws {
    try FileManager.default.copyItem(atPath: source, toPath: target)
  }

  /// Everything that is wrong with the ledger of a folder, looked at in a copy.
  ///
  /// In a copy, as SQLite clears up behind a crash when a ledger is opened, and that is the work of
  /// the next run.
  static func ledgerFaults(in output: String) throws -> [String] {
    let copy = TemporaryFolder()
    for name in names(in: output)
    where name.hasPrefix("ledger.") && name != "ledger.sqlite-shm" {
      try FileManager.default.copyItem(atPath: "\(output)/\(name)", toPath: copy.path(name))
    }
    let folder = try Folder(opening: copy.path)
    _ = try Ledger.open(in: folder, now: "")
    return try Ledger.verify(in: folder, against: nil).faults.map(\.description)
  }

  /// What is wrong with a folder in which all runs have ended well; empty where nothing is.
  static func faults(in output: String, runs: [String]) throws -> [String] {
    var faults: [String] = []
    let wanted = [".lock", "latest", "ledger-head.txt", "ledger.key", "ledger.sqlite", "runs"]
    let found = names(in: output)
    if found != wanted { faults.append("the folder holds \(found)") }
    let published = names(in: output + "/runs")
    if published != runs { faults.append("runs/ holds \(published)") }
    if latest(in: output) != runs.last.map({ "runs/" + $0 }) {
      faults.append("latest leads to \(latest(in: output) ?? "nothing")")
    }
    let folder = try Folder(opening: output)
    let ledger = try Ledger.open(in: folder, now: "")
    let entered = try ledger.history().filter { $0.kind == .published }.map(\.run)
    if entered != runs { faults.append("the ledger has \(entered)") }
    let kept = LedgerHead(text: FolderContents.text(of: output + "/ledger-head.txt") ?? "")
    if try kept != ledger.head() { faults.append("ledger-head.txt is not the ledger's head") }
    faults += try Ledger.verify(in: folder, against: kept).faults.map(\.description)
    let verified = try BuiltProgram.run(["verify", "--output", output])
    if verified.status != 0 { faults.append("verify: \(verified.output)\(verified.errors)") }
    return faults
  }
}
