package import Records
package import Threads
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
    var reports = reports(inForce.map(\.rule), reconciliation, workers)
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
    return findings(inForce, reports, decisions, workers)
  }

  /// What each rule reports, in the order of the rules.
  ///
  /// Rules that look at every employee take longest, so they go first, and among both kinds those
  /// about passports, which have most to report and come last by name: at the end there are short
  /// ones left for whichever worker is free.
  private static func reports(
    _ rules: [any Rule], _ reconciliation: Reconciliation, _ workers: Workers
  ) -> [RuleReport] {
    let isLong = rules.map { [.employee, .person].contains($0.about.subject) }
    let backwards = rules.indices.reversed()
    let order = backwards.filter { isLong[$0] } + backwards.filter { !isLong[$0] }
    let inOrder = workers.map(order.indices) { place in
      var report = RuleReport()
      rules[order[place]].check(reconciliation, &report)
      return report
    }
    var reports = [RuleReport](repeating: RuleReport(), count: rules.count)
    for (place, rule) in order.enumerated() { reports[rule] = inOrder[place] }
    return reports
  }

  /// Puts the reports one behind the other.
  private static func findings(
    _ inForce: [(rule: any Rule, severity: Severity)], _ reports: [RuleReport],
    _ decisions: [[Int: Int]], _ workers: Workers
  ) -> Findings {
    var findings = Findings()
    var count = 0
    for (index, (rule, severity)) in inForce.enumerated() {
      findings.rules.append(
        RuleInForce(
          id: rule.about.id, severity: severity, action: rule.about.action,
          restsOnOtherEmployers: rule.about.restsOnOtherEmployers))
      for (item, decision) in decisions[index] { findings.waivers[count + item] = decision }
      count += reports[index].items.count
    }
    findings.all = workers.fill(parts: reports.map(\.items.count)) { rule, all in
      for item in reports[rule].items {
        all.append(
          Finding(rule: rule, subject: item.subject, detail: item.detail, rows: item.rows))
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
