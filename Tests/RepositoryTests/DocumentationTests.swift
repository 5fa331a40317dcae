import Testing

/// Every `package` declaration says what it is, in a sentence of at most 100 characters.
///
/// swift-format's own rule looks at `public` only. Stored properties that stand one below the
/// other, such as the columns of a table, may share one comment.
struct DocumentationTests {
  private static let longestSummary = 100
  private static let kinds: Set<String> = [
    "func", "var", "let", "init", "init(", "struct", "enum", "class", "actor", "protocol",
    "typealias", "subscript", "case", "macro",
  ]

  @Test func `every package declaration is documented, and shortly`() {
    let support = SwiftText.tests.filter { $0.target == "TestSupport" }
    #expect((SwiftText.sources + support).flatMap(Self.faults) == [])
  }

  @Test func `a declaration without a comment is found`() {
    let text = """
      /// Told.
      package struct A {
        package let b: Int
        /// Told.
        @inlinable package func c() {}
        @inlinable
        package static func d() {}
        package private(set) var e = 1
        package init(f: Int) {}
        /// A column, and one like it.
        package var h: [Int]
        package var i: [Int]
      }
      package import G
      let said = "package func h"
      """
    #expect(
      Self.faults(SwiftText(path: "A.swift", text: text)) == [
        "A.swift:3: no comment", "A.swift:7: no comment", "A.swift:8: no comment",
        "A.swift:9: no comment",
      ])
  }

  @Test func `a summary that is too long is found, on one line or two`() {
    let long = String(repeating: "a", count: 60)
    let text = """
      /// \(long)
      /// \(long)
      package let a = 1
      /// \(long)
      ///
      /// \(long)
      package let b = 1
      """
    #expect(
      Self.faults(SwiftText(path: "A.swift", text: text)) == [
        "A.swift:3: the summary has 121 characters, more than 100"
      ])
  }

  private static func faults(_ file: SwiftText) -> [String] {
    file.code.indices.compactMap { index in
      guard isDeclaration(file.code[index]) else { return nil }
      var start = index
      // Properties one below the other share the comment above the first.
      while start > 0, isProperty(file.code[index]), isProperty(file.code[start - 1]) { start -= 1 }
      while start > 0, isPartOfHead(file.lines[start - 1]) { start -= 1 }
      let comment = file.lines[start..<index].map(trimmed).filter { $0.hasPrefix("///") }
      guard !comment.isEmpty else { return "\(file.place(index)): no comment" }
      let summary = comment.map { trimmed(String($0.dropFirst(3))) }.prefix { !$0.isEmpty }
      let length = summary.joined(separator: " ").count
      return length <= longestSummary
        ? nil
        : "\(file.place(index)): the summary has \(length) characters, more than \(longestSummary)"
    }
  }

  private static func isDeclaration(_ line: String) -> Bool {
    let words = line.split(separator: " ").map { word in
      word.prefix { $0 != "(" || word.hasPrefix("@") || word.hasPrefix("private") }.description
    }
    guard let place = words.firstIndex(of: "package"),
      words[..<place].allSatisfy({ isModifier($0) })
    else { return false }
    return words[(place + 1)...].first { !isModifier($0) }.map { word in
      kinds.contains(word) || word.hasPrefix("init<") || word.hasPrefix("init?")
        || word.hasPrefix("subscript<")
    } ?? false
  }

  private static func isModifier(_ word: String) -> Bool {
    word.hasPrefix("@") || word.hasPrefix("private(") || word == "~Copyable"
      || [
        "static", "final", "mutating", "consuming", "borrowing", "nonisolated", "indirect",
        "convenience", "lazy", "unowned", "weak", "override", "prefix", "postfix",
      ].contains(word)
  }

  private static func isProperty(_ line: String) -> Bool {
    isDeclaration(line) && (line.contains(" let ") || line.contains(" var ")) && !line.contains("{")
  }

  private static func isPartOfHead(_ line: String) -> Bool {
    let text = trimmed(line)
    return text.hasPrefix("///") || (text.hasPrefix("@") && !isDeclaration(line))
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text.drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
