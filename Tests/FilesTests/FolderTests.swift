import Files
import Glibc
import Testing
import TestSupport

@Suite struct FolderTests {
  let temporary = TemporaryFolder()

  @Test func `folders are made with all above them, for their owner only`() throws {
    let folder = try Folder(makingAll: temporary.path("a/b"))
    #expect(folder.path == temporary.path("a/b"))
    try folder.makeFolder("c/d")
    try folder.makeFolder("c/d")
    for name in ["a", "a/b", "a/b/c", "a/b/c/d"] { #expect(temporary.mode(name) == 0o700) }
    try folder.synchroniseFolders()
    #expect(try folder.names() == ["c"])
  }

  @Test func `a file in the way and a linked folder are refused`() throws {
    temporary.write("file", "")
    _ = unsafe symlink(".", temporary.path("link"))
    #expect(throws: FileError(.create, temporary.path("file/x"), .wrongKind(found: "a file"))) {
      _ = try Folder(makingAll: temporary.path("file/x"))
    }
    let link = temporary.path("link")
    #expect(throws: FileError(.open, link, .wrongKind(found: "a symbolic link"))) {
      _ = try Folder(opening: link)
    }
    #expect(try Folder(opening: link, followingLink: true).names() == ["file", "link"])
  }

  @Test func `names come in byte order`() throws {
    for name in ["b", "B", "é", "a.b", "a"] { temporary.write(name, "") }
    #expect(try Folder(opening: temporary.path).names() == ["B", "a", "a.b", "b", "é"])
  }

  @Test func `a tree is removed, and what its links lead to stays`() throws {
    temporary.write("keep/file", "x")
    temporary.write("tree/a/b/c", "x")
    _ = unsafe symlink(temporary.path("keep"), temporary.path("tree/link"))
    let folder = try Folder(opening: temporary.path)
    try folder.removeTree("tree")
    try folder.removeTree("tree")
    #expect(try folder.names() == ["keep"])
    #expect(temporary.exists("keep/file"))
  }

  @Test func `a rename moves a whole folder and takes no name that is taken`() throws {
    temporary.write("staging/x", "1")
    temporary.write("runs/old/y", "2")
    let folder = try Folder(opening: temporary.path)
    #expect(throws: FileError(.rename, temporary.path("runs/old"), .system(EEXIST))) {
      try folder.rename("staging", to: "runs/old")
    }
    try folder.rename("staging", to: "runs/new")
    #expect(temporary.exists("runs/new/x"))
    #expect(!temporary.exists("staging"))
  }

  @Test func `a link is swapped in one step, and nothing else is replaced by it`() throws {
    let folder = try Folder(opening: temporary.path)
    #expect(try folder.target(ofLink: "latest") == nil)
    try folder.replaceLink("latest", target: "runs/1")
    try folder.replaceLink("latest", target: "runs/2")
    #expect(try folder.target(ofLink: "latest") == "runs/2")
    #expect(try folder.names() == ["latest"])
    temporary.write("file", "x")
    let refusal = FileError(.link, temporary.path("file"), .wrongKind(found: "a file"))
    #expect(throws: refusal) { try folder.replaceLink("file", target: "runs/1") }
    #expect(throws: refusal) { _ = try folder.target(ofLink: "file") }
  }

  @Test func `a small file is replaced whole and stays its owner's`() throws {
    let folder = try Folder(opening: temporary.path)
    try folder.replaceFile("head.txt", with: [1])
    try folder.replaceFile("head.txt", with: [2, 3])
    #expect(temporary.read("head.txt") == [2, 3])
    #expect(temporary.mode("head.txt") == 0o600)
    #expect(try folder.names() == ["head.txt"])
  }

  @Test(arguments: ["", "/x", "../x", "a/../b", "a\nb"])
  func `a path that could leave the folder is refused`(path: String) throws {
    let folder = try Folder(opening: temporary.path)
    #expect(throws: FileError(.create, path, .unusableName)) { try folder.makeFolder(path) }
  }
}
