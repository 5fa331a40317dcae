import Columns
import Vocabulary

/// Whether an assignment is active at the as-of date (contract section 4).
struct AssignmentActivity: Sendable {
  private let asOf: CalendarDay
  /// By text code: whether the status ends an assignment.
  private let endsAssignment: [Bool]

  /// Looks at each status that occurs once.
  init(asOf: CalendarDay, statuses: some Sequence<[TextCode]>, in texts: TextDictionary) {
    self.asOf = asOf
    endsAssignment = texts.judgements(of: statuses, other: false) { Self.endsAssignment($0) }
  }

  /// Whether an assignment with these dates and status is active.
  func isActive(start: CalendarDay, leaving: CalendarDay, status: TextCode) -> Bool {
    asOf.isWithin(from: start, to: leaving) && !endsAssignment[Int(status.raw)]
  }

  /// Whether a status has one of the words that end an assignment; words are runs of letters.
  static func endsAssignment(_ status: Span<UInt8>) -> Bool {
    let text = FixedWord.text(status)
    if text.contains("ex-employee") || text.contains("ex employee") { return true }
    return text.split { !$0.isLetter }.contains { word in
      endingWords.contains(String(word)) || word.hasPrefix("terminat")
        || word.hasPrefix("inactive")
    }
  }

  private static let endingWords: Set<String> = [
    "ended", "left", "leaver", "deceased", "offer", "applicant", "withdrawn",
  ]
}
