import Records
import Vocabulary

/// The summary of the report in plain words, all of it there without JavaScript.
struct ReportSummary: Sendable {
  let contents: RunContents
  let totals: RunTotals

  /// Figures, then sentences: what came in, was matched, is wrong, has changed, needs whom.
  var markup: String {
    figures
      + "<div class=\"grid\">\n"
      + card("What came in", cameIn)
      + card("What was matched, and how", matched)
      + card("What is wrong", wrong)
      + card("What changed since the last run", changed)
      + card("What needs whom", needs)
      + "</div>\n"
      + rules
  }

  private func card(_ heading: String, _ items: [String]) -> String {
    Markup.card(Markup.element("h3", heading) + Markup.list(items))
  }

  private var figures: String {
    let entries = totals.linksByOutcome.values.reduce(0) { $0 + $1.values.reduce(0, +) }
    let linked = totals.linksByOutcome.values.reduce(0) { $0 + ($1[.linked] ?? 0) }
    let figures = [
      (contents.findings.all.count, "discrepancies"),
      (totals.findingsBySeverity[.high] ?? 0, "of them high severity"),
      (totals.activeEmployees, "active employees"),
      (totals.employeesByStatus[.carer] ?? 0, "recorded as carers"),
      (entries, "list entries"), (linked, "of them linked to an employee"),
    ]
    let items = figures.map { value, text in
      "<li><strong>\(Plain.count(value))</strong>\(HTMLText.escaped(text))</li>\n"
    }
    return "<ul class=\"figures\">\n\(items.joined())</ul>\n"
  }

  private var cameIn: [String] {
    let reconciliation = contents.reconciliation
    let inputs = reconciliation.extracts.inputs
    let read = inputs.reduce(0) { $0 + $1.rowsRead }
    let rejected = inputs.reduce(0) { $0 + $1.rejected }
    var items = [
      "\(Plain.count(inputs.count, "file")) with \(Plain.count(read, "row")): "
        + "\(Plain.count(read - rejected)) accepted, \(Plain.count(rejected)) rejected.",
      "\(Plain.count(reconciliation.workforce.employees.count, "employee")) of "
        + "\(Plain.count(contents.employers.count, "organisation")), "
        + "\(Plain.count(totals.activeEmployees)) of them active; they are "
        + "\(Plain.count(totals.persons, "person")).",
    ]
    items += ReconciledStatus.allCases.map { status in
      "Active employees \(status.plain): "
        + "\(Plain.count(totals.employeesByStatus[status] ?? 0))."
    }
    let duplicates = inputs.count { $0.isDuplicate }
    if duplicates > 0 {
      items.append(
        "\(Plain.count(duplicates, "file")) skipped: the same bytes as another file.")
    }
    let superseded = inputs.count { $0.supersededBy != nil }
    if superseded > 0 {
      items.append(
        "\(Plain.count(superseded, "interface file")) skipped: a newer full file is there.")
    }
    for input in inputs {
      items += input.warnings.map { "Warning: \(input.path): \($0)." }
    }
    return items
  }

  private var matched: [String] {
    var items = ListKind.allCases.map { kind in
      let outcomes = totals.linksByOutcome[kind] ?? [:]
      let all = outcomes.values.reduce(0, +)
      return "\(Plain.count(all, "\(kind.plain) entry", "\(kind.plain) entries")): "
        + "\(Plain.count(outcomes[.linked] ?? 0)) linked to an employee, "
        + "\(Plain.count(outcomes[.review] ?? 0)) to be reviewed, "
        + "\(Plain.count(outcomes[.ambiguous] ?? 0)) ambiguous, "
        + "\(Plain.count(outcomes[.unmatched] ?? 0)) not found."
    }
    let methods = MatchMethod.allCases.filter { totals.linksByMethod[$0] ?? 0 > 0 }
    if !methods.isEmpty {
      items.append(
        "Linked by "
          + methods.map { method in
            "\(method.plain): \(Plain.count(totals.linksByMethod[method] ?? 0))"
          }.joined(separator: "; ") + ".")
    }
    return items
  }

  private var wrong: [String] {
    let counts = Severity.allCases.map {
      "\(Plain.count(totals.findingsBySeverity[$0] ?? 0)) of \($0.rawValue) severity"
    }
    let found = contents.findings.all.count
    var items = [
      found == 0
        ? "Nothing: no rule found anything."
        : "\(Plain.count(found, "discrepancy", "discrepancies")): "
          + counts.joined(separator: ", ") + "."
    ]
    let rules = contents.findings.rules
    let high = rules.indices.filter { rules[$0].severity == .high && totals.findingsByRule[$0] > 0 }
      .sorted { (totals.findingsByRule[$1], $0) < (totals.findingsByRule[$0], $1) }
    items += high.prefix(4).map { rule in
      "\(rules[rule].id): \(Plain.count(totals.findingsByRule[rule])). "
        + "To do: \(rules[rule].action)"
    }
    return items
  }

