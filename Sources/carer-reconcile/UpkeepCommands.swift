import Arguments
import Files
import Ledger
import Pipeline
import Vocabulary

/// `carer-reconcile confirm`: the lists of a run have been sent.
enum ConfirmCommand {
  static func run(_ invocation: Invocation) throws(RunFailure) {
    let run = invocation.argument("RUN") ?? ""
    let footprint = invocation.value(of: "footprint")
    let confirmation = try ListConfirmation.confirm(
      output: OutputOption.path(invocation), run: run, footprint: footprint, TerminalProgress())
    let place = footprint.map { " of footprint \($0)" } ?? ""
    Terminal.line(
      "The lists\(place) of run \(run) are confirmed as sent: "
        + "\(Terminal.count(confirmation.newlyConfirmed)) of "
        + "\(Terminal.count(confirmation.listed, "recipient")) with a code are new.")
    Terminal.line("The next run shows them as sent, and asks again only where a code changes.")
  }
}

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
        what: Terminal.count(report.faults.count, "thing is", "things are")
          + " not as published or entered",
        place: OutputOption.path(invocation),
        remedy: "nothing was changed; compare with a backup")
    }
    Terminal.line()
    Terminal.line(
      "All is as it was published: \(Terminal.count(report.fileCount, "file")) and the ledger.")
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

/// `carer-reconcile purge`: removes person-level files of old runs.
enum PurgeCommand {
  static func run(_ invocation: Invocation) throws(RunFailure) {
    guard let text = invocation.value(of: "older-than"), let days = Int(text), days >= 0,
      days < 100_000
    else {
      throw RunFailure(
        .usage, what: "no number of days is given", place: "--older-than",
        remedy: "say how old, such as --older-than 365")
    }
    let outcome = try Purge.purge(
      output: OutputOption.path(invocation), olderThan: days,
      today: RunClock.londonDay(RunClock.seconds()), TerminalProgress())
    if outcome.runs.isEmpty {
      Terminal.line("No run but the last is older than \(Terminal.count(days, "day")).")
      return
    }
    for run in outcome.runs { Terminal.line("run \(run): purged") }
    Terminal.line(
      "\(Terminal.count(outcome.fileCount, "file")) with persons removed; manifests, evidence, "
        + "distribution lists and the ledger stay.")
  }
}

/// The output folder of commands that look at runs there have been.
enum OutputOption {
  /// What `--output` says, else `./output`.
  static func path(_ invocation: Invocation) -> String {
    invocation.value(of: "output") ?? "output"
  }
}
