/// Why a run cannot go on; the only error that reaches the command line.
///
/// No part may hold a name, an employee number, an NI number, an access code or a carer status.
package struct RunFailure: Error, Sendable, Equatable {
  /// The status the program ends with.
  package var exitStatus: ExitStatus
  /// What happened, without a full stop: "a quote is never closed".
  package var what: String
  /// Where: a file, a line, a key, or several of them; empty where there is no place.
  package var place: String
  /// What to do about it, empty where `what` says it: "mend the quote or take the file away".
  package var remedy: String

  /// Makes a failure from its three parts.
  package init(_ exitStatus: ExitStatus, what: String, place: String, remedy: String) {
    self.exitStatus = exitStatus
    self.what = what
    self.place = place
    self.remedy = remedy
  }

  /// The failure of a pipeline file with these faults.
  package init(_ faults: PipelineFileFaults) {
    // Each fault says by itself what to do.
    self.init(.wrongPipeline, what: faults.problems, place: faults.file, remedy: "")
  }

  /// The one line for standard error: place, what happened, what to do.
  package var message: String {
    let said = place.isEmpty ? what : "\(place): \(what)"
    let line = remedy.isEmpty ? said : "\(said); \(remedy)"
    return String(line.map { $0.isNewline ? " " : $0 })
  }
}
