import Detect
import Vocabulary

/// `carer-reconcile rules`: the catalogue.
enum RulesCommand {
  static func run() {
    for rule in RuleCatalogue.all {
      let severity = rule.severity?.rawValue ?? "off"
      Terminal.line("\(Terminal.bold(rule.id)) (\(severity); \(rule.subject.rawValue))")
      Terminal.line("  \(rule.problem)")
      Terminal.line("  To do: \(rule.action)")
    }
  }
}
