import Ingest
import Records
import Threads

/// The stage ingest, run while the ledger is opened and read, which mostly waits for the disk.
final class InputReading: Sendable {
  private struct Read {
    let stages: Stages
    var extracts: Result<Extracts, RunFailure>?
  }

  private let read: Guarded<Read>

  /// Prepares to read the inputs of a plan.
  init(_ plan: RunPlan, _ listener: any ProgressListener) {
    read = Guarded(Read(stages: Stages(plan, listener), extracts: nil))
  }

  /// Reads the inputs; what goes wrong is kept for ``takeExtracts()``.
  func run() {
    var stages = self.stages
    let extracts: Result<Extracts, RunFailure>
    do throws(RunFailure) {
      extracts = .success(try stages.ingest())
    } catch {
      extracts = .failure(error)
    }
    let done = Read(stages: stages, extracts: extracts)
    read.withLock { $0 = done }
  }

  /// The stages, of which ingest is timed once ``run()`` has returned.
  var stages: Stages { read.withLock(\.stages) }

  /// What was read; given once, so that the caller alone holds it and can let go of it.
  ///
  /// - Precondition: ``run()`` has returned.
  func takeExtracts() throws(RunFailure) -> Extracts {
    guard let extracts = read.withLock({ $0.extracts.take() }) else {
      preconditionFailure("inputs are read before they are taken, and taken once")
    }
    return try extracts.get()
  }
}
