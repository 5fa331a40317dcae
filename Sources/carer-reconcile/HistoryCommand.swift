import Arguments
import Ledger
import Pipeline
import Vocabulary

/// `carer-reconcile history`: the runs, and how discrepancies came and went.
enum HistoryCommand {
  static func run(_ invocation: Invocation) throws(RunFailure) {
    let output = OutputOption.path(invocation)
    let file = invocation.argument("FILE")
    guard invocation.isSet("html") || file == nil else {
      throw RunFailure(
        .usage, what: "a file is given, but not what to write", place: "",
        remedy: "write history --html FILE")
    }
    let history = try RunHistory(output: output)
    if invocation.isSet("html") {
      let path = try history.writePage(to: file, output: output)
      Terminal.line("The nights are in \(path)")
      return
    }
    let published = history.entries.filter { $0.kind == .published }
    guard !published.isEmpty else {
      Terminal.line("No run has been published here yet.")
      return
    }
    Terminal.line(Terminal.bold("run         staff rows      new     open   waived  resolved"))
    for entry in published { Terminal.line(Self.row(entry)) }
    let events = history.entries.compactMap(\.event)
    if !events.isEmpty {
      Terminal.line()
      for event in events { Terminal.line(event) }
    }
    showChanges(history.lastChanges, of: published.last?.run ?? "")
  }

  /// One published run: reopened ones count as open.
  private static func row(_ entry: HistoryEntry) -> String {
    let open = (entry.counts[.open] ?? 0) + (entry.counts[.reopened] ?? 0)
    let counts = [
      entry.staffRows ?? 0, entry.counts[.new] ?? 0, open, entry.counts[.waived] ?? 0,
      entry.counts[.resolved] ?? 0,
    ]
    let widths = [9, 9, 9, 9, 10]
    return entry.run
      + zip(counts, widths).map { Terminal.right(Plain.count($0), $1) }.joined()
  }

  private static func showChanges(_ changes: [RuleChanges], of run: String) {
    guard !changes.isEmpty else { return }
    Terminal.line()
    Terminal.line(Terminal.bold("By rule in run \(run):"))
    for rule in changes {
      let words = [
        (rule.new, "new"), (rule.reopened, "reopened"), (rule.waiverEnded, "waiver ended"),
        (rule.waived, "waived"), (rule.changed, "changed"), (rule.resolved, "resolved"),
      ]
      let text = words.filter { $0.0 > 0 }.map { "\(Plain.count($0.0)) \($0.1)" }
      Terminal.line("  \(rule.rule): \(text.joined(separator: ", "))")
    }
  }
}
