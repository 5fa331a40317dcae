import Files
import Glibc
import Testing
import TestSupport

@Suite struct OutputFileTests {
  let temporary = TemporaryFolder()

  @Test(arguments: [[], [1], [1_048_576], [1_048_575, 2], [700_000, 700_000, 3_000_000, 5]])
  func `what is written piece by piece is there, and counted`(sizes: [Int]) throws {
    let pieces = sizes.enumerated().map { index, size in
      [UInt8](repeating: UInt8(index + 1), count: size)
    }
    var file = try OutputFile(creating: temporary.path("out.csv"))
    for piece in pieces { try file.write(piece) }
    let count = file.byteCount
    let closed = try file.close(synchronise: true)
    let whole = Array(pieces.joined())
    #expect(count == whole.count)
    #expect(closed == whole.count)
    #expect(temporary.read("out.csv") == whole)
    #expect(temporary.mode("out.csv") == 0o600)
  }

  @Test func `text is written as UTF-8`() throws {
    var file = try OutputFile(creating: temporary.path("out.csv"))
    try file.write("é,ß")
    try file.close(synchronise: false)
    #expect(temporary.read("out.csv") == [0xC3, 0xA9, 0x2C, 0xC3, 0x9F])
  }

  @Test func `neither a file nor a planted link is written over`() throws {
    temporary.write("there.csv", "old")
    _ = unsafe symlink(temporary.path("target"), temporary.path("link.csv"))
    for name in ["there.csv", "link.csv"] {
      let path = temporary.path(name)
      #expect(throws: FileError(.create, path, .system(EEXIST))) {
        _ = try OutputFile(creating: path)
      }
    }
    #expect(temporary.read("there.csv") == Array("old".utf8))
    #expect(!temporary.exists("target"))
  }

  @Test func `a full disk is said in one line`() {
    #expect(
      FileError(.write, "out.csv", .system(ENOSPC)).description
        == "cannot write out.csv: no space left; free some and run again")
  }
}
