import Pipeline
import Synchronization

/// Shows the stages of a run: a bar each on a terminal, otherwise a line each once it is done.
final class TerminalProgress: ProgressListener {
  private struct State {
    var total = 1
    var done = 0
    var shownSteps = -1
  }

  private let state = Mutex(State())
  /// With the stage's name and the per cent a line of 80 columns holds it.
  private static let barWidth = 40

  func begin(_ stage: StageName, total: Int) {
    state.withLock { $0 = State(total: max(1, total)) }
    advance(stage, by: 0)
  }

  func advance(_ stage: StageName, by amount: Int) {
    guard Terminal.isInteractive else { return }
    state.withLock { state in
      state.done += amount
      let steps = min(Self.barWidth, state.done * Self.barWidth / state.total)
      guard steps != state.shownSteps else { return }
      state.shownSteps = steps
      let percent = min(100, state.done * 100 / state.total)
      Terminal.write(
        "\r\u{1B}[K  \(Self.label(stage)) \(Self.bar(steps)) \(Terminal.right("\(percent)", 3)) %")
    }
  }

  func end(_ stage: StageName, detail: String) {
    if Terminal.isInteractive {
      Terminal.write("\r\u{1B}[K\(Terminal.green("✓")) \(Self.label(stage)) \(detail)\n")
    } else {
      Terminal.line("\(stage.rawValue): \(detail)")
    }
  }

  func note(_ text: String) {
    guard Terminal.isInteractive else { return Terminal.line(text) }
    // In place of the bar, which the next step shows again below.
    state.withLock { state in
      state.shownSteps = -1
      Terminal.write("\r\u{1B}[K\(text)\n")
    }
  }

  private static func label(_ stage: StageName) -> String { Terminal.left(stage.rawValue, 10) }

  private static func bar(_ steps: Int) -> String {
    Terminal.blue(String(repeating: "█", count: steps))
      + String(repeating: "░", count: barWidth - steps)
  }
}

/// Says nothing, as standard output is for a machine.
///
/// What a person should know goes to standard error.
final class SilentProgress: ProgressListener {
  func begin(_ stage: StageName, total: Int) {}
  func advance(_ stage: StageName, by amount: Int) {}
  func end(_ stage: StageName, detail: String) {}
  func note(_ text: String) { Terminal.errorLine(text) }
}
