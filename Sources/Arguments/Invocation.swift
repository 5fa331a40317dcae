/// What a command line asks for.
package enum Request: Sendable, Equatable {
  /// Help, the version or completions: this text, with its last line end, to standard output.
  case answer(String)
  /// A command of the program.
  case command(Invocation)
}

/// A command with the values it was given.
package struct Invocation: Sendable, Equatable {
  /// The command's name.
  package let command: String
  /// Positional values by the names of their arguments.
  var positionals: [String: String] = [:]
  /// The values of options by name; a flag has an empty value.
  var options: [String: [String]] = [:]

  init(command: String) { self.command = command }

  /// The value of the argument or option `name`, which the command cannot do without.
  ///
  /// - Precondition: it is declared as such; then the parser has refused a command line without it.
  package func required(_ name: String) -> String {
    guard let value = argument(name) ?? value(of: name) else {
      preconditionFailure("\(name) is not declared as required")
    }
    return value
  }

  /// The positional value `name`, `FILE`; nil if it was not given.
  package func argument(_ name: String) -> String? { positionals[name] }

  /// The value of the option `name`, written without hyphens; nil if it was not given.
  package func value(of name: String) -> String? { options[name]?.last }

  /// All values of a repeatable option in the order given.
  package func values(of name: String) -> [String] { options[name] ?? [] }

  /// Whether the flag `name`, written without hyphens, was given.
  package func isSet(_ name: String) -> Bool { options[name] != nil }
}

/// Why a command line cannot be understood.
package struct ArgumentError: Error, Sendable, Equatable {
  /// What is wrong and how to get help, in one line.
  package let message: String
}
