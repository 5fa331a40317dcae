import Threads

/// A bar on the terminal's last line; nothing where output goes elsewhere.
final class ProgressBar: Sendable {
  private struct State: Sendable {
    var label = ""
    var total = 1
    var done = 0
    var shownSteps = -1
  }

  private let state = Guarded(State())
  /// With the label and the per cent a line of 80 columns holds it.
  private static let width = 40

  /// Begins a bar for work of `total` in its own measure, from nothing.
  func begin(_ label: String, total: Int) {
    state.withLock { $0 = State(label: label, total: max(1, total)) }
    advance(by: 0)
  }

  /// So much more is done; told from several threads.
  func advance(by amount: Int) {
    guard Terminal.isInteractive else { return }
    state.withLock { state in
      state.done += amount
      let steps = min(Self.width, state.done * Self.width / state.total)
      guard steps != state.shownSteps else { return }
      state.shownSteps = steps
      let percent = min(100, state.done * 100 / state.total)
      let bar =
        Terminal.blue(String(repeating: "█", count: steps))
        + String(repeating: "░", count: Self.width - steps)
      Terminal.write("\r\u{1B}[K  \(state.label) \(bar) \(Terminal.right("\(percent)", 3)) %")
    }
  }

  /// Writes a line in place of the bar, which the next step shows again below.
  func line(_ text: String) {
    state.withLock { state in
      state.shownSteps = -1
      Self.clear()
      Terminal.line(text)
    }
  }

  /// Takes the bar away, if one is on the last line.
  static func clear() {
    if Terminal.isInteractive { Terminal.write("\r\u{1B}[K") }
  }
}
