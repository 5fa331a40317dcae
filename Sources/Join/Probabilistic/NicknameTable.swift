package import Columns

/// First names that one person may go by, as they are found in Britain.
///
/// One line a family: the full name or names first, then short and pet forms, other spellings and
/// the forms of sister languages; all are name keys (contract section 1). Two names of one line may
/// be one person's. A name may stand in several lines: `alex` is Alexander's and Alexandra's.
package enum NicknameTable {
  /// The families that each of `keys` is in: name codes to ascending line numbers, from 0 on.
  package static func families(in keys: TextDictionary) -> [UInt32: [UInt16]] {
    var result: [UInt32: [UInt16]] = [:]
    var number: UInt16 = 0
    for table in tables {
      let bytes = table.utf8.span
      var start = 0
      for end in 0...bytes.count {
        let isLineEnd = end == bytes.count || bytes[end] == UInt8(ascii: "\n")
        guard isLineEnd || bytes[end] == UInt8(ascii: " ") else { continue }
        if let code = keys.find(bytes.extracting(start..<end)) {
          result[code.raw, default: []].append(number)
        }
        start = end + 1
        if isLineEnd { number += 1 }
      }
    }
    return result
  }

  /// The tables, each a line a family, sorted by their first names.
  package static let tables = [english, celtic, european, southAsian, african]
}
