import Columns
import Records
import Threads
import Vocabulary

/// Counts how the addresses and organisations of namesakes agree by chance.
///
/// Two employees with the same names who are not one person are what an outsider and his namesake
/// in the staff are; the staff extract is full of them, so nothing needs to be guessed.
struct NamesakeCounting {
  private let picture: StaffPicture
  private let index: StaffIndex

  /// How many names are enough.
  private static let nameLimit = 4_000
  /// From this share on a question is for the entry's own names.
  static let exactShare: Float = 0.5

  init(_ picture: StaffPicture, _ index: StaffIndex) {
    self.picture = picture
    self.index = index
  }

  /// The frequencies among the namesakes that `questions` about names find.
  func frequencies(_ questions: [[Question]], _ workers: Workers) -> EmailFrequencies {
    var names: [UInt32] = []
    var seen: Set<UInt32> = []
    for question in questions.joined()
    where question.kind == .names && question.share >= Self.exactShare {
      if names.count >= Self.nameLimit { break }
      if index.count(question.number) >= 2, seen.insert(question.number).inserted {
        names.append(question.number)
      }
    }
    let chosen = names
    let tallies = workers.mapRanges(of: chosen.count, size: 256) { range in
      var tally = Tally()
      for name in chosen[range] { count(index.employees(name), &tally) }
      return tally
    }
    var all = Tally()
    for tally in tallies { all.add(tally) }
    return EmailFrequencies(counted: all.levels, localLift: lift(all.local, all.pairs))
  }

  /// What was counted of pairs of namesakes.
  private struct Tally: Sendable {
    /// By raw value of ``EmailLevel``.
    var levels = [Double](repeating: 0, count: ComparedField.levelLimit)
    /// Pairs, and how many of them work for one organisation.
    var pairs = 0.0
    var local = 0.0

    mutating func add(_ other: Tally) {
      for level in levels.indices { levels[level] += other.levels[level] }
      pairs += other.pairs
      local += other.local
    }
  }

  private func count(_ employees: ArraySlice<Int32>, _ tally: inout Tally) {
    // Neighbours in the table work for one organisation more often than others; so the first
    // half is held against the second.
    let half = employees.count / 2
    for place in employees.startIndex..<employees.startIndex + min(half, 20) {
      let one = picture.cards[Int(employees[place])]
      let other = picture.cards[Int(employees[place + half])]
      guard areNamesakes(one, other) else { continue }
      tally.pairs += 1
      if one.organisation == other.organisation { tally.local += 1 }
      if one.email.isEmpty || other.email.isEmpty { continue }
      var entry = ListEntry(row: SourceRow(file: 0, line: 0))
      entry.firstName = one.firstText
      entry.lastName = one.lastText
      entry.email = one.email
      let level = EmailComparison(entry, owners: [], picture).levelByChance(other)
      tally.levels[Int(level.rawValue)] += 1
    }
  }

  /// How much of one occurrence of a full name is chance: absolute discounting after Ney, Essen and
  /// Kneser, from the names that one and that two employees have.
  ///
  /// Most full names are had by one employee only; that the next stranger has one of these is far
  /// less likely than one in all employees.
  func discount(_ questions: [[Question]]) -> Double {
    var single = 20.0
    var double = 5.0
    for question in questions.joined()
    where question.kind == .names && question.share >= Self.exactShare {
      // Entries find a name as often as employees have it, hence the half.
      switch index.count(question.number) {
      case 1: single += 1
      case 2: double += 0.5
      default: break
      }
    }
    return single / (single + 2 * double)
  }

  private func areNamesakes(_ one: StaffCard, _ other: StaffCard) -> Bool {
    one.person != other.person && one.firstText == other.firstText
      && one.lastText == other.lastText
  }

  private func lift(_ local: Double, _ pairs: Double) -> Double {
    let staff = Double(max(1, picture.count))
    let expected = picture.counts.organisations.reduce(0.0) { sum, size in
      sum + Double(size) / staff * Double(size) / staff
    }
    let weight = 20.0
    return max(1, min(10, (local + weight) / (pairs * expected + weight)))
  }
}
