import Glibc

/// Where the program's words go: standard output, whole lines, and what kind of place it is.
enum Terminal {
  /// Whether standard output is a terminal, where bars may move.
  static let isInteractive = isatty(STDOUT_FILENO) == 1

  /// Whether words may be coloured: a terminal, and the user has not set `NO_COLOR`.
  static let isColoured: Bool = {
    // Safe: the result is only compared with nil.
    unsafe isInteractive && getenv("NO_COLOR") == nil
  }()

  /// Writes text to standard output.
  ///
  /// A reader who has gone away is no error of the run.
  static func write(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Writes one line to standard error.
  static func errorLine(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      // Safe: the rest lies within the array, which lives through the call.
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      written += count
    }
  }

  /// Writes one line.
  static func line(_ text: String = "") { write(text + "\n") }

  /// Text in bold where colours are allowed.
  static func bold(_ text: String) -> String { styled(text, "1") }

  /// Text in a colour where colours are allowed.
  static func green(_ text: String) -> String { styled(text, "32") }
  static func blue(_ text: String) -> String { styled(text, "34") }
  static func red(_ text: String) -> String { styled(text, "31") }

  private static func styled(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// Text at the left of a column so wide.
  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// Text at the right of a column so wide.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
