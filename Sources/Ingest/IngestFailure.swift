package import Files

/// Why the inputs cannot be used; the run ends before anything is published.
package struct IngestFailure: Error, Sendable {
  /// The class of the failure, which decides the exit status.
  package enum Kind: Sendable {
    /// A file is there but cannot be used: exit 65.
    case unusable
    /// A file, pattern or folder that must be there is not: exit 66.
    case missing
    /// The system failed to read: exit 74.
    case system
  }

  /// Which kind of failure it is; the exit status follows from it.
  package let kind: Kind
  /// File, and line where there is one.
  package let place: String
  /// What is wrong, without a personal value.
  package let problem: String
  /// What to do.
  package let remedy: String

  /// Makes a failure.
  package init(_ kind: Kind, at place: String, _ problem: String, remedy: String) {
    self.kind = kind
    self.place = place
    self.problem = problem
    self.remedy = remedy
  }

  /// The failure that an error of the file system is.
  package init(_ error: FileError) {
    let kind: Kind =
      switch error.reason {
      case .system: error.isMissing ? .missing : .system
      default: .unusable
      }
    let remedy =
      switch error.reason {
      case .wrongKind: "take it away, or mend the pattern in the pipeline file"
      default: "put it right and run again"
      }
    self.init(kind, at: error.path, error.description(of: "it"), remedy: remedy)
  }
}
