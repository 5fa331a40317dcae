/// What the name of a competence tells at a glance (contract section 3).
package enum CompetenceName {
  /// Whether a name holds `carer` in any case: no other says or raises anything.
  package static func mentionsCarers(_ name: Span<UInt8>) -> Bool {
    guard name.count >= 5 else { return false }
    var index = 0
    while index <= name.count - 5 {
      if name.count - index > 8 {
        // Eight bytes at once where the first two letters do not stand together: so it is nearly
        // everywhere.
        let word = DigitWord(name, at: index).raw | 0x2020_2020_2020_2020
        let next = DigitWord(name, at: index + 1).raw | 0x2020_2020_2020_2020
        let found =
          ByteSearch.find(UInt8(ascii: "c"), in: word)
          & ByteSearch.find(UInt8(ascii: "a"), in: next)
        if found == 0 {
          index += 8
          continue
        }
        index += found.trailingZeroBitCount >> 3
        if index > name.count - 5 { break }
      }
      if name[index] | 0x20 == UInt8(ascii: "c"), name[index + 1] | 0x20 == UInt8(ascii: "a"),
        name[index + 2] | 0x20 == UInt8(ascii: "r"), name[index + 3] | 0x20 == UInt8(ascii: "e"),
        name[index + 4] | 0x20 == UInt8(ascii: "r")
      {
        return true
      }
      index += 1
    }
    return false
  }
}
