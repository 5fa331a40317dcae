import Arguments
import Pipeline
import Vocabulary

/// `carer-reconcile purge`: removes person-level files of old runs.
enum PurgeCommand {
  static func run(_ invocation: Invocation) throws(RunFailure) {
    let days = try days(invocation.required("older-than"))
    let outcome = try Purge.purge(
      output: OutputOption.path(invocation), olderThan: days,
      today: RunClock.londonDay(RunClock.seconds()), TerminalProgress())
    if outcome.runs.isEmpty {
      Terminal.line("No run but the last is older than \(Plain.count(days, "day")).")
      return
    }
    for run in outcome.runs { Terminal.line("run \(run): purged") }
    Terminal.line(
      "\(Plain.count(outcome.fileCount, "file")) with persons removed; manifests, evidence, "
        + "distribution lists and the ledger stay.")
  }

  private static func days(_ text: String) throws(RunFailure) -> Int {
    guard let days = Int(text), (0..<100_000).contains(days) else {
      throw RunFailure(
        .usage, what: "\(Display.quoted(text)) is no number of days", place: "--older-than",
        remedy: "say how old, such as --older-than 365")
    }
    return days
  }
}
