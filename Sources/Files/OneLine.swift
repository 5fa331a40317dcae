/// Texts from outside as they may stand in a message or a record of one line.
package enum OneLine {
  /// `text` with another character for each that controls or ends a line, so that it forges none.
  ///
  /// Those are Unicode's control and format characters and its line and paragraph separators.
  package static func printable(_ text: String, with other: Unicode.Scalar = "?") -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        result.unicodeScalars.append(other)
      default:
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
