/// How texts from a pipeline file stand in a one-line message.
package enum Display {
  /// No text takes more than this many characters of a message.
  private static let maximumCharacters = 60

  /// `text` in quotes, on one line: control characters as escapes, a long text cut.
  package static func quoted(_ text: String) -> String {
    "\"\(plain(text))\""
  }

  /// `text` on one line: control characters as escapes, a long text cut.
  package static func plain(_ text: String) -> String {
    var shown = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      guard index < maximumCharacters else { return shown + "…" }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
