import Columns
import Records
import Vocabulary

/// The states of passports and memberships at the as-of date (contract section 5).
struct EntryStates {
  let asOf: CalendarDay
  let texts: TextDictionary

  /// The state of a passport.
  func passport(_ entry: ListEntry) -> PassportState {
    let status = FixedWord.text(texts[entry.word])
    if isReached(entry.endDate) || Self.endedWords.contains(status) { return .ended }
    if !entry.startDate.isMissing, entry.startDate > asOf { return .draft }
    if Self.draftWords.contains(status) { return .draft }
    if !entry.reviewDate.isMissing, entry.reviewDate < asOf { return .reviewOverdue }
    return .active
  }

  /// The state of a membership.
  func membership(_ entry: ListEntry) -> MembershipState {
    if isReached(entry.endDate) { return .left }
    if !entry.startDate.isMissing, entry.startDate > asOf { return .future }
    return MemberType(texts[entry.word]) == .carer ? .carerMember : .ally
  }

  private func isReached(_ day: CalendarDay) -> Bool { !day.isMissing && day <= asOf }

  private static let endedWords: Set<String> = [
    "ended", "closed", "withdrawn", "cancelled", "expired", "inactive", "left",
  ]

  private static let draftWords: Set<String> = [
    "draft", "requested", "pending", "in progress", "under discussion", "not agreed", "declined",
  ]
}
