import Columns
import Records

/// Short and other forms of first names, learned from the known-as names of the staff.
///
/// Where several a Sarah goes by Sazz, an entry's Sazz may be a Sarah, whatever ``NicknameTable``
/// holds. Some go by a middle name instead: such a name is rather a first name of others, and no
/// form.
struct KnownForms: Sendable {
  /// Key codes of a name and of one of its forms, by name, then form.
  private(set) var pairs: [(name: UInt32, form: UInt32)] = []

  /// How many persons must go by a form, and how many times as many as would by chance.
  private static let leastPersons = 4
  private static let leastLift = 5

  /// No forms.
  init() {}

  /// Learns the forms that the persons of a staff go by.
  init(_ workforce: Workforce) {
    let (employees, names) = (workforce.employees, workforce.names)
    var counts = PairCounts()
    var firstNames = [Int32](repeating: 0, count: names.keys.count)
    for employee in 0..<employees.count {
      // Who has several employments says it once.
      if workforce.persons.key[employee] != Int32(employee) { continue }
      let name = names.firstWord[Int(employees.firstName[employee].raw)].raw
      firstNames[Int(name)] += 1
      if employees.knownAs[employee].isEmpty { continue }
      let form = names.first[Int(employees.knownAs[employee].raw)].raw
      if name != 0, form != 0, name != form { counts.add(name, form) }
    }
    pairs = counts.all.filter { pair in
      let (ofName, ofForm) = (counts.ofName[pair.name] ?? 0, counts.ofForm[pair.form] ?? 0)
      return pair.count >= Self.leastPersons && ofForm >= firstNames[Int(pair.form)]
        && pair.count * counts.total >= Self.leastLift * ofName * ofForm
    }.map { ($0.name, $0.form) }.sorted { $0 < $1 }
  }

  /// How many go by which other name.
  private struct PairCounts {
    private var numbers = KeyNumbers()
    private var counts: [Int] = []
    private(set) var ofName: [UInt32: Int] = [:]
    private(set) var ofForm: [UInt32: Int] = [:]
    private(set) var total = 0

    mutating func add(_ name: UInt32, _ form: UInt32) {
      let number = numbers.number(of: UInt64(name) << 32 | UInt64(form))
      if number == counts.count { counts.append(0) }
      counts[number] += 1
      ofName[name, default: 0] += 1
      ofForm[form, default: 0] += 1
      total += 1
    }

    var all: [(name: UInt32, form: UInt32, count: Int)] {
      zip(numbers.keys, counts).map { (UInt32($0 >> 32), UInt32(truncatingIfNeeded: $0), $1) }
    }
  }
}
