import Arguments
import Ledger
import Pipeline
import Vocabulary

/// `carer-reconcile confirm`: the lists of a run have been sent.
enum ConfirmCommand {
  static func run(_ invocation: Invocation) throws(RunFailure) {
    let run = invocation.required("RUN")
    let footprint = invocation.value(of: "footprint")
    let confirmation = try ListConfirmation.confirm(
      output: OutputOption.path(invocation), run: run, footprint: footprint, TerminalProgress())
    let place = footprint.map { " of footprint \($0)" } ?? ""
    Terminal.line(
      "The lists\(place) of run \(run) are confirmed as sent to people with "
        + "\(Plain.count(confirmation.listed, "employment")), of which "
        + "\(Plain.count(confirmation.newlyConfirmed)) had not been confirmed before.")
    Terminal.line("The next run shows them as sent, and asks again only where a code changes.")
  }
}
