import Columns
import Detect
import Records
import Testing
import Vocabulary

/// One discrepancy as tests compare it.
struct Raised: Equatable, CustomTestStringConvertible {
  let subject: String
  let rows: String
  let detail: String

  var testDescription: String { "\(subject) [\(rows)] \(detail)" }
}

extension Given {
  /// What one rule raises; off by default or not, it is on here.
  ///
  /// Every sentence is checked on the way: a full sentence, without a name of anyone or anything.
  func raised(_ rule: String, _ location: Testing.SourceLocation = #_sourceLocation) -> [Raised] {
    var settings = DetectSettings()
    if RuleCatalogue.description(id: rule)?.severity == nil {
      settings.ruleOverrides[rule] = .severity(.low)
    }
    let all = reconciliation()
    let findings = Detect.run(all, settings: settings)
    #expect(findings.rules.contains { $0.id == rule }, "no such rule", sourceLocation: location)
    for finding in findings.all { checkSentence(finding.detail, all, location) }
    return findings.all.filter { findings.rules[$0.rule].id == rule }.map { finding in
      Raised(
        subject: all.text(of: finding.subject),
        rows: finding.rows.map { all.extracts.citation($0) }.joined(separator: ";"),
        detail: finding.detail)
    }
  }

  /// The subjects for which one rule is raised.
  func subjects(_ rule: String, _ location: Testing.SourceLocation = #_sourceLocation) -> [String] {
    raised(rule, location).map(\.subject)
  }

  private func checkSentence(
    _ detail: String, _ all: Reconciliation, _ location: Testing.SourceLocation
  ) {
    #expect(detail.hasSuffix("."), sourceLocation: location)
    #expect(detail.first?.isLowercase == false, sourceLocation: location)
    var secrets = all.workforce.organisations.map(\.text)
    secrets += all.reference.organisations.keys.map(\.text)
    secrets += all.reference.footprints.keys.map(\.text)
    secrets += all.workforce.employees.number.map(\.text)
    secrets += all.extracts.accessCodes.map { all.extracts.texts.string($0.code) }
    for secret in secrets {
      #expect(!detail.contains(secret), "a detail must not say \(secret)", sourceLocation: location)
    }
  }
}
