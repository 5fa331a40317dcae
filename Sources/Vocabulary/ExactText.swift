/// A text that equals another only where all their bytes are the same.
///
/// Swift takes `é` and `e` with an accent behind it for equal, as Unicode does; paths of files, and
/// keys that files hold, are different where their bytes are.
package struct ExactText: Hashable, Sendable {
  /// The text.
  package let text: String

  /// Makes a key of a text.
  package init(_ text: String) { self.text = text }

  /// Whether both have the same bytes.
  package static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Hashes the bytes.
  package func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
