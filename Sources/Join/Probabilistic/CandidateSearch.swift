import Columns
import Records
import Vocabulary

/// Fetches the candidates of entries by their questions, and compares each.
struct CandidateSearch: Sendable {
  let picture: StaffPicture
  let index: StaffIndex
  let frequencies: EmailFrequencies
  /// By how much a name is less frequent among outsiders than its count in the staff says.
  let discount: Double
  /// The model before anything is learned: it tells who need not be weighed at all.
  let outset: LinkageModel

  /// Below this weight a pair is not looked at again: no list is so different from what the priors
  /// expect that it would count.
  private static let hopeless: Float = -10

  /// One worker's comparison, and which entry last met each employee.
  struct Bench: Sendable {
    var comparison: PairComparison
    var lastMet: [Int32]
    var found: [Int32] = []
  }

  /// A bench for one worker.
  func makeBench() -> Bench {
    Bench(
      comparison: PairComparison(picture, index, frequencies),
      lastMet: [Int32](repeating: -1, count: picture.count))
  }

  /// The candidates of one entry worth weighing, ascending by employee, and how many pairs were
  /// compared; `stamp` differs from entry to entry.
  func candidates(
    of entry: ListEntry, home: ListHome?, _ questions: ArraySlice<Question>, stamp: Int32,
    on bench: inout Bench
  ) -> (candidates: [Candidate], compared: Int) {
    fetch(entry, questions, stamp, &bench)
    bench.comparison.begin(entry, home: home, nameMass: nameMass(questions))
    var result: [Candidate] = []
    for employee in bench.found {
      guard let pair = bench.comparison.compare(Int(employee)),
        outset.weight(pair.levels, bonus: pair.bonuses.sum()) > Self.hopeless
      else { continue }
      result.append(
        Candidate(
          employee: employee, person: picture.cards[Int(employee)].person,
          levels: pair.levels, bonus: pair.bonuses.sum()))
    }
    result.sort { $0.employee < $1.employee }
    return (result, bench.found.count)
  }

  /// One pair with everything that is said of it; for explanations.
  func pair(
    _ entry: ListEntry, home: ListHome?, _ questions: ArraySlice<Question>, _ employee: Int,
    on bench: inout Bench
  ) -> ComparedPair {
    bench.comparison.begin(entry, home: home, nameMass: nameMass(questions))
    return bench.comparison.compareAnyway(employee)
  }

  /// How many employees have names that could have been typed as the entry's.
  private func nameMass(_ questions: ArraySlice<Question>) -> Double {
    var mass = 0.0
    for question in questions where question.share > 0 {
      let count = Double(index.count(question.number))
      // A stranger has a name that someone has a bit less often than that; see NamesakeCounting.
      let held = question.share >= NamesakeCounting.exactShare ? max(0, count - discount) : count
      mass += Double(question.share) * held
    }
    return mass
  }

  private func fetch(
    _ entry: ListEntry, _ questions: ArraySlice<Question>, _ stamp: Int32, _ bench: inout Bench
  ) {
    bench.found.removeAll(keepingCapacity: true)
    let forms = picture.forms
    let initials = (
      forms.initial[Int(forms.firstWord(entry.firstName))],
      forms.initial[Int(forms.last(entry.lastName))]
    )
    for question in questions where index.count(question.number) <= question.kind.limit {
      for employee in index.employees(question.number)
      where bench.lastMet[Int(employee)] != stamp {
        if question.kind == .birthDate, !hasInitial(Int(employee), initials) { continue }
        bench.lastMet[Int(employee)] = stamp
        bench.found.append(employee)
      }
    }
    guard !entry.number.isMissing, !entry.organisation.isMissing else { return }
    func add(_ number: EmployeeNumber) {
      guard let employee = picture.workforce.employee(entry.organisation, number),
        bench.lastMet[employee] != stamp
      else { return }
      bench.lastMet[employee] = stamp
      bench.found.append(Int32(employee))
    }
    add(entry.number)
    EditedNumbers.forEach(entry.number, add)
  }

  /// Whether some name of an employee begins with one of the initials, in either place.
  private func hasInitial(_ employee: Int, _ initials: (UInt8, UInt8)) -> Bool {
    let forms = picture.forms
    func fits(_ code: UInt32) -> Bool {
      let initial = forms.initial[Int(code)]
      return initial != 0 && (initial == initials.0 || initial == initials.1)
    }
    return fits(picture.cards[employee].first)
      || fits(picture.cards[employee].last)
      || fits(picture.cards[employee].knownAs)
      || fits(picture.cards[employee].previous)
  }
}
