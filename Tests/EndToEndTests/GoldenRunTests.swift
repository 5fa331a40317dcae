import Foundation
import Testing
import TestSupport

/// A whole run, byte for byte: `Cases/small-trust`, small enough that every file was checked by
/// hand.
///
/// After a change that is meant, `UPDATE_GOLDENS=1 swift test --filter GoldenRunTests` writes the
/// expected files anew; then read what git shows line by line before it is committed.
struct GoldenRunTests {
  private static let folder = Repository.path("Tests/EndToEndTests/Cases/small-trust")
  private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"

  @Test func `a small trust gives the expected files, byte for byte`() throws {
    let output = TemporaryFolder()
    let result = try BuiltProgram.run(
      ["run", "pipeline.json5", "--as-of", "2026-11-21", "--output", output.path],
      in: Self.folder)
    #expect(result.status == 0, "\(result.errors)")
    let found = FolderContents.bytes(below: output.path("latest") + "/.")
    if Self.isUpdating { try Self.write(found) }
    let expected = FolderContents.bytes(below: Self.folder + "/expected")
    #expect(expected.keys.sorted() == found.keys.sorted())
    for (file, bytes) in found.sorted(by: { $0.key < $1.key }) where expected[file] != bytes {
      Issue.record("\(file) differs: \(Self.firstDifference(expected[file] ?? Data(), bytes))")
    }
  }

  @Test func `the first line that differs is told, with both texts`() {
    #expect(
      Self.firstDifference(Data("a\nb\n".utf8), Data("a\nc\n".utf8))
        == "line 2, expected \"b\", found \"c\"")
    #expect(
      Self.firstDifference(Data("a\n".utf8), Data("a\nb".utf8))
        == "line 2, expected \"\", found \"b\"")
  }

  private static func firstDifference(_ expected: Data, _ found: Data) -> String {
    let before = expected.split(separator: 0x0A, omittingEmptySubsequences: false)
    let after = found.split(separator: 0x0A, omittingEmptySubsequences: false)
    let place =
      (0..<max(before.count, after.count)).first { index in
        index >= before.count || index >= after.count || before[index] != after[index]
      } ?? 0
    func text(_ lines: [Data]) -> String {
      place < lines.count ? String(decoding: lines[place], as: UTF8.self) : "no line"
    }
    return "line \(place + 1), expected \"\(text(before))\", found \"\(text(after))\""
  }

  private static func write(_ files: [String: Data]) throws {
    let manager = FileManager.default
    let target = URL(fileURLWithPath: folder + "/expected")
    if manager.fileExists(atPath: target.path) { try manager.removeItem(at: target) }
    for (file, bytes) in files {
      let place = target.appendingPathComponent(file)
      try manager.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: place)
    }
  }
}
