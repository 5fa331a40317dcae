import Vocabulary

/// How `esr_flag` came about: every statement, which was taken, and why not the others (contract
/// section 3).
///
/// Decided anew from the trace by the same order as in the run, so that the reasons given are those
/// that decide; a trace whose flag comes out otherwise was changed.
struct FlagAccount {
  /// One thing that says a flag.
  struct Statement {
    var place: TracePlace
    /// What it is, such as "the main row, primary".
    var kind: String
    var flag: CarerFlag
    /// As it stands.
    var date: CalendarDay
    var precedence: FlagPrecedence
  }

  /// All statements, in the order of rows, competences last.
  let statements: [Statement]
  /// The one taken; nil where nothing says a flag.
  let taken: Int?
  /// Rows whose flag cannot be read.
  let unreadable: [TracePlace]

  init(_ employee: TracedEmployee, asOf: CalendarDay) {
    var statements: [Statement] = []
    for (index, row) in employee.rows.enumerated() where row.flag.isStatement {
      let kind = index == 0 ? "the main row" : "a further row"
      statements.append(
        Statement(
          place: row.place, kind: row.isPrimary ? "\(kind), primary" : "\(kind), not primary",
          flag: row.flag, date: row.date,
          precedence: FlagPrecedence(
            row.flag, date: row.date, isPrimary: row.isPrimary, asOf: asOf)))
    }
    for competence in employee.competences {
      // One that is not open, or for a passport, says none.
      guard let flag = competence.flag else { continue }
      statements.append(
        Statement(
          place: competence.place, kind: "a competence", flag: flag, date: competence.date,
          precedence: FlagPrecedence(flag, date: competence.date, isPrimary: true, asOf: asOf)))
    }
    var taken: Int?
    for index in statements.indices {
      guard let best = taken else {
        taken = index
        continue
      }
      if statements[index].precedence.isTaken(before: statements[best].precedence) { taken = index }
    }
    self.statements = statements
    self.taken = taken
    unreadable = employee.rows.filter { $0.flag == .unreadable }.map(\.place)
  }

  /// The flag that follows.
  var flag: CarerFlag {
    taken.map { statements[$0].flag } ?? (unreadable.isEmpty ? .notRecorded : .unreadable)
  }

  /// Why a statement was passed over for the one taken.
  func reason(against index: Int) -> String {
    guard let taken else { return "" }
    let (winner, loser) = (statements[taken].precedence, statements[index].precedence)
    if winner.countedDate != loser.countedDate {
      if statements[index].date.isMissing { return "it has no date, and the latest date counts" }
      if loser.countedDate.isMissing {
        return "its date lies after the as-of date and counts as the earliest"
      }
      return "an earlier date, and the latest counts"
    }
    let dates = winner.countedDate.isMissing ? "no date counts" : "the dates are the same"
    if winner.isPrimary != loser.isPrimary {
      return "\(dates), and a competence or primary assignment goes first"
    }
    if winner.rank != loser.rank {
      return "\(dates), and carer goes before declined, declined before not-carer"
    }
    return "it says the same and comes later in the order of rows"
  }
}
