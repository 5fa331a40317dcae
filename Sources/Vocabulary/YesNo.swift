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
    // The letters in lower case, one a byte; no letter outside ASCII becomes one of these words.
    var letters: UInt64 = 0
    for index in text.indices {
      letters = letters << 8 | UInt64(text[index].lowercased)
    }
    switch letters {
    case 0x79, 0x79_6573, 0x7472_7565, 0x74, 0x31: return .yes  // y yes true t 1
    case 0x6E, 0x6E6F, 0x66_616C_7365, 0x66, 0x30: return .no  // n no false f 0
    default: return .unreadable
    }
  }
}
