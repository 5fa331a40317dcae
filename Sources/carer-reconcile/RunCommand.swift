import Arguments
import Pipeline
import Vocabulary

/// `carer-reconcile run`.
enum RunCommand {
  static func run(_ invocation: Invocation) throws(RunFailure) {
    let request = try request(invocation)
    if request.asOf == nil {
      Terminal.line("as of \(RunClock.londonDay(RunClock.seconds()).text), today in London")
    }
    let outcome = try Run.run(request, TerminalProgress())
    if invocation.isSet("timings") { Timings.show(outcome.timings) }
    show(outcome)
  }

  /// What the options and arguments ask for.
  static func request(_ invocation: Invocation) throws(RunFailure) -> RunRequest {
    var request = RunRequest(pipeline: invocation.argument("PIPELINE") ?? "")
    request.input = invocation.value(of: "input")
    request.output = invocation.value(of: "output")
    request.again = invocation.isSet("again")
    if let text = invocation.value(of: "as-of") { request.asOf = try day(text) }
    if let text = invocation.value(of: "workers") { request.workers = try workers(text) }
    for text in invocation.values(of: "accept") {
      let (name, reason) = try acceptedGuard(text)
      request.acceptedGuards[name] = reason
    }
    return request
  }

  private static func day(_ text: String) throws(RunFailure) -> CalendarDay {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"),
      case .day(let day) = DateText.read(bytes.span, century: .otherDate, asOf: .missing)
    else {
      throw RunFailure(
        .usage, what: "\(Display.quoted(text)) is no day there is", place: "--as-of",
        remedy: "give one as YYYY-MM-DD, such as 2026-11-21")
    }
    return day
  }

  /// The number of threads asked for.
  static func workers(_ text: String) throws(RunFailure) -> Int {
    guard let count = Int(text), (1...256).contains(count) else {
      throw RunFailure(
        .usage, what: "\(Display.quoted(text)) is no number of threads", place: "--workers",
        remedy: "give one from 1 to 256")
    }
    return count
  }

  private static func acceptedGuard(_ text: String) throws(RunFailure) -> (GuardName, String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let names = GuardName.allCases.map(\.rawValue)
    guard let name = GuardName(rawValue: String(parts[0])) else {
      let nearest = NearestWord.likely(for: String(parts[0]), among: names)
      throw RunFailure(
        .usage, what: "no guard \(Display.quoted(String(parts[0])))", place: "--accept",
        remedy: nearest.map { "did you mean \($0)?" }
          ?? "the guards are \(names.joined(separator: ", "))")
    }
    guard parts.count == 2, !parts[1].isEmpty else {
      throw RunFailure(
        .usage, what: "no reason is given", place: "--accept \(name.rawValue)",
        remedy: "say why, such as --accept \(name.rawValue)=\"one trust left the footprint\"; the "
          + "ledger keeps it")
    }
    return (name, String(parts[1]))
  }

  // MARK: - The last lines

  private static func show(_ outcome: RunOutcome) {
    Terminal.line()
    if outcome.isUnchanged {
      Terminal.line(
        "Nothing changed: inputs, pipeline and date are those of run \(outcome.id ?? "").")
      Terminal.line("Nothing new is published; --again publishes all the same.")
      Terminal.line("Files: \(outcome.folder ?? "")")
      return
    }
    Terminal.line(found(outcome))
    let statuses = outcome.statuses.filter { $0.count > 0 }
      .map { "\(Terminal.count($0.count)) \($0.status.rawValue)" }
    if !statuses.isEmpty {
      Terminal.line("Since the last run: \(statuses.joined(separator: ", ")).")
    }
    for (platform, count) in outcome.recipients {
      Terminal.line("Recipients of \(platform.rawValue): \(Terminal.count(count)).")
    }
    if outcome.rejectedRows > 0 {
      Terminal.line(
        "\(Terminal.count(outcome.rejectedRows, "row")) could not be read: see rejects.csv.")
    }
    guard let folder = outcome.folder else {
      Terminal.line("The pipeline has no emit stage: nothing is published.")
      return
    }
    Terminal.line("Files: \(folder)")
    Terminal.line("Next: open discrepancies.csv there and work it off, high severity first.")
  }

  private static func found(_ outcome: RunOutcome) -> String {
    let total = outcome.severities.reduce(0) { $0 + $1.count }
    let severities = outcome.severities.map {
      "\(Terminal.count($0.count)) \($0.severity.rawValue)"
    }
    return Terminal.bold(Terminal.count(total, "discrepancy", "discrepancies"))
      + " (\(severities.joined(separator: ", "))) among "
      + Terminal.count(outcome.employees, "employee") + "; "
      + "\(Terminal.count(outcome.linkedEntries)) of "
      + Terminal.count(outcome.entries, "list entry", "list entries") + " linked."
  }
}
