/// How texts, keys and values of a pipeline file stand in a one-line message.
package enum Display {
  /// No text takes more than this many characters of a message.
  private static let maximumCharacters = 60

  /// `text` in quotes, on one line: control characters as escapes, a long text cut.
  package static func quoted(_ text: String) -> String { "\"\(plain(text))\"" }

  /// `text` on one line: control characters as escapes, a long text cut.
  package static func plain(_ text: String) -> String {
    plain(text, maximumCharacters: maximumCharacters)
  }

  /// A file's path on one line; a path is shown whole.
  package static func plainPath(_ path: String) -> String { plain(path, maximumCharacters: .max) }

  private static func plain(_ text: String, maximumCharacters: Int) -> String {
    var shown = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      guard index < maximumCharacters else { return shown + "…" }
      // Nearly all are ASCII, which needs no look into the tables of Unicode.
      if (" "..."~").contains(scalar) {
        shown.unicodeScalars.append(scalar)
        continue
      }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// The path of `key` in the object at `path`: `join.accept`, `detect.rules["a rule"]`.
  static func path(_ path: String, _ key: String) -> String {
    let isPlain =
      !key.isEmpty
      && key.unicodeScalars.allSatisfy { $0 == "-" || $0.isASCII && $0.isJSON5KeyPart }
    guard isPlain else { return "\(path)[\(quoted(key))]" }
    return path.isEmpty ? plain(key) : "\(path).\(plain(key))"
  }

  /// What a value is: `the text "x"`, `a list`.
  static func kind(of value: JSON5Value) -> String {
    switch value.content {
    case .null: "null"
    case .boolean(let flag): "\(flag)"
    case .number(let number): "the number \(number)"
    case .text(let text): "the text \(quoted(text))"
    case .list: "a list"
    case .object: "an object"
    }
  }

  /// `"a", "b" or "c"`.
  static func alternatives(_ words: [String]) -> String {
    let shown = words.map(quoted)
    guard let last = shown.last, shown.count > 1 else { return shown.joined() }
    return "\(shown.dropLast().joined(separator: ", ")) or \(last)"
  }

  /// The word that was meant, or else the nearest of those known; `noun` says what they are.
  static func suggestion(for word: String, among known: [String], noun: String) -> String {
    if let likely = NearestWord.likely(for: word, among: known) {
      return "did you mean \(quoted(likely))?"
    }
    guard let nearest = NearestWord.nearest(to: word, among: known)?.word else {
      return "take it away"
    }
    return "take it away (the nearest \(noun) is \(quoted(nearest)))"
  }
}
