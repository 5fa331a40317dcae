import Emit
import Threads

/// The files that a run is to write: worked out by the first thread that asks for them.
///
/// So the ledger's rows go in meanwhile, and so all that the files were written from can be let go
/// of while the run is published: it is most of what is in memory, and takes its time.
final class NightOutputs: Sendable {
  private enum State: Sendable {
    case wanted(@Sendable () -> OutputPlan)
    case made(OutputPlan)
    case gone
  }

  private let state: Guarded<State>

  /// Nothing is worked out yet.
  init(_ make: @escaping @Sendable () -> OutputPlan) { state = Guarded(.wanted(make)) }

  /// The files; other threads wait for the first one that asks.
  ///
  /// - Precondition: ``letGo()`` was not called.
  func plan() -> OutputPlan {
    state.withLock { state in
      switch state {
      case .made(let plan): return plan
      case .wanted(let make):
        let plan = make()
        state = .made(plan)
        return plan
      case .gone: preconditionFailure("the files are all written")
      }
    }
  }

  /// Lets go of everything.
  func letGo() { state.withLock { $0 = .gone } }
}
