/// What a member of a staff network is (contract section 5).
///
/// Membership is open to allies, so it is evidence only where the type says carer or says nothing.
package enum MemberType: Sendable {
  case carer
  case ally

  /// The type that a cell names; an empty cell is a carer's, any other word is nil.
  package init?(_ cell: Span<UInt8>) {
    if cell.isEmpty {
      self = .carer
      return
    }
    switch FixedWord.text(cell) {
    case "carer", "member", "working carer", "unpaid carer", "staff carer", "current carer":
      self = .carer
    case "ally", "supporter", "sponsor", "champion", "former carer", "manager", "hr", "volunteer":
      self = .ally
    default: return nil
    }
  }
}
