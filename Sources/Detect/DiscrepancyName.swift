import Files

/// The two names by which a decision can name a discrepancy (contract section 2).
struct DiscrepancyName: Sendable, Equatable {
  /// `rule|subject`.
  let text: String

  /// The name of what `rule` found of a subject.
  init(rule: String, subject: String) { text = "\(rule)|\(subject)" }

  /// The discrepancy_id: the first 16 hexadecimal digits of the SHA-256 of ``text``.
  var id: String { SHA256.digest(of: text).hexadecimal(digits: 16) }
}
