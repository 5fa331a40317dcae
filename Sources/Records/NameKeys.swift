package import Columns

/// The name keys of all texts that are names, so that each distinct name is worked out once.
///
/// Indexed by the text's code in ``Extracts/texts``; key codes belong to ``keys``, and equal codes
/// are equal keys. The empty code is no key.
package struct NameKeys: Sendable {
  /// The keys; codes below belong to it.
  package var keys = TextDictionary()
  /// The key of the text as a first name: leading titles removed.
  package var first: [TextCode] = []
  /// The key of its first word, titles removed.
  package var firstWord: [TextCode] = []
  /// The key of the text as a last name.
  package var last: [TextCode] = []

  /// Makes keys of nothing.
  package init() {}
}
