import TestSupport

/// A Swift file as the checks of this folder see it: its lines, and what of them is code.
struct SwiftText {
  /// The path relative to the top of the repository.
  let path: String
  /// The lines as they stand.
  let lines: [String]
  /// The same lines with comments and the insides of string literals blanked out.
  let code: [String]

  /// Takes a text that stands, or would stand, at `path`.
  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var mask = CodeMask(text)
    code = mask.masked().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// All files of the product, read once.
  static let sources = all(below: "Sources")
  /// All files of the tests, read once.
  static let tests = all(below: "Tests")

  private static func all(below folder: String) -> [SwiftText] {
    Repository.files(below: folder, suffixes: [".swift"])
      .map { SwiftText(path: $0, text: Repository.text($0) ?? "") }
  }

  /// The name of the target that a file of `Sources` or `Tests` belongs to.
  var target: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }

  /// `path:line`, lines from 1.
  func place(_ index: Int) -> String { "\(path):\(index + 1)" }
}

/// Blanks out comments and the insides of string literals, and keeps every line end.
///
/// Knows line comments, nested block comments, escapes, raw strings and strings of several lines.
/// What stands in an interpolation is blanked out with its string.
private struct CodeMask {
  private let text: [UInt8]
  private var index = 0
  private var result: [UInt8] = []

  init(_ text: String) {
    self.text = Array(text.utf8)
  }

  mutating func masked() -> String {
    while index < text.count {
      if starts("//") {
        blank { $0.starts("\n") }
      } else if starts("/*") {
        blockComment()
      } else if let hashes = hashesBeforeQuote() {
        string(hashes: hashes)
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func starts(_ word: String, at offset: Int = 0) -> Bool {
    text[min(text.count, index + offset)...].starts(with: word.utf8)
  }

  /// Puts a space in place of a byte; line ends stay.
  private mutating func skip(_ count: Int) {
    for _ in 0..<count where index < text.count {
      result.append(text[index] == UInt8(ascii: "\n") ? text[index] : UInt8(ascii: " "))
      index += 1
    }
  }

  private mutating func blank(until isEnd: (CodeMask) -> Bool) {
    while index < text.count, !isEnd(self) { skip(1) }
  }

  private mutating func blockComment() {
    var depth = 0
    repeat {
      if starts("/*") {
        depth += 1
        skip(2)
      } else if starts("*/") {
        depth -= 1
        skip(2)
      } else {
        skip(1)
      }
    } while depth > 0 && index < text.count
  }

  /// How many `#` stand before a quote that begins here; nil where no string begins.
  private func hashesBeforeQuote() -> Int? {
    var count = 0
    while index + count < text.count, text[index + count] == UInt8(ascii: "#") { count += 1 }
    return starts("\"", at: count) ? count : nil
  }

  private mutating func string(hashes: Int) {
    let hash = String(repeating: "#", count: hashes)
    let quote = starts("\"\"\"", at: hashes) ? "\"\"\"" : "\""
    keep(hashes + quote.utf8.count)
    while index < text.count, !starts(quote + hash) {
      if starts("\\" + hash + "(") {
        interpolation(hashes)
      } else {
        skip(starts("\\" + hash) ? 2 + hashes : 1)
      }
    }
    keep(quote.utf8.count + hashes)
  }

  private mutating func interpolation(_ hashes: Int) {
    skip(2 + hashes)
    var depth = 1
    while depth > 0, index < text.count {
      if let inner = hashesBeforeQuote() {
        let start = result.count
        string(hashes: inner)
        for place in start..<result.count where result[place] != UInt8(ascii: "\n") {
          result[place] = UInt8(ascii: " ")
        }
        continue
      }
      if starts("(") { depth += 1 }
      if starts(")") { depth -= 1 }
      skip(1)
    }
  }

  private mutating func keep(_ count: Int) {
    for _ in 0..<count where index < text.count {
      result.append(text[index])
      index += 1
    }
  }
}
