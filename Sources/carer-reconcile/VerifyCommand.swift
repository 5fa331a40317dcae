import Arguments
import Files
import Pipeline
import Vocabulary

/// `carer-reconcile verify`: outputs against the manifest, manifests against the chained ledger.
enum VerifyCommand {
  static func run(_ invocation: Invocation) throws(RunFailure) {
    let report = try Verification.verify(
      output: OutputOption.path(invocation), run: invocation.argument("RUN"),
      keptHead: try invocation.value(of: "head").map(Self.text))
    for run in report.runs { Terminal.line("run \(run): verified") }
    for run in report.purgedRuns { Terminal.line("run \(run): purged, what is left is verified") }
    guard report.faults.isEmpty else {
      for fault in report.faults { Terminal.line(fault) }
      throw RunFailure(
        .dataUnusable,
        what: Plain.count(report.faults.count, "thing is", "things are")
          + " not as published or entered",
        place: OutputOption.path(invocation),
        remedy: "nothing was changed; compare with a backup")
    }
    Terminal.line()
    Terminal.line(
      "All is as it was published: \(Plain.count(report.fileCount, "file")) and the ledger.")
    if let head = report.head { Terminal.write("The ledger's head, to keep elsewhere:\n\(head)") }
  }

  private static func text(_ path: String) throws(RunFailure) -> String {
    do {
      return String(decoding: try InputFile(opening: path).readAll(limit: 4096), as: UTF8.self)
    } catch {
      throw RunFailure(
        .inputMissing, what: "\(error)", place: "--head",
        remedy: "name a copy of ledger-head.txt")
    }
  }
}
