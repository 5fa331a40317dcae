import Files
import Glibc
import Testing
import TestSupport

@Suite struct InputFileTests {
  let temporary = TemporaryFolder()

  @Test(arguments: [0, 1, 4096, 3_000_001])
  func `a file is read whole, in pieces and hashed to the same bytes`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    temporary.write("in.csv", bytes: bytes)
    let file = try InputFile(opening: temporary.path("in.csv"))
    #expect(file.size == count)
    #expect(try file.readAll() == bytes)
    #expect(try file.digest() == SHA256.digest(of: bytes))
    var buffer: [UInt8] = [1, 2, 3]
    #expect(try file.readAll(into: &buffer, room: 64) == count)
    #expect(buffer.count >= count + 64)
    #expect(Array(buffer.prefix(count)) == bytes)
    var piece = [UInt8](repeating: 0, count: 100)
    var span = piece.mutableSpan
    let start = max(0, count - 10)
    let read = try file.read(into: &span, at: start)
    #expect(Array(piece.prefix(read)) == Array(bytes[start...]))
    file.prefetch()
    #expect(try file.read(100, at: start, into: &buffer, room: 64) == count - start)
    #expect(Array(buffer.prefix(count - start)) == Array(bytes[start...]))
  }

  @Test func `a link to a plain file is followed, unless that is forbidden`() throws {
    temporary.write("real.csv", "x")
    _ = unsafe symlink("real.csv", temporary.path("link.csv"))
    let bytes = try InputFile(opening: temporary.path("link.csv")).readAll()
    #expect(bytes == [0x78])
    #expect(throws: FileError(.open, temporary.path("link.csv"), .system(ELOOP))) {
      _ = try InputFile(opening: temporary.path("link.csv"), followingLinks: false)
    }
    #expect(
      FileError(.open, "link.csv", .system(ELOOP)).description
        == "cannot open link.csv: it is a symbolic link; put what it leads to in its place")
  }

  @Test func `folders, pipes and devices are refused at once by name`() {
    _ = unsafe mkdir(temporary.path("folder.csv"), 0o700)
    _ = unsafe mkfifo(temporary.path("pipe.csv"), 0o600)
    for (path, kind) in [
      (temporary.path("folder.csv"), "a folder"), (temporary.path("pipe.csv"), "a named pipe"),
      ("/dev/null", "a device"),
    ] {
      #expect(throws: FileError(.open, path, .wrongKind(found: kind))) {
        _ = try InputFile(opening: path)
      }
    }
  }

  @Test func `a missing file says so in one line`() {
    let path = temporary.path("none.csv")
    #expect {
      _ = try InputFile(opening: path)
    } throws: { error in
      guard let error = error as? FileError else { return false }
      return error.isMissing
        && error.description == "cannot open \(path): No such file or directory (error 2)"
    }
  }

  @Test func `a file that grows, shrinks or is replaced while it is read is refused`() throws {
    let path = temporary.path("in.csv")
    for change in ["longer than before", "s", "other"] {
      temporary.write("in.csv", "first")
      let file = try InputFile(opening: path)
      if change == "other" { _ = unsafe unlink(path) }
      temporary.write("in.csv", change)
      #expect(throws: FileError(.read, path, .changedWhileRead)) { try file.checkUnchanged() }
    }
  }

  @Test func `a file above the limit is not read`() throws {
    temporary.write("in.csv", "12345")
    let path = temporary.path("in.csv")
    let file = try InputFile(opening: path)
    #expect(throws: FileError(.read, path, .tooLarge(limit: 4))) { _ = try file.readAll(limit: 4) }
  }

  @Test(arguments: ["", "a\nb", "a\u{7F}"])
  func `a path with control characters is refused and shown on one line`(path: String) {
    #expect {
      _ = try InputFile(opening: path)
    } throws: { error in
      guard let error = error as? FileError else { return false }
      return error.reason == .unusableName && !error.description.contains("\n")
    }
  }
}
