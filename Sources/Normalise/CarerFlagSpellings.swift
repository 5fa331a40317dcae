import Columns
package import Vocabulary

/// How the flag is spelt in extracts (contract section 3), with the pipeline file's own spellings.
struct CarerFlagSpellings: Sendable {
  private let flags: [[UInt8]: CarerFlag]

  /// The contract's table; `own` adds to it and wins.
  init(own: [CarerFlag: [String]]) {
    var flags: [[UInt8]: CarerFlag] = [[]: .notRecorded]
    for (flag, spellings) in Self.table {
      for spelling in spellings { flags[FlagKey.key(spelling)] = flag }
    }
    for flag in CarerFlag.allCases {
      for spelling in own[flag] ?? [] { flags[FlagKey.key(spelling)] = flag }
    }
    self.flags = flags
  }

  /// The flag that a flag key means, or nil if it is not in the table.
  func flag(key: [UInt8]) -> CarerFlag? { flags[key] }

  /// The flag of each text that occurs in `batches`, by the text's code; others are `notRecorded`.
  func flags(of batches: some Sequence<[TextCode]>, in texts: TextDictionary) -> [CarerFlag] {
    texts.judgements(of: batches, other: .notRecorded) { text in
      text.isEmpty ? .notRecorded : flag(key: FlagKey.key(text)) ?? .unreadable
    }
  }

  private static let table: [(CarerFlag, [String])] = [
    (
      .carer,
      [
        "y", "yes", "true", "t", "1", "carer", "working carer", "unpaid carer", "i am a carer",
        "yes - carer", "yes - working carer", "yes - unpaid carer", "achieved",
      ]
    ),
    (.notCarer, ["n", "no", "false", "f", "0", "not a carer", "i am not a carer"]),
    (
      .declined,
      [
        "prefer not to say", "pnts", "declined", "decline to say", "not disclosed",
        "do not wish to disclose", "i do not wish to disclose", "undisclosed", "withheld",
      ]
    ),
    (
      .notRecorded,
      [
        "unknown", "not stated", "not known", "null", "none", "n/a", "na", "-", "not recorded",
        "unspecified", "tbc",
      ]
    ),
  ]
}

extension CarerFlag {
  /// What the text of a flag says by the contract's own table (contract section 3).
  package init(spelling text: String) {
    self = CarerFlagSpellings(own: [:]).flag(key: FlagKey.key(text)) ?? .unreadable
  }
}
