import Columns
import Records
import Vocabulary

/// Counts how the addresses and organisations of namesakes agree by chance.
///
/// Two employees with the same names who are not one person are what an outsider and his namesake
/// in the staff are; the staff extract is full of them, so nothing needs to be guessed.
struct NamesakeCounting {
  private let picture: StaffPicture
  private let index: StaffIndex

  private static let pairLimit = 20_000
  /// From this share on a question is for the entry's own names.
  static let exactShare: Float = 0.5

  init(_ picture: StaffPicture, _ index: StaffIndex) {
    self.picture = picture
    self.index = index
  }

  /// The frequencies among the namesakes that `questions` about names find.
  func frequencies(_ questions: [Question]) -> EmailFrequencies {
    var counted = [Double](repeating: 0, count: ComparedField.levelLimit)
    var local = 0.0
    var pairs = 0.0
    var comparison = EmailComparison(picture)
    var seen: Set<UInt32> = []
    for question in questions where question.kind == .names && question.share >= Self.exactShare {
      if Int(pairs) >= Self.pairLimit { break }
      guard index.count(question.number) >= 2, seen.insert(question.number).inserted else {
        continue
      }
      // Neighbours in the table work for one organisation more often than others; so the first
      // half is held against the second.
      let employees = index.employees(question.number)
      let half = employees.count / 2
      for place in 0..<min(half, 20) {
        let one = Int(employees[employees.startIndex + place])
        let other = Int(employees[employees.startIndex + half + place])
        guard areNamesakes(one, other) else { continue }
        pairs += 1
        if picture.cards[one].organisation == picture.cards[other].organisation {
          local += 1
        }
        if let level = comparison.levelByChance(one, other) { counted[Int(level.rawValue)] += 1 }
      }
    }
    return EmailFrequencies(counted: counted, localLift: lift(local, pairs))
  }

  /// How much of one occurrence of a full name is chance: absolute discounting after Ney, Essen and
  /// Kneser, from the names that one and that two employees have.
  ///
  /// Most full names are had by one employee only; that the next stranger has one of these is far
  /// less likely than one in all employees.
  func discount(_ questions: [Question]) -> Double {
    var single = 20.0
    var double = 5.0
    for question in questions where question.kind == .names && question.share >= Self.exactShare {
      // Entries find a name as often as employees have it, hence the half.
      switch index.count(question.number) {
      case 1: single += 1
      case 2: double += 0.5
      default: break
      }
    }
    return single / (single + 2 * double)
  }

  private func areNamesakes(_ one: Int, _ other: Int) -> Bool {
    picture.cards[one].person != picture.cards[other].person
      && picture.cards[one].firstText == picture.cards[other].firstText
      && picture.cards[one].lastText == picture.cards[other].lastText
  }

  private func lift(_ local: Double, _ pairs: Double) -> Double {
    let staff = Double(max(1, picture.count))
    let expected = picture.organisationSize.reduce(0.0) { sum, size in
      sum + Double(size) / staff * Double(size) / staff
    }
    let weight = 20.0
    return max(1, min(10, (local + weight) / (pairs * expected + weight)))
  }
}
