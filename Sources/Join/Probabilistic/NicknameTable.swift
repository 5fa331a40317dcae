package import Columns

/// First names that one person may go by, as they are found in Britain.
///
/// One line a family: the full name or names first, then short and pet forms, other spellings and
/// the forms of sister languages; all are name keys (contract section 1). Two names of one line may
/// be one person's. A name may stand in several lines: `alex` is Alexander's and Alexandra's.
package enum NicknameTable {
  /// The families that each of `keys` is in: name codes to ascending line numbers.
  package static func families(in keys: TextDictionary) -> [UInt32: [UInt16]] {
    var result: [UInt32: [UInt16]] = [:]
    for (number, line) in lines.enumerated() {
      for name in line.split(separator: " ") {
        let bytes = Array(name.utf8)
        guard let code = keys.find(bytes.span) else { continue }
        result[code.raw, default: []].append(UInt16(number))
      }
    }
    return result
  }

  /// The families, each the names of one line.
  package static let lines: [String] =
    [english, celtic, european, southAsian, african]
    .flatMap { $0.split(separator: "\n") }.map(String.init)
}
