import Pipeline

/// Shows the stages of a run: a bar each on a terminal, otherwise a line each once it is done.
final class TerminalProgress: ProgressListener {
  private let bar = ProgressBar()

  func begin(_ stage: StageName, total: Int) { bar.begin(Self.label(stage), total: total) }

  func advance(_ stage: StageName, by amount: Int) { bar.advance(by: amount) }

  func end(_ stage: StageName, detail: String) {
    bar.line(
      Terminal.isInteractive
        ? "\(Terminal.green("✓")) \(Self.label(stage)) \(detail)" : "\(stage.rawValue): \(detail)")
  }

  func note(_ text: String) { bar.line(text) }

  private static func label(_ stage: StageName) -> String { Terminal.left(stage.rawValue, 10) }
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
