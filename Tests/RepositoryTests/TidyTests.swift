import Foundation
import Testing
import TestSupport

/// What the formatter does not look at: sizes, calls that are banned, leftovers.
struct TidyTests {
  private static let longestLine = 100
  private static let longestFile = 500
  private static let longestFunction = 70
  /// Tables that scripts write, named here so that nothing else hides behind their length.
  private static let generated = ["Sources/Vocabulary/NameKeyTable.swift"]

  /// A piece of code that must not stand in a file, and what to write in its place.
  private struct Ban {
    let word: String
    let instead: String
    /// The one file that may hold it.
    var exception = ""
    /// Whether tests may hold it.
    var isFreeInTests = false
  }

  private static let bans = [
    Ban(word: "try!", instead: "throws, or a do that says what went wrong"),
    Ban(word: "try?", instead: "a do whose catch says why the error may be dropped"),
    Ban(word: "as!", instead: "as? with a guard"),
    Ban(word: "fatalError", instead: "preconditionFailure, for our own mistakes only"),
    Ban(word: "print(", instead: "Terminal.line"),
    Ban(word: "debugPrint(", instead: "Terminal.line"),
    Ban(word: "Date()", instead: "RunClock, and the as-of date below Pipeline"),
    Ban(word: "DateFormatter", instead: "CalendarDay"),
    Ban(
      word: "@unchecked Sendable", instead: "a Sendable struct, or a Mutex",
      exception: "Sources/Sample/MailNumbers.swift"),
    Ban(word: "@preconcurrency", instead: "a Sendable type"),
    Ban(word: "@testable", instead: "package access"),
    Ban(
      word: "clock_gettime", instead: "RunClock", exception: "Sources/Pipeline/RunClock.swift",
      isFreeInTests: true),
    Ban(
      word: "exit(", instead: "a RunFailure with its status",
      exception: "Sources/carer-reconcile/main.swift", isFreeInTests: true),
  ]

  @Test func `files and lines are short`() {
    #expect((SwiftText.sources + SwiftText.tests).flatMap(Self.lengths) == [])
  }

  @Test func `functions are short`() {
    #expect((SwiftText.sources + SwiftText.tests).flatMap(Self.longFunctions) == [])
  }

  @Test func `no file makes a banned call or unwraps by force`() {
    let files = SwiftText.sources + SwiftText.tests
    #expect(files.flatMap { Self.bannedCalls($0) + Self.forcedUnwraps($0) } == [])
  }

  @Test func `nothing is left over, and no path of a machine stands anywhere`() {
    let others =
      Repository.files(below: "Pipelines") + Repository.files(below: "scripts")
      + ["README.md", "SampleData/README.md", "Package.swift"]
    let texts = others.map { SwiftText(path: $0, text: Repository.text($0) ?? "") }
    #expect((SwiftText.sources + SwiftText.tests + texts).flatMap(Self.leftovers) == [])
  }

  @Test func `every key of .swift-format is one that swift format knows`() throws {
    let dump = try BuiltProgram.run("/usr/bin/env", ["swift", "format", "dump-configuration"])
    let known = try #require(Self.object(dump.output))
    let ours = try #require(Self.object(Repository.text(".swift-format") ?? ""))
    #expect(Self.unknownKeys(ours, known) == [])
    let wrong: [String: Any] = ["lineLenght": 1, "rules": ["NeverForceUnwarp": true]]
    #expect(Self.unknownKeys(wrong, known) == ["lineLenght", "rules.NeverForceUnwarp"])
  }

  // MARK: - Each check fails where it must

  @Test(arguments: [
    "let a = try! b()", "let a = try? b()", "let a = b as! C", "fatalError()", "print(a)",
    "let a = Date()", "final class A: @unchecked Sendable {}", "exit(1)",
  ])
  func `a banned call is found`(_ line: String) {
    #expect(Self.bannedCalls(SwiftText(path: "Sources/A/B.swift", text: line)).count == 1)
    let harmless = "// \(line)\nlet text = \"\(line)\""
    #expect(Self.bannedCalls(SwiftText(path: "Sources/A/B.swift", text: harmless)) == [])
  }

  @Test(arguments: ["a!.b", "a[0]!", "f()! + 1", "let a: Int! = 1", "a?.b!"])
  func `a forced unwrap is found`(_ line: String) {
    #expect(Self.forcedUnwraps(SwiftText(path: "A.swift", text: line)).count == 1)
  }

  @Test(arguments: ["!a", "a != b", "a !== b", "(!a)", "\"a!\"", "[!a]"])
  func `a negation is no forced unwrap`(_ line: String) {
    #expect(Self.forcedUnwraps(SwiftText(path: "A.swift", text: line)) == [])
  }

