package import Vocabulary

/// What a pipeline file says about bringing flags and competences to one form.
package struct NormaliseSettings: Sendable, Equatable {
  /// Spellings that a flag gets besides, or instead of, those of contract section 3, as written.
  ///
  /// They win over the table; none stands under two flags, and `unreadable` has none.
  package var carerFlagKeys: [CarerFlag: [String]] = [:]
  /// Patterns (`*` = anything) of competence names that say and raise nothing, looked at first.
  package var ignoredCompetences: [String] = []

  /// Makes the settings of a pipeline file that says nothing.
  package init() {}
}
