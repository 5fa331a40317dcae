/// What a shell offers for a value.
package enum ValueCompletion: Sendable, Equatable {
  /// Nothing: the value is free.
  case none
  /// Folders, and files whose names end in the suffix, `.json5`.
  case file(suffix: String)
  /// Folders.
  case folder
  /// These words; the parser refuses others.
  case values([String])
}

/// A value that a command takes by its place.
package struct PositionalArgument: Sendable, Equatable {
  /// The name in upper case, `PIPELINE`; the value is asked for by it.
  package let name: String
  /// What it is, one sentence.
  package let summary: String
  /// Whether the command can do without it; only the last ones of a command can be optional.
  package let isOptional: Bool
  /// What a shell offers for it.
  package let completion: ValueCompletion

  /// Declares a positional argument.
  package init(
    _ name: String, _ summary: String, isOptional: Bool = false,
    completion: ValueCompletion = .none
  ) {
    self.name = name
    self.summary = summary
    self.isOptional = isOptional
    self.completion = completion
  }
}

/// An option with a value, `--input DIR`, or a flag, `--again`.
package struct CommandOption: Sendable, Equatable {
  /// The name without the two hyphens.
  package let name: String
  /// The value's name in upper case, `DIR`; nil for a flag.
  package let valueName: String?
  /// What it does, one sentence.
  package let summary: String
  /// Whether the command cannot do without it.
  package let isRequired: Bool
  /// Whether it may be given more than once.
  package let isRepeatable: Bool
  /// What a shell offers for the value.
  package let completion: ValueCompletion

  /// Declares an option with a value.
  package init(
    _ name: String, value: String, _ summary: String, isRequired: Bool = false,
    isRepeatable: Bool = false, completion: ValueCompletion = .none
  ) {
    self.name = name
    valueName = value
    self.summary = summary
    self.isRequired = isRequired
    self.isRepeatable = isRepeatable
    self.completion = completion
  }

  /// Declares a flag.
  package init(flag name: String, _ summary: String) {
    self.name = name
    valueName = nil
    self.summary = summary
    isRequired = false
    isRepeatable = false
    completion = .none
  }
}

/// One command of the program; parsing, help and completions follow from it.
package struct CommandDeclaration: Sendable, Equatable {
  /// The word typed.
  package let name: String
  /// What the command does, one sentence.
  package let summary: String
  /// More about it, paragraphs divided by empty lines; may be empty.
  package let discussion: String
  /// The values it takes by their places.
  package let positionals: [PositionalArgument]
  /// Its options besides `--help`.
  package let options: [CommandOption]

  /// Declares a command.
  package init(
    _ name: String, _ summary: String, discussion: String = "",
    positionals: [PositionalArgument] = [], options: [CommandOption] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.positionals = positionals
    self.options = options
  }
}

/// The program with all its commands.
///
/// `help [COMMAND]` and `completions SHELL` are every program's and come by themselves.
package struct ProgramDeclaration: Sendable {
  /// The word typed to start it.
  package let name: String
  /// What `--version` says behind the name.
  package let version: String
  /// What the program does, one sentence.
  package let summary: String
  /// More about it, paragraphs divided by empty lines; may be empty.
  package let discussion: String
  /// The commands in the order the help lists them.
  package let commands: [CommandDeclaration]
  /// Finds which of some words a mistyped word was meant to be, if any.
  let nearest: @Sendable (_ word: String, _ known: [String]) -> String?

  /// Declares a program; `nearest` finds which of some known words a mistyped one was meant to be.
  package init(
    name: String, version: String, summary: String, discussion: String = "",
    commands: [CommandDeclaration],
    nearest: @escaping @Sendable (_ word: String, _ known: [String]) -> String?
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.discussion = discussion
    self.nearest = nearest
    let shells = Shell.allCases.map(\.rawValue)
    let names = commands.map(\.name) + [Self.helpName, Self.completionsName]
    let completions = CommandDeclaration(
      Self.completionsName, "Print the completions for a shell.",
      discussion: Shell.allCases.map { shell in
        "\(shell.rawValue): \(shell.installation(of: name))"
      }.joined(separator: "\n\n"),
      positionals: [
        PositionalArgument("SHELL", "bash, zsh or fish.", completion: .values(shells))
      ])
    let help = CommandDeclaration(
      Self.helpName, "Show help, of a command if one is named.",
      positionals: [
        PositionalArgument(
          "COMMAND", "The command to explain.", isOptional: true, completion: .values(names))
      ])
    self.commands = commands + [completions, help]
  }

  static let helpName = "help"
  static let completionsName = "completions"
  static let helpSummary = "Show this help."
  static let versionSummary = "Print the version."
}
