import Files

/// Texts of a file as they may stand in a one-line message.
enum FileText {
  /// A heading, cut and without anything that could break the line.
  static func printable(_ heading: String) -> String {
    // A heading may have millions of characters.
    let words = heading.prefix(4096).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return OneLine.printable(String(words.prefix(40)))
  }

  /// A name of a sheet in quotes.
  static func quoted(_ name: String) -> String {
    "\"\(OneLine.printable(String(name.prefix(60))))\""
  }
}
