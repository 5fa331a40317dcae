/// One of the two platforms whose access codes are handed out.
package enum Platform: String, CaseIterable, Sendable {
  /// Employers for Carers: for line managers and HR.
  case employersForCarers = "efc"
  /// Carers UK's Digital Resource for Carers: for carers.
  case digitalResource = "digital-resource"

  /// The platform that a cell names; nil for all but the words of contract section 2.
  package init?(_ text: Span<UInt8>) {
    switch FixedWord.text(text) {
    case "efc", "employers for carers", "efc digital": self = .employersForCarers
    case "digital-resource", "digital resource", "digital resource for carers", "drc",
      "carers digital":
      self = .digitalResource
    default: return nil
    }
  }
}
