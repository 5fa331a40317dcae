import Arguments
import Pipeline
import Vocabulary

/// `carer-reconcile run`.
enum RunCommand {
  static func run(_ invocation: Invocation) throws(RunFailure) {
    var request = try request(invocation)
    if invocation.isSet("json") {
      let outcome = try Run.run(request, SilentProgress())
      Terminal.write(String(decoding: outcome.json, as: UTF8.self))
      return
    }
    if request.asOf == nil {
      // Handed on, so that the run is for the day that is shown, be it midnight in between.
      let today = RunClock.londonDay(RunClock.seconds())
      request.asOf = today
      Terminal.line("as of \(today.text), today in London")
    }
    let outcome = try Run.run(request, TerminalProgress())
    if invocation.isSet("timings") { Timings.show(outcome.timings) }
    show(outcome)
  }

  /// What the options and arguments ask for.
  static func request(_ invocation: Invocation) throws(RunFailure) -> RunRequest {
    var request = RunRequest(pipeline: invocation.required("PIPELINE"))
    request.input = invocation.value(of: "input")
    request.output = invocation.value(of: "output")
    request.again = invocation.isSet("again")
    if let text = invocation.value(of: "as-of") { request.asOf = try day(text) }
    request.workers = try workers(invocation)
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

  /// The number of threads asked for; nil where none is.
  static func workers(_ invocation: Invocation) throws(RunFailure) -> Int? {
    guard let text = invocation.value(of: "workers") else { return nil }
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
    for (label, text) in lines(outcome) {
      Terminal.line(Terminal.bold(Terminal.left(label, labelWidth)) + text)
    }
    guard let folder = outcome.folder else {
      Terminal.line("The pipeline has no emit stage: nothing is published.")
      return
    }
    Terminal.line(Terminal.bold(Terminal.left("files", labelWidth)) + folder)
    Terminal.line()
    Terminal.line("Next: open report.html or discrepancies.csv there, high severity first.")
  }

  /// The width of the labels in front of the last lines.
  private static let labelWidth = 16

  /// What was found, as lines with a label each; none is longer than 80 columns.
  private static func lines(_ outcome: RunOutcome) -> [(String, String)] {
    var lines: [(String, String)] = []
    if !outcome.severities.isEmpty {
      let total = outcome.severities.reduce(0) { $0 + $1.count }
      let severities = outcome.severities.map { severity, count in
        let text = "\(Plain.count(count)) \(severity.rawValue)"
        return severity == .high && count > 0 ? Terminal.red(text) : text
      }
      lines.append(
        ("discrepancies", "\(Plain.count(total)), \(severities.joined(separator: ", "))"))
    }
    let statuses = outcome.statuses.filter { $0.count > 0 }
      .map { "\(Plain.count($0.count)) \($0.status.rawValue)" }
    if !statuses.isEmpty { lines.append(("since last run", statuses.joined(separator: ", "))) }
    if let employees = outcome.employees { lines.append(("employees", Plain.count(employees))) }
    if let entries = outcome.entries {
      let recipients = outcome.recipients.map {
        "\(Plain.count($0.count)) of \($0.platform.rawValue)"
      }
      lines.append(
        ("list entries", "\(Plain.count(entries.all)), \(Plain.count(entries.linked)) linked")
      )
      lines.append(("recipients", recipients.joined(separator: ", ")))
    }
    if let rejected = outcome.rejectedRows, rejected > 0 {
      let place = outcome.folder == nil ? "carer-reconcile check" : "rejects.csv"
      lines.append(("rejected rows", "\(Plain.count(rejected)): see \(place)"))
    }
    if outcome.warnings > 0 {
      lines.append(("warnings", "\(Plain.count(outcome.warnings)): see above"))
    }
    return lines
  }
}
