import CSQLite
package import Files

/// Why the ledger could not be opened, read or written; no message holds a value out of it.
package enum LedgerError: Error, Equatable, Sendable {
  /// A file beside or of the ledger could not be used.
  case file(FileError)
  /// SQLite refused; the code is its extended one.
  case database(action: String, code: Int32)
  /// There is no ledger, and the command only reads.
  case missing(path: String)
  /// The ledger is there, its key is not.
  case keyMissing(path: String)
  /// The key is not 32 bytes long.
  case keyLength(path: String)
  /// The key is not the one the ledger was begun with.
  case keyOfAnother(path: String)
  /// The file is a database, but not one of ours.
  case notALedger(path: String)
  /// The ledger was written by a newer program.
  case tooNew(found: Int, known: Int)
  /// No published run has this id.
  case unknownRun(String)
  /// Something was entered after the memory was read that a run rests on.
  case changedMeanwhile
  /// A row is not what the program writes; `verify` says more.
  case damaged(table: String)

  /// What kind of trouble it is, for the exit status.
  package enum Kind: Sendable {
    /// A file or folder cannot be made or opened.
    case creation
    /// Reading or writing failed.
    case inputOutput
    /// Another process has the ledger.
    case inUse
    /// What was asked for is not there.
    case absent
    /// What is there cannot be used.
    case unusable
  }

  /// What kind of trouble it is.
  package var kind: Kind {
    switch self {
    case .file(let error):
      switch error.operation {
      case .open, .create, .link, .rename: .creation
      default: .inputOutput
      }
    case .database(_, let code):
      switch code & 0xFF {
      case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM: .creation
      case SQLITE_BUSY, SQLITE_LOCKED: .inUse
      case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_CONSTRAINT: .unusable
      // What we ask is right for every ledger of ours: a table or a column of it is gone.
      case SQLITE_ERROR: .unusable
      default: .inputOutput
      }
    case .missing, .unknownRun: .absent
    case .keyMissing, .keyLength, .keyOfAnother, .notALedger, .tooNew, .damaged: .unusable
    case .changedMeanwhile: .inUse
    }
  }
}

extension LedgerError: CustomStringConvertible {
  /// One line: what happened, where, what to do.
  package var description: String {
    switch self {
    case .file(let error):
      error.description
    case .database(let action, let code):
      "the ledger could not \(action): \(LedgerError.text(of: code)) (SQLite \(code))"
    case .missing(let path):
      "there is no ledger at \(path); name the output folder of a run that has published"
    case .keyMissing(let path):
      "the ledger is there but its key \(path) is not; restore the key from the backup, or move "
        + "ledger.sqlite away to begin anew"
    case .keyLength(let path):
      "the key \(path) is not 32 bytes long; restore it from the backup"
    case .keyOfAnother(let path):
      "the key \(path) is not the one this ledger was begun with; restore the right one"
    case .notALedger(let path):
      "\(path) is not a ledger of this program; move it away"
    case .tooNew(let found, let known):
      "the ledger has version \(found), this program knows \(known); use a newer program"
    case .unknownRun(let run):
      "no published run has the id \(OneLine.printable(run)); carer-reconcile history lists them"
    case .changedMeanwhile:
      "the ledger was changed while the run was working; run again"
    case .damaged(let table):
      "a row of the ledger's table \(table) is not as written; carer-reconcile "
        + "verify says more"
    }
  }

  private static func text(of code: Int32) -> String {
    switch code & 0xFF {
    case SQLITE_FULL: "no space left; free some and run again"
    case SQLITE_CORRUPT, SQLITE_NOTADB:
      "it cannot be read or is damaged; see to the disk, else restore it"
    case SQLITE_READONLY: "it may not be written"
    case SQLITE_CANTOPEN: "it cannot be opened"
    case SQLITE_BUSY, SQLITE_LOCKED: "another process is using it"
    case SQLITE_CONSTRAINT: "a rule of its tables forbids it"
    case SQLITE_ERROR: "its tables are not those that this program makes; restore it"
    // Safe: the library's own constant text for a code, valid for ever.
    default: unsafe String(cString: sqlite3_errstr(code))
    }
  }
}
