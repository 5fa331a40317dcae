import Pipeline
import Synchronization
import TestSupport
import Vocabulary

/// Runs of the pipeline file in a temporary folder, of which nothing is shown.
enum QuietRun {
  /// A listener to whom it does not matter how things go on.
  final class Silence: ProgressListener {
    func begin(_ stage: StageName, total: Int) {}
    func advance(_ stage: StageName, by amount: Int) {}
    func end(_ stage: StageName, detail: String) {}
    func note(_ text: String) {}
  }

  /// A listener that keeps what a person is told.
  final class Notes: ProgressListener {
    private let kept = Mutex<[String]>([])
    var texts: [String] { kept.withLock { $0 } }
    func begin(_ stage: StageName, total: Int) {}
    func advance(_ stage: StageName, by amount: Int) {}
    func end(_ stage: StageName, detail: String) {}
    func note(_ text: String) { kept.withLock { $0.append(text) } }
  }

  /// Runs `pipeline.json5` on the folder's files for a day of November 2026; the output goes to
  /// its folder `out`.
  @discardableResult
  static func run(
    in folder: TemporaryFolder, day: Int, accepting guards: [GuardName] = [],
    _ listener: any ProgressListener = Silence()
  ) throws(RunFailure) -> RunOutcome {
    var request = RunRequest(pipeline: folder.path("pipeline.json5"))
    request.input = folder.path
    request.output = folder.path("out")
    request.asOf = CalendarDay(year: 2026, month: 11, day: day)
    request.workers = 1
    for name in guards { request.acceptedGuards[name] = "known" }
    return try Run.run(request, listener)
  }
}
