import Columns
import Records
import Vocabulary

/// The link decisions of earlier nights that count tonight (contract section 2).
struct LinkDecisions: Sendable {
  /// What counts for one entry.
  struct Verdicts {
    /// The employee of the last accept.
    var accepted: Int?
    /// Employees whose persons are no candidates.
    var rejected: [Int] = []
  }

  private var verdicts: [ListKind: [Int: Verdicts]] = [:]
  /// Decisions that name what is not there, or a repeated entry that does not agree.
  private(set) var idle: [Int] = []

  /// Holds the decisions against the lists and the staff.
  init(_ extracts: Extracts, _ lists: [JoinedList], _ workforce: Workforce, asOf: CalendarDay) {
    guard extracts.decisions.contains(where: { $0.isLink }) else { return }
    var entries: [ExactText: (ListKind, Int)] = [:]
    for list in lists {
      for (index, subject) in list.subjects.enumerated() {
        entries[ExactText(subject)] = (list.kind, index)
      }
    }
    var last: [Place: (decision: Int, isAccept: Bool)] = [:]
    for (number, decision) in extracts.decisions.enumerated()
    where decision.isLink && decision.counts(on: asOf) {
      let subject = ExactText(extracts.texts.string(decision.subject))
      guard let (kind, entry) = entries[subject],
        let employee = workforce.employee(decision.organisation, decision.number),
        let list = lists.first(where: { $0.kind == kind }),
        !list.isRepeated[entry]
          || Agreement.of(list.entries[entry], employee, workforce).agrees
      else {
        idle.append(number)
        continue
      }
      last[Place(kind: kind, entry: entry, employee: employee)] =
        (number, decision.verdict == .accept)
    }
    for (place, verdict) in last.sorted(by: { $0.value.decision < $1.value.decision }) {
      if verdict.isAccept {
        verdicts[place.kind, default: [:]][place.entry, default: Verdicts()].accepted =
          place.employee
      } else {
        verdicts[place.kind, default: [:]][place.entry, default: Verdicts()].rejected
          .append(place.employee)
      }
    }
  }

  /// What counts for an entry; nil where nothing was decided.
  func verdicts(_ kind: ListKind, _ entry: Int) -> Verdicts? { verdicts[kind]?[entry] }

  private struct Place: Hashable {
    var kind: ListKind
    var entry: Int
    var employee: Int
  }
}
