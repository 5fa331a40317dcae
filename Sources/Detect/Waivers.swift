import Columns
import Records
import Vocabulary

/// Discrepancy decisions, held against what the rules found.
///
/// A decision that counts and names no discrepancy of the run is idle, and is itself a discrepancy
/// of the rule decision-without-effect, which a further decision can name, and so on. A decision
/// that names another one's idleness is longer than it, or its hash, so this comes to an end.
struct Waivers {
  private let all: Reconciliation
  /// Decisions that count, in reading order, and what they call the discrepancy.
  private var counting: [(decision: Int, name: ExactText)] = []
  /// By such a name: the last decision that counts.
  private var lastDecision: [ExactText: Int] = [:]
  /// Whether some decision may name a discrepancy by its id.
  private var namesIDs = false
  /// The names that a finding has.
  private var namesFound: Set<ExactText> = []

  init(_ all: Reconciliation) {
    self.all = all
    for (index, decision) in all.extracts.decisions.enumerated()
    where !decision.isLink && decision.verdict == .waive && decision.counts(on: all.asOf) {
      let name = ExactText(all.extracts.texts.string(decision.subject))
      counting.append((index, name))
      lastDecision[name] = index
      if !name.text.utf8.contains(0x7C) { namesIDs = true }
    }
  }

  /// Decisions on a rule's findings, by the place of the finding in the report.
  mutating func match(_ report: RuleReport, of rule: String) -> [Int: Int] {
    var matches: [Int: Int] = [:]
    if counting.isEmpty { return matches }
    for (index, item) in report.items.enumerated() {
      let name = DiscrepancyName(rule: rule, subject: all.text(of: item.subject))
      for form in (namesIDs ? [name.text, name.id] : [name.text]).map(ExactText.init) {
        guard let decision = lastDecision[form] else { continue }
        namesFound.insert(form)
        matches[index] = max(decision, matches[index] ?? decision)
      }
    }
    return matches
  }

  /// Decisions that name nothing matched so far: indices into ``Extracts/decisions``.
  var idleDecisions: [Int] {
    let unmatched = counting.filter { !namesFound.contains($0.name) }
    let idle = Self.idle(among: Set(unmatched.map(\.name)))
    return unmatched.filter { idle.contains($0.name) }.map(\.decision)
  }

  /// Of names that nothing found has, those that do not name another one's idleness either.
  private static func idle(among names: Set<ExactText>) -> Set<ExactText> {
    var named: [ExactText: ExactText] = [:]
    for name in names {
      let idleness = DiscrepancyName(rule: DecisionWithoutEffect.id, subject: name.text)
      for form in [idleness.text, idleness.id].map(ExactText.init) where names.contains(form) {
        named[form] = name
      }
    }
    return names.filter { name in
      // The name of something idle has effect, the name of that name's idleness has none, and so
      // on.
      var isIdle = true
      var current = name
      for _ in 0..<names.count {
        guard let next = named[current] else { break }
        current = next
        isIdle.toggle()
      }
      return isIdle
    }
  }
}
