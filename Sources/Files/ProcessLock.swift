import Glibc

/// Lets one process at a time work on an output folder.
///
/// The lock is `flock` on `.lock`: the kernel lets go of it when the process ends, however it ends,
/// so a lock is never stale. What the file says is for the message of the second process only.
package final class ProcessLock: Sendable {
  /// The name of the file in the output folder.
  package static let fileName = ".lock"

  /// Why a lock was not got.
  package enum Failure: Error, Equatable, Sendable {
    /// Another process has it: its number and when it started, as far as it has written them.
    case held(process: Int32?, since: String?)
    /// The file could not be opened, locked or written.
    case file(FileError)
  }

  private let descriptor: Int32

  /// Takes the lock or says at once who holds it.
  ///
  /// `since` tells whoever comes second when this process started; UTC as text.
  package init(in folder: Folder, since: String) throws(Failure) {
    let path = folder.path(of: ProcessLock.fileName)
    do throws(FileError) {
      descriptor = try ProcessLock.open(folder, path)
    } catch {
      throw .file(error)
    }
    guard SystemCalls.repeating({ flock(descriptor, LOCK_EX | LOCK_NB) }) == 0 else {
      let code = errno
      guard code == EWOULDBLOCK else { throw .file(FileError(.lock, path, .system(code))) }
      let holder = ProcessLock.holder(descriptor)
      throw .held(process: holder.process, since: holder.since)
    }
    do throws(FileError) {
      try ProcessLock.write("\(getpid())\n\(OneLine.printable(since))\n", to: descriptor, path)
    } catch {
      throw .file(error)
    }
  }

  deinit {
    SystemCalls.discard(descriptor)
  }

  private static func open(_ folder: Folder, _ path: String) throws(FileError) -> Int32 {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    let descriptor = SystemCalls.repeating {
      unsafe openat(folder.descriptor, fileName, flags, OutputFile.mode)
    }
    if descriptor == -1, errno == ELOOP || errno == EISDIR {
      let kind = errno == ELOOP ? FileKind.link : .folder
      throw FileError(.lock, path, .wrongKind(found: kind.phrase))
    }
    try SystemCalls.check(descriptor, .create, path)
    do throws(FileError) {
      let kind = FileKind(try SystemCalls.status(of: descriptor, .lock, path).st_mode)
      guard kind == .file else { throw FileError(.lock, path, .wrongKind(found: kind.phrase)) }
      try SystemCalls.check(fchmod(descriptor, OutputFile.mode), .lock, path)
    } catch {
      SystemCalls.discard(descriptor)
      throw error
    }
    return descriptor
  }

  private static func write(
    _ text: String, to descriptor: Int32, _ path: String
  ) throws(FileError) {
    try SystemCalls.check(SystemCalls.repeating { ftruncate(descriptor, 0) }, .lock, path)
    let bytes = Array(text.utf8)
    // Safe: the array lives through the call. So few bytes are written whole or not at all.
    let count = SystemCalls.repeating { unsafe pwrite(descriptor, bytes, bytes.count, 0) }
    guard count == bytes.count else {
      throw FileError(.lock, path, .system(count == -1 ? errno : ENOSPC))
    }
  }

  /// What the holder wrote; nothing where it has not come to that yet.
  private static func holder(_ descriptor: Int32) -> (process: Int32?, since: String?) {
    var bytes = [UInt8](repeating: 0, count: 128)
    // Safe: at most the array's length is read. A failure only makes the message poorer.
    let count = SystemCalls.repeating { unsafe pread(descriptor, &bytes, 128, 0) }
    let lines = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
      .split(separator: "\n")
    guard lines.count == 2, let process = Int32(lines[0]) else { return (nil, nil) }
    return (process, OneLine.printable(String(lines[1])))
  }
}
