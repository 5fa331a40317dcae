/// What the name of a competence tells at a glance (contract section 3).
package enum CompetenceName {
  /// Whether a name holds `carer` in any case: no other says or raises anything.
  package static func mentionsCarers(_ name: Span<UInt8>) -> Bool {
    guard name.count >= 5 else { return false }
    var index = 0
    while index <= name.count - 5 {
      if name.count - index >= 8 {
        // Eight bytes at once where none of them is the first letter: so it is nearly everywhere.
        let word = DigitWord(name, at: index).raw | 0x2020_2020_2020_2020
        let rest = word ^ 0x6363_6363_6363_6363
        // The high bit of the first byte that is zero, and perhaps of others above it.
        let zeros = (rest &- 0x0101_0101_0101_0101) & ~rest & 0x8080_8080_8080_8080
        if zeros == 0 {
          index += 8
          continue
        }
        index += zeros.trailingZeroBitCount >> 3
        if index > name.count - 5 { break }
      }
      if name[index] | 0x20 == 0x63, name[index + 1] | 0x20 == 0x61,
        name[index + 2] | 0x20 == 0x72, name[index + 3] | 0x20 == 0x65,
        name[index + 4] | 0x20 == 0x72
      {
        return true
      }
      index += 1
    }
    return false
  }
}
