import Files
import Glibc
import Testing
import TestSupport

@Suite struct ProcessLockTests {
  let temporary = TemporaryFolder()

  @Test func `the second run is told who has the lock, and gets it after`() throws {
    let folder = try Folder(opening: temporary.path)
    let since = "2026-11-21T02:00:00Z"
    do {
      let lock = try ProcessLock(in: folder, since: since)
      let held = ProcessLock.Failure.held(process: getpid(), since: since)
      #expect(throws: held) { _ = try ProcessLock(in: folder, since: "later") }
      #expect(temporary.mode(".lock") == 0o600)
      withExtendedLifetime(lock) {}
    }
    _ = try ProcessLock(in: folder, since: "later")
  }

  @Test func `what an ended run left in the file does not matter`() throws {
    temporary.write(".lock", "999999\nlong ago, and much longer than what comes\n")
    _ = try ProcessLock(in: Folder(opening: temporary.path), since: "now")
    #expect(temporary.read(".lock") == Array("\(getpid())\nnow\n".utf8))
  }

  @Test func `a planted link or pipe is not followed or waited for`() throws {
    let folder = try Folder(opening: temporary.path)
    let path = temporary.path(".lock")
    _ = unsafe symlink("elsewhere", path)
    #expect(
      throws: ProcessLock.Failure.file(
        FileError(.lock, path, .wrongKind(found: "a symbolic link")))
    ) { _ = try ProcessLock(in: folder, since: "now") }
    #expect(!temporary.exists("elsewhere"))
    _ = unsafe unlink(path)
    _ = unsafe mkfifo(path, 0o600)
    #expect(
      throws: ProcessLock.Failure.file(
        FileError(.lock, path, .wrongKind(found: "a named pipe")))
    ) { _ = try ProcessLock(in: folder, since: "now") }
  }
}
