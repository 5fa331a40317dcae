package import Vocabulary

/// What a finding is about (contract section 6); its text is the `subject` column.
package enum FindingSubject: Sendable, Hashable {
  /// An employee's index.
  case employee(Int)
  /// A person, by its key.
  case person(Int)
  /// A list entry, by its index in its list.
  case entry(ListKind, Int)
  /// A competence name, as first read.
  case competence(String)
  /// An employee who is not in the staff extract.
  case unknownEmployee(ODSCode, EmployeeNumber)
  /// An input file, by its number.
  case file(Int)
  case organisation(ODSCode)
  case organisationPlatform(ODSCode, Platform)
  case footprint(ODSCode)
  case footprintPlatform(ODSCode, Platform)
  /// An access code, by its fingerprint.
  case accessCode(String)
  /// What a decision names, as it stands there.
  case decision(String)
  /// A cell of an employee's rows: organisation, number, column.
  case employeeCell(ODSCode, EmployeeNumber, ColumnName)
  /// A cell of a list entry.
  case entryCell(ListKind, Int, ColumnName)
  /// A cell of any other row.
  case rowCell(SourceRow, ColumnName)
}

/// One discrepancy: which rule, about what, resting on which rows.
package struct Finding: Sendable {
  /// An index into ``Findings/rules``.
  package var rule: Int
  package var subject: FindingSubject
  /// What is wrong in this case, in words: no name, number, NI number, code or other employer.
  package var detail: String
  /// The rows it rests on, the subject's own first.
  package var rows: [SourceRow]

  /// Makes a finding.
  package init(rule: Int, subject: FindingSubject, detail: String, rows: [SourceRow]) {
    self.rule = rule
    self.subject = subject
    self.detail = detail
    self.rows = rows
  }
}

/// What the later stages need to know of a rule that is on.
package struct RuleInForce: Sendable {
  /// The rule's id, such as `flag-conflict`.
  package var id: String
  package var severity: Severity
  /// One sentence on what to do.
  package var action: String
  /// Whether its findings rest on other employers' rows, so that no employer's own file has them.
  package var restsOnOtherEmployers: Bool

  /// Makes a rule.
  package init(id: String, severity: Severity, action: String, restsOnOtherEmployers: Bool) {
    self.id = id
    self.severity = severity
    self.action = action
    self.restsOnOtherEmployers = restsOnOtherEmployers
  }
}

/// What Detect found.
package struct Findings: Sendable {
  /// The rules that are on, sorted by id.
  package var rules: [RuleInForce] = []
  /// In the order of the rules, then as found; sorted for output by Emit.
  package var all: [Finding] = []
  /// The waivers in force: by the finding's index in ``all``, the index of the decision.
  ///
  /// Only decisions that count by their dates and whose discrepancy the run has.
  package var waivers: [Int: Int] = [:]

  /// Makes empty findings.
  package init() {}
}
