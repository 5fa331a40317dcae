package import Vocabulary

/// What the catalogue says of one rule: the text of `carer-reconcile rules`.
package struct RuleDescription: Sendable {
  /// What a rule is raised for (contract section 6).
  package enum Subject: String, CaseIterable, Sendable {
    case employee
    case person
    case passport
    case membership
    case listEntry = "list entry"
    case competence
    case cell
    case file
    case decision
    case organisation
    case organisationAndPlatform = "organisation and platform"
    case footprint
    case ownerAndPlatform = "owner and platform"
    case accessCode = "access code"
  }

  /// The id that files and pipeline files use, such as `flag-conflict`.
  package let id: String
  /// How urgent it is unless the pipeline file says otherwise; nil where it is off by default.
  package let severity: Severity?
  /// What it is raised for.
  package let subject: Subject
  /// One sentence on what is wrong.
  package let problem: String
  /// One sentence on what to do, which begins with a verb and names no other employer.
  package let action: String
  /// Whether it rests on rows of other employers, so that no employer's own file has it.
  ///
  /// Contract section 8 on what an employer's own file may say.
  package let restsOnOtherEmployers: Bool

  /// Makes the description of a rule.
  init(
    id: String, severity: Severity?, subject: Subject, problem: String, action: String,
    restsOnOtherEmployers: Bool = false
  ) {
    self.id = id
    self.severity = severity
    self.subject = subject
    self.problem = problem
    self.action = action
    self.restsOnOtherEmployers = restsOnOtherEmployers
  }
}
