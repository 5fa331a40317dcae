import Records
import Vocabulary

/// One rule of contract section 6: what it is called, and how its discrepancies are found.
///
/// Advice for whoever adds one: `check` is called once a run and loops inside; it may run beside
/// the other rules, so it is a function of the reconciliation and nothing else. There may be two
/// million employees: compare columns, and make strings and arrays only for what is wrong. Whatever
/// order a set or dictionary has must not be seen in the report.
protocol Rule: Sendable {
  /// What the catalogue says of the rule.
  var about: RuleDescription { get }

  /// Reports every discrepancy of this rule, in an order that depends on the inputs only.
  func check(_ all: Reconciliation, _ report: inout RuleReport)
}

/// What one rule found: subjects, each with a sentence and the rows it rests on.
struct RuleReport: Sendable {
  /// A finding that does not know yet which rule found it.
  struct Item: Sendable {
    var subject: FindingSubject
    var detail: String
    var rows: [SourceRow]
  }

  private(set) var items: [Item] = []
  private var indexOfSubject: [FindingSubject: Int] = [:]

  /// Reports a subject that the rule reports once only.
  mutating func add(_ subject: FindingSubject, _ detail: String, rows: [SourceRow]) {
    items.append(Item(subject: subject, detail: detail, rows: rows))
  }

  /// Reports a row of a subject; all rows of one subject are one finding.
  mutating func gather(_ subject: FindingSubject, _ detail: String, row: SourceRow) {
    if let index = indexOfSubject[subject] {
      if !items[index].rows.contains(row) { items[index].rows.append(row) }
    } else {
      indexOfSubject[subject] = items.count
      items.append(Item(subject: subject, detail: detail, rows: [row]))
    }
  }
}
