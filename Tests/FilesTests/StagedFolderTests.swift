import Files
import Glibc
import TestSupport
import Testing

@Suite struct StagedFolderTests {
  let temporary = TemporaryFolder()

  @Test func `a run appears whole under its name, for its owner only`() throws {
    let output = try Folder(opening: temporary.path)
    let staged = try StagedFolder(in: output, id: "2026-11-21-01")
    var written: [StagedFile.Written] = []
    for index in 0..<300 {
      let file = try staged.createFile("reconciled/F\(index % 7)/\(index).csv")
      file.write(Array("\(index)\r\n".utf8).span)
      written.append(try staged.finish(file))
    }
    try staged.makeFolder("empty")
    #expect(temporary.mode(".staging-2026-11-21-01") == 0o700)
    #expect(!temporary.exists("runs"))
    try staged.synchronise()
    try staged.publish(as: "runs/2026-11-21-01")
    #expect(try output.names() == ["runs"])
    #expect(temporary.read("runs/2026-11-21-01/reconciled/F6/6.csv") == Array("6\r\n".utf8))
    #expect(written[6].digest == SHA256.digest(of: "6\r\n"))
    for (path, mode) in [
      ("runs", 0o700), ("runs/2026-11-21-01", 0o700), ("runs/2026-11-21-01/empty", 0o700),
      ("runs/2026-11-21-01/reconciled/F6", 0o700),
      ("runs/2026-11-21-01/reconciled/F6/6.csv", 0o600),
    ] as [(String, UInt32)] { #expect(temporary.mode(path) == mode, "\(path)") }
  }

  /// Sizes around those of a page (4,096), of the smallest block that is handed over (32,768) and
  /// of a full block (1,048,576).
  @Test(arguments: [
    [], [1], [32_767], [32_768], [32_769], [40_960, 1], [1_048_575], [1_048_576], [1_048_576, 1],
    [700_000, 700_000, 3_000_000, 5], [9 << 20, 4_095],
  ])
  func `a file in blocks has the bytes that were written, counted and hashed`(
    sizes: [Int]
  ) throws {
    let staged = try StagedFolder(in: Folder(opening: temporary.path), id: "1")
    let file = try staged.createFile("file")
    var whole: [UInt8] = []
    for (index, size) in sizes.enumerated() {
      let piece = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 12 &+ index) }
      file.write(piece.span)
      whole += piece
    }
    let written = try staged.finish(file)
    #expect(written.byteCount == whole.count)
    #expect(written.digest == SHA256.digest(of: whole))
    try staged.synchronise()
    try staged.publish(as: "runs/1")
    #expect(temporary.read("runs/1/file") == whole)
    #expect(temporary.mode("runs/1/file") == 0o600)
  }

  @Test func `what a cut-off run left is found and can be removed or published`() throws {
    let output = try Folder(opening: temporary.path)
    temporary.write("outside", "stays")
    for id in ["b", "a"] {
      let staged = try StagedFolder(in: output, id: id)
      _ = try staged.finish(staged.createFile("x/file"))
      try staged.synchronise()
    }
    temporary.write("an odd\nname", "is nobody's business")
    _ = unsafe symlink("../../outside", temporary.path(".staging-a/link"))
    #expect(try StagedFolder.leftOver(in: output) == ["a", "b"])
    #expect(throws: FileError(.create, temporary.path(".staging-a"), .system(EEXIST))) {
      _ = try StagedFolder(in: output, id: "a")
    }
    try StagedFolder.removeLeftOver("a", in: output)
    #expect(try output.folder(StagedFolder.prefix + "b").names() == ["x"])
    try StagedFolder.publishLeftOver("b", as: "runs/b", in: output)
    #expect(try StagedFolder.leftOver(in: output) == [])
    #expect(temporary.exists("runs/b/x/file"))
    #expect(temporary.exists("outside"))
  }

  @Test func `a run's name that is taken is not replaced`() throws {
    let output = try Folder(opening: temporary.path)
    temporary.write("runs/1/manifest.json", "old")
    let staged = try StagedFolder(in: output, id: "1")
    try staged.synchronise()
    #expect(throws: FileError(.rename, temporary.path("runs/1"), .system(EEXIST))) {
      try staged.publish(as: "runs/1")
    }
    #expect(temporary.read("runs/1/manifest.json") == Array("old".utf8))
  }

  @Test func `planted links in the way are refused`() throws {
    let output = try Folder(opening: temporary.path)
    temporary.write("elsewhere/keep", "x")
    _ = unsafe symlink("elsewhere", temporary.path("runs"))
    let staged = try StagedFolder(in: output, id: "1")
    try staged.synchronise()
    #expect(
      throws: FileError(
        .open, temporary.path("runs"), .wrongKind(found: "a symbolic link"))
    ) { try staged.publish(as: "runs/1") }
    #expect(try Folder(opening: temporary.path("elsewhere")).names() == ["keep"])
  }

  @Test func `files are made and finished from several tasks at once`() async throws {
    let staged = try StagedFolder(in: Folder(opening: temporary.path), id: "1")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<4 {
        group.addTask {
          for index in 0..<100 {
            let file = try staged.createFile("f/\(index)/\(task).csv")
            file.write([UInt8](repeating: UInt8(task), count: index * 1_000 + 10).span)
            _ = try staged.finish(file)
          }
        }
      }
      try await group.waitForAll()
    }
    try staged.synchronise()
    try staged.publish(as: "runs/1")
    for (index, task) in [(0, 0), (31, 1), (32, 2), (33, 0), (99, 3)] {
      #expect(
        temporary.read("runs/1/f/\(index)/\(task).csv")
          == [UInt8](repeating: UInt8(task), count: index * 1_000 + 10))
    }
  }
}
