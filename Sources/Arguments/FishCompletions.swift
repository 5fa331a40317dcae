/// Completions for fish, one `complete` command for each command, option and argument.
struct FishCompletions {
  let program: ProgramDeclaration

  private var function: String { "__" + Shell.identifier(program.name) + "_command" }
  private var complete: String { "complete -c \(program.name)" }

  var script: String {
    let head = """
      # Completions of \(program.name) for fish, made by: \(program.name) completions fish

      # Whether the command typed so far is the argument;
      # without an argument: whether there is none.
      function \(function)
        set -l words (commandline -opc)
        set -e words[1]
        for word in $words
          string match -q -- '-*' $word; and continue
          test "$word" = "$argv[1]"
          return
        end
        test -z "$argv[1]"
      end

      \(complete) -f
      \(complete) -s h -l help -d \(Shell.quoted(ProgramDeclaration.helpSummary))
      \(complete) -n \(function) -l version -d \(Shell.quoted(ProgramDeclaration.versionSummary))

      """
    return head + program.commands.flatMap(lines).map { "\($0)\n" }.joined()
  }

  private func lines(of command: CommandDeclaration) -> [String] {
    let condition = "\(complete) -n '\(function) \(command.name)'"
    let options = command.options.map { option in
      let value = option.valueName == nil ? "" : " -x\(candidates(option.completion))"
      return "\(condition) -l \(option.name)\(value) -d \(Shell.quoted(option.summary))"
    }
    let positionals = command.positionals.compactMap { argument in
      argument.completion == .none ? nil : condition + candidates(argument.completion)
    }
    return ["\(complete) -n \(function) -a \(command.name) -d \(Shell.quoted(command.summary))"]
      + options + positionals
  }

  private func candidates(_ completion: ValueCompletion) -> String {
    switch completion {
    case .none: ""
    case .file(let suffix): " -a '(__fish_complete_suffix \(suffix))'"
    case .folder: " -a '(__fish_complete_directories)'"
    case .values(let values): " -a '\(values.joined(separator: " "))'"
    }
  }
}
