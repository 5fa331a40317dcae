/// What is known of sending a recipient the code (contract section 8); raw values are what files
/// say.
package enum DeliveryStatus: String, CaseIterable, Sendable {
  /// Never listed in this footprint for this platform.
  case new
  /// Listed before, not confirmed.
  case listed
  /// Confirmed with this code.
  case sent
  /// Confirmed with another code.
  case codeChanged = "code-changed"
  /// There is no code to send.
  case noCode = "no-code"
}