  @Test func `what is too long is found`() {
    let body = String(repeating: "  a()\n", count: 69)
    let long = SwiftText(path: "A.swift", text: "func a(b: Int = c { d }) {\n\(body)}")
    #expect(Self.longFunctions(long) == ["A.swift:1: a function of 71 lines, more than 70"])
    let short = SwiftText(path: "A.swift", text: "func a()\nfunc b() {\n\(body.dropFirst(6))}")
    #expect(Self.longFunctions(short) == [])
    let drawn = "let a = \"\"\"\n" + String(repeating: "a", count: 101) + "\n\"\"\""
    #expect(Self.lengths(SwiftText(path: "A.swift", text: drawn)) == [])
    let lines = String(repeating: "\n", count: 500) + String(repeating: "a", count: 101)
    #expect(
      Self.lengths(SwiftText(path: "A.swift", text: lines)) == [
        "A.swift: 501 lines, more than 500", "A.swift:501: 101 characters, more than 100",
      ])
  }

  @Test func `a leftover is found`() {
    let text =
      "// \(Self.markers[0]): later\nlet a = \"\(Self.machinePaths[1])me/x\"\nlet tomato = 1"
    #expect(Self.leftovers(SwiftText(path: "A.swift", text: text)).count == 2)
  }

  // MARK: - The checks

  private static func lengths(_ file: SwiftText) -> [String] {
    if generated.contains(file.path) { return [] }
    let count = file.lines.last == "" ? file.lines.count - 1 : file.lines.count
    let size = count > longestFile ? ["\(file.path): \(count) lines, more than \(longestFile)"] : []
    return size
      + file.lines.enumerated().filter { isLong($0.element, code: file.code[$0.offset]) }.map {
        "\(file.place($0.offset)): \($0.element.count) characters, more than \(longestLine)"
      }
  }

  /// Lines of a text of several lines, such as a drawn table, are as long as what they draw.
  private static func isLong(_ line: String, code: String) -> Bool {
    let isDrawn = code.allSatisfy { $0 == " " } && !line.drop { $0 == " " }.hasPrefix("//")
    return line.count > longestLine && !isDrawn
  }

  private static func bannedCalls(_ file: SwiftText) -> [String] {
    let isTest = file.path.hasPrefix("Tests/")
    let bans = bans.filter { file.path != $0.exception && !(isTest && $0.isFreeInTests) }
    return file.code.enumerated().flatMap { index, line in
      bans.filter { contains(line, $0.word) }.map {
        "\(file.place(index)): \($0.word) is banned, write \($0.instead)"
      }
    }
  }

  /// Whether a word stands in a line, and not as the end of a longer one: `print(` is not in
  /// `sprint(`.
  private static func contains(_ line: String, _ word: String) -> Bool {
    guard line.contains(word) else { return false }
    return line.ranges(of: word).contains { range in
      guard range.lowerBound > line.startIndex else { return true }
      let before = line[line.index(before: range.lowerBound)]
      return !(before.isLetter || before.isNumber || before == "_" || before == ".")
    }
  }

  private static func forcedUnwraps(_ file: SwiftText) -> [String] {
    file.code.enumerated().compactMap { index, line in
      let bytes = Array(line.utf8)
      let isForced = bytes.indices.contains { place in
        guard bytes[place] == UInt8(ascii: "!"), place > 0 else { return false }
        let next = place + 1 < bytes.count ? bytes[place + 1] : UInt8(ascii: " ")
        let before = Character(Unicode.Scalar(bytes[place - 1]))
        return next != UInt8(ascii: "=")
          && (before.isLetter || before.isNumber || ")]}>?_".contains(before))
      }
      let isOtherBan = line.contains("try!") || line.contains("as!")
      return isForced && !isOtherBan
        ? "\(file.place(index)): a forced unwrap is banned, write guard let or #require" : nil
    }
  }

  /// Composed, so that this file does not hold them.
  private static let markers = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]
  private static let machinePaths = ["/ho" + "me/", "/Us" + "ers/", "/ro" + "ot/", "/wo" + "rk/"]

  private static func leftovers(_ file: SwiftText) -> [String] {
    file.lines.enumerated().flatMap { index, line -> [String] in
      let marked = line.split { !($0.isLetter || $0.isNumber) }
        .filter { markers.contains(String($0)) }
        .map { "\(file.place(index)): \($0) is left over" }
      return marked
        + machinePaths.filter { line.contains($0) }.map {
          "\(file.place(index)): \($0) is a path of a machine"
        }
    }
  }

  // MARK: - Functions

  private static func longFunctions(_ file: SwiftText) -> [String] {
    file.code.indices.compactMap { index in
      guard startsFunction(file.code[index]), let end = end(ofFunctionAt: index, file.code) else {
        return nil
      }
      let count = end - index + 1
      return count > longestFunction
        ? "\(file.place(index)): a function of \(count) lines, more than \(longestFunction)" : nil
    }
  }

  private static func startsFunction(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    return words.contains("func")
      || words.contains { $0.hasPrefix("init(") || $0 == "deinit" }
        && !line.contains(".init(")
  }

  /// The line where the body of a function closes; nil where it has none.
  private static func end(ofFunctionAt start: Int, _ code: [String]) -> Int? {
    var brackets = 0
    var braces = 0
    for index in code.indices[start...] {
      if index > start, braces == 0, brackets == 0, startsFunction(code[index]) { return nil }
      for byte in code[index].utf8 {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["): brackets += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"): brackets -= 1
        case UInt8(ascii: "{") where brackets == 0: braces += 1
        case UInt8(ascii: "}") where brackets == 0:
          braces -= 1
          if braces < 0 { return nil }
          if braces == 0 { return index }
        default: break
        }
      }
    }
    return nil
  }

  // MARK: - .swift-format

  private static func object(_ text: String) -> [String: Any]? {
    do {
      return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    } catch {
      return nil
    }
  }

  private static func unknownKeys(_ ours: [String: Any], _ known: [String: Any]) -> [String] {
    let rules = (ours["rules"] as? [String: Any] ?? [:]).keys
    let knownRules = known["rules"] as? [String: Any] ?? [:]
    return ours.keys.filter { known[$0] == nil }.sorted()
      + rules.filter { knownRules[$0] == nil }.sorted().map { "rules.\($0)" }
  }
}
