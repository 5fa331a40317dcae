import Files
import Glibc
import Testing
import TestSupport

@Suite struct FolderListingTests {
  let temporary = TemporaryFolder()

  private func list(_ pattern: String) throws -> [String] {
    try FolderListing.files(matching: pattern, below: Folder(opening: temporary.path))
  }

  @Test(arguments: [
    ("staff/*.csv", ["staff/B.csv", "staff/a.csv", "staff/é.csv"]),
    ("staff/a.csv", ["staff/a.csv"]),
    ("staff/none.csv", []),
    ("none/*.csv", []),
    ("*/*.csv", ["staff/B.csv", "staff/a.csv", "staff/é.csv"]),
    ("staff/a.csv/*", []),
    ("x/*/a*.csv", ["x/1/a1.csv", "x/2/a-2.csv", "x/2/a.csv"]),
    ("x/*/a*1*.csv", ["x/1/a1.csv"]),
    ("staff/.*.csv", ["staff/.hidden.csv"]),
    ("staff/*", ["staff/B.csv", "staff/a.csv", "staff/a.txt", "staff/é.csv"]),
  ])
  func `a pattern finds what it means, in byte order`(pattern: String, expected: [String]) throws {
    for file in [
      "staff/a.csv", "staff/B.csv", "staff/é.csv", "staff/.hidden.csv", "staff/a.txt",
      "x/1/a1.csv", "x/2/a-2.csv", "x/2/a.csv", "x/2/b.csv", "x/file",
    ] { temporary.write(file, "") }
    #expect(try list(pattern) == expected)
  }

  @Test(arguments: ["", "/etc/*", "../*.csv", "a//b", "a/./b", "a\nb"])
  func `a pattern that could leave the folder is refused`(pattern: String) {
    #expect(throws: FileError(.list, pattern, .unusableName)) { _ = try list(pattern) }
  }

  @Test func `a loop of links ends`() throws {
    temporary.write("a/x.csv", "")
    _ = unsafe symlink(".", temporary.path("a/loop"))
    #expect(try list("a/*/*/x.csv") == ["a/loop/loop/x.csv"])
  }

  @Test(arguments: [[UInt8]("a\nb.csv".utf8), [0xFF, 0x2E, 0x63, 0x73, 0x76]])
  func `a matching name that no output could show is refused`(name: [UInt8]) throws {
    temporary.write("staff/a.csv", "")
    let path = Array(temporary.path("staff/").utf8) + name + [0]
    let made = unsafe open(path.map { CChar(bitPattern: $0) }, O_CREAT | O_WRONLY, 0o600)
    _ = close(made)
    #expect {
      _ = try list("staff/*.csv")
    } throws: {
      ($0 as? FileError)?.reason == .unusableName
    }
    #expect(try list("staff/a.*") == ["staff/a.csv"])
  }
}
