/// Completions for bash, as one function that `complete -F` calls.
struct BashCompletions {
  let program: ProgramDeclaration

  private var function: String { "_" + Shell.identifier(program.name) }

  var script: String {
    """
    # Completions of \(program.name) for bash, made by: \(program.name) completions bash

    \(helpers)

    \(function)() {
      local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
      local command='' word prefix='' i
      local -i place=0 ended=0
      COMPREPLY=()

      # bash cuts --key=value at the sign, unless COMP_WORDBREAKS was changed.
      if [[ $current == '=' ]]; then
        current=''
      elif [[ $previous == '=' && COMP_CWORD -ge 2 ]]; then
        previous=${COMP_WORDS[COMP_CWORD-2]}
      elif [[ $current == --*=* ]]; then
        previous=${current%%=*}
        prefix=$previous=
        current=${current#*=}
      fi

    \(scan)

      if [[ -z $command ]]; then
        if [[ $current == -* ]]; then
          \(function)_words '--help --version'
        else
          \(function)_words \(Shell.quoted(program.commands.map(\.name).joined(separator: " ")))
        fi
        return
      fi
      if ((!ended)); then
        case "$command:$previous" in
    \(optionValues)
        esac
        if [[ $current == -* ]]; then
          case "$command" in
    \(options)
          esac
          return
        fi
      fi
      case "$command:$place" in
    \(positionals)
      esac
    }

    complete -F \(function) \(program.name)

    """
  }

  /// Finds which command is typed, and how many of its values stand before the cursor.
  private var scan: String {
    """
      # Which command, and how many of its values stand before the cursor.
      for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((ended)); then
          place+=1
        elif [[ $word == -- ]]; then
          ended=1
        elif [[ $word == -* ]]; then
          if [[ ${COMP_WORDS[i+1]} == '=' ]]; then
            i=$((i + 2))
          else
            case "$command:$word" in
    \(valueOptions)
            esac
          fi
        elif [[ -z $command ]]; then
          command=$word
        else
          place+=1
        fi
      done
    """
  }

  /// The functions that add words, files and folders to the answer.
  private var helpers: String {
    """
    \(function)_words() {
      local reply
      while IFS= read -r reply; do
        COMPREPLY+=("$prefix$reply")
      done < <(compgen -W "$1" -- "$current")
    }

    \(function)_folders() {
      local reply
      compopt -o filenames 2>/dev/null
      while IFS= read -r reply; do
        COMPREPLY+=("$prefix$reply")
      done < <(compgen -d -- "$current")
    }

    \(function)_files() {
      local reply
      \(function)_folders
      while IFS= read -r reply; do
        [[ -d $reply ]] || COMPREPLY+=("$prefix$reply")
      done < <(compgen -f -X "!*$1" -- "$current")
    }
    """
  }

  /// Steps over the value of an option.
  private var valueOptions: String {
    let patterns = program.commands.flatMap { command in
      command.options.filter { $0.valueName != nil }.map { "\(command.name):--\($0.name)" }
    }
    // Without any such option the pattern fits nothing.
    let pattern = patterns.isEmpty ? "''" : patterns.joined(separator: " | ")
    return "          \(pattern)) i=$((i + 1)) ;;"
  }

  private var optionValues: String {
    lines(
      program.commands.flatMap { command in
        command.options.filter { $0.valueName != nil }.map { option in
          "\(command.name):--\(option.name)) \(action(option.completion)); return ;;"
        }
      }, indent: 6)
  }

  private var options: String {
    lines(
      program.commands.map { command in
        let names = command.options.map { "--\($0.name)" } + ["--help"]
        return "\(command.name)) \(function)_words '\(names.joined(separator: " "))' ;;"
      }, indent: 8)
  }

  private var positionals: String {
    lines(
      program.commands.flatMap { command in
        command.positionals.enumerated().map { place, argument in
          "\(command.name):\(place)) \(action(argument.completion)) ;;"
        }
      }, indent: 4)
  }

  private func action(_ completion: ValueCompletion) -> String {
    switch completion {
    case .none: ":"
    case .file(let suffix): "\(function)_files \(Shell.quoted(suffix))"
    case .folder: "\(function)_folders"
    case .values(let values):
      "\(function)_words \(Shell.quoted(values.joined(separator: " ")))"
    }
  }

  private func lines(_ lines: [String], indent: Int) -> String {
    lines.map { String(repeating: " ", count: indent) + $0 }.joined(separator: "\n")
  }
}
