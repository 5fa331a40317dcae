/// Yes and no as cells say them (contract section 1).
package enum YesNo {
  /// What a cell says.
  package enum Reading: Equatable, Sendable {
    case yes
    case no
    case missing
    case unreadable
  }

  /// Reads a trimmed cell: y yes true t 1, n no false f 0.
  package static func read(_ text: Span<UInt8>) -> Reading {
    if text.isEmpty { return .missing }
    if text.count > 5 { return .unreadable }
    switch FixedWord.text(text) {
    case "y", "yes", "true", "t", "1": return .yes
    case "n", "no", "false", "f", "0": return .no
    default: return .unreadable
    }
  }
}