  private var changed: [String] {
    guard contents.memory.changes != nil else {
      return ["This is the first run here: everything is new."]
    }
    let items = DiscrepancyChangeWord.allCases.compactMap { word -> String? in
      let count = totals.changesByWord[word] ?? 0
      return count == 0
        ? nil : "\(Plain.count(count, "discrepancy", "discrepancies")) \(word.plain)."
    }
    return (items.isEmpty ? ["Nothing changed among the discrepancies."] : items)
      + contents.memory.warnings.map { "Warning: \($0)." }
  }

  private var needs: [String] {
    var counts: [Owner: Int] = [:]
    for finding in contents.findings.all { counts[Owner(finding.subject), default: 0] += 1 }
    var items = Owner.allCases.map { owner in
      "\(owner.rawValue): \(Plain.count(counts[owner] ?? 0))."
    }
    let reviews = contents.reconciliation.links.reviews.count
    if reviews > 0 {
      items.append("Whoever reviews the lists: \(Plain.count(reviews, "pair")) to decide.")
    }
    for platform in Platform.allCases {
      let deliveries = totals.deliveries[platform] ?? [:]
      let all = deliveries.values.reduce(0, +)
      items.append(
        "Recipients of \(platform.plain): \(Plain.count(all)), of whom "
          + "\(Plain.count(deliveries[.sent] ?? 0)) have the present code, "
          + "\(Plain.count(deliveries[.noCode] ?? 0)) have no code to be sent.")
    }
    return items
  }

  /// Who can put a discrepancy right.
  private enum Owner: String, CaseIterable {
    case employer = "The HR administrator of each employer"
    case lead = "The workforce lead, about organisations and access codes"
    case runner = "Whoever runs this, about files, words and decisions"

    init(_ subject: FindingSubject) {
      self =
        switch subject {
        case .organisation, .organisationPlatform, .footprint, .footprintPlatform, .accessCode:
          .lead
        case .file, .competence, .decision, .rowCell: .runner
        default: .employer
        }
    }
  }

  private var rules: String {
    let rules = contents.findings.rules
    let found = totals.rulesFound(rules)
    if found.isEmpty { return "" }
    return "<details><summary>What to do about each rule</summary>\n"
      + Markup.scrolling(
        "What to do about each rule",
        Markup.table(
          "Rules that found something", ["Rule", "Severity", "Count", "What to do"],
          found.map { rule in
            [
              rules[rule].id, rules[rule].severity.rawValue,
              Plain.count(totals.findingsByRule[rule]), rules[rule].action,
            ]
          }, numbers: [2])) + "</details>\n"
  }
}

extension ReconciledStatus {
  /// What is said of employees who have it, behind the word for them.
  fileprivate var plain: String {
    switch self {
    case .carer: "recorded as carers"
    case .carerUnflagged:
      "who are carers by a passport or a network, which the staff record does not say"
    case .declined: "who prefer not to say"
    case .notCarer: "recorded as not being carers"
    case .notRecorded: "with nothing recorded"
    }
  }
}

extension ListKind {
  /// What an entry of the list is called in front of that word.
  fileprivate var plain: String {
    switch self {
    case .passports: "passport"
    case .network: "network"
    }
  }
}

extension DiscrepancyChangeWord {
  /// What is said of discrepancies to which it happened, behind the word for them.
  fileprivate var plain: String {
    switch self {
    case .new: "seen for the first time"
    case .reopened: "back after they had been resolved"
    case .waiverEnded: "open again, as their waiver has ended"
    case .waived: "waived"
    case .changed: "with another severity or organisation"
    case .resolved: "resolved"
    }
  }
}

extension MatchMethod {
  /// What the method looks at, in words.
  var plain: String {
    switch self {
    case .decision: "a reviewer's decision"
    case .employeeNumber: "employee number"
    case .niNumber: "NI number"
    case .workEmail: "work email"
    case .nameAndBirthDate: "name and date of birth"
    case .probabilistic: "probability over all fields"
    }
  }
}

extension Platform {
  /// The platform's own name.
  var plain: String {
    switch self {
    case .employersForCarers: "Employers for Carers"
    case .digitalResource: "Digital Resource for Carers"
    }
  }
}
