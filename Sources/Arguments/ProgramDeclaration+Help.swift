extension ProgramDeclaration {
  /// The width of a terminal that all help fits in.
  private static let width = 80
  /// Where the descriptions of arguments, options and commands begin.
  private static let indent = 26

  /// The help of the whole program.
  func helpText() -> String {
    var text = Self.overview(summary, discussion)
    text += "USAGE: \(name) COMMAND [ARGUMENTS]\n"
    text += Self.section(
      "OPTIONS", [("--version", Self.versionSummary), ("-h, --help", Self.helpSummary)])
    text += Self.section("COMMANDS", commands.map { ($0.name, $0.summary) })
    return text + "\nSee \"\(name) help COMMAND\" for one of them.\n"
  }

  /// The help of one command.
  func helpText(for command: CommandDeclaration) -> String {
    var text = Self.overview(command.summary, command.discussion)
    let head = "USAGE: \(name) \(command.name) "
    let lines = Self.wrapped(command.usageWords, width: Self.width - head.count)
    let between = "\n" + String(repeating: " ", count: head.count)
    let usage = head + lines.joined(separator: between)
    text += usage.trimmingTrailingSpaces() + "\n"
    text += Self.section("ARGUMENTS", command.positionals.map { ($0.name, $0.summary) })
    let options = command.options.map { ($0.typed, $0.summary) }
    return text + Self.section("OPTIONS", options + [("-h, --help", Self.helpSummary)])
  }

  /// How the command is typed, on one line.
  func usage(of command: CommandDeclaration) -> String {
    ([name, command.name] + command.usageWords).joined(separator: " ")
  }

  private static func overview(_ summary: String, _ discussion: String) -> String {
    var text = "OVERVIEW: \(summary)"
    text = wrapped(words(text), width: width).joined(separator: "\n") + "\n\n"
    for paragraph in paragraphs(discussion) {
      text += wrapped(words(paragraph), width: width).joined(separator: "\n") + "\n\n"
    }
    return text
  }

  private static func section(_ title: String, _ rows: [(label: String, text: String)]) -> String {
    guard !rows.isEmpty else { return "" }
    var section = "\n\(title):\n"
    for row in rows {
      var line = "  \(row.label)"
      if line.count + 2 > indent {
        section += line + "\n"
        line = ""
      }
      for text in wrapped(words(row.text), width: width - indent) {
        section += line + String(repeating: " ", count: indent - line.count) + text + "\n"
        line = ""
      }
    }
    return section
  }

  // MARK: - Text

  private static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [String] = []
    var isInParagraph = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        isInParagraph = false
      } else if isInParagraph {
        paragraphs[paragraphs.count - 1] += " \(line)"
      } else {
        paragraphs.append(String(line))
        isInParagraph = true
      }
    }
    return paragraphs
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  /// The words in lines of at most `width` characters, a longer word alone on its line.
  private static func wrapped(_ words: [String], width: Int) -> [String] {
    var lines: [String] = []
    for word in words {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(word)
      }
    }
    return lines
  }
}

extension CommandDeclaration {
  /// What follows the command's name, each argument and each option as one word.
  var usageWords: [String] {
    positionals.map { $0.isOptional ? "[\($0.name)]" : $0.name }
      + options.map { option in
        let word = option.isRequired ? option.typed : "[\(option.typed)]"
        return word + (option.isRepeatable ? "..." : "")
      }
  }
}

extension CommandOption {
  /// How it is typed: `--input DIR`, `--again`.
  var typed: String { "--\(name)" + (valueName.map { " \($0)" } ?? "") }
}

extension String {
  fileprivate func trimmingTrailingSpaces() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
