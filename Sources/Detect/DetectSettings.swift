package import Vocabulary

/// What a pipeline file makes of one rule.
package enum RuleSetting: Sendable, Equatable {
  /// The rule raises nothing.
  case off
  /// The rule raises findings of this severity instead of its own.
  case severity(Severity)
}

/// What a pipeline file says about the rules (contract section 6).
package struct DetectSettings: Sendable, Equatable {
  /// The rules that are off or have another severity, by id; the others are as in the catalogue.
  package var ruleOverrides: [String: RuleSetting] = [:]

  /// Makes the settings of a pipeline file that says nothing.
  package init() {}
}
