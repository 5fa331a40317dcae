package import Vocabulary

/// What the command line asks of a run.
package struct RunRequest: Sendable {
  /// Path of the pipeline file.
  package var pipeline: String
  /// Input folder; nil = as the pipeline file says.
  package var input: String?
  /// Output folder; nil = as the pipeline file says.
  package var output: String?
  /// The civil date the run is for; nil = today in Europe/London.
  package var asOf: CalendarDay?
  /// Whether to publish although nothing changed since the last run.
  package var again = false
  /// Guards that this one run may pass, with the reason that the ledger keeps.
  package var acceptedGuards: [GuardName: String] = [:]
  /// How many threads work at once; nil = as many as the machine has cores.
  package var workers: Int?

  /// A request that leaves all but the pipeline file to it.
  package init(pipeline: String) { self.pipeline = pipeline }
}

/// The guards by the names of their keys in a pipeline file, as `--accept` takes them.
package enum GuardName: String, CaseIterable, Sendable {
  case maximumRejectedShare
  case maximumShrink
  case olderInput
}
