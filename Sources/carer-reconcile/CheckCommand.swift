import Arguments
import Pipeline
import Records
import Vocabulary

/// `carer-reconcile check`: reads and validates everything, writes nothing.
enum CheckCommand {
  static func run(_ invocation: Invocation) throws(RunFailure) {
    let request = try RunCommand.request(invocation)
    let checked = try Run.check(request, TerminalProgress())
    Terminal.line()
    for input in checked.inputs { Terminal.line(Self.account(of: input)) }
    showRejects(checked)
    // A guard that refuses the inputs is told last, behind the rows for which it does.
    let found = try checked.findings.get()
    Terminal.line()
    Terminal.line(
      checked.rejects.allSatisfy(\.isEmpty)
        ? "All files can be read." : "All files can be read, all rows but those above.")
    let discrepancies = Plain.count(found.discrepancies, "discrepancy", "discrepancies")
    let employees = Plain.count(found.employees, "employee")
    Terminal.line("A run would find \(discrepancies) among \(employees). Nothing was written.")
  }

  /// How many rejected rows of one file are shown; a run's rejects.csv has them all.
  private static let shownRejects = 10

  private static func showRejects(_ checked: CheckedInputs) {
    if checked.rejects.allSatisfy(\.isEmpty) { return }
    Terminal.line()
    for (input, rejects) in zip(checked.inputs, checked.rejects) {
      for reject in rejects.prefix(shownRejects) { Terminal.line(reject) }
      if rejects.count > shownRejects {
        Terminal.line(
          "\(input.path): and \(Plain.count(rejects.count - shownRejects, "row")) more")
      }
    }
  }

  private static func account(of input: InputAccount) -> String {
    if input.isDuplicate { return "\(input.path): the same bytes as an earlier file, skipped" }
    if let newer = input.supersededBy { return "\(input.path): \(newer) is newer, skipped" }
    var text = "\(input.path): \(Plain.count(input.rowsRead, "row")) read"
    if input.rejected > 0 { text += ", \(Plain.count(input.rejected)) rejected" }
    if input.blank > 0 { text += ", \(Plain.count(input.blank)) blank" }
    if input.skipped > 0 { text += ", \(Plain.count(input.skipped)) skipped" }
    if let layout = input.layout { text += ", layout \(layout)" }
    return text + " (\(input.encodings.joined(separator: ", ")))"
  }
}
