import Columns
import Records
import Vocabulary

/// The states of passports and memberships at the as-of date (contract section 5).
struct EntryStates {
  let asOf: CalendarDay
  let texts: TextDictionary

  /// The states of passports, in their order.
  func passports(_ entries: [ListEntry]) -> [PassportState] {
    // Hardly any two say it in words of their own.
    var known: [TextCode: PassportState] = [:]
    return entries.map { entry in
      if isReached(entry.endDate) { return .ended }
      let said = known[entry.word] ?? Self.said(by: FixedWord.text(texts[entry.word]))
      known[entry.word] = said
      if said == .ended { return .ended }
      if !entry.startDate.isMissing, entry.startDate > asOf { return .draft }
      if said == .draft { return .draft }
      if !entry.reviewDate.isMissing, entry.reviewDate < asOf { return .reviewOverdue }
      return .active
    }
  }

  /// What the word of a passport says of its state.
  private static func said(by word: String) -> PassportState {
    if endedWords.contains(word) { return .ended }
    return draftWords.contains(word) ? .draft : .active
  }

  /// The states of memberships, in their order.
  func memberships(_ entries: [ListEntry]) -> [MembershipState] {
    var known: [TextCode: MembershipState] = [:]
    return entries.map { entry in
      if isReached(entry.endDate) { return .left }
      if !entry.startDate.isMissing, entry.startDate > asOf { return .future }
      let said =
        known[entry.word] ?? (MemberType(texts[entry.word]) == .carer ? .carerMember : .ally)
      known[entry.word] = said
      return said
    }
  }

  private func isReached(_ day: CalendarDay) -> Bool { !day.isMissing && day <= asOf }

  private static let endedWords: Set<String> = [
    "ended", "closed", "withdrawn", "cancelled", "expired", "inactive", "left",
  ]

  private static let draftWords: Set<String> = [
    "draft", "requested", "pending", "in progress", "under discussion", "not agreed", "declined",
  ]
}
