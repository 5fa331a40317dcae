import Columns
import Records
import Vocabulary

/// What list entries and employees have in common.
protocol IndexKey: Hashable, Sendable {
  /// Different for different keys.
  var bits: UInt64 { get }
}

extension EmployeeNumber: IndexKey {
  var bits: UInt64 { raw }
}

extension NINumber: IndexKey {
  var bits: UInt64 { raw }
}

extension TextCode: IndexKey {
  var bits: UInt64 { UInt64(raw) }
}

/// The employees that have one of the keys asked for.
struct EmployeesByKey<Key: IndexKey>: Sendable {
  /// The number of each key that is asked for, by its bits.
  private var places = KeyNumbers()
  private var filter: KeyFilter
  /// What was added, and to which key.
  private var added: [Int32] = []
  private var placesOfAdded: [Int32] = []
  /// The employees of the keys, by key's number, one behind another, and where each one's begin.
  private var employees: [Int32] = []
  private var starts: [Int32] = []

  /// Nothing is asked for.
  init() { filter = KeyFilter(count: 0) }

  /// Takes note of what is asked for; employees are to be added, and ``finish()`` called.
  init(asked keys: some Sequence<Key>) {
    for key in keys { _ = places.number(of: key.bits) }
    filter = KeyFilter(count: places.count)
    for bits in places.keys { filter.insert(bits) }
  }

  /// The employees with one of `keys`; `column` has the key of each employee.
  init(asked keys: some Sequence<Key>, _ column: [Key]) {
    self.init(asked: keys)
    if isEmpty { return }
    for employee in column.indices { add(employee, column[employee]) }
    finish()
  }

  /// Whether nothing is asked for.
  var isEmpty: Bool { places.count == 0 }

  /// Adds an employee where its key is asked for; employees come in ascending order.
  @inline(__always)
  mutating func add(_ employee: Int, _ key: Key) {
    guard filter.mayContain(key.bits), let place = places.knownNumber(of: key.bits) else { return }
    added.append(Int32(employee))
    placesOfAdded.append(Int32(place))
  }

  /// Puts what was added in order.
  mutating func finish() {
    let groups = IndexGroups(count: places.count, of: added.count) { Int(placesOfAdded[$0]) }
    employees.reserveCapacity(added.count)
    starts.reserveCapacity(groups.count + 1)
    for place in 0..<groups.count {
      starts.append(Int32(employees.count))
      for index in groups[place] { employees.append(added[index]) }
    }
    starts.append(Int32(employees.count))
    (added, placesOfAdded) = ([], [])
  }

  /// The employees with a key, ascending; none for a key that was not asked for.
  subscript(key: Key) -> ArraySlice<Int32> {
    guard !starts.isEmpty, let place = places.knownNumber(of: key.bits) else { return [] }
    return employees[Int(starts[place])..<Int(starts[place + 1])]
  }
}
