import Columns
import Records

/// Tells of many employees with how many of the others each has a first or last key in common.
///
/// Holding each against each would take hours where a hundred thousand share a number. Instead it
/// is counted how many have all keys of a set, for each set of keys that one of them has, at most
/// five keys and so at most 31 sets. How many have one of an employee's keys or several follows:
/// those that have the first, and those that have the second, less those that have both, and so on.
struct KeysInCommon {
  /// A set of keys, ascending and filled up with zeros.
  private typealias KeySet = SIMD8<UInt64>

  /// The keys of employees: which are first and which last keys is told by the last bit.
  private struct Keys {
    let employees: EmployeeTable
    let names: NameKeys

    /// Calls `body` with each set of keys that an employee has, but the empty one, and its size.
    func forEachSet(of employee: Int, _ body: (KeySet, Int) -> Void) {
      let first = names.firstKeys(of: employee, employees).map { UInt64($0.raw) << 1 }
      let last = names.lastKeys(of: employee, employees).map { UInt64($0.raw) << 1 | 1 }
      let keys = (first + last).sorted()
      for chosen in 1..<1 << keys.count {
        var set = KeySet()
        var size = 0
        for (place, key) in keys.enumerated() where chosen & (1 << place) != 0 {
          set[size] = key
          size += 1
        }
        body(set, size)
      }
    }
  }

  private let keys: Keys
  /// How many of the employees have all keys of a set.
  private let holders: [KeySet: Int]

  /// Counts the keys of `members`.
  init(of members: ArraySlice<Int32>, _ employees: EmployeeTable, _ names: NameKeys) {
    let keys = Keys(employees: employees, names: names)
    var holders: [KeySet: Int] = [:]
    for member in members {
      keys.forEachSet(of: Int(member)) { set, _ in holders[set, default: 0] += 1 }
    }
    (self.keys, self.holders) = (keys, holders)
  }

  /// How many of the members have a key in common with one of them, itself counted unless it has
  /// no key at all.
  func count(withKeyOf member: Int) -> Int {
    var count = 0
    keys.forEachSet(of: member) { set, size in
      let holding = holders[set, default: 0]
      count += size.isMultiple(of: 2) ? -holding : holding
    }
    return count
  }
}
