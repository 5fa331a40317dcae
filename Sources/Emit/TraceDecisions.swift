import Columns
import Records
import Vocabulary

/// The decisions that have an effect on employees, by employee, for their traces.
///
/// Decisions are few; texts are compared freely here.
struct TraceDecisions: Sendable {
  /// A link to an employee that a decision rejects.
  private struct Rejected {
    var kind: ListKind
    /// The entry's row; nil where it is another employer's.
    var row: SourceRow?
    var decision: SourceRow
  }

  /// A discrepancy of an employee that a decision waives.
  private struct Waiver {
    /// The discrepancy's id, as a number.
    var id: UInt64
    var decision: SourceRow
    var until: CalendarDay
  }

  private var accepting: [ListKind: [Int: SourceRow]] = [:]
  private var rejected: [Int: [Rejected]] = [:]
  private var waivers: [Int: [Waiver]] = [:]

  /// Looks for the effects of the decisions of a run.
  init(_ contents: RunContents) {
    findLinks(contents.reconciliation)
    findWaivers(contents)
    employees = Set(rejected.keys).union(waivers.keys).sorted()
  }

  /// The employees with a rejected link or a waiver, ascending, each once.
  private(set) var employees: [Int] = []

  /// The row of the decision by which an entry is linked, or nil.
  func accepting(_ kind: ListKind, _ entry: Int) -> SourceRow? { accepting[kind]?[entry] }

  /// Writes the items of rejected links.
  func appendRejected(_ employee: Int, to writer: inout TraceWriter) {
    for link in rejected[employee] ?? [] {
      writer.beginItem()
      writer.word(link.kind == .passports ? "passport " : "network ")
      if let row = link.row { writer.place(row) } else { writer.text(TraceFormat.hiddenPlace) }
      writer.space()
      writer.place(link.decision)
    }
  }

  /// Writes the items of waivers.
  func appendWaivers(_ employee: Int, to writer: inout TraceWriter) {
    for waiver in waivers[employee] ?? [] {
      writer.beginItem()
      writer.hexadecimal(waiver.id)
      writer.space()
      writer.place(waiver.decision)
      writer.space()
      writer.day(waiver.until)
    }
  }

  private struct Pair: Hashable {
    var subject: ExactText
    var employee: Int
  }

  private mutating func findLinks(_ all: Reconciliation) {
    let idle = Set(all.links.idleDecisions)
    var last: [Pair: Int] = [:]
    for (index, decision) in all.extracts.decisions.enumerated()
    where decision.isLink && decision.counts(on: all.asOf) && !idle.contains(index) {
      guard let employee = all.workforce.employee(decision.organisation, decision.number) else {
        continue
      }
      let subject = ExactText(all.extracts.texts.string(decision.subject))
      last[Pair(subject: subject, employee: employee)] = index
    }
    if last.isEmpty { return }
    let subjects = Set(last.keys.map(\.subject))
    var entries: [ExactText: (kind: ListKind, index: Int)] = [:]
    for list in [all.links.passports, all.links.memberships] {
      for (index, subject) in list.subjects.map(ExactText.init).enumerated()
      where subjects.contains(subject) {
        entries[subject] = (list.kind, index)
      }
    }
    for (pair, index) in last.sorted(by: { $0.value < $1.value }) {
      guard let (kind, entry) = entries[pair.subject] else { continue }
      let decision = all.extracts.decisions[index]
      let list = all.links.list(kind)
      switch decision.verdict {
      case .accept where list.links[entry].employee == pair.employee:
        accepting[kind, default: [:]][entry] = decision.row
      case .reject:
        let organisation = list.entries[entry].organisation
        let isOwn = organisation.isMissing || organisation == decision.organisation
        rejected[pair.employee, default: []].append(
          Rejected(
            kind: kind, row: isOwn ? list.entries[entry].row : nil, decision: decision.row))
      case .accept, .waive, .none: continue
      }
    }
  }

  private mutating func findWaivers(_ contents: RunContents) {
    let all = contents.reconciliation
    for (finding, decision) in contents.findings.waivers.sorted(by: { $0.key < $1.key }) {
      let place = contents.discrepancies.places[finding]
      guard let employee = all.workforce.employee(place.organisation, place.number) else {
        continue
      }
      let row = all.extracts.decisions[decision]
      waivers[employee, default: []].append(
        Waiver(id: contents.discrepancies.ids[finding], decision: row.row, until: row.until))
    }
  }
}
