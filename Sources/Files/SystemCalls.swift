import Glibc

/// The calls that may be interrupted by a signal, repeated until they are not.
///
/// `close` is not among them: after EINTR the descriptor is gone on Linux and a second close could
/// hit another file.
enum SystemCalls {
  /// Calls `body` until it returns something other than -1 with `EINTR`.
  static func repeating<Result: SignedInteger>(_ body: () -> Result) -> Result {
    while true {
      let result = body()
      guard result == -1, errno == EINTR else { return result }
    }
  }

  /// Throws what `errno` says when `result` is -1; must directly follow the call.
  static func check(
    _ result: Int32, _ operation: FileError.Operation, _ path: String
  ) throws(FileError) {
    guard result == -1 else { return }
    throw FileError(operation, path, .system(errno))
  }

  /// The state of an open descriptor.
  static func status(
    of descriptor: Int32, _ operation: FileError.Operation, _ path: String
  ) throws(FileError) -> stat {
    var status = stat()
    // Safe: `status` lives through the call and has the size that fstat fills.
    try check(unsafe fstat(descriptor, &status), operation, path)
    return status
  }

  /// Flushes a file or folder to the disk.
  ///
  /// A failure is final: the kernel marks the pages clean after it, so a second call that succeeds
  /// would prove nothing (Rebello et al., ATC 2020).
  static func synchronise(_ descriptor: Int32, _ path: String) throws(FileError) {
    try check(repeating { fsync(descriptor) }, .synchronise, path)
  }

  /// Closes a descriptor that nobody needs any more, where an error has nothing left to spoil.
  ///
  /// For reading, for folders, and for files that are being thrown away because of another error.
  static func discard(_ descriptor: Int32) {
    let result = close(descriptor)
    precondition(result == 0 || errno != EBADF, "a descriptor was closed twice")
  }

  /// Refuses names that could leave the folder they are meant for or break a line of output.
  static func checkRelative(
    _ name: String, _ operation: FileError.Operation
  ) throws(FileError) {
    guard PathRules.isUsableRelative(name) else {
      throw FileError(operation, name, .unusableName)
    }
  }
}
