package import Files
package import Ingest
package import Ledger

extension RunFailure {
  /// What a failure to read the inputs is to a run.
  package init(_ failure: IngestFailure) {
    let status: ExitStatus =
      switch failure.kind {
      case .unusable: .dataUnusable
      case .missing: .inputMissing
      case .system: .ioError
      }
    self.init(
      status, what: failure.problem, place: failure.place, remedy: failure.remedy)
  }

  /// What a failure to make or write an output is to a run.
  ///
  /// Making, opening and renaming are 73 (cannot be created), all else is 74 (reading or writing).
  package init(output error: FileError) {
    let status: ExitStatus =
      switch error.operation {
      case .open, .create, .link, .rename: .cannotCreate
      default: .ioError
      }
    self.init(
      status, what: "\(error)", place: "",
      remedy: "what was published is as it was; put it right and run again")
  }

  /// What a failure of the ledger is to a run.
  ///
  /// What SQLite calls a damaged file may as well be a disk that cannot be read at the moment
  /// (`SQLITE_IOERR_CORRUPTFS`), so it is 74 like any failed reading.
  package init(_ error: LedgerError) {
    let status: ExitStatus =
      switch (error.kind, error) {
      case (.creation, _): .cannotCreate
      case (.inputOutput, _), (.unusable, .database): .ioError
      case (.inUse, _): .locked
      case (.absent, _): .inputMissing
      case (.unusable, _): .dataUnusable
      }
    self.init(status, what: "\(error)", place: "", remedy: "")
  }

  /// What an error of working on an output folder and its ledger is to a run.
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
