package import Vocabulary

/// What a pipeline file says about linking list entries to employees (contract section 5).
package struct JoinSettings: Sendable, Equatable {
  /// The methods to try; they are tried in the order of the contract, whatever the order here.
  package var methods: Set<MatchMethod> = Set(MatchMethod.selectable)
  /// The match probability, 0 to 1, from which a pair is linked.
  package var accept = 0.95
  /// How far, 0 to 1, a linked pair must be ahead of the next person.
  package var margin = 0.05
  /// The match probability from which a pair goes to review; not above `accept`.
  package var review = 0.50

  /// Makes the settings of a pipeline file that says nothing.
  package init() {}
}
