import Detect

/// The rules that a pipeline file may name.
enum KnownRules {
  /// Their ids, sorted.
  static let ids = RuleCatalogue.all.map(\.id)
}
