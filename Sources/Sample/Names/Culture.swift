/// Where a family's names come from.
enum Culture: Int, CaseIterable, Sendable {
  case english, welsh, scottish, irish
  case polish, romanian, iberian
  case hindu, southIndian, muslim, sikh
  case yoruba, igbo, ghanaian, zimbabwean
  case filipino, chinese

  /// How many of a thousand employees of a region bear such names, in the order of the cases.
  ///
  /// Rounded from the NHS workforce's published ethnicity by region: London is the most mixed, the
  /// South West and the North East the least.
  static func shares(region: String) -> [Int] {
    switch region {
    case "Y56": [318, 14, 22, 44, 24, 22, 58, 82, 52, 112, 28, 66, 34, 44, 18, 48, 14]
    case "Y60", "Y62": [604, 24, 26, 34, 20, 12, 24, 52, 36, 76, 32, 16, 8, 10, 8, 12, 6]
    case "Y61", "Y59": [608, 18, 28, 30, 24, 18, 42, 42, 52, 36, 14, 20, 10, 14, 16, 22, 6]
    default: [716, 30, 48, 28, 18, 10, 24, 18, 34, 36, 6, 8, 4, 4, 6, 8, 2]
    }
  }
}
