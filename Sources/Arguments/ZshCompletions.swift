/// Completions for zsh, to be kept as `_NAME` in a folder of `$fpath`.
struct ZshCompletions {
  let program: ProgramDeclaration

  private var function: String { "_" + Shell.identifier(program.name) }

  var script: String {
    """
    #compdef \(program.name)
    # Completions of \(program.name) for zsh, made by: \(program.name) completions zsh

    \(function)() {
      local context state state_descr line
      typeset -A opt_args

      _arguments -C \\
        \(Shell.quoted("(- *)--version[\(escaped(ProgramDeclaration.versionSummary))]")) \\
        \(help) \\
        '1:command:->command' \\
        '*::argument:->argument' && return 0

      case $state in
        command)
          local -a commands
          commands=(
    \(commands)
          )
          _describe -t commands command commands
          ;;
        argument)
          case $line[1] in
    \(arguments)
          esac
          ;;
      esac
    }

    if [[ $funcstack[1] == \(function) || $funcstack[1] == _\(program.name) ]]; then
      \(function) "$@"
    else
      compdef \(function) \(program.name)
    fi

    """
  }

  private var help: String {
    "'(- *)'{-h,--help}\(Shell.quoted("[\(escaped(ProgramDeclaration.helpSummary))]"))"
  }

  private var commands: String {
    program.commands.map { command in
      "        " + Shell.quoted("\(command.name):\(command.summary)")
    }.joined(separator: "\n")
  }

  private var arguments: String {
    program.commands.map { command in
      let specifications =
        [help] + command.options.map { Shell.quoted(specification(of: $0)) }
        + command.positionals.enumerated().map { index, argument in
          let separator = argument.isOptional ? "::" : ":"
          return Shell.quoted(
            "\(index + 1)\(separator)\(argument.name):\(action(argument.completion))")
        }
      let list = specifications.joined(separator: " \\\n            ")
      return """
                \(command.name))
                  _arguments \\
                    \(list)
                  ;;
        """
    }.joined(separator: "\n")
  }

  private func specification(of option: CommandOption) -> String {
    let repeated = option.isRepeatable ? "*" : ""
    let text = "[\(escaped(option.summary))]"
    guard let valueName = option.valueName else { return "\(repeated)--\(option.name)\(text)" }
    return "\(repeated)--\(option.name)=\(text):\(valueName):\(action(option.completion))"
  }

  private func action(_ completion: ValueCompletion) -> String {
    switch completion {
    case .none: " "
    case .file(let suffix): "_files -g \"*\(suffix)\""
    case .folder: "_files -/"
    case .values(let values): "(\(values.joined(separator: " ")))"
    }
  }

  /// A description as it stands in the brackets of a specification.
  private func escaped(_ text: String) -> String {
    text.map { "[]:\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
