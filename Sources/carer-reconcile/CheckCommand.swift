import Arguments
import Pipeline
import Records

/// `carer-reconcile check`: reads and validates everything, writes nothing.
enum CheckCommand {
  static func run(_ invocation: Invocation) throws(RunFailure) {
    let request = try RunCommand.request(invocation)
    let (outcome, inputs) = try Run.check(request, TerminalProgress())
    Terminal.line()
    for input in inputs { Terminal.line(Self.account(of: input)) }
    let total = outcome.severities.reduce(0) { $0 + $1.count }
    Terminal.line()
    Terminal.line(
      "All can be read. A run would find \(Terminal.count(total, "discrepancy", "discrepancies")) "
        + "among \(Terminal.count(outcome.employees, "employee")). Nothing was written.")
  }

  private static func account(of input: InputAccount) -> String {
    if input.isDuplicate { return "\(input.path): the same bytes as an earlier file, skipped" }
    var text = "\(input.path): \(Terminal.count(input.rowsRead, "row")) read"
    if input.rejected > 0 { text += ", \(Terminal.count(input.rejected)) rejected" }
    if input.blank > 0 { text += ", \(Terminal.count(input.blank)) blank" }
    return text + " (\(input.encodings.joined(separator: ", ")))"
  }
}
