extension ProgramDeclaration {
  /// Understands the arguments behind the program's name.
  ///
  /// `--key value` and `--key=value` are the same; options and values mix freely; behind `--`
  /// everything is a value. `--help` wins over anything else that stands before `--`.
  ///
  /// - Throws: The first thing that cannot be understood.
  package func parse(_ arguments: [String]) throws(ArgumentError) -> Request {
    guard let first = arguments.first else {
      throw error("no command given, name one of \(commands.map(\.name).joined(separator: ", ")).")
    }
    switch first {
    case "--help", "-h": return .answer(helpText())
    case "--version": return .answer("\(name) \(version)\n")
    case _ where first.hasPrefix("-"):
      let known = ["--help", "--version"]
      let isOfCommand = commands.contains { $0.option(named: first) != nil }
      throw error(
        "unknown option \(quoted(first))"
          + (isOfCommand ? ", options stand behind the command." : suggestion(first, known)))
    default: break
    }
    guard let command = commands.first(where: { $0.name == first }) else {
      throw error("unknown command \(quoted(first))" + suggestion(first, commands.map(\.name)))
    }
    let rest = Array(arguments.dropFirst())
    let beforeEnd = rest.prefix { $0 != "--" }
    if beforeEnd.contains("--help") || beforeEnd.contains("-h") {
      return .answer(helpText(for: command))
    }
    return try answer(try parse(rest, of: command))
  }

  /// Answers the commands that every program has; hands on the others.
  private func answer(_ invocation: Invocation) throws(ArgumentError) -> Request {
    switch invocation.command {
    case Self.helpName:
      let name = invocation.argument("COMMAND")
      let command = commands.first { $0.name == name }
      return .answer(command.map(helpText(for:)) ?? helpText())
    case Self.completionsName:
      guard let shell = invocation.argument("SHELL").flatMap(Shell.init(rawValue:)) else {
        throw error("SHELL is missing.")
      }
      return .answer(shell.completions(of: self))
    default: return .command(invocation)
    }
  }

  // MARK: - One command

  private func parse(
    _ arguments: [String], of command: CommandDeclaration
  ) throws(ArgumentError) -> Invocation {
    var invocation = Invocation(command: command.name)
    var values: [String] = []
    var remaining = arguments[...]
    var optionsHaveEnded = false
    while let argument = remaining.popFirst() {
      if optionsHaveEnded || !argument.hasPrefix("-") || argument == "-" {
        values.append(argument)
      } else if argument == "--" {
        optionsHaveEnded = true
      } else {
        try parseOption(argument, &remaining, of: command, into: &invocation)
      }
    }
    try assign(values, of: command, to: &invocation)
    return invocation
  }

  private func parseOption(
    _ argument: String, _ remaining: inout ArraySlice<String>, of command: CommandDeclaration,
    into invocation: inout Invocation
  ) throws(ArgumentError) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let typed = parts.first.map(String.init) ?? argument
    guard let option = command.option(named: typed) else {
      let known = command.options.map { "--\($0.name)" } + ["--help"]
      throw error(
        "unknown option \(quoted(typed)) of \(command.name)" + suggestion(typed, known), command)
    }
    var value = parts.count > 1 ? String(parts[1]) : nil
    if let valueName = option.valueName {
      if value == nil, let next = remaining.first, next == "-" || !next.hasPrefix("-") {
        value = remaining.popFirst()
      }
      guard let value, !value.isEmpty else {
        throw error("--\(option.name) needs a value, write \(option.typed).", command)
      }
      try check(value, of: valueName, option.completion, command)
    } else if value != nil {
      throw error("--\(option.name) takes no value, write --\(option.name) alone.", command)
    }
    guard option.isRepeatable || !invocation.isSet(option.name) else {
      throw error("--\(option.name) is given twice, take one away.", command)
    }
    invocation.options[option.name, default: []].append(value ?? "")
  }

  private func assign(
    _ values: [String], of command: CommandDeclaration, to invocation: inout Invocation
  ) throws(ArgumentError) {
    for (argument, value) in zip(command.positionals, values) {
      guard !value.isEmpty else { throw error("\(argument.name) is empty.", command) }
      try check(value, of: argument.name, argument.completion, command)
      invocation.positionals[argument.name] = value
    }
    if values.count > command.positionals.count {
      let extra = values[command.positionals.count]
      throw error("unexpected argument \(quoted(extra)) of \(command.name).", command)
    }
    let missing =
      command.positionals.dropFirst(values.count).first { !$0.isOptional }?.name
      ?? command.options.first { $0.isRequired && !invocation.isSet($0.name) }?.typed
    if let missing {
      throw error("\(missing) is missing, write \(usage(of: command)).", command)
    }
  }

  private func check(
    _ value: String, of valueName: String, _ completion: ValueCompletion,
    _ command: CommandDeclaration
  ) throws(ArgumentError) {
    guard case .values(let known) = completion, !known.contains(value) else { return }
    let likely = nearest(value, known)
    let remedy = likely.map { ", did you mean \(quoted($0))?" } ?? ", give one of "
    let list = likely == nil ? known.joined(separator: ", ") + "." : ""
    throw error("no such \(valueName) \(quoted(value))\(remedy)\(list)", command)
  }

  // MARK: - Messages

  /// `problem`, a sentence with its end, and how to get help.
  private func error(_ problem: String, _ command: CommandDeclaration? = nil) -> ArgumentError {
    let help = command.map { "\(name) help \($0.name)" } ?? "\(name) --help"
    return ArgumentError(message: "\(problem) See: \(help)")
  }

  private func suggestion(_ word: String, _ known: [String]) -> String {
    nearest(word, known).map { ", did you mean \(quoted($0))?" } ?? "."
  }

  /// `text` in quotes and on one line, cut where it is long.
  private func quoted(_ text: String) -> String {
    let shown = text.unicodeScalars.prefix(60).map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: "?"
      default: String(scalar)
      }
    }
    return "\"\(shown.joined())\(text.unicodeScalars.count > 60 ? "…" : "")\""
  }
}

extension CommandDeclaration {
  /// The option that is typed as `typed`, with its hyphens.
  func option(named typed: String) -> CommandOption? {
    options.first { "--\($0.name)" == typed }
  }
}
