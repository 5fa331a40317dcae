/// The exit statuses of the program (contract section 9), numbered as in `sysexits.h`.
package enum ExitStatus: Int32, CaseIterable, Sendable {
  /// Done; discrepancies are a result, not an error.
  case done = 0
  /// The command line is wrong: a command, an option or a date.
  case usage = 64
  /// The input data cannot be used, or a guard tripped.
  case dataUnusable = 65
  /// The pipeline file, the input folder or an input that is not optional is missing.
  case inputMissing = 66
  /// The output cannot be created.
  case cannotCreate = 73
  /// Reading or writing failed.
  case ioError = 74
  /// Another run holds the lock.
  case locked = 75
  /// The pipeline file is wrong.
  case wrongPipeline = 78

  /// What the status means, in one sentence, for the documentation.
  package var summary: String {
    switch self {
    case .done: "Done; discrepancies are a result, not an error."
    case .usage: "The command line is wrong: a command, an option or a date."
    case .dataUnusable: "The input data cannot be used, or a guard tripped; nothing is published."
    case .inputMissing:
      "The pipeline file, the input folder or an input that is not optional is missing."
    case .cannotCreate: "The output cannot be created."
    case .ioError: "Reading or writing failed."
    case .locked: "Another run holds the lock."
    case .wrongPipeline: "The pipeline file is wrong; the message names every fault."
    }
  }
}
