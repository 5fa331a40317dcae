package import Threads
package import Records
import Vocabulary

/// The fourth stage: holds the reconciled records against the rules of contract section 6.
package enum Detect {
  /// Runs every rule that is on, then matches discrepancy decisions to what was found.
  ///
  /// The findings depend on the reconciliation and the settings only, never on `workers`.
  package static func run(
    _ reconciliation: Reconciliation, settings: DetectSettings = DetectSettings(),
    workers: Workers = Workers(count: 1)
  ) -> Findings {
    let inForce = RuleCatalogue.rules.compactMap { rule in
      severity(of: rule.about, settings).map { (rule: rule, severity: $0) }
    }
    var reports = workers.map(inForce.indices) { index in
      var report = RuleReport()
      inForce[index].rule.check(reconciliation, &report)
      return report
    }
    var waivers = Waivers(reconciliation)
    var decisions = inForce.indices.map { index in
      waivers.match(reports[index], of: inForce[index].rule.about.id)
    }
    if let index = inForce.firstIndex(where: { $0.rule is DecisionWithoutEffect }) {
      var report = RuleReport()
      DecisionWithoutEffect(idleDecisions: waivers.idleDecisions).check(reconciliation, &report)
      reports[index] = report
      decisions[index] = waivers.match(report, of: DecisionWithoutEffect.id)
    }
    return findings(inForce, reports, decisions)
  }

  /// Puts the reports one behind the other.
  private static func findings(
    _ inForce: [(rule: any Rule, severity: Severity)], _ reports: [RuleReport],
    _ decisions: [[Int: Int]]
  ) -> Findings {
    var findings = Findings()
    findings.all.reserveCapacity(reports.reduce(0) { $0 + $1.items.count })
    for (index, (rule, severity)) in inForce.enumerated() {
      findings.rules.append(
        RuleInForce(
          id: rule.about.id, severity: severity, action: rule.about.action,
          restsOnOtherEmployers: rule.about.restsOnOtherEmployers))
      for (item, decision) in decisions[index] {
        findings.waivers[findings.all.count + item] = decision
      }
      findings.all += reports[index].items.map { item in
        Finding(rule: index, subject: item.subject, detail: item.detail, rows: item.rows)
      }
    }
    return findings
  }

  private static func severity(
    of rule: RuleDescription, _ settings: DetectSettings
  ) -> Severity? {
    switch settings.ruleOverrides[rule.id] {
    case .off: nil
    case .severity(let severity): severity
    case nil: rule.severity
    }
  }
}
