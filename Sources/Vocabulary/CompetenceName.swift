/// What the name of a competence tells at a glance (contract section 3).
package enum CompetenceName {
  /// Whether a name holds `carer` in any case: no other says or raises anything.
  package static func mentionsCarers(_ name: Span<UInt8>) -> Bool {
    guard name.count >= 5 else { return false }
    for index in 0...name.count - 5
    where name[index] | 0x20 == 0x63 && name[index + 1] | 0x20 == 0x61
      && name[index + 2] | 0x20 == 0x72 && name[index + 3] | 0x20 == 0x65
      && name[index + 4] | 0x20 == 0x72
    {
      return true
    }
    return false
  }
}
