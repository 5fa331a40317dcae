/// A shell that completions can be made for.
package enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish

  /// The script that makes the shell complete the program's commands, options and values.
  package func completions(of program: ProgramDeclaration) -> String {
    switch self {
    case .bash: BashCompletions(program: program).script
    case .zsh: ZshCompletions(program: program).script
    case .fish: FishCompletions(program: program).script
    }
  }

  /// How to install the completions of the program `name`, one command.
  func installation(of name: String) -> String {
    switch self {
    case .bash:
      "\(name) completions bash > ~/.local/share/bash-completion/completions/\(name)"
    case .zsh: "\(name) completions zsh > _\(name) in a folder of $fpath, before compinit."
    case .fish: "\(name) completions fish > ~/.config/fish/completions/\(name).fish"
    }
  }

  /// `text` as one word of any of the three shells.
  static func quoted(_ text: String) -> String {
    // fish takes a backslash before a quote or a backslash as an escape, even in single quotes;
    // no declaration holds a backslash.
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
      + "'"
  }

  /// The program's name as part of a function's name.
  static func identifier(_ name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }
}
