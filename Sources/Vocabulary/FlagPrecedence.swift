/// How much one statement of a carer flag counts beside others of an employee (contract section 3).
package struct FlagPrecedence: Sendable {
  /// The date as it counts: missing, the earliest, also where it lies after the as-of date.
  package let countedDate: CalendarDay
  /// Whether a competence or a primary assignment makes the statement.
  package let isPrimary: Bool
  /// Carer 0, declined 1, not a carer 2.
  package let rank: Int

  /// The precedence of a statement on the date of the run; `date` is as it stands.
  package init(_ flag: CarerFlag, date: CalendarDay, isPrimary: Bool, asOf: CalendarDay) {
    countedDate = date > asOf ? .missing : date
    self.isPrimary = isPrimary
    rank =
      switch flag {
      case .carer: 0
      case .declined: 1
      case .notCarer, .notRecorded, .unreadable: 2
      }
  }

  /// Whether the statement is taken before another that came earlier in the order of rows.
  ///
  /// The latest date, then primary, then carer before declined before not a carer.
  package func isTaken(before other: FlagPrecedence) -> Bool {
    if countedDate != other.countedDate { return countedDate > other.countedDate }
    if isPrimary != other.isPrimary { return isPrimary }
    return rank < other.rank
  }
}
