import Columns
import Records
import Threads
import Vocabulary

/// Fetches the candidates of entries by their questions, and compares each.
///
/// A class, so that every comparison holds it by one reference.
final class CandidateSearch: Sendable {
  let picture: StaffPicture
  let index: StaffIndex
  let frequencies: EmailFrequencies
  /// By how much a name is less frequent among outsiders than its count in the staff says.
  let discount: Double
  /// The model before anything is learned: it tells who need not be weighed at all.
  let outset: LinkageModel
  /// The owners of the addresses that many have, found once for all entries that name them.
  private let ownersOfMany = Guarded<[TextCode: [Int32]]>([:])

  /// Below this weight a pair is not looked at again: no list is so different from what the priors
  /// expect that it would count.
  private static let hopeless: Float = -10
  /// Nor is one that is so far behind the entry's best.
  private static let reach: Float = 12
  /// From this weight of its best on, an entry is not looked up by one name and the organisation
  /// alone: those are many, and hardly anything.
  private static let settled: Float = 9

  init(
    _ picture: StaffPicture, _ index: StaffIndex, _ frequencies: EmailFrequencies,
    discount: Double
  ) {
    self.picture = picture
    self.index = index
    self.frequencies = frequencies
    self.discount = discount
    outset = LinkageModel(picture)
  }

  /// What one worker needs for fetching.
  struct Bench {
    fileprivate var found = FoundEmployees()
    /// The cards of the found ones: fetched at one go, as each is a wait for memory.
    fileprivate var cards: [StaffCard] = []
    /// What is known of their addresses, where the entry has one.
    fileprivate var addresses: [AddressFacts] = []
    fileprivate var weighed: [Weighed] = []

    fileprivate mutating func begin() {
      found.removeAll()
      cards.removeAll(keepingCapacity: true)
      addresses.removeAll(keepingCapacity: true)
      weighed.removeAll(keepingCapacity: true)
    }
  }

  /// A pair that is worth weighing so far.
  fileprivate struct Weighed {
    var employee: Int32
    var person: Int32
    var levels: Levels
    var bonus: Float
    /// By the model of the outset.
    var weight: Float
  }

  /// The candidates of one entry worth weighing, by person and employee, with their levels numbered
  /// by `pattern`, and how many pairs were compared.
  func candidates(
    of entry: ListEntry, home: ListHome?, _ questions: ArraySlice<Question>, on bench: inout Bench,
    pattern: (Levels) -> Int32
  ) -> (candidates: [Candidate], compared: Int) {
    let comparison = comparison(entry, home: home, questions)
    bench.begin()
    let hasAddress = comparison.hasAddress
    fetch(questions, &bench, hasAddress: hasAddress) { !$0.isOneNameInOrganisation }
    var best = weigh(comparison, from: 0, best: 0, &bench)
    if best < Self.settled {
      let place = bench.found.employees.count
      fetch(questions, &bench, hasAddress: hasAddress) { $0.isOneNameInOrganisation }
      best = weigh(comparison, from: place, best: best, &bench)
    }
    bench.weighed.sort { ($0.person, $0.employee) < ($1.person, $1.employee) }
    var result: [Candidate] = []
    for other in bench.weighed where other.weight > best - Self.reach {
      result.append(
        Candidate(
          employee: other.employee, person: other.person, pattern: pattern(other.levels),
          bonus: other.bonus))
    }
    return (result, bench.found.employees.count)
  }

  /// The comparison of an entry with whomever it is held against.
  func comparison(
    _ entry: ListEntry, home: ListHome?, _ questions: ArraySlice<Question>
  ) -> PairComparison {
    PairComparison(entry, home: home, nameMass: nameMass(questions), self)
  }

  /// The persons who have an address, ascending.
  func owners(of email: TextCode) -> [Int32] {
    let employees = index.employees(key: IndexKeyKind.email.key(UInt64(email.raw)))
    if employees.count <= IndexKeyKind.email.limit { return persons(of: employees) }
    return ownersOfMany.withLock { known in
      let owners = known[email] ?? persons(of: employees)
      known[email] = owners
      return owners
    }
  }

  private func persons(of employees: ArraySlice<Int32>) -> [Int32] {
    var persons: [Int32] = []
    for person in employees.map({ picture.cards[Int($0)].person }).sorted()
    where person != persons.last {
      persons.append(person)
    }
    return persons
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
    _ questions: ArraySlice<Question>, _ bench: inout Bench, hasAddress: Bool,
    where isWanted: (IndexKeyKind) -> Bool
  ) {
    let place = bench.found.employees.count
    for question in questions
    where isWanted(question.kind) && index.count(question.number) <= question.limit {
      for employee in index.employees(question.number) { bench.found.insert(employee) }
    }
    for employee in bench.found.employees[place...] {
      bench.cards.append(picture.cards[Int(employee)])
    }
    if !hasAddress { return }
    for card in bench.cards[place...] { bench.addresses.append(picture.addresses[card.email]) }
  }

  /// Compares those found from a place on; gives the best weight so far, at least `best`.
  private func weigh(
    _ comparison: PairComparison, from start: Int, best: Float, _ bench: inout Bench
  ) -> Float {
    var best = best
    for place in start..<bench.found.employees.count {
      let employee = bench.found.employees[place]
      let address = bench.addresses.isEmpty ? AddressFacts() : bench.addresses[place]
      guard let pair = comparison.compare(bench.cards[place], address) else { continue }
      let bonus = pair.bonuses.sum()
      let weight = outset.weight(pair.levels) + bonus
      if weight <= max(Self.hopeless, best - Self.reach) { continue }
      best = max(best, weight)
      bench.weighed.append(
        Weighed(
          employee: employee, person: bench.cards[place].person, levels: pair.levels, bonus: bonus,
          weight: weight))
    }
    return best
  }
}

/// The employees that were found for one entry, each once, as they were found.
private struct FoundEmployees {
  private(set) var employees: [Int32] = []
  /// Open addressing: a place in `employees` plus 1, with the number of the entry above it.
  private var slots = [UInt64](repeating: 0, count: 1024)
  private var stamp: UInt64 = 1 << 32

  /// Forgets all.
  mutating func removeAll() {
    employees.removeAll(keepingCapacity: true)
    stamp += 1 << 32
  }

  /// Adds an employee who is not there yet.
  mutating func insert(_ employee: Int32) {
    let mask = slots.count - 1
    var place = Int(employee) &* 0x9E37_79B1 >> 8 & mask
    while slots[place] > stamp {
      let number = Int(truncatingIfNeeded: slots[place] & 0xFFFF_FFFF) - 1
      if employees[number] == employee { return }
      place = (place + 1) & mask
    }
    employees.append(employee)
    slots[place] = stamp | UInt64(employees.count)
    if employees.count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    let known = employees
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    employees.removeAll(keepingCapacity: true)
    for employee in known { insert(employee) }
  }
}
