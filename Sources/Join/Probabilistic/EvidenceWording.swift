import Glibc
import Records

/// Says in words what speaks for and against one pair.
struct EvidenceWording {
  private let picture: StaffPicture
  private let model: LinkageModel

  init(_ picture: StaffPicture, _ model: LinkageModel) {
    self.picture = picture
    self.model = model
  }

  /// The compared fields of a pair with their levels and weights.
  func evidence(_ entry: ListEntry, _ employee: Int, _ pair: ComparedPair) -> [FieldEvidence] {
    var result: [FieldEvidence] = []
    for field in ComparedField.allCases where pair[field] != 0 {
      if field == .nameOrder, pair[field] == NameOrderLevel.normal.rawValue { continue }
      if field == .usualName, UsualNameLevel.isOrdinary(pair[field]) { continue }
      if field == .activity, pair[field] == ActivityLevel.active.rawValue { continue }
      let level = Int(pair[field])
      result.append(
        FieldEvidence(
          field: field.word, level: field.levelWords[level] + frequency(field, level, entry),
          weight: Double(model.weight(field, pair)) / log(2)))
    }
    return result
  }

  /// ` and rare` or ` and common` behind an exact name.
  private func frequency(_ field: ComparedField, _ level: Int, _ entry: ListEntry) -> String {
    let forms = picture.forms
    let count: Int
    switch field {
    case .firstName where level == Int(FirstNameLevel.exact.rawValue):
      count = picture.firstNameCount(forms.firstWord(entry.firstName))
    case .lastName where level == Int(LastNameLevel.exact.rawValue):
      count = picture.lastNameCount(forms.last(entry.lastName))
    default: return ""
    }
    let share = Double(count) / Double(max(1, picture.count))
    return share < 0.000_05 ? " and rare" : share > 0.002 ? " and common" : ""
  }
}
