import Foundation
import Testing
import TestSupport

/// Holds `README.md` against the code.
///
/// After a change that is meant, `UPDATE_README=1 swift test --filter ReadmeTests` makes its tables
/// anew.
struct ReadmeTests {
  private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_README"] == "1"

  @Test func `the tables made from the code are those of the code`() throws {
    let sections = try GeneratedSections()
    var document = try #require(Repository.text("README.md"))
    if Self.isUpdating {
      document = sections.renewed(document)
      try Data(document.utf8).write(to: URL(fileURLWithPath: Repository.path("README.md")))
    }
    for (name, text) in sections.texts.sorted(by: { $0.key < $1.key }) {
      let shown = try #require(GeneratedSections.text(name, in: document), "no section \(name)")
      #expect(Self.difference(text, shown) == [], "\(name): renew it with UPDATE_README=1")
    }
  }

  @Test func `a table that has gone stale is found, and made anew`() throws {
    let sections = try GeneratedSections()
    let stale = """
      before
      <!-- made from the code: exit statuses -->
      | 64 | Something else. |
      <!-- end: exit statuses -->
      after
      """
    let shown = try #require(GeneratedSections.text("exit statuses", in: stale))
    let wanted = try #require(sections.texts["exit statuses"])
    #expect(Self.difference(wanted, shown).contains("+ | 64 | Something else. |"))
    let renewed = sections.renewed(stale)
    #expect(GeneratedSections.text("exit statuses", in: renewed) == wanted)
    #expect(renewed.hasPrefix("before\n") && renewed.hasSuffix("\nafter"))
  }

  @Test func `the map of modules names every module`() throws {
    let document = try #require(Repository.text("README.md"))
    let modules = Set(Repository.files(below: "Sources").compactMap { $0.split(separator: "/")[1] })
    #expect(modules.count > 10)
    for module in modules {
      #expect(document.contains("| `\(module)` |"), "\(module) is not in the map of modules")
    }
  }

  @Test func `every file and folder it names is there`() throws {
    let document = try #require(Repository.text("README.md"))
    let named = Self.paths(in: document)
    #expect(named.count > 10)
    let missing = named.filter { !FileManager.default.fileExists(atPath: Repository.path($0)) }
    #expect(missing == [])
    #expect(Self.paths(in: "see `scripts/no-such` and `runs/x`") == ["scripts/no-such"])
  }

  @Test(arguments: ["README.md", "SampleData/README.md", "Tests/ReliabilityTests/README.md"])
  func `every row of a table has as many cells as its head`(path: String) throws {
    let document = try #require(Repository.text(path))
    #expect(Self.misfits(in: document) == [])
    #expect(Self.misfits(in: "| a | b |\n| --- | --- |\n| `|` | c |") == ["| `|` | c |"])
    #expect(Self.misfits(in: "| a | b |\n| --- | --- |\n| `\\|` | c |") == [])
  }

  /// The rows of tables with another number of cells than the first; `\|` divides none.
  private static func misfits(in document: String) -> [String] {
    var count: Int?
    return document.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      guard line.hasPrefix("|") else {
        count = nil
        return false
      }
      let bars = line.replacing("\\|", with: "").count { $0 == "|" }
      defer { count = count ?? bars }
      return bars != count ?? bars
    }.map(String.init)
  }

  /// The paths between back quotes that begin with one of our folders.
  private static func paths(in document: String) -> [String] {
    let tops = ["Sources/", "Tests/", "scripts/", "Pipelines/", "SampleData/", ".ci/"]
    let words = document.split { $0 == "`" || $0.isWhitespace }.map(String.init)
    return words.filter { word in
      tops.contains { word.hasPrefix($0) } && !word.contains("<") && !word.contains("*")
    }
  }

  private static func difference(_ expected: String, _ found: String) -> [String] {
    let wanted = expected.split(separator: "\n").map(String.init)
    let shown = found.split(separator: "\n").map(String.init)
    if expected == found { return [] }
    let lines =
      wanted.filter { !shown.contains($0) }.map { "- " + $0 }
      + shown.filter { !wanted.contains($0) }.map { "+ " + $0 }
    return lines.isEmpty ? ["the lines are in another order"] : lines
  }
}
