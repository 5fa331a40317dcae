import Files
import Ledger

extension RunFailure {
  /// The failure that an error of working on an output folder and its ledger is.
  ///
  /// For calls that throw several kinds of errors: a failure stays what it is.
  init(ofOutput error: any Error) {
    self =
      switch error {
      case let failure as RunFailure: failure
      case let error as FileError: RunFailure(output: error)
      case let error as LedgerError: RunFailure(error)
      default: RunFailure(.ioError, what: "\(error)", place: "", remedy: "")
      }
  }
}
