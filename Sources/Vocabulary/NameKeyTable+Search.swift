/// The table is searched as it stands: a night has few letters that are not ASCII, and making a
/// dictionary of all entries would cost more than looking those up.
extension NameKeyTable {
  /// Appends what a character adds to a name key.
  ///
  /// O(log n) in the entries.
  ///
  /// - Returns: false where Unicode does not decompose the character, and nothing is appended.
  static func appendLetters(of character: UInt32, to key: inout [UInt8]) -> Bool {
    // Safe: the entries are part of the program, and the span lives through the call only.
    entries.withUTF8Buffer { unsafe appendLetters(of: character, in: $0.span, to: &key) }
  }

  private static func appendLetters(
    of character: UInt32, in table: Span<UInt8>, to key: inout [UInt8]
  ) -> Bool {
    // Both are where an entry begins, or the end of the table.
    var low = 0
    var high = table.count
    while low < high {
      var start = (low + high) / 2
      while start > low, table[start - 1] != space { start -= 1 }
      var next = start
      let code = readCode(in: table, at: &next)
      if code > character {
        high = start
        continue
      }
      let letters = next
      while next < table.count, table[next] != space { next += 1 }
      if code == character {
        for place in letters..<next { key.append(table[place]) }
        return true
      }
      low = min(next + 1, table.count)
    }
    return false
  }

  /// The code point that an entry begins with; `place` is behind its `=` then.
  private static func readCode(in table: Span<UInt8>, at place: inout Int) -> UInt32 {
    var code: UInt32 = 0
    while table[place] != UInt8(ascii: "=") {
      let digit = table[place]
      code = code << 4 | UInt32(digit < UInt8(ascii: "A") ? digit & 0x0F : digit - 55)
      place += 1
    }
    place += 1
    return code
  }

  private static let space = UInt8(ascii: " ")
}
