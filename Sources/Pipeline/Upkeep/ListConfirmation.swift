import Emit
import Files
package import Ledger
import Vocabulary

/// Enters that the lists of a run have been sent.
package enum ListConfirmation {
  /// Confirms the lists of one footprint, or of all where `footprint` is nil.
  ///
  /// `no-footprint` stands for the organisations without one.
  package static func confirm(
    output path: String, run: String, footprint: String?, _ listener: any ProgressListener
  ) throws(RunFailure) -> Ledger.Confirmation {
    let code = try footprint.map { text throws(RunFailure) in try Self.code(text) }
    let output = try OutputFolder(existing: path, listener)
    do {
      let confirmation = try output.ledger.confirm(
        run: run, footprint: code, at: RunClock.text(RunClock.seconds()))
      try output.settle()
      guard confirmation.listed > 0 else {
        throw RunFailure(
          .inputMissing, what: "its lists name nobody with a code",
          place: "run \(run)" + (footprint.map { ", footprint \($0)" } ?? ""),
          remedy: "look at recipients/ in the run's folder")
      }
      return confirmation
    } catch {
      throw RunFailure(ofOutput: error)
    }
  }

  private static func code(_ text: String) throws(RunFailure) -> String {
    if text == OutputPaths.noFootprint { return "" }
    guard let code = ODSCode(text) else {
      throw RunFailure(
        .usage, what: "\(Display.quoted(text)) is no footprint code", place: "--footprint",
        remedy: "give 1 to 10 letters and digits, or \(OutputPaths.noFootprint)")
    }
    return code.text
  }
}
