import Arguments

/// The output folder of commands that look at runs there have been.
enum OutputOption {
  /// What `--output` says, else `./output`.
  static func path(_ invocation: Invocation) -> String {
    invocation.value(of: "output") ?? "output"
  }
}
